//! What a file may take: its size, its pages, and the work of reading it.

use super::page_tree;
use super::picture_data::{HEAD, is_picture};
use super::streams::inflate;
use crate::kind::MAX_DOCUMENT_BYTES;
use perfil_source::Problem;

/// The maximum number of pages.
pub(super) const MAX_PAGES: usize = 200;

/// The maximum size of all that is decoded, in bytes.
const MAX_DECODED_BYTES: usize = 96 << 20;

/// The maximum size of one stream that the library decodes without a limit, in bytes.
const MAX_OBJECTS_BYTES: usize = 32 << 20;

/// The maximum number of operators in all pages.
const MAX_OPERATORS: usize = 4_000_000;

/// The maximum number of glyphs in all pages.
const MAX_GLYPHS: usize = 1_000_000;

/// The work that is left.
pub(super) struct Budget {
    bytes: usize,
    operators: usize,
    glyphs: usize,
}

impl Budget {
    pub(super) fn new() -> Self {
        Self { bytes: MAX_DECODED_BYTES, operators: MAX_OPERATORS, glyphs: MAX_GLYPHS }
    }

    /// Returns how many bytes can still be decoded.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Counts decoded bytes.
    pub(super) fn spend(&mut self, bytes: usize) {
        self.bytes = self.bytes.saturating_sub(bytes);
    }

    /// Counts an operator, and returns whether it may be followed.
    pub(super) fn operator(&mut self) -> bool {
        self.operators = self.operators.saturating_sub(1);
        self.operators > 0 && self.bytes > 0
    }

    /// Counts a glyph, and returns whether it may be kept.
    pub(super) fn glyph(&mut self) -> bool {
        self.glyphs = self.glyphs.saturating_sub(1);
        self.glyphs > 0
    }

    /// Whether a part of the file was left out.
    pub(super) fn is_spent(&self) -> bool {
        self.bytes == 0 || self.operators == 0 || self.glyphs == 0
    }
}

/// Returns the problem of a file that would take too much.
pub(super) fn problem(bytes: &[u8]) -> Option<Problem> {
    if bytes.len() > MAX_DOCUMENT_BYTES {
        let message = format!("the PDF is larger than {} MiB", MAX_DOCUMENT_BYTES >> 20);
        let remedy = "Make a smaller one: leave out pictures, or compress them.";
        return Some(Problem::error(None, message, remedy));
    }
    let pages = page_tree::count(bytes);
    if pages > MAX_PAGES {
        return Some(too_many_pages(pages));
    }
    has_bomb(bytes).then(too_much)
}

/// The deepest arrays and dictionaries, and how deep bytes that are no objects may look.
const MAX_NESTING: usize = 200;
pub(super) const MAX_CHANCE_NESTING: usize = 1_000;

/// The maximum number of nodes of the tree of pages. The library follows them one inside another.
const MAX_NODES: usize = MAX_PAGES + 50;

/// Whether arrays and dictionaries are nested deeper than in any document. The library reads them one
/// inside another, so the stack would end first.
pub(super) fn is_nested(bytes: &[u8], most: usize) -> bool {
    let mut depth = 0_usize;
    let mut before = 0;
    for &byte in bytes {
        match byte {
            b'[' => depth += 1,
            b'<' if before == b'<' => depth += 1,
            b']' => depth = depth.saturating_sub(1),
            b'>' if before == b'>' => depth = depth.saturating_sub(1),
            _ => {
                before = byte;
                continue;
            }
        }
        // Three of them are two pairs at most.
        before = byte;
        if depth > most {
            return true;
        }
    }
    false
}

/// Whether a content stream can be read.
pub(super) fn is_flat(content: &[u8]) -> bool {
    !is_nested(content, MAX_CHANCE_NESTING)
}

/// The problem of a file that takes more than a document of words can need.
pub(super) fn too_much() -> Problem {
    let message = "the PDF holds more than a document of this kind can need";
    let remedy = "Print it into a new PDF, and import that.";
    Problem::error(None, message, remedy)
}

/// The problem of a file with too many pages.
pub(super) fn too_many_pages(count: usize) -> Problem {
    let message = format!("the PDF has {count} pages, and at most {MAX_PAGES} are read");
    Problem::error(None, message, "Save the pages of the CV as a file of their own.")
}

/// Whether a stream of objects inflates to more than any document needs. The library decodes those
/// without a limit, before anything else can be read.
fn has_bomb(bytes: &[u8]) -> bool {
    let (mut at, mut total, mut end) = (0, 0, 0);
    let mut nodes = count(bytes, b"/Pages");
    while let Some(found) = find(bytes.get(at..).unwrap_or_default(), b"stream") {
        let start = at + found + b"stream".len();
        at = start;
        let head = bytes.get(start.saturating_sub(HEAD)..start).unwrap_or_default();
        let is_end = head.ends_with(b"endstream");
        let part = bytes.get(end..start).unwrap_or_default();
        end = start;
        if is_nested(part, if is_end { MAX_CHANCE_NESTING } else { MAX_NESTING }) {
            return true;
        }
        if is_end || is_picture(head) {
            continue;
        }
        let mut data = bytes.get(start..).unwrap_or_default();
        while let [b'\r' | b'\n', rest @ ..] = data {
            data = rest;
        }
        if !matches!(data, [first, ..] if first & 0x0f == 8) {
            continue;
        }
        let inflated = inflate(data, MAX_OBJECTS_BYTES);
        let size = inflated.len();
        total += size;
        if find(head, b"/ObjStm").is_some() {
            nodes += count(&inflated, b"/Pages");
            if is_nested(&inflated, MAX_CHANCE_NESTING) {
                return true;
            }
        }
        if size == MAX_OBJECTS_BYTES || total > 2 * MAX_OBJECTS_BYTES {
            return true;
        }
    }
    nodes > MAX_NODES || is_nested(bytes.get(end..).unwrap_or_default(), MAX_NESTING)
}

/// Returns how often a needle is found.
fn count(bytes: &[u8], needle: &[u8]) -> usize {
    let (mut at, mut count) = (0, 0);
    while let Some(found) = bytes.get(at..).and_then(|rest| find(rest, needle)) {
        at += found + needle.len();
        count += 1;
    }
    count
}

/// Returns the first position of a needle.
pub(super) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut at = 0;
    loop {
        let rest = bytes.get(at..)?;
        let found = rest.iter().position(|byte| *byte == first)?;
        if rest.get(found..)?.starts_with(needle) {
            return Some(at + found);
        }
        at += found + 1;
    }
}
