//! Checks that the HTML of a text contains only what is safe.

use html5gum::{Error, HtmlString, StartTag, Token, Tokenizer};

/// The elements that Markdown produces, all of them harmless.
const ELEMENTS: [&str; 13] =
    ["a", "blockquote", "br", "code", "del", "em", "hr", "li", "ol", "p", "pre", "strong", "ul"];

/// The void elements, which have no content and no end tag.
const VOID: [&str; 2] = ["br", "hr"];

/// The elements whose start tag closes an open paragraph.
const BLOCKS: [&str; 7] = ["blockquote", "hr", "li", "ol", "p", "pre", "ul"];

/// The prefixes of addresses that a page may link to.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Parses HTML like a browser, with a tokenizer that is not ours.
///
/// # Panics
///
/// Panics if it contains anything other than harmless elements and links, or if a browser would
/// have to repair it.
pub fn assert_safe(html: &str) {
    let mut open: Vec<String> = Vec::new();
    for token in Tokenizer::new(html) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name = assert_tag(&tag, &open, html);
                if !VOID.contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                assert_eq!(open.pop(), Some(text(&tag.name)), "an element that ends in {html:?}");
            }
            Token::String(_) => {}
            // Invisible characters are allowed in a text.
            Token::Error(error)
                if matches!(
                    error.value,
                    Error::ControlCharacterInInputStream | Error::NoncharacterInInputStream
                ) => {}
            other => panic!("{other:?} in {html:?}"),
        }
    }
    assert!(open.is_empty(), "{open:?} stays open in {html:?}");
}

/// Checks an element inside others, and returns its name.
fn assert_tag(tag: &StartTag<()>, open: &[String], html: &str) -> String {
    let name = text(&tag.name);
    assert!(ELEMENTS.contains(&name.as_str()), "the element {name:?} in {html:?}");
    assert!(!tag.self_closing, "the end of {name:?} in {html:?}");
    let is_inside = |outer: &str| open.iter().any(|it| it == outer);
    assert!(!(name == "a" && is_inside("a")), "a link in a link in {html:?}");
    let is_block = BLOCKS.contains(&name.as_str());
    assert!(!(is_block && is_inside("p")), "{name:?} in a paragraph in {html:?}");
    let is_listed = open.last().is_some_and(|outer| ["ol", "ul"].contains(&outer.as_str()));
    assert_eq!(name == "li", is_listed, "{name:?} in {open:?} in {html:?}");
    for (key, value) in &tag.attributes {
        assert_attribute(&name, &text(key), &text(value));
    }
    name
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| panic!("{bytes:?} is no text"))
}

fn assert_attribute(element: &str, key: &str, value: &str) {
    match (element, key) {
        ("a", "href") => {
            // Browsers strip such characters before they parse the scheme.
            let stripped = value.replace(|c: char| c.is_ascii_control() || c == ' ', "");
            let is_in_scheme = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
            let scheme = stripped.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
            let scheme = scheme.filter(|scheme| {
                scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                    && scheme.chars().all(is_in_scheme)
            });
            let is_safe = scheme.as_deref().is_none_or(|it| SCHEMES.contains(&it));
            assert!(is_safe, "a link to {value:?}");
        }
        // The title of a link, which is plain text.
        ("a", "title") => {}
        ("ol", "start") => assert!(value.parse::<u64>().is_ok(), "a list from {value:?}"),
        _ => panic!("the attribute {key:?} of {element}"),
    }
}
