//! Decodes the bytes of a text or of a page: by what it says about them, as browsers do
//! (<https://html.spec.whatwg.org/#determining-the-character-encoding>), and else by its words.

mod decode;
mod guess;
mod stated;

pub use decode::decoded_here;
pub(super) use decode::{lenient, strict};
pub(super) use stated::stated;

use crate::places::Places;
use crate::unsupported;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use perfil_source::{self as source, MAX_FILE_BYTES, Problem};
use std::borrow::Cow;

/// The least share of control characters of a file that is no text: one of so many bytes.
const BYTES_PER_CONTROL: usize = 100;

/// How far into a file its zeros are counted, in bytes.
const SEARCHED: usize = 4096;

/// A file as a text.
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    /// The position in the file at which the text begins.
    pub(super) offset: usize,
    /// The lines of the file, if positions in the text are others than in the file.
    pub(super) places: Option<Places>,
    pub(super) report: Vec<Problem>,
}

/// Decodes a text, which says nothing about its encoding but by a byte order mark.
pub(super) fn of_text(bytes: &[u8]) -> Result<Decoded<'_>, Problem> {
    match source::text(bytes) {
        // Two bytes a letter are valid UTF-8 if all letters are ASCII.
        Ok((text, offset)) if wide(bytes).is_none() => {
            return Ok(Decoded {
                text: Cow::Borrowed(text),
                offset,
                places: None,
                report: Vec::new(),
            });
        }
        Err(problem) if bytes.len() > MAX_FILE_BYTES => return Err(problem),
        _ => {}
    }
    let decoded = decoded(bytes, None, "file");
    let controls = decoded.text.chars().filter(|c| is_control(*c)).count();
    if controls * BYTES_PER_CONTROL > bytes.len() {
        let other = || source::text(bytes).err();
        return Err(unsupported::problem(bytes).or_else(other).unwrap_or_else(|| {
            let message = "this is no text: it has many control characters";
            Problem::error(
                None,
                message,
                "Save the document again, or name the file for what it is.",
            )
        }));
    }
    Ok(decoded)
}

/// Decodes a page, which may state its encoding.
pub(super) fn of_page(bytes: &[u8]) -> Result<Decoded<'_>, Problem> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(Problem::error(
            None,
            format!("the page is larger than {} MiB", MAX_FILE_BYTES >> 20),
            "Save it without pictures, or only the part with the CV.",
        ));
    }
    let is_utf8 = Encoding::for_bom(bytes).is_none_or(|(encoding, _)| encoding == UTF_8);
    // Editors write UTF-8 into pages that still say something else.
    if let Some(text) = std::str::from_utf8(bytes).ok().filter(|_| is_utf8) {
        let inner = text.strip_prefix('\u{feff}').unwrap_or(text);
        let offset = text.len() - inner.len();
        return Ok(Decoded {
            text: Cow::Borrowed(inner),
            offset,
            places: None,
            report: Vec::new(),
        });
    }
    Ok(decoded(bytes, stated(bytes), "page"))
}

/// Decodes a file that is not valid UTF-8, or begins with the mark of another encoding.
fn decoded<'a>(bytes: &'a [u8], stated: Option<&'static Encoding>, what: &str) -> Decoded<'a> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let is_page = what == "page";
    let known = marked.or(stated).filter(|it| *it != UTF_8);
    let known = known.or_else(|| wide(bytes).filter(|_| !is_page));
    // A few wrong bytes do not make all others wrong.
    let likely = || if is_mostly_utf8(bytes) { UTF_8 } else { guess::encoding(bytes) };
    let encoding = known.unwrap_or_else(likely);
    let text = lenient(bytes, encoding);
    let mut report = Vec::new();
    // The warning is about a position of the file, and others are about those of the text.
    if known.is_none() {
        let invalid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
        let byte = bytes.get(invalid).copied().unwrap_or_default();
        let before = bytes.get(..invalid).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count() - 1;
        let at = text.split_inclusive('\n').take(line).map(str::len).sum::<usize>();
        let message = format!(
            "the byte 0x{byte:02X} is not UTF-8, so the {what} is read as {}",
            encoding.name()
        );
        let remedy = format!("Save the {what} in the encoding UTF-8.");
        report.push(Problem::warning(Some(at..at + 1), message, remedy));
    } else if !is_page {
        let message = format!("the file is not UTF-8, and is read as {}", encoding.name());
        report.push(Problem::warning(None, message, "Save the file in the encoding UTF-8."));
    }
    let places = Some(lines(&text));
    Decoded { text: Cow::Owned(text), offset: 0, places, report }
}

/// Names the lines of a text whose positions are not those of its file.
fn lines(text: &str) -> Places {
    let mut places = Places::default();
    let mut start = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        places.begin(start, format!("line {}", index + 1));
        start += line.len();
    }
    places
}

/// Returns the encoding of a text with two bytes a letter, by the zeros in it.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..SEARCHED.min(bytes.len())).unwrap_or_default();
    let pairs = start.len() / 2;
    let zeros = |at: usize| start.chunks_exact(2).filter(|pair| pair.get(at) == Some(&0)).count();
    let (high, low) = (zeros(0), zeros(1));
    match pairs {
        0..4 => None,
        _ if low * 3 > pairs && high * 20 < pairs => Some(UTF_16LE),
        _ if high * 3 > pairs && low * 20 < pairs => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether more letters of a file are UTF-8 than are not.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let wrong = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    text.chars().filter(|c| !c.is_ascii()).count() > wrong * 2
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')
}
