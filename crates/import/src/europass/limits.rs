//! What an XML file may hold, checked before it is parsed, so that no file takes much memory or time.
//!
//! With these limits and the 4 MiB of any file ([`perfil_source::MAX_FILE_BYTES`]), a file takes at
//! most some 70 MB while it is read. A document type could define entities that expand to
//! gigabytes, so there must be none.

use std::ops::Range;

/// The maximum depth of nested elements. A Europass CV has 12 levels.
pub(super) const MAX_DEPTH: usize = 64;
/// The maximum number of elements and texts.
pub(super) const MAX_NODES: u32 = 200_000;
/// The maximum number of attributes of an element, which are compared with each other.
const MAX_ATTRIBUTES: usize = 64;
/// The maximum number of declarations of namespaces, each of which is known in all elements below.
const MAX_NAMESPACES: usize = 1_000;

/// What is wrong, where, and what to do.
pub(super) type Fault = (Range<usize>, String, &'static str);

/// The first tag of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Root<'a> {
    /// Its name, without a prefix.
    pub(super) name: &'a str,
    /// Its position.
    pub(super) at: usize,
}

/// A tag.
struct Tag {
    /// Its length; `None` if the file ends in it.
    length: Option<usize>,
    attributes: usize,
    is_end: bool,
    is_empty: bool,
}

/// Returns the root of a file, if it has one.
pub(super) fn check(text: &str) -> Result<Option<Root<'_>>, Fault> {
    let (mut at, mut depth, mut root) = (0, 0_usize, None);
    if let Some((last, _)) = text.match_indices("xmlns").nth(MAX_NAMESPACES) {
        let message = format!("the file declares more than {MAX_NAMESPACES} namespaces");
        return Err((last..last + 5, message, "Use the file that Europass gave you."));
    }
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('<')) {
        at += found;
        let rest = &text[at..];
        let skipped = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
            .into_iter()
            .find(|(start, _)| rest.starts_with(start))
            .map(|(start, end)| {
                rest[start.len()..].find(end).map(|it| start.len() + it + end.len())
            });
        let length = match skipped {
            Some(length) => length,
            None if rest.starts_with("<!") => document_type(rest, at)?,
            None => {
                let tag = tag(rest.as_bytes());
                if !tag.is_end {
                    root = root.or_else(|| Some(Root { name: name(rest), at }));
                }
                deeper(&tag, &mut depth, at)?;
                tag.length
            }
        };
        let Some(length) = length else { break };
        at += length;
    }
    Ok(root)
}

/// Checks a tag, and counts the open elements.
fn deeper(tag: &Tag, depth: &mut usize, at: usize) -> Result<(), Fault> {
    if tag.attributes > MAX_ATTRIBUTES {
        let message = format!("this element has more than {MAX_ATTRIBUTES} attributes");
        return Err((at..at + 1, message, "Use the file that Europass gave you."));
    }
    match (tag.is_end, tag.is_empty) {
        (true, _) => *depth = depth.saturating_sub(1),
        (false, false) => *depth += 1,
        (false, true) => {}
    }
    if *depth > MAX_DEPTH {
        let message = format!("the elements are nested deeper than {MAX_DEPTH} levels");
        return Err((at..at + 1, message, "Use the file that Europass gave you."));
    }
    Ok(())
}

/// Returns the length of a document type, which may only name the root.
fn document_type(rest: &str, at: usize) -> Result<Option<usize>, Fault> {
    let end = rest.find(['>', '[']);
    if end.is_some_and(|end| rest[end..].starts_with('[')) {
        return Err(has_document_type(at));
    }
    Ok(end.map(|end| end + 1))
}

/// The fault of a file with a document type.
pub(super) fn has_document_type(at: usize) -> Fault {
    let message = "the file has a document type (<!DOCTYPE …>), whose entities are not expanded";
    (at..at + 2, message.to_owned(), "Remove it: the file of a Europass CV has none.")
}

fn tag(rest: &[u8]) -> Tag {
    let (mut quote, mut attributes) = (None, 0);
    let is_end = rest.get(1) == Some(&b'/');
    for (at, byte) in rest.iter().enumerate().skip(1) {
        match (quote, byte) {
            (Some(mark), byte) if mark == *byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (None, b'=') => attributes += 1,
            (None, b'>') => {
                let is_empty = rest.get(at - 1) == Some(&b'/');
                return Tag { length: Some(at + 1), attributes, is_end, is_empty };
            }
            _ => {}
        }
    }
    Tag { length: None, attributes, is_end, is_empty: false }
}

/// Returns the name of the element that begins here.
fn name(rest: &str) -> &str {
    let rest = rest.get(1..).unwrap_or_default();
    let end = rest.find(|c: char| c.is_whitespace() || "/><\"'=".contains(c)).unwrap_or(rest.len());
    let name = &rest[..end];
    name.rsplit_once(':').map_or(name, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root(text: &str) -> Option<&str> {
        check(text).expect("the file is within the limits").map(|root| root.name)
    }

    #[test]
    fn the_root_is_found_behind_anything() {
        for (text, expected) in [
            ("<a/>", Some("a")),
            ("<?xml version='1.0'?>\n<!-- <b> --><x:a\ny='>'/>", Some("a")),
            ("<!DOCTYPE html><html>", Some("html")),
            ("<![CDATA[<b>]]><a", Some("a")),
            ("no tag", None),
            ("", None),
            ("<!-- <a>", None),
        ] {
            assert_eq!(root(text), expected, "{text}");
        }
    }

    #[test]
    fn limits_have_positions() {
        let deep = "<a>".repeat(MAX_DEPTH + 1);
        let many: Vec<String> = (0..=MAX_ATTRIBUTES).map(|n| format!(" a{n}='='")).collect();
        let many = many.concat();
        let spaces = "<a xmlns:a='b'/>".repeat(MAX_NAMESPACES + 1);
        for (text, at, message) in [
            (deep.as_str(), 3 * MAX_DEPTH, "nested deeper than 64 levels"),
            (&format!("<a>\n<b{many}/>"), 4, "more than 64 attributes"),
            (&format!("<a><b{many}"), 3, "more than 64 attributes"),
            (&spaces, 16 * MAX_NAMESPACES + 3, "more than 1000 namespaces"),
            ("<!DOCTYPE a [ <!ENTITY b 'c'> ]><a>&b;</a>", 0, "document type"),
        ] {
            let (span, found, remedy) = check(text).expect_err("a limit is exceeded");
            assert_eq!(span.start, at, "{found}");
            assert!(found.contains(message) && !remedy.is_empty(), "{found}");
        }
        let flat = "<a></a><b/>".repeat(10_000);
        assert_eq!(root(&flat), Some("a"));
    }
}
