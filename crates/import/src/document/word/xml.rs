//! Parses the XML of a part within limits, and reads elements by their local names, so that the
//! namespaces of ISO 29500 Strict and Transitional are one.

use perfil_source::Problem;
use roxmltree::{Document, Error, Node, ParsingOptions};

/// The maximum depth of nested elements, which bounds every recursion of this reader. A table in a
/// text box in a table has 30.
const MAX_DEPTH: usize = 200;
/// The maximum number of elements and texts of a part.
const MAX_NODES: u32 = 1_000_000;
/// The maximum number of attributes of a part.
const MAX_ATTRIBUTES: usize = 2_000_000;
/// The maximum number of attributes of an element, which are compared with each other.
const MAX_OF_ELEMENT: usize = 100;
/// The maximum number of declarations of namespaces that are known in an element.
const MAX_NAMESPACES: usize = 128;
/// The maximum number of declarations of namespaces of a part.
const MAX_DECLARATIONS: usize = 20_000;

/// What to do with a file that is broken.
pub(super) const SAVE_AGAIN: &str =
    "Open the document in a word processor, save it again as .docx, and import that file.";
/// What to do with a file that is too large.
pub(super) const SHORTEN: &str = "Copy the CV into a new document, and import that.";

pub(super) type Element<'a, 'i> = Node<'a, 'i>;

/// Parses a part.
pub(super) fn parse<'i>(text: &'i str, part: &str) -> Result<Document<'i>, Problem> {
    check(text, part)?;
    let options =
        ParsingOptions { allow_dtd: false, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        Error::DtdDetected => document_type(part),
        Error::NodesLimitReached => {
            let message = format!("{part} has more than {MAX_NODES} elements and texts");
            Problem::error(None, message, SHORTEN)
        }
        other => {
            Problem::error(None, format!("the document is broken: {part}: {other}"), SAVE_AGAIN)
        }
    })
}

fn document_type(part: &str) -> Problem {
    let message = format!("{part} has a document type, whose entities are not expanded");
    Problem::error(None, message, SAVE_AGAIN)
}

/// Counts what takes memory or time, before anything is parsed.
fn check(text: &str, part: &str) -> Result<(), Problem> {
    let too_many = |what: String| Problem::error(None, format!("{part} has {what}"), SHORTEN);
    let (mut at, mut attributes, mut declarations) = (0, 0, 0);
    // How many namespaces each open element declares.
    let mut open: Vec<usize> = Vec::new();
    let mut known = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('<')) {
        at += found;
        let rest = text.get(at..).unwrap_or_default();
        let skipped = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
            .into_iter()
            .find(|(start, _)| rest.starts_with(start))
            .map(|(_, end)| rest.find(end).map_or(rest.len(), |it| it + end.len()));
        if let Some(length) = skipped {
            at += length;
            continue;
        }
        if rest.starts_with("<!") {
            return Err(document_type(part));
        }
        let tag = Tag::of(rest);
        at += tag.length;
        if tag.is_end {
            known -= open.pop().unwrap_or_default();
            continue;
        }
        attributes += tag.attributes;
        declarations += tag.namespaces;
        if tag.attributes > MAX_OF_ELEMENT || attributes > MAX_ATTRIBUTES {
            return Err(too_many("too many attributes".to_owned()));
        }
        if known + tag.namespaces > MAX_NAMESPACES || declarations > MAX_DECLARATIONS {
            return Err(too_many("too many namespaces".to_owned()));
        }
        if !tag.is_empty {
            known += tag.namespaces;
            open.push(tag.namespaces);
        }
        if open.len() > MAX_DEPTH {
            return Err(too_many(format!("elements that are nested deeper than {MAX_DEPTH}")));
        }
    }
    Ok(())
}

/// A tag.
struct Tag {
    length: usize,
    attributes: usize,
    namespaces: usize,
    is_end: bool,
    is_empty: bool,
}

impl Tag {
    fn of(rest: &str) -> Self {
        let bytes = rest.as_bytes();
        let is_end = bytes.get(1) == Some(&b'/');
        let (mut quote, mut attributes, mut length) = (None, 0, rest.len());
        for (at, byte) in bytes.iter().enumerate().skip(1) {
            match (quote, byte) {
                (Some(mark), byte) if mark == *byte => quote = None,
                (None, b'"' | b'\'') => quote = Some(*byte),
                (None, b'=') => attributes += 1,
                (None, b'>') => {
                    length = at + 1;
                    break;
                }
                _ => {}
            }
        }
        let tag = rest.get(..length).unwrap_or_default();
        let namespaces = tag.matches("xmlns").count();
        Self { length, attributes, namespaces, is_end, is_empty: tag.ends_with("/>") }
    }
}

/// Returns the elements directly in another.
pub(super) fn elements<'a, 'i>(
    parent: Element<'a, 'i>,
) -> impl Iterator<Item = Element<'a, 'i>> + use<'a, 'i> {
    parent.children().filter(Node::is_element)
}

pub(super) fn name<'a>(element: Element<'a, '_>) -> &'a str {
    element.tag_name().name()
}

/// Returns the first element of a name directly in another.
pub(super) fn child<'a, 'i>(parent: Element<'a, 'i>, wanted: &str) -> Option<Element<'a, 'i>> {
    elements(parent).find(|element| name(*element) == wanted)
}

/// Returns an attribute by its name without its prefix.
pub(super) fn attribute<'a>(element: Element<'a, '_>, wanted: &str) -> Option<&'a str> {
    element.attributes().find(|it| it.name() == wanted).map(|it| it.value())
}

/// Returns the identifier of a relationship.
pub(super) fn relation<'a>(element: Element<'a, '_>, wanted: &str) -> Option<&'a str> {
    let is_relation = |it: &roxmltree::Attribute| {
        it.namespace().is_some_and(|space| space.ends_with("/relationships"))
    };
    element.attributes().find(|it| it.name() == wanted && is_relation(it)).map(|it| it.value())
}

/// Returns the value of an element directly in another: `<w:sz w:val="24"/>`.
pub(super) fn value<'a>(parent: Element<'a, '_>, wanted: &str) -> Option<&'a str> {
    attribute(child(parent, wanted)?, "val")
}

/// Returns whether a property is on, if it is stated: `<w:b/>`, `<w:b w:val="0"/>`.
pub(super) fn is_on(parent: Element, wanted: &str) -> Option<bool> {
    let property = child(parent, wanted)?;
    let written = attribute(property, "val").unwrap_or("true");
    Some(!matches!(written, "0" | "false" | "off" | "none"))
}
