//! What the beginning of a page states as its encoding.

use encoding_rs::{Encoding, UTF_8};

/// How far into a page its encoding is looked for, in bytes.
const SEARCHED: usize = 4096;

/// Returns the encoding that the beginning of a page or of an XML file states.
pub(in crate::document) fn stated(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..SEARCHED.min(bytes.len())).unwrap_or_default();
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let mut rest = start.as_str();
    loop {
        let charset = rest.find("charset").map(|at| at + "charset".len());
        let xml = rest.find("<?xml").and_then(|at| {
            let end = at + rest.get(at..)?.find("?>")?;
            Some(at + rest.get(at..end)?.find("encoding")? + "encoding".len())
        });
        rest = rest.get(charset.into_iter().chain(xml).min()?..)?;
        let Some(value) = rest.trim_start().strip_prefix('=') else { continue };
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        let end = value.find(|c: char| c.is_whitespace() || "\"'>;?/".contains(c));
        let label = value.get(..end.unwrap_or(value.len()))?;
        if let Some(found) = Encoding::for_label(label.as_bytes()) {
            // A page whose statement can be read as ASCII is not in UTF-16.
            let is_wide = found.name().starts_with("UTF-16");
            return Some(if is_wide { UTF_8 } else { found });
        }
    }
}
