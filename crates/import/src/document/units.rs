//! Splits a section into the heads of its entries and what is below them. Headings, strong lines and
//! lines with dates are heads, whether they are in paragraphs, lists or tables.

mod dated;

use super::blocks::Block;
use super::bulleted::is_bullet;
use super::outline::Section;
use super::period::Dates;
use super::row_heads::{below_strong, head_and_told};
use super::sentences::is_ended;
use super::tables::{cell_of, in_order, is_column};
use super::text::Text;
use super::wrapped_prose::{is_prose, is_short};

/// The rank of a strong line, below those of headings.
pub(super) const STRONG: u8 = 7;
/// The rank of a line with dates.
pub(super) const DATED: u8 = 8;
/// The rank of an item of a list and of a row.
pub(super) const ITEM: u8 = 9;

/// The most words of a head besides its dates.
const MAX_WORDS: usize = 18;

/// A part of a section.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Unit {
    /// The head of an entry: its rank, as of headings, and its lines.
    Head {
        rank: u8,
        lines: Vec<Text>,
        is_dated: bool,
    },
    Body(Block),
}

/// Splits sections.
pub(super) struct Splitter<'a> {
    pub(super) dates: &'a Dates,
    pub(super) units: Vec<Unit>,
    /// Whether the last head has dates.
    pub(super) is_below_dated: bool,
    /// The highest rank of a line with dates.
    line: Option<u8>,
}

impl<'a> Splitter<'a> {
    pub(super) fn new(dates: &'a Dates) -> Self {
        Self { dates, units: Vec::new(), is_below_dated: false, line: None }
    }

    /// Splits everything below the heading of a section.
    pub(super) fn section(&mut self, section: &Section) {
        if !self.form_of_lines(&section.blocks) {
            section.blocks.iter().for_each(|block| self.block(block));
        }
        for inner in &section.sections {
            let is_dated = self.is_dated(&inner.title);
            self.head(inner.level, vec![inner.title.clone()], is_dated);
            self.section(inner);
        }
    }

    pub(super) fn head(&mut self, rank: u8, lines: Vec<Text>, is_dated: bool) {
        self.is_below_dated = is_dated || (self.is_below_dated && rank >= DATED);
        if is_dated && (STRONG..=DATED).contains(&rank) {
            self.line = Some(self.line.map_or(rank, |line| line.min(rank)));
        }
        self.units.push(Unit::Head { rank, lines, is_dated });
    }

    pub(super) fn body(&mut self, block: Block) {
        self.units.push(Unit::Body(block));
    }

    pub(super) fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(lines) if self.told_line(lines) || self.told_client(lines) => {}
            Block::Paragraph(lines) => self.paragraph(lines),
            Block::List { items, start } => self.list(items, *start),
            Block::Table(table) if self.form_of_table(table) => {}
            Block::Table(table) => {
                let head = std::iter::once(&table.head).filter(|head| !head.is_empty());
                let all: Vec<&Vec<Text>> = head.chain(&table.rows).collect();
                let is_row_dated = |row: &&&Vec<Text>| row.iter().any(|it| self.is_dated(it));
                // A table of two lines only places the parts of one head.
                let has_names = table.head.iter().any(is_column);
                if all.len() == 2 && !has_names && all.iter().filter(is_row_dated).count() == 1 {
                    let cells = all.into_iter().flatten().filter(|cell| !cell.is_empty());
                    return self.head(STRONG, cells.map(cell_of).collect(), true);
                }
                let rows = table.rows.iter().filter(|row| row.iter().any(|it| self.is_dated(it)));
                if rows.count() * 2 < table.rows.len() {
                    return self.body(block.clone());
                }
                // Rows after an entry that is no row are entries beside it.
                let rank = self.line.unwrap_or(ITEM);
                // Strong rows are above those that are not.
                let is_strong =
                    |row: &Vec<Text>| row.iter().all(|it| it.is_empty() || it.is_strong());
                let has_strong =
                    table.rows.iter().any(is_strong) && !table.rows.iter().all(is_strong);
                for row in &table.rows {
                    let cells = in_order(&table.head, row, |cell| self.is_dated(cell));
                    let is_dated = cells.iter().any(|cell| self.is_dated(cell));
                    if is_dated {
                        let is_above = has_strong && is_strong(row);
                        let below = if has_strong { DATED } else { rank };
                        let (head, told) = head_and_told(cells, |cell| self.is_dated(cell));
                        self.head(if is_above { STRONG } else { below }, head, true);
                        for line in told {
                            self.body(Block::Paragraph(vec![line]));
                        }
                    } else {
                        self.body(Block::Paragraph(cells));
                    }
                }
            }
            Block::Terms(terms) => {
                for (term, blocks) in terms {
                    self.term(term, blocks);
                }
            }
            Block::Heading { level, text } => {
                let is_dated = self.is_dated(text);
                self.head(*level, vec![text.clone()], is_dated);
            }
            Block::Rule => {}
            // Some set the dates below a heading as a quotation.
            Block::Quote(inner) => match inner.as_slice() {
                [Block::Paragraph(lines), rest @ ..]
                    if lines.iter().any(|line| self.is_dated(line)) =>
                {
                    self.paragraph(lines);
                    for block in rest {
                        self.body(block.clone());
                    }
                }
                _ => self.body(block.clone()),
            },
            Block::Code { .. } => self.body(block.clone()),
        }
    }

    /// Whether a line has dates, and little else, or is marked as the head of an entry.
    pub(super) fn is_dated(&self, line: &Text) -> bool {
        !line.parts.is_empty() || self.dated(line, false)
    }

    fn paragraph(&mut self, lines: &[Text]) {
        if let Some((head, text)) = self.run_in(lines, false) {
            self.head(DATED, vec![head], true);
            return self.body(text);
        }
        let dated: Vec<usize> = (0..lines.len())
            .filter(|at| lines.get(*at).is_some_and(|it| self.is_dated(it)))
            .collect();
        let is_headed = lines.first().is_some_and(|line| self.dated(line, true));
        if is_prose(lines) && !is_headed {
            return self.body(Block::Paragraph(lines.to_vec()));
        }
        match dated.as_slice() {
            [] => self.undated(lines),
            [_] => self.dated_lines(lines, true),
            [first, ..] => {
                // Each date begins an entry, or ends its head.
                let is_first = *first == 0;
                let mut start = 0;
                for (index, at) in dated.iter().enumerate() {
                    let next = dated.get(index + 1).copied().unwrap_or(lines.len());
                    let end = match is_first {
                        true => next,
                        false if index + 1 == dated.len() => lines.len(),
                        false => at + 1,
                    };
                    self.dated_lines(lines.get(start..end).unwrap_or_default(), start == 0);
                    start = end;
                }
            }
        }
    }

    /// Splits lines without dates: strong ones at the start are a head.
    fn undated(&mut self, lines: &[Text]) {
        let is_title = |line: &Text| {
            let plain = line.plain();
            let after = plain.get(line.strong_start()..).unwrap_or_default();
            let rest = after.trim_start();
            let strong = plain.get(..line.strong_start()).unwrap_or_default().trim_end();
            let is_begun = strong.chars().count() > 2
                && (after.starts_with('\t')
                    || rest.starts_with(|c: char| "|,–—-·•(@/，".contains(c)))
                && plain.split_whitespace().count() <= MAX_WORDS;
            let is_text = |it: &str| it.ends_with([':', '：']) || is_ended(it);
            (line.is_strong() || is_begun)
                && plain.chars().count() <= 120
                && !is_text(strong)
                && !is_text(plain.trim_end())
                && !super::adopted::says_within_job(&plain)
        };
        let strong = lines.iter().take_while(|line| is_title(line)).count();
        if strong == 0 {
            return self.body(Block::Paragraph(lines.to_vec()));
        }
        let set = lines.iter().skip(strong).take_while(|it| it.is_emphasized() && is_short(it));
        let (head, rest) = lines.split_at(strong + set.count());
        self.head(STRONG, head.to_vec(), false);
        if !rest.is_empty() {
            self.body(Block::Paragraph(rest.to_vec()));
        }
    }

    /// Splits lines of which one has dates; those that are not the first of a paragraph may begin with text of the
    /// entry above.
    pub(super) fn dated_lines(&mut self, lines: &[Text], is_first: bool) {
        let Some(at) = lines.iter().position(|line| self.is_dated(line)) else {
            return self.undated(lines);
        };
        let is_titled_strong = at <= 2 && lines.first().is_some_and(Text::is_strong);
        let is_above = |line: &&Text| {
            let plain = line.plain();
            // The name of an organisation may be long, below a strong title.
            let is_long = is_titled_strong
                && line.is_broken
                && plain.chars().count() <= 160
                && !is_ended(&plain);
            is_short(line) || is_long
        };
        let before = lines.iter().take(at).rev().take_while(is_above).count();
        let before = if is_first {
            before
        } else {
            below_strong(lines.get(at - before..at).unwrap_or_default())
        };
        let start = at - before;
        if start > 0 {
            self.body(Block::Paragraph(lines.get(..start).unwrap_or_default().to_vec()));
        }
        let is_more = |line: &&Text| {
            let words = line.plain().split_whitespace().count();
            is_short(line)
                && !line.plain().starts_with(is_bullet)
                && (line.is_strong()
                    || line.is_emphasized()
                    || (line.is_broken && words <= 8 && !line.plain().ends_with([':', '：']))
                    || (before == 0 && line.strong_start() > 0))
        };
        // The title may be the item of a list that ends above its dates.
        let is_titled = before == 0
            && matches!(self.units.last(), Some(Unit::Body(Block::List { start: Some(_), items })) if items.len() == 1);
        let most = if is_titled { 0 } else { 2 };
        let after = lines.iter().skip(at + 1).take_while(is_more).take(most).count();
        let end = at + 1 + after;
        let head = lines.get(start..end).unwrap_or_default().to_vec();
        let is_strong = head.iter().any(|line| line.strong_start() > 0);
        self.head(if is_strong { STRONG } else { DATED }, head, true);
        if end < lines.len() {
            self.body(Block::Paragraph(lines.get(end..).unwrap_or_default().to_vec()));
        }
    }
}
