//! Writes the flow of a document into blocks, with positions in a transcript: the text as it is read,
//! which exists only as a length.

use super::super::blocks::Block;
use super::super::builder::Builder;
use super::super::containers::Container;
use super::super::gaps::{with_gaps, without_controls};
use super::super::plain_lines::is_rule;
use super::super::unsafe_link;
use super::bullets;
use super::layout::Flow;
use super::looks::Body;
use super::pieces::{Item, Margin, Paragraph, Piece, Row, Span};
use super::spans::{trim, without_gaps};
use super::styles::Role;
use crate::places::Places;
use perfil_source::Problem;
use std::collections::HashMap;

/// What is written so far.
pub(super) struct Output {
    builder: Builder,
    body: Body,
    /// The length of the transcript.
    pub(super) end: usize,
    pub(super) places: Places,
    pub(super) report: Vec<Problem>,
    /// The open lists, the innermost last.
    lists: Vec<Item>,
    /// The last number of each level of each list.
    numbers: HashMap<String, Vec<u64>>,
    /// Whether another column has begun.
    is_broken: bool,
    /// The heading above, and how many paragraphs are below it.
    heading: Option<String>,
    paragraphs: usize,
}

impl Output {
    pub(super) fn new(body: Body) -> Self {
        Self {
            builder: Builder::new(),
            body,
            end: 1,
            places: Places::default(),
            report: Vec::new(),
            lists: Vec::new(),
            numbers: HashMap::new(),
            is_broken: false,
            heading: None,
            paragraphs: 0,
        }
    }

    /// Writes a document.
    pub(super) fn write(&mut self, mut flow: Vec<Flow>) {
        bullets::typed(&mut flow);
        for piece in flow {
            match piece {
                Flow::Paragraph(paragraph) => self.paragraph(paragraph),
                Flow::Table(rows, number) => {
                    self.close_lists(0);
                    self.table(&rows, number);
                }
                Flow::Break => self.is_broken = true,
            }
        }
        self.close_lists(0);
    }

    /// Returns the blocks.
    pub(super) fn finish(self) -> (Vec<Block>, usize, Places, Vec<Problem>) {
        (self.builder.finish(), self.end, self.places, self.report)
    }

    fn paragraph(&mut self, paragraph: Paragraph) {
        let start = self.end;
        // A list can go on in the cell beside it.
        let last = self.lists.last().map(|open| (&open.list, open.level));
        let goes_on = paragraph.list.as_ref().map(|item| (&item.list, item.level)) == last;
        if std::mem::take(&mut self.is_broken) && !goes_on {
            self.close_lists(0);
        }
        if !paragraph.is_empty() {
            self.place(&paragraph);
        }
        let lines: Vec<Vec<Span>> = paragraph.lines.iter().map(|line| without_gaps(line)).collect();
        match (paragraph.level, &paragraph.list) {
            (Some(level), _) => {
                self.close_lists(0);
                self.heading(level, lines);
            }
            (None, Some(item)) => {
                self.item(item);
                self.lines(&lines);
            }
            (None, None) if is_rule(paragraph.plain().as_str()) => {
                self.close_lists(0);
                self.builder.add(Block::Rule);
            }
            (None, None) => {
                // A continuation belongs to the item above it.
                if paragraph.role != Role::Continuation {
                    self.close_lists(0);
                }
                self.lines(&lines);
            }
        }
        self.builder.flush();
        for scheme in paragraph.unsafe_links {
            self.report.push(unsafe_link((scheme, start..self.end)));
        }
        self.end += 1;
    }

    /// Names the place where a paragraph begins.
    fn place(&mut self, paragraph: &Paragraph) {
        let place = match (paragraph.margin, paragraph.level) {
            (Some(Margin::Header), _) => "in the header".to_owned(),
            (Some(Margin::Footer), _) => "in the footer".to_owned(),
            (Some(Margin::Note), _) => "in a note".to_owned(),
            (None, Some(_)) => {
                let text = paragraph.plain();
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                self.paragraphs = 0;
                let place = format!("heading {text:?}");
                self.heading = Some(text);
                place
            }
            (None, None) => {
                self.paragraphs += 1;
                match &self.heading {
                    Some(heading) => format!("under {heading:?}, paragraph {}", self.paragraphs),
                    None => format!("paragraph {}", self.paragraphs),
                }
            }
        };
        self.places.begin(self.end, place);
    }

    fn heading(&mut self, level: u8, lines: Vec<Vec<Span>>) {
        let mut lines = lines.into_iter().filter(|line| !is_blank(line));
        let Some(mut first) = lines.next() else { return };
        let is_whole = |is_set: fn(&Span) -> bool, line: &[Span]| {
            line.iter().all(|span| is_set(span) || span.text.trim().is_empty())
        };
        // A heading is strong by being one.
        if is_whole(|it| it.style.strong, &first) {
            for span in &mut first {
                span.style.strong = false;
            }
        }
        if is_whole(|it| it.style.emphasis, &first) {
            for span in &mut first {
                span.style.emphasis = false;
            }
        }
        trim(&mut first);
        self.builder.start(Container::Heading(level));
        self.spans(&first);
        self.builder.end(|it| matches!(it, Container::Heading(_)));
        let rest: Vec<Vec<Span>> = lines.collect();
        self.lines(&rest);
    }

    /// Begins an item of a list.
    fn item(&mut self, item: &Item) {
        let outer = self.lists.iter().take_while(|open| open.level < item.level).count();
        let is_same = self.lists.get(outer).is_some_and(|open| {
            open.level == item.level && open.start.is_some() == item.start.is_some()
        });
        self.close_lists(outer + usize::from(is_same));
        if is_same {
            self.builder.end(|it| *it == Container::Item);
        }
        let numbers = self.numbers.entry(item.list.clone()).or_default();
        let level = usize::from(item.level);
        numbers.truncate(level + 1);
        while numbers.len() <= level {
            numbers.push(item.start.unwrap_or(1).saturating_sub(1));
        }
        let mut number = 1;
        if let Some(last) = numbers.last_mut() {
            *last += 1;
            number = *last;
        }
        if !is_same {
            self.builder.start(Container::List(item.start.map(|_| number)));
            self.lists.push(item.clone());
        }
        self.builder.start(Container::Item);
    }

    /// Ends the lists within the outermost ones.
    fn close_lists(&mut self, kept: usize) {
        while self.lists.len() > kept {
            self.lists.pop();
            self.builder.end(|it| matches!(it, Container::List(_)));
        }
    }

    fn table(&mut self, rows: &[Row], number: usize) {
        self.builder.start(Container::Table);
        let count = |row: &Row| row.cells.iter().filter(|it| !it.pieces.is_empty()).count();
        let is_named = rows.first().is_some_and(|row| {
            let is_strong =
                |piece: &Piece| matches!(piece, Piece::Paragraph(it) if it.look.is_strong);
            let cells = || row.cells.iter().flat_map(|cell| &cell.pieces);
            let is_set = cells().all(is_strong)
                && rows
                    .iter()
                    .skip(1)
                    .flat_map(|row| &row.cells)
                    .flat_map(|cell| &cell.pieces)
                    .any(|it| !is_strong(it))
                && rows.len() > 2;
            row.is_head || (is_set && count(row) > 1)
        });
        for (index, row) in rows.iter().enumerate() {
            self.places.begin(self.end, format!("table {number}, row {}", index + 1));
            self.builder.start(Container::Row);
            for cell in &row.cells {
                self.builder.start(Container::Cell(index == 0 && is_named));
                for piece in &cell.pieces {
                    let Piece::Paragraph(paragraph) = piece else { continue };
                    for line in paragraph.lines.iter().filter(|line| !is_blank(line)) {
                        self.spans(line);
                        self.builder.end_line(true);
                    }
                    for scheme in &paragraph.unsafe_links {
                        let here = self.end..self.end;
                        self.report.push(unsafe_link((scheme.clone(), here)));
                    }
                }
                self.builder.end(|it| matches!(it, Container::Cell(_)));
                self.end += 1;
                // The columns that it covers, too, have the same place.
                for _ in 1..cell.columns.min(64) {
                    self.builder.start(Container::Cell(index == 0 && is_named));
                    self.builder.end(|it| matches!(it, Container::Cell(_)));
                }
            }
            self.builder.end(|it| *it == Container::Row);
        }
        self.builder.end(|it| *it == Container::Table);
    }

    fn lines(&mut self, lines: &[Vec<Span>]) {
        for line in lines {
            self.spans(line);
            self.builder.end_line(true);
            self.end += 1;
        }
    }

    /// Writes text, piece by piece.
    fn spans(&mut self, line: &[Span]) {
        for span in line {
            let text = with_gaps(&without_controls(&span.text));
            let here = self.end..self.end + text.len();
            self.end = here.end;
            if span.is_picture {
                self.builder.image(&text, "", here);
                continue;
            }
            let styles = [
                span.style.strong && !self.body.is_strong,
                span.style.emphasis && !self.body.is_emphasized,
                span.style.strike,
            ];
            for (style, is_set) in styles.into_iter().enumerate() {
                if is_set {
                    self.builder.set_style(style, true);
                }
            }
            self.builder.link.clone_from(&span.link);
            self.builder.text(&text, here);
            self.builder.link = None;
            for (style, is_set) in styles.into_iter().enumerate() {
                if is_set {
                    self.builder.set_style(style, false);
                }
            }
        }
    }
}

fn is_blank(line: &[Span]) -> bool {
    line.iter().all(|span| span.text.trim().is_empty())
}
