//! Checks and encodes the addresses of links.

use super::MARKDOWN;
use pulldown_cmark::{Event, LinkType, Parser, Tag};
use std::fmt::Write as _;
use url::{ParseError, Url};

/// The schemes that are safe to link.
pub const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// Returns the schemes of the links in a text that are removed because they are not safe to
/// publish.
pub fn unsafe_links(markdown: &str) -> impl Iterator<Item = String> {
    Parser::new_ext(markdown, MARKDOWN).filter_map(|event| {
        let Event::Start(Tag::Link { dest_url, .. }) = event else { return None };
        let url = Url::parse(&dest_url).ok()?;
        (!SCHEMES.contains(&url.scheme())).then(|| url.scheme().to_owned())
    })
}

/// Returns the address of a link in ASCII, if it is safe to publish. Links without a scheme stay
/// within the site.
pub(super) fn safe(kind: LinkType, written: &str) -> Option<String> {
    let url = encoded(if kind == LinkType::Email { "mailto:" } else { "" }, written);
    let is_safe = match Url::parse(&url) {
        Ok(parsed) => SCHEMES.contains(&parsed.scheme()),
        Err(error) => error == ParseError::RelativeUrlWithoutBase,
    };
    is_safe.then_some(url)
}

/// Percent-encodes the characters that are not allowed in an address. Existing encoding is kept.
fn encoded(start: &str, written: &str) -> String {
    let mut url = start.to_owned();
    for byte in written.bytes() {
        if byte.is_ascii_alphanumeric() || b"!#$%&'()*+,-./:;=?@^_~".contains(&byte) {
            url.push(char::from(byte));
        } else {
            let _ = write!(url, "%{byte:02X}");
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_encoded_and_unsafe_ones_dropped() {
        for (written, expected) in [
            ("https://a.example/b?c=d&e='f'#g", Some("https://a.example/b?c=d&e='f'#g")),
            (
                "https://a.example/ä b\"<>\\`{|}[]",
                Some("https://a.example/%C3%A4%20b%22%3C%3E%5C%60%7B%7C%7D%5B%5D"),
            ),
            ("HTTP://a.example/%20%zz", Some("HTTP://a.example/%20%zz")),
            ("mailto:a@b.example", Some("mailto:a@b.example")),
            ("tel:+1-23", Some("tel:+1-23")),
            ("", Some("")),
            ("#a", Some("#a")),
            ("/a:b", Some("/a:b")),
            ("//a.example/b", Some("//a.example/b")),
            ("2javascript:b", Some("2javascript:b")),
            ("java\tscript:alert(1)", Some("java%09script:alert(1)")),
            (" javascript:alert(1)", Some("%20javascript:alert(1)")),
            ("javascript:alert(1)", None),
            ("JavaScript:alert(1)", None),
            ("vbscript:a", None),
            ("data:text/html,x", None),
            ("ftp://a.example", None),
            ("file:///etc/passwd", None),
            ("blob:https://a.example/b", None),
            ("https://", None),
            ("http://a:b:c", None),
        ] {
            assert_eq!(safe(LinkType::Inline, written).as_deref(), expected, "{written}");
        }
        let email = safe(LinkType::Email, "javascript@a.example");
        assert_eq!(email.as_deref(), Some("mailto:javascript@a.example"));
    }

    #[test]
    fn unsafe_links_are_found() {
        let text = "[a](javascript:b) [c](https://d.example) <im:e> ![f](data:,g) `[h](data:,i)`";
        assert_eq!(unsafe_links(text).collect::<Vec<_>>(), ["javascript", "im"]);
    }
}
