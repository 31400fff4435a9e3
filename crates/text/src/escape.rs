//! Escapes text for other formats, so that none of it is read as markup.

/// Escapes a text for the content of an HTML or XML element.
#[must_use]
pub fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Escapes a text for a line of Markdown.
#[must_use]
pub fn escape_markdown(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut before: Option<char> = None;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let after = rest.clone().next();
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_mark = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '~' => true,
            // An underscore inside a word is not markup: `snake_case`.
            '_' => !(is_letter(before) && is_letter(after)),
            '&' => is_letter(after) || after == Some('#'),
            _ => false,
        };
        if is_mark {
            written.push('\\');
        }
        written.push(c);
        before = Some(c);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_text_is_never_markup() {
        assert_eq!(escape_html("<a> &amp; \"b\""), "&lt;a&gt; &amp;amp; \"b\"");
        for (text, written) in [
            ("a_b _c_ *d*", "a_b \\_c\\_ \\*d\\*"),
            ("![x](y) <b> &lt; & c", "!\\[x\\](y) \\<b\\> \\&lt; & c"),
            ("J. R. R. (Tolkien)", "J. R. R. (Tolkien)"),
        ] {
            assert_eq!(escape_markdown(text), written);
        }
    }
}
