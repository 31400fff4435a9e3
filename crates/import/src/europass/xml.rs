//! Parses the XML of a CV within its limits.

use super::limits::{self, Fault, MAX_NODES, Root};
use perfil_source::Problem;
use roxmltree::{Document, Error, ParsingOptions};
use std::ops::Range;

/// What to do with a file that is broken.
const DOWNLOAD: &str = "Download the file again, or correct it here.";

/// Whether a file is XML, by its name or its first characters.
pub(crate) fn is_xml(name: &str, bytes: &[u8]) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    // A document can begin with HTML, which is no XML declaration.
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("xml")) || bytes.starts_with(b"<?xml")
}

/// Returns the text of a file, and the length of its byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<(&str, usize), Problem> {
    let is_utf16 = |bytes: &[u8]| {
        matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'<', 0, ..] | [0, b'<', ..])
    };
    if is_utf16(bytes) {
        let message = "the file is in the encoding UTF-16";
        let remedy = "Save it in the encoding UTF-8, and name that in its first line.";
        return Err(Problem::error(Some(0..1), message, remedy));
    }
    perfil_source::text(bytes)
}

/// Returns the root of a file, before the whole of it is parsed.
pub(super) fn root(text: &str) -> Result<Root<'_>, Fault> {
    let root = limits::check(text)?;
    root.ok_or_else(|| {
        let message = if text.trim().is_empty() {
            "the file is empty".to_owned()
        } else {
            "this is not XML: it has no element".to_owned()
        };
        (0..0, message, "Use the XML file that Europass gave you.")
    })
}

/// Parses a file.
pub(super) fn parse(text: &str) -> Result<Document<'_>, Fault> {
    let options =
        ParsingOptions { allow_dtd: false, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| fault(&error, text))
}

fn fault(error: &Error, text: &str) -> Fault {
    let here = span(error, text);
    let (message, remedy) = match error {
        Error::DtdDetected => {
            return limits::has_document_type(text.find("<!").unwrap_or_default());
        }
        Error::NodesLimitReached => {
            let message = format!("the file has more than {MAX_NODES} elements and texts");
            return (0..1, message, "Use the file that Europass gave you.");
        }
        Error::UnclosedRootNode | Error::NoRootNode | Error::UnexpectedEndOfStream => {
            let message = "the file ends before its last element is closed";
            let end = text.trim_end().len();
            let start = text[..end].char_indices().next_back().map_or(0, |(at, _)| at);
            return (start..end, message.into(), "Download it again: a part of it is missing.");
        }
        Error::UnknownEntityReference(name, _) => {
            let message = format!("XML has no entity &{name};");
            (message, "Write the character itself in its place.")
        }
        Error::UnexpectedCloseTag(open, close, _) => {
            (format!("<{open}> is closed by </{close}>"), DOWNLOAD)
        }
        other => {
            let place = format!(" at {}", other.pos());
            let message = other.to_string();
            let message = message.strip_suffix(&place).unwrap_or(&message);
            (format!("this is not XML: {message}"), DOWNLOAD)
        }
    };
    (here, message, remedy)
}

/// Returns the position of an error, whose column counts characters.
fn span(error: &Error, text: &str) -> Range<usize> {
    let place = error.pos();
    let above = (place.row as usize).saturating_sub(1);
    let start: usize = text.split_inclusive('\n').take(above).map(str::len).sum();
    let rest = text.get(start..).unwrap_or_default();
    let before = (place.col as usize).saturating_sub(1);
    let at = start + rest.chars().take(before).map(char::len_utf8).sum::<usize>();
    let length = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    at..at + length
}
