//! The headers and footers of pages. The letterhead is often there; what only repeats the text, or
//! counts pages, is left out.

use super::super::contacts::is_contact;
use super::super::headings::is_about_document;
use super::super::text::Text;
use super::pieces::{Paragraph, Piece, each};
use super::xml::{Element, attribute, child, is_on, name, relation};
use std::collections::HashSet;

/// Words beside the numbers of pages.
const PAGES: [&str; 26] = [
    "page",
    "pages",
    "of",
    "p",
    "seite",
    "von",
    "pagina",
    "de",
    "del",
    "di",
    "su",
    "side",
    "av",
    "af",
    "sida",
    "strona",
    "z",
    "str",
    "стр",
    "страница",
    "из",
    "sur",
    "sayfa",
    "oldal",
    "lk",
    "sivu",
];

/// The most digits of the number of a page.
const MAX_PAGE_DIGITS: usize = 3;

/// A header or footer that a document refers to.
pub(super) struct Reference {
    /// The identifier of its part.
    pub(super) id: String,
    pub(super) is_header: bool,
    /// Whether it is on the first page.
    pub(super) is_first: bool,
}

/// Returns the headers and footers of a document, those of the first page first.
pub(super) fn references(root: Element) -> Vec<Reference> {
    let mut all: Vec<Reference> = Vec::new();
    for (index, section) in root.descendants().filter(|it| name(*it) == "sectPr").enumerate() {
        let kind = if is_on(section, "titlePg") == Some(true) { "first" } else { "default" };
        let has = |end: &str| {
            section
                .children()
                .any(|it| name(it) == end && attribute(it, "type").unwrap_or("default") == kind)
        };
        for element in section.children() {
            let is_header = match name(element) {
                "headerReference" => true,
                "footerReference" => false,
                _ => continue,
            };
            let Some(id) = relation(element, "id") else { continue };
            if all.iter().any(|known| known.id == id) {
                continue;
            }
            let own = attribute(element, "type").unwrap_or("default");
            let is_only = !has(name(element)) && own == "default";
            let is_first = index == 0 && (own == kind || is_only);
            all.push(Reference { id: id.to_owned(), is_header, is_first });
        }
    }
    all.sort_by_key(|it| !it.is_first);
    all
}

/// Returns the notes of a part, by their identifiers.
pub(super) fn note<'a, 'i>(root: Element<'a, 'i>, id: &str) -> Option<Element<'a, 'i>> {
    let is_note = |it: &Element| {
        matches!(name(*it), "footnote" | "endnote")
            && attribute(*it, "id") == Some(id)
            && !matches!(attribute(*it, "type"), Some("separator" | "continuationSeparator"))
    };
    root.children().find(is_note)
}

/// The number of comments of a part.
pub(super) fn comments(root: Element) -> usize {
    root.children().filter(|it| name(*it) == "comment" && child(*it, "p").is_some()).count()
}

/// What a document says, to find what only repeats it.
#[derive(Default)]
pub(super) struct Said {
    lines: HashSet<String>,
    words: HashSet<String>,
}

impl Said {
    /// Adds what pieces say.
    pub(super) fn add(&mut self, pieces: &[Piece]) {
        each(pieces, &mut |paragraph| {
            self.lines.insert(words(&paragraph.plain()).join(" "));
            for at in 0..paragraph.lines.len() {
                let words = words(&paragraph.line(at));
                self.lines.insert(words.join(" "));
                self.words.extend(words);
            }
        });
    }

    /// Keeps of a header or footer what is said nowhere else.
    pub(super) fn without_repeated(&self, pieces: Vec<Piece>, is_first: bool) -> Vec<Piece> {
        let is_new = |paragraph: &Paragraph| {
            let words = words(&paragraph.plain());
            let is_number = |word: &String| word.chars().all(|c| c.is_ascii_digit());
            let is_of_page = |word: &String| {
                is_number(word) || PAGES.contains(&word.as_str()) || is_about_document(word)
            };
            let numbers = words.iter().filter(|word| is_number(word)).count();
            let is_page = words.iter().all(is_of_page) && numbers < 3 && !has_link(paragraph);
            let is_said = self.lines.contains(&words.join(" "))
                || (!is_first
                    && words.iter().all(|word| is_of_page(word) || self.words.contains(word)));
            !is_page && !is_said
        };
        kept(pieces, &is_new)
    }
}

fn has_link(paragraph: &Paragraph) -> bool {
    paragraph.lines.iter().flatten().any(|span| span.link.is_some())
}

fn kept(pieces: Vec<Piece>, is_new: &dyn Fn(&Paragraph) -> bool) -> Vec<Piece> {
    let mut all = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Paragraph(paragraph) if is_new(&paragraph) => {
                all.push(Piece::Paragraph(without_page(paragraph)));
            }
            Piece::Paragraph(_) => {}
            Piece::TextBox(pieces) => all.push(Piece::TextBox(kept(pieces, is_new))),
            Piece::Table(mut table) => {
                for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                    cell.pieces = kept(std::mem::take(&mut cell.pieces), is_new);
                }
                all.push(Piece::Table(table));
            }
        }
    }
    all
}

/// Removes the number of a page after a gap, and the words beside it: `Mira Solano  Page 2`.
fn without_page(mut paragraph: Paragraph) -> Paragraph {
    let is_of_page = |word: &String| {
        let is_number = word.len() <= MAX_PAGE_DIGITS && word.chars().all(|c| c.is_ascii_digit());
        is_number || PAGES.contains(&word.as_str())
    };
    for line in &mut paragraph.lines {
        let plain: String = line.iter().map(|span| span.text.as_str()).collect();
        let Some(gap) = plain.rfind('\t') else { continue };
        let after = words(plain.get(gap..).unwrap_or_default());
        if after.is_empty() || !after.iter().all(is_of_page) {
            continue;
        }
        let mut left = gap;
        for span in line.iter_mut() {
            let length = span.text.len();
            span.text.truncate(left);
            left = left.saturating_sub(length);
        }
        line.retain(|span| !span.text.is_empty());
    }
    paragraph
}

/// Whether pieces tell how to reach somebody.
pub(super) fn have_contact(pieces: &[Piece]) -> bool {
    super::pieces::any(pieces, |paragraph| {
        has_link(paragraph) || is_contact(&Text::of(&paragraph.plain(), 0..0))
    })
}

fn words(text: &str) -> Vec<String> {
    let folded = perfil_text::fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}
