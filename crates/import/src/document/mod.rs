//! Documents as profiles: a CV that somebody wrote for people, in any form.
//!
//! Reading has two halves, which know nothing of each other:
//!
//! 1. A reader of one format makes **blocks** ([`blocks`]): headings with a level, paragraphs line by
//!    line, lists, tables, quotations, terms. Their texts ([`text`]) are pieces in one style each, with
//!    their links and their positions in the file. [`markdown`] (with [`html`] inside it),
//!    [`plain_text`] and [`web_page`] are such readers; those of Word and PDF make the same blocks.
//! 2. One **understanding** makes a profile of the blocks, whatever they came from: [`outline`] finds
//!    the name and the sections, [`opening`] reads the letterhead, [`headings`] say what each section
//!    is about, [`units`] and [`entries`] find the entries by their dates ([`period`]) and headings,
//!    [`head`] says which part of a head is what (with [`towns`], [`lengths`] and [`sentences`]; all
//!    heads agree in [`role_order`]), [`subtitles`] are titles within entries, and
//!    [`timeline`], [`kinds`] and [`generic`] write the sections.
//!
//! [`spoken`] finds the language of the whole, [`foreign`] marks what is surely in another one, and
//! [`introductions`] find a name that only a sentence says.
//!
//! Nothing is lost: what is not understood stays as text where it was, and [`kept`] adds what an error in the
//! understanding would drop. Texts are escaped where they are written as Markdown ([`written`]), so no reader
//! escapes anything. Nesting is bounded by the [`builder`], and every step takes linear time.

mod address;
mod adopted;
mod blocks;
mod builder;
mod bulleted;
mod change_notes;
mod column_names;
mod contacts;
mod containers;
mod dated_terms;
mod dates_above;
mod dates_at_ends;
mod dates_below;
mod displaced_entries;
mod displaced_letterhead;
mod elements;
mod employment_rows;
mod encoding;
mod endings;
mod entries;
mod entry_body;
mod entry_groups;
mod firm_lines;
mod firm_periods;
mod firms_above;
mod firms_below;
mod foreign;
mod front_fields;
mod front_keys;
mod front_matter;
mod gaps;
mod generic;
mod head;
mod head_joins;
mod head_parts;
mod heading_sides;
mod headings;
mod html;
mod inner_projects;
mod introductions;
mod kept;
mod kinds;
mod language_items;
mod lengths;
mod letterhead;
mod listed_entries;
pub(crate) mod lists;
mod markdown;
mod markup;
mod open_ranges;
mod opening;
mod ornaments;
pub(crate) mod outline;
mod overviews;
pub(crate) mod pairs;
mod pdf;
mod period;
mod person;
mod plain_lines;
mod plain_text;
mod projects;
mod raised_firms;
mod repeated_titles;
mod role_order;
mod role_periods;
mod row_heads;
mod section_entries;
mod sections;
mod sentences;
mod skills;
mod small_headings;
mod sole_jobs;
mod spoken;
mod stated_names;
mod subtitles;
mod tables;
mod tables_of_lines;
mod text;
mod timeline;
mod titles;
mod told_jobs;
mod towns;
mod units;
mod until;
mod vocabulary;
mod web_page;
mod wide_labels;
mod word;
mod wrapped_prose;
mod written;

pub(crate) use sections::Sections;

pub use encoding::decoded_here;
pub use pdf::listed_glyph_here;

use crate::tree::{list, member, object, version};
use crate::{Kind, Source, exported, parsed::Parsed, places::Places};
use blocks::{Block, lines};
use encoding::Decoded;
use front_matter::FrontMatter;
use headings::Topic;
use opening::Opening;
use outline::Outline;
use perfil_model::language::Tag;
use perfil_source::{Member, Node, Problem, Value};
use period::Dates;
use stated_names::Named;
use std::ops::Range;

/// A document as the reader of its format leaves it.
#[derive(Default)]
struct Document {
    front: FrontMatter,
    blocks: Vec<Block>,
    /// What was left out.
    report: Vec<Problem>,
    /// The language of its texts, if it says so.
    language: Option<Tag>,
    /// What positions in it mean, if it is no text.
    places: Option<Places>,
    portrait: Option<Vec<u8>>,
    /// Whom it names as its author or in its title.
    name: Option<Named>,
    /// The position of its end.
    end: usize,
}

/// Returns the format of a document: of one that is no text, by its content, since file names are
/// easily wrong, and of others by its file name.
pub(super) fn kind(file: &Source) -> Option<Kind> {
    let named = Kind::of_document(file.name);
    if pdf::is_file(file.bytes) {
        return Some(Kind::Pdf);
    }
    if word::is_file(file.bytes) {
        return Some(Kind::Word);
    }
    // A page is one whatever its name says, as one that somebody saved as a text.
    if web_page::is_file(file.bytes) {
        return Some(Kind::WebPage);
    }
    named.filter(|kind| !matches!(kind, Kind::Word | Kind::Pdf))
}

/// Reads a document.
pub(super) fn parse(file: &Source, kind: Kind) -> Result<Parsed, Problem> {
    let (document, offset) = match kind {
        Kind::Word => (word::read(file.bytes)?, 0),
        Kind::Pdf => (pdf::read(file.bytes)?, 0),
        Kind::WebPage => (web_page::read(file.bytes)?, 0),
        _ => {
            let Decoded { text, offset, places, mut report } = encoding::of_text(file.bytes)?;
            let own = if kind == Kind::Markdown { exported::parse(&text) } else { None };
            if let Some((node, found)) = own {
                report.extend(found.into_iter().map(|problem| problem.moved(offset)));
                let node = without_empty(node).moved(offset);
                return Ok(Parsed { report, places, ..Parsed::of(node, kind) });
            }
            let mut document = read(&text, kind);
            document.report.splice(0..0, report);
            document.places = places;
            (document, offset)
        }
    };
    Ok(understood(document, file, kind, offset))
}

/// Makes a profile of a document, whose positions begin at an offset of its file.
fn understood(mut document: Document, file: &Source, kind: Kind, offset: usize) -> Parsed {
    let blocks = employment_rows::joined(ornaments::left_out(document.blocks));
    document.blocks = headings::levels::evened(displaced_letterhead::restored(blocks));
    let lines = lines(&document.blocks);
    let spoken = spoken::of_blocks(&document.blocks, &lines);
    let languages = spoken::with_declared(spoken, document.language.take());
    let dates = Dates::of(&lines, languages.clone());
    let Document { front, blocks, mut report, places, portrait, name, end, .. } = document;
    let blocks = column_names::known(tables_of_lines::joined(blocks, &dates), &dates);
    let blocks = dates_at_ends::moved(small_headings::raised(blocks), &dates);
    let blocks = change_notes::left_out(blocks, &dates, &mut report);
    let blocks = inner_projects::within_jobs(open_ranges::joined(blocks, &dates), &dates);
    let name = name.unwrap_or_else(|| Named::by(file.name));
    let node = understand(&front, blocks, &dates, &name, end, &mut report);
    let report = report.into_iter().map(|problem| problem.moved(offset)).collect();
    let language = languages.into_iter().next();
    let own = node.get("language").and_then(Node::as_str).and_then(Tag::parse);
    let own = own.as_ref().or(file.language.as_ref()).or(language.as_ref());
    let node = foreign::marked(without_empty(node), own).moved(offset);
    Parsed { report, language, places, portrait, ..Parsed::of(node, kind) }
}

/// Reads the blocks of a document that is a text.
fn read(text: &str, kind: Kind) -> Document {
    let end = text.len();
    if kind == Kind::PlainText {
        let blocks = plain_text::read(text);
        return Document { blocks, end, ..Document::default() };
    }
    let front = front_matter::read(text);
    let (blocks, unsafe_links) = markdown::read(text, front.end);
    let blocks = if let [Block::Code { text: code, .. }] = blocks.as_slice()
        && let Some(start) = text.find(code.as_str())
    {
        // A plain text that a page shows as it is. The empty lines keep the positions.
        let placed = format!("{}{code}", "\n".repeat(start));
        plain_text::read(&placed)
    } else {
        blocks
    };
    let blocks = bulleted::headings(bulleted::lists(bulleted::unwrapped(blocks)));
    let report = unsafe_links.into_iter().map(unsafe_link).collect();
    Document { front, blocks, report, end, ..Document::default() }
}

/// Reports a link that is left out, by its scheme, which is empty if it leads to a file beside the
/// document.
fn unsafe_link((scheme, span): (String, Range<usize>)) -> Problem {
    let message = match scheme.as_str() {
        "" => "a relative link leads nowhere on a site, so it is left out".to_owned(),
        scheme => format!("a link to {scheme:?} is not safe to publish, so it is left out"),
    };
    let remedy = "Link to a page, to an e-mail address or to a number.";
    Problem::warning(Some(span), message, remedy)
}

/// Makes a profile of blocks. `name` is whom the file names; `end` is the length of the file.
fn understand(
    front: &FrontMatter,
    blocks: Vec<Block>,
    dates: &Dates,
    name: &Named,
    end: usize,
    report: &mut Vec<Problem>,
) -> Node {
    let words = kept::Words::of(&blocks, dates);
    let mut outline = Outline::of(blocks, dates);
    let mut opening = Opening::of(front, &mut outline, name, dates);
    report.append(&mut opening.report);
    let ending = outline.sections.last_mut().map(|last| endings::taken(last, dates));
    let all = outline.with_entries_together(dates);
    let mut sections = Sections::new();
    sections.know(&all);
    sections.opening(&std::mem::take(&mut opening.rest), dates);
    for section in all {
        let section = &section;
        // Ways to reach the person are in the head of a page.
        let is_taken = section.topic() == Some(Topic::Contact)
            && section.blocks.iter().all(|block| *block == Block::Rule)
            && section.sections.is_empty();
        if !is_taken {
            sections.add(section, dates);
        }
    }
    sections.closing(&ending.unwrap_or_default());
    let mut fields: Vec<_> = std::iter::once(version(0..0)).chain(opening.fields).collect();
    sections.closing(&words.missing(&fields, &sections.done));
    person::narrow_name(&mut fields);
    let done = sole_jobs::marked(overviews::joined(sections.done));
    fields.push(member("sections", list(done, 0..end)));
    object(fields, 0..end)
}

/// Removes empty texts: `- **Backend:**` is a term without an explanation.
fn without_empty(node: Node) -> Node {
    let has_text = |node: &Node| node.as_str().is_none_or(|text| !text.trim().is_empty());
    let value = match node.value {
        Value::Object(members) => {
            let members = members.into_iter().filter(|member| has_text(&member.value));
            let cleaned = |member: Member| Member { value: without_empty(member.value), ..member };
            Value::Object(members.map(cleaned).collect())
        }
        Value::Array(elements) => {
            Value::Array(elements.into_iter().filter(has_text).map(without_empty).collect())
        }
        other => other,
    };
    Node { value, span: node.span }
}
