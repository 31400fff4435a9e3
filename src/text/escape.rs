//! Text in the markup of HTML and XML.

/// A text as the content of an element, or as the value of an attribute in double quotation marks.
#[must_use]
pub fn escape_html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape_html;

    #[test]
    fn no_text_ends_an_element_or_an_attribute() {
        assert_eq!(escape_html(r#"<a b="c">&amp;'"#), "&lt;a b=&quot;c&quot;&gt;&amp;amp;'");
        assert_eq!(escape_html("Ángel"), "Ángel");
    }
}
