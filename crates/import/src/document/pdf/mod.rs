//! Reads PDFs (ISO 32000-1) into blocks.
//!
//! A PDF says where each glyph is, and not what it is a part of. [`content`] follows the operators of
//! the pages and keeps the glyphs, with the characters that their [`fonts`] say; what no reader sees
//! is left out. [`segments`] and [`words`] put glyphs together into pieces of lines, [`columns`] finds
//! the order in which these are read, [`heading_styles`] finds headings by their looks, and
//! [`paragraphs`] makes the blocks. A file with tags says by itself what belongs together:
//! [`tagged`] follows them instead of the columns.
//!
//! There are no lines that an owner could look up, so what is read is written into a
//! [`transcript`], positions are positions in it, and places are named by page and line.
//!
//! [`limits`] bound the work: a file has at most 24 MiB and 200 pages, of which at most 96 MiB are
//! decoded, 4 million operators followed, and 1 million glyphs kept; forms in forms end at 12 levels,
//! and none is drawn in itself. The library for the syntax repairs tables of positions, reads
//! files that are encrypted without a password, and ends loops of references. It decodes streams of
//! objects as a whole, and follows nested objects and the tree of pages on the stack, so these are
//! measured before it is asked ([`page_tree`] counts pages that are named again and again), unless the
//! file is encrypted, of which [`key_length`] looks at the key.

mod bullets;
mod character_collections;
mod columns;
mod content;
mod dated_columns;
mod distances;
mod encodings;
mod fonts;
mod geometry;
mod glyph_names;
mod glyph_widths;
mod glyphs;
mod heading_styles;
mod indic_order;
mod items;
mod key_length;
mod layers;
mod legacy_codes;
mod letter_forms;
mod limits;
mod lines;
mod links;
mod looks;
mod margin_headings;
mod marked_headings;
mod merged;
mod moved;
mod names_above;
mod page_tree;
mod pages;
mod painted;
mod paragraphs;
mod picture_data;
mod repeated;
mod segments;
mod showing;
mod standard_widths;
mod state;
mod streams;
mod strings;
mod tag_tree;
mod tagged;
mod transcript;
mod turned_dates;
mod typed_rules;
mod unicode_maps;
mod words;
mod wrapping;

pub use glyph_names::listed_glyph_here;

use super::Document;
use super::blocks::Block;
use super::stated_names::Named;
use hayro_syntax::object::{Dict, String as Bytes};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use heading_styles::Styles;
use pages::Pages;
use paragraphs::Paragraphs;
use perfil_model::language::Tag;
use perfil_source::Problem;
use transcript::Transcript;

/// How far from the beginning of a file its mark may be.
const MAX_BEFORE: usize = 1024;

/// The mark of a PDF.
const MARK: &[u8] = b"%PDF-";

/// Whether a file is a PDF.
pub(super) fn is_file(bytes: &[u8]) -> bool {
    start(bytes).is_some()
}

/// Returns where the file begins: some programs write something before its mark.
fn start(bytes: &[u8]) -> Option<usize> {
    let head = bytes.get(..bytes.len().min(MAX_BEFORE))?;
    let found = limits::find(head, MARK)?;
    // A text may speak of the mark, and even quote a file.
    let before = head.get(..found)?;
    let is_first = before.iter().all(u8::is_ascii_whitespace);
    let is_line = before.ends_with(b"\n") || before.ends_with(b"\r");
    let is_binary = (is_line || std::str::from_utf8(bytes).is_err())
        && bytes.get(found..).is_some_and(|rest| limits::find(rest, b" obj").is_some());
    (is_first || is_binary).then_some(found)
}

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Result<Document, Problem> {
    let bytes = &*picture_data::without_nesting(bytes);
    if let Some(problem) = limits::problem(bytes) {
        return Err(problem);
    }
    let bytes = start(bytes).and_then(|start| bytes.get(start..)).unwrap_or(bytes);
    if key_length::is_impossible(bytes) {
        return Err(unreadable(
            LoadPdfError::Decryption(DecryptionError::InvalidEncryption),
            bytes,
        ));
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| unreadable(error, bytes))?;
    let catalog = pdf.xref().get::<Dict>(pdf.xref().root_id()).unwrap_or_default();
    let pages = Pages::of(&pdf, &catalog)?;
    if let Some(problem) = pages.problem(&catalog) {
        return Err(problem);
    }
    let language = catalog.get::<Bytes>("Lang").map(|bytes| strings::text(&bytes));
    let (mut main, mut side) = pages.lines(&pdf, &catalog);
    indic_order::reorder(main.iter_mut().chain(&mut side));
    let report = pages.report();
    let mut transcript = Transcript::new(pages.addresses);
    let blocks = blocks(main, side, &mut transcript);
    let metadata = pdf.metadata();
    let said = |bytes: &Option<Vec<u8>>| bytes.as_deref().map(strings::text);
    let (author, title) = (said(&metadata.author), said(&metadata.title));
    let name = Named::stated(author.as_deref(), title.as_deref(), &blocks);
    Ok(Document {
        blocks,
        name,
        report,
        language: language.and_then(|tag| Tag::parse(&tag)),
        end: transcript.length(),
        places: Some(transcript.places),
        ..Document::default()
    })
}

fn blocks(
    main: Vec<lines::Line>,
    side: Vec<lines::Line>,
    transcript: &mut Transcript,
) -> Vec<Block> {
    let all: Vec<lines::Line> = main.iter().chain(&side).cloned().collect();
    let styles = Styles::of(&all);
    let main = Paragraphs::new(&main, transcript).read(&main, &styles);
    let side = Paragraphs::new(&side, transcript).read(&side, &styles);
    merged::merged(main, side)
}

/// The problem of a file that the library cannot read.
fn unreadable(error: LoadPdfError, bytes: &[u8]) -> Problem {
    let (message, remedy) = match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => (
            "the PDF can only be opened with a password",
            "Open it, and print or save it into a PDF without a password.",
        ),
        LoadPdfError::Decryption(_) => (
            "the PDF is encrypted in a way that is not read",
            "Open it, and print or save it into a PDF without encryption.",
        ),
        LoadPdfError::Invalid if limits::find(bytes, b"%%EOF").is_none() => (
            "the PDF has no end, so a part of it is missing",
            "Copy or download the whole file again.",
        ),
        LoadPdfError::Invalid => (
            "the PDF is damaged, and its pages cannot be found",
            "Open it in another program, and print it into a new PDF.",
        ),
    };
    Problem::error(None, message, remedy)
}
