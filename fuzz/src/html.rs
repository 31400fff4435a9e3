//! What the HTML of a text can be made of.

/// The elements that Markdown makes, all of them harmless.
const ELEMENTS: [&str; 13] =
    ["a", "blockquote", "br", "code", "del", "em", "hr", "li", "ol", "p", "pre", "strong", "ul"];

/// The beginnings of addresses that a page may link to.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Reads HTML by rules of its own, not by those of the sanitiser that wrote it.
///
/// # Panics
///
/// Panics where it holds anything else than harmless elements and links.
pub fn assert_safe(html: &str) {
    let mut rest = html;
    let mut open = 0_i32;
    while let Some((_, tag)) = rest.split_once('<') {
        let closes = tag.starts_with('/');
        let tag = tag.trim_start_matches('/');
        let length = tag.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(tag.len());
        let (name, mut after) = tag.split_at(length);
        assert!(ELEMENTS.contains(&name), "the element {name:?} in {html:?}");
        while let Some(attribute) = after.strip_prefix(' ') {
            let written = attribute.split_once("=\"").and_then(|(key, rest)| {
                let (value, rest) = rest.split_once('"')?;
                Some((key, value, rest))
            });
            let (key, value, left) =
                written.unwrap_or_else(|| panic!("an attribute without a value in {html:?}"));
            assert_attribute(name, key, value);
            after = left;
        }
        let end = after.strip_prefix('>');
        rest = end.unwrap_or_else(|| panic!("a tag without an end in {html:?}"));
        if !["br", "hr"].contains(&name) {
            open += if closes { -1 } else { 1 };
        }
        assert!(open >= 0, "an element ends twice in {html:?}");
    }
    assert_eq!(open, 0, "an element stays open in {html:?}");
}

fn assert_attribute(element: &str, key: &str, value: &str) {
    match (element, key) {
        ("a", "href") => {
            // Browsers leave out such characters before they look for the scheme.
            let plain = value.replace(|c: char| c.is_ascii_control() || c == ' ', "");
            let is_in_scheme = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
            let scheme = plain.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
            let scheme = scheme.filter(|scheme| {
                scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                    && scheme.chars().all(is_in_scheme)
            });
            let is_safe = scheme.as_deref().is_none_or(|it| SCHEMES.contains(&it));
            assert!(is_safe, "a link to {value:?}");
        }
        // The title of a link, which is a text.
        ("a", "title") => {}
        ("ol", "start") => assert!(value.parse::<u64>().is_ok(), "a list from {value:?}"),
        _ => panic!("the attribute {key:?} of {element}"),
    }
}
