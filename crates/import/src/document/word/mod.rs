//! Reads documents of Word (`.docx`, `.docm`, `.dotx`: Office Open XML, ECMA-376 and ISO 29500,
//! Strict and Transitional) into blocks.
//!
//! Four steps: [`package`] opens the archive; [`content`] and [`inline`] read the XML into
//! [`pieces`], by [`styles`] and [`numbering`]; [`looks`] finds the headings, also those that only
//! look like one; [`layout`] puts columns and text boxes into one order, which [`output`] writes into
//! blocks.
//!
//! A Word file has no lines, so positions are those in a transcript: the text as it is read.
//! [`Document::places`] names them as an owner would: `under "Work", paragraph 3`.
//!
//! What is not meant for readers (comments, hidden text, deleted text, what a template asks for) is
//! in no block. The report counts it, without its wording.
//!
//! Memory is bounded: a file has at most 24 MiB, a part of it 32 MiB, all parts that are read 64 MiB,
//! and the XML of a part a million nodes of some 100 bytes and two million attributes of some 80. So XML
//! takes at most some 300 MB, and what is made of it about 2 kB a paragraph, of which there are at most
//! 250,000. An ordinary file takes a few MB. Time is linear, and every recursion ends with
//! the depth of elements ([`xml`]).

mod bracketed_headings;
mod bullets;
mod cell_styles;
mod content;
mod embedded;
mod fields;
mod frames;
mod inline;
mod label_cells;
mod layout;
mod lines;
mod links;
mod looks;
mod margins;
mod name;
mod name_lines;
mod numbering;
mod output;
mod package;
mod padded;
mod parts;
mod pictures;
mod pieces;
mod properties;
mod row_ends;
mod row_headings;
mod rows;
mod side_headings;
mod spaced_letters;
mod spans;
mod styles;
mod symbols;
mod typed_rules;
mod unstyled_sections;
mod xml;

pub(in crate::document) use package::is_file;

use super::front_matter::{Fact, FrontMatter};
use super::outline::Line;
use super::{Document, bulleted};
use output::Output;
use package::Package;
use parts::Parts;
use perfil_model::language::Tag;
use perfil_source::Problem;

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Result<Document, Problem> {
    let mut package = Package::open(bytes)?;
    let mut parts = Parts::of(&mut package)?;
    let mut pieces = std::mem::take(&mut parts.above);
    pieces.append(&mut parts.body);
    spaced_letters::join(&mut pieces);
    typed_rules::divide(&mut pieces);
    side_headings::split(&mut pieces);
    name_lines::join(&mut pieces);
    cell_styles::ignore(&mut pieces);
    let body = looks::find_headings(&mut pieces);
    let portrait = parts.portrait(&pieces, &mut package);
    pieces.append(&mut parts.below);
    let mut output = Output::new(body);
    let flow = lines::joined(layout::flow(pieces));
    output.write(flow);
    let (blocks, end, mut places, unsafe_links) = output.finish();
    let mut blocks = bulleted::headings(bulleted::lists(blocks));
    let mut front = FrontMatter::default();
    let mut language = None;
    let embedded = parts.embedded(&mut package, end);
    if !embedded.is_empty() {
        places.begin(end, "in an embedded page".to_owned());
    }
    for document in embedded {
        blocks.extend(document.blocks);
        front.facts.extend(document.front.facts);
        language = language.or(document.language);
    }
    if blocks.is_empty() {
        return Err(parts.no_text());
    }
    let mut report = parts.report();
    report.extend(unsafe_links);
    if language.is_none()
        && let Some((tag, is_stated)) = parts.language(&blocks)
    {
        front.facts.extend(is_stated.then(|| stated(&tag)));
        language = Some(tag);
    }
    let name = Parts::named(&mut package, &blocks);
    Ok(Document { blocks, name, report, language, places: Some(places), portrait, end, front })
}

/// Returns the language of a document as a fact.
fn stated(language: &Tag) -> Fact {
    let value = Line { text: language.to_string(), span: 0..0 };
    Fact { key: "language".to_owned(), outer: None, value, is_private: false }
}
