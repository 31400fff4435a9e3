//! Reads the XML of text into pieces: paragraphs, tables and text boxes, with tracked changes
//! accepted, and without what is not meant for readers.

use super::super::headings::matched;
use super::super::vocabulary::label;
use super::fields::Fields;
use super::frames::{self, Frame};
use super::numbering::{DEEPEST, Marker, Numbering};
use super::package::Relations;
use super::padded;
use super::pictures::Picture;
use super::pieces::without_rule;
use super::pieces::{Cell, Item, Letters, Look, Margin, Paragraph, Piece, Row, Span, Table};
use super::properties::{ParagraphProperties, RunProperties};
use super::styles::{Style, Styles};
use super::xml::{Element, attribute, child, elements, is_on, name, relation, value};
use std::collections::BTreeMap;

/// What all parts of a document share.
pub(super) struct Definitions {
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
}

/// What was left out, and what else was seen.
#[derive(Default)]
pub(super) struct Seen {
    /// How many pieces of hidden text there are.
    pub(super) hidden: usize,
    /// How many fields of a template are not filled in.
    pub(super) placeholders: usize,
    /// How many parts are documents in a format that is not read.
    pub(super) embedded: usize,
    /// The paths of the parts that are documents in another format.
    pub(super) chunks: Vec<String>,
    pub(super) charts: usize,
    /// The identifiers of footnotes and endnotes, in the order of the text.
    pub(super) notes: Vec<(&'static str, String)>,
    pub(super) pictures: Vec<Picture>,
    /// How many pictures there are.
    pub(super) images: usize,
    /// How many letters are in each language.
    pub(super) languages: BTreeMap<String, usize>,
    /// How many paragraphs were read.
    pub(super) paragraphs: usize,
}

/// The reader of a part.
pub(super) struct Reader<'r> {
    pub(super) definitions: &'r Definitions,
    pub(super) relations: &'r Relations,
    pub(super) margin: Option<Margin>,
    pub(super) seen: &'r mut Seen,
    pub(super) fields: Fields,
    /// Whether the last paragraph was empty.
    pub(super) is_apart: bool,
}

/// A paragraph while it is read.
pub(super) struct Open {
    pub(super) paragraph: Paragraph,
    pub(super) letters: Letters,
    pub(super) base: RunProperties,
    /// The text boxes that are anchored in it, each with its place on the page.
    pub(super) boxes: Vec<(Option<Frame>, Vec<Piece>)>,
}

impl Reader<'_> {
    /// Reads everything in an element.
    pub(super) fn blocks(&mut self, parent: Element, pieces: &mut Vec<Piece>) {
        for element in elements(parent) {
            match name(element) {
                "p" => self.paragraph(element, pieces),
                "tbl" => {
                    let table = self.table(element);
                    pieces.push(Piece::Table(table));
                }
                "sdt" => {
                    if let Some(content) = self.filled(element) {
                        self.blocks(content, pieces);
                    }
                }
                "AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.blocks(chosen, pieces);
                    }
                }
                "customXml" | "smartTag" | "ins" | "moveTo" => self.blocks(element, pieces),
                "altChunk" => {
                    match relation(element, "id").and_then(|id| self.relations.part(id)) {
                        Some(path) => self.seen.chunks.push(path.to_owned()),
                        None => self.seen.embedded += 1,
                    }
                }
                _ => {}
            }
        }
    }

    /// Returns the content of a content control, unless it only says what to write there.
    pub(super) fn filled<'a, 'i>(&mut self, control: Element<'a, 'i>) -> Option<Element<'a, 'i>> {
        let properties = child(control, "sdtPr");
        let content = child(control, "sdtContent");
        if properties.and_then(|it| is_on(it, "showingPlcHdr")) == Some(true)
            && !content.is_some_and(is_title)
        {
            self.seen.placeholders += 1;
            return None;
        }
        content
    }

    fn paragraph(&mut self, element: Element, pieces: &mut Vec<Piece>) {
        let properties = child(element, "pPr");
        let id = properties.and_then(|it| value(it, "pStyle"));
        let style = self.definitions.styles.paragraph(id);
        let own = ParagraphProperties::of(properties);
        let stated = own.over(&style.paragraph);
        let mut paragraph = Paragraph {
            number: self.seen.paragraphs,
            role: style.role,
            outline: stated.outline.filter(|level| *level < 9).map(|level| level.min(5) + 1),
            list: self.item(&own, &style),
            margin: self.margin,
            look: Look {
                style: id.unwrap_or_default().to_owned(),
                has_rule: stated.has_rule == Some(true),
                is_shaded: stated.is_shaded == Some(true),
                is_centered: stated.is_centered == Some(true),
                ..Look::default()
            },
            ..Paragraph::default()
        };
        // The mark between this and the paragraph above was deleted.
        if let Some(Piece::Paragraph(before)) =
            pieces.pop_if(|it| matches!(it, Piece::Paragraph(it) if it.is_open))
        {
            paragraph = Paragraph { is_open: false, ..before };
        }
        if paragraph.lines.is_empty() {
            paragraph.lines.push(Vec::new());
        }
        let mut open =
            Open { paragraph, letters: Letters::default(), base: style.run, boxes: Vec::new() };
        self.inline(element, &mut open);
        let Open { mut paragraph, letters, boxes, .. } = open;
        letters.describe(&mut paragraph.look);
        let mark = properties.and_then(|it| child(it, "rPr"));
        paragraph.is_open = mark.is_some_and(|it| child(it, "del").is_some());
        paragraph.unsafe_links.append(&mut self.fields.unsafe_links);
        pieces.extend(frames::ordered(boxes));
        self.seen.paragraphs += 1;
        paragraph.is_apart |= std::mem::replace(&mut self.is_apart, paragraph.is_empty());
        paragraph.lines.iter_mut().for_each(without_rule);
        paragraph.lines = paragraph.lines.into_iter().flat_map(padded::broken).collect();
        if !paragraph.is_empty() || paragraph.is_open || !paragraph.unsafe_links.is_empty() {
            pieces.extend(divided(paragraph).into_iter().map(Piece::Paragraph));
        }
    }

    /// Returns which item of which list a paragraph is.
    fn item(&self, own: &ParagraphProperties, style: &Style) -> Option<Item> {
        let list =
            own.list.as_deref().or(style.paragraph.list.as_deref()).filter(|id| *id != "0")?;
        let level = own.list_level.or(style.paragraph.list_level).unwrap_or_default();
        let level = level.min(DEEPEST);
        let (marker, start) = self.definitions.numbering.level(list, level);
        let start = match marker {
            Marker::Nothing => return None,
            Marker::Bullet => None,
            Marker::Number => Some(start),
        };
        Some(Item { list: list.to_owned(), level, start })
    }

    fn table(&mut self, element: Element) -> Table {
        let mut table = Table::default();
        self.rows(element, &mut table);
        table
    }

    fn rows(&mut self, parent: Element, table: &mut Table) {
        for element in elements(parent) {
            match name(element) {
                "tr" => {
                    let properties = child(element, "trPr");
                    if properties.is_some_and(|it| child(it, "del").is_some()) {
                        continue;
                    }
                    let is_head = properties.and_then(|it| is_on(it, "tblHeader")) == Some(true);
                    let mut row = Row { cells: Vec::new(), is_head };
                    self.cells(element, &mut row);
                    table.rows.push(row);
                }
                "sdt" => {
                    if let Some(content) = self.filled(element) {
                        self.rows(content, table);
                    }
                }
                "customXml" | "ins" | "moveTo" => self.rows(element, table),
                _ => {}
            }
        }
    }

    fn cells(&mut self, parent: Element, row: &mut Row) {
        for element in elements(parent) {
            match name(element) {
                "tc" => {
                    let properties = child(element, "tcPr");
                    if properties.is_some_and(|it| child(it, "cellDel").is_some()) {
                        continue;
                    }
                    let columns = properties.and_then(|it| value(it, "gridSpan"));
                    let columns = columns.and_then(|it| it.parse().ok()).unwrap_or(1);
                    // Of cells that are one, only the first is shown.
                    let is_hidden = ["vMerge", "hMerge"].into_iter().any(|merge| {
                        let merge = properties.and_then(|it| child(it, merge));
                        merge.is_some_and(|it| attribute(it, "val") != Some("restart"))
                    });
                    let mut cell = Cell { columns, pieces: Vec::new() };
                    if !is_hidden {
                        self.blocks(element, &mut cell.pieces);
                    }
                    row.cells.push(cell);
                }
                "sdt" => {
                    if let Some(content) = self.filled(element) {
                        self.cells(content, row);
                    }
                }
                "customXml" | "ins" | "moveTo" => self.cells(element, row),
                _ => {}
            }
        }
    }
}

/// Whether a text is that of a template and nevertheless meant: a heading or a label, which owners leave.
fn is_title(content: Element) -> bool {
    let texts = content.descendants().filter(|it| name(*it) == "t");
    let text: String = texts.filter_map(|it| it.text()).collect();
    let text = text.trim().trim_end_matches([':', '：']);
    matched(text).is_some_and(|found| found.is_exact) || label(text).is_some()
}

/// Divides a paragraph whose lines are several: some write a whole page with line breaks. Empty lines,
/// and strong ones that name a section, begin another.
fn divided(paragraph: Paragraph) -> Vec<Paragraph> {
    let is_blank = |line: &[Span]| line.iter().all(|it| it.text.trim().is_empty());
    let lines = paragraph.lines.iter().filter(|line| !is_blank(line)).count();
    if lines < 2 {
        let begins_blank = paragraph.lines.first().is_some_and(|line| is_blank(line));
        let mut paragraph = paragraph;
        paragraph.is_apart |= begins_blank;
        paragraph.lines.retain(|line| !is_blank(line));
        return vec![paragraph];
    }
    let is_title = |line: &[Span]| {
        let plain: String = line.iter().map(|it| it.text.as_str()).collect();
        let text = plain.trim().trim_end_matches([':', '：']);
        line.iter().all(|it| it.style.strong || it.text.trim().is_empty())
            && matched(text).is_some_and(|found| found.is_exact)
    };
    let empty = Paragraph { lines: Vec::new(), unsafe_links: Vec::new(), ..paragraph.clone() };
    let mut all = vec![Paragraph { unsafe_links: paragraph.unsafe_links, ..empty.clone() }];
    let mut is_apart = false;
    let mut is_below = false;
    for line in paragraph.lines {
        if is_blank(&line) {
            is_apart = true;
            continue;
        }
        let is_title = is_title(&line);
        let is_first = all.last().is_none_or(|it| it.lines.is_empty());
        if (is_apart || is_title || is_below) && !is_first {
            all.push(Paragraph { is_apart, list: None, ..empty.clone() });
        }
        if let Some(last) = all.last_mut() {
            last.look.is_strong |= is_title;
            last.lines.push(line);
        }
        (is_apart, is_below) = (false, is_title);
    }
    all
}

/// Returns one of the forms in which the same content is written for newer and older programs.
pub(super) fn chosen<'a, 'i>(alternatives: Element<'a, 'i>) -> Option<Element<'a, 'i>> {
    let holds = |form: &Element| {
        form.descendants().any(|it| {
            let name = name(it);
            matches!(name, "txbxContent" | "blip" | "imagedata" | "t" | "tab" | "br" | "sym")
                || matches!(name, "relIds" | "chart")
        })
    };
    let is_form = |it: &Element| matches!(name(*it), "Choice" | "Fallback");
    elements(alternatives).filter(is_form).find(holds)
}
