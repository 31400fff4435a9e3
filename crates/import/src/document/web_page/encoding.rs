//! Decodes the bytes of a page by what it says about them, as browsers do
//! (<https://html.spec.whatwg.org/#determining-the-character-encoding>).

use crate::places::Places;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use perfil_source::{MAX_FILE_BYTES, Problem};
use std::borrow::Cow;

/// How far into a page its encoding is looked for, in bytes.
const SEARCHED: usize = 4096;

/// A page as a text.
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    /// The position in the file at which the text begins.
    pub(super) offset: usize,
    /// The lines of the file, if positions in the text are others than in the file.
    pub(super) places: Option<Places>,
    pub(super) report: Vec<Problem>,
}

/// Decodes a page.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Problem> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(Problem::error(
            None,
            format!("the page is larger than {} MiB", MAX_FILE_BYTES >> 20),
            "Save it without pictures, or only the part with the CV.",
        ));
    }
    let marked = Encoding::for_bom(bytes);
    let stated = marked.map(|(encoding, _)| encoding).or_else(|| stated(bytes));
    let invalid = match std::str::from_utf8(bytes) {
        // Editors write UTF-8 into pages that still say something else.
        Ok(text) if marked.is_none_or(|(encoding, _)| encoding == UTF_8) => {
            let inner = text.strip_prefix('\u{feff}').unwrap_or(text);
            let offset = text.len() - inner.len();
            return Ok(Decoded {
                text: Cow::Borrowed(inner),
                offset,
                places: None,
                report: Vec::new(),
            });
        }
        Ok(_) => 0,
        Err(error) => error.valid_up_to(),
    };
    let encoding = stated.filter(|it| *it != UTF_8);
    // A few wrong bytes do not make all others wrong.
    let encoding = encoding.unwrap_or(if is_mostly_utf8(bytes) { UTF_8 } else { WINDOWS_1252 });
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let mut report = Vec::new();
    if stated.is_none_or(|it| it == UTF_8) {
        let byte = bytes.get(invalid).copied().unwrap_or_default();
        let message = format!(
            "the byte 0x{byte:02X} is not UTF-8, so the page is read as {}",
            encoding.name()
        );
        let remedy = "Save the page in the encoding UTF-8.";
        report.push(Problem::warning(Some(invalid..invalid + 1), message, remedy));
    }
    let mut places = Places::default();
    let mut start = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        places.begin(start, format!("line {}", index + 1));
        start += line.len();
    }
    // The warning above is about a position of the file.
    if let Some(problem) = report.first_mut() {
        let before = bytes.get(..invalid).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count() - 1;
        let at = text.split_inclusive('\n').take(line).map(str::len).sum::<usize>();
        problem.span = Some(at..at + 1);
    }
    Ok(Decoded { text: Cow::Owned(text.into_owned()), offset: 0, places: Some(places), report })
}

/// Whether more letters of a page are UTF-8 than are not.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let wrong = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    text.chars().filter(|c| !c.is_ascii()).count() > wrong * 2
}

/// Returns the encoding that the beginning of a page or of an XML file states.
fn stated(bytes: &[u8]) -> Option<&'static Encoding> {
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
