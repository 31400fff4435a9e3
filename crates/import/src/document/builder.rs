//! Collects the blocks of a document from its beginnings and ends, which HTML may leave out.

use super::blocks::{Block, Table};
use super::text::{GAP, Run, Style, Text, joined};
use std::ops::Range;
use std::sync::Arc;

/// The maximum depth of nested blocks. Deeper content is kept one level above, so that no code that
/// walks the blocks exhausts the stack.
const DEEPEST: usize = 16;

/// How many open blocks are searched for the one that ends.
const SEARCHED: usize = 64;

/// A block that contains others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Document,
    Quote,
    List(Option<u64>),
    Item,
    Terms,
    Term,
    Explanation,
    Table,
    Row,
    /// A cell, and whether it names its column.
    Cell(bool),
    Heading(u8),
}

/// A container that has not ended.
struct Open {
    kind: Container,
    /// Whether its blocks become those of the container around it.
    is_transparent: bool,
    blocks: Vec<Block>,
    items: Vec<Vec<Block>>,
    terms: Vec<(Text, Vec<Block>)>,
    /// The cells of a row, each with whether it names its column.
    cells: Vec<(bool, Vec<Block>)>,
    rows: Vec<Vec<(bool, Vec<Block>)>>,
}

/// The blocks so far.
pub(super) struct Builder {
    open: Vec<Open>,
    depth: usize,
    lines: Vec<Text>,
    line: Text,
    /// How many of each style are open: strong, emphasis, strike, code.
    styles: [usize; 4],
    pub(super) link: Option<Arc<str>>,
}

impl Open {
    fn of(kind: Container, is_transparent: bool) -> Self {
        Self {
            kind,
            is_transparent,
            blocks: Vec::new(),
            items: Vec::new(),
            terms: Vec::new(),
            cells: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Gives what is between the items of a list to the item above it.
    fn take_between(&mut self) {
        let mut between = std::mem::take(&mut self.blocks);
        match self.items.last_mut() {
            Some(item) => item.append(&mut between),
            None if between.is_empty() => {}
            None => self.items.push(between),
        }
    }
}

impl Builder {
    pub(super) fn new() -> Self {
        Self {
            open: vec![Open::of(Container::Document, false)],
            depth: 0,
            lines: Vec::new(),
            line: Text::default(),
            styles: [0; 4],
            link: None,
        }
    }

    /// Returns all blocks.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.flush();
        while self.open.len() > 1 {
            self.close();
        }
        self.open.pop().map(|open| open.blocks).unwrap_or_default()
    }

    /// Begins a block.
    pub(super) fn start(&mut self, kind: Container) {
        self.flush();
        let is_nesting = matches!(kind, Container::Quote | Container::List(_) | Container::Terms);
        self.depth += usize::from(is_nesting);
        let is_inside = |outer: fn(&Container) -> bool| {
            self.open.iter().rev().take(SEARCHED).any(|open| outer(&open.kind))
        };
        // What HTML misses is added, and a table in a table is a part of its cell.
        let is_wrong = match kind {
            Container::Table => is_inside(|it| matches!(it, Container::Table)),
            Container::Cell(_) => !is_inside(|it| matches!(it, Container::Row)),
            Container::Row => !is_inside(|it| matches!(it, Container::Table)),
            _ => false,
        };
        let is_transparent = self.depth > DEEPEST || is_wrong;
        self.open.push(Open::of(kind, is_transparent));
    }

    /// Ends the innermost block of a kind, with all in it.
    pub(super) fn end(&mut self, is_kind: impl Fn(&Container) -> bool) {
        self.flush();
        let open = self.open.iter().skip(1).rev().take(SEARCHED);
        let Some(above) = open.map(|open| open.kind).position(|kind| is_kind(&kind)) else {
            return;
        };
        for _ in 0..=above {
            self.close();
        }
    }

    /// Whether a block of a kind is open.
    pub(super) fn is_in(&self, is_kind: impl Fn(&Container) -> bool) -> bool {
        self.open.iter().rev().take(SEARCHED).any(|open| is_kind(&open.kind))
    }

    /// Whether the innermost part of a list is of this kind.
    pub(super) fn is_open(&self, kind: Container) -> bool {
        let is_part = |it: &Container| {
            matches!(it, Container::List(_) | Container::Item | Container::Terms)
                || matches!(it, Container::Term | Container::Explanation)
        };
        let mut open = self.open.iter().rev().take(SEARCHED).map(|open| open.kind);
        open.find(is_part) == Some(kind)
    }

    /// Whether the current table has a row.
    pub(super) fn has_rows(&self) -> bool {
        let table = self.open.iter().rev().find(|open| open.kind == Container::Table);
        table.is_some_and(|table| !table.rows.is_empty())
    }

    /// Ends every style and link, which HTML may leave open.
    pub(super) fn reset(&mut self) {
        self.flush();
        self.styles = [0; 4];
        self.link = None;
    }

    /// Moves the innermost container into the one around it.
    fn close(&mut self) {
        self.flush();
        if self.open.len() < 2 {
            return;
        }
        let Some(mut done) = self.open.pop() else { return };
        let nests = matches!(done.kind, Container::Quote | Container::List(_) | Container::Terms);
        self.depth -= usize::from(nests);
        let Some(outer) = self.open.last_mut() else { return };
        match done.kind {
            Container::Document => {}
            _ if done.is_transparent => {
                outer.blocks.append(&mut done.blocks);
            }
            Container::Quote if done.blocks.is_empty() => {}
            Container::Quote => outer.blocks.push(Block::Quote(done.blocks)),
            Container::List(start) => {
                done.take_between();
                done.items.retain(|item| !item.is_empty());
                if !done.items.is_empty() {
                    outer.blocks.push(Block::List { start, items: done.items });
                }
            }
            Container::Item if matches!(outer.kind, Container::List(_)) => {
                outer.take_between();
                outer.items.push(done.blocks);
            }
            Container::Term if outer.kind == Container::Terms => {
                outer.terms.push((first_text(&done.blocks), Vec::new()));
            }
            Container::Explanation if outer.kind == Container::Terms => {
                match outer.terms.last_mut() {
                    Some((_, text)) => text.append(&mut done.blocks),
                    None => outer.blocks.append(&mut done.blocks),
                }
            }
            Container::Terms => {
                outer.blocks.append(&mut done.blocks);
                if !done.terms.is_empty() {
                    outer.blocks.push(Block::Terms(done.terms));
                }
            }
            Container::Cell(is_head) if outer.kind == Container::Row => {
                outer.cells.push((is_head, done.blocks));
            }
            Container::Row if outer.kind == Container::Table => outer.rows.push(done.cells),
            Container::Table => {
                outer.blocks.append(&mut done.blocks);
                table(done.rows, &mut outer.blocks);
            }
            Container::Heading(level) => heading(level, done.blocks, &mut outer.blocks),
            Container::Item
            | Container::Term
            | Container::Explanation
            | Container::Cell(_)
            | Container::Row => outer.blocks.append(&mut done.blocks),
        }
    }

    /// Adds a block without content of its own.
    pub(super) fn add(&mut self, block: Block) {
        self.flush();
        if let Some(open) = self.open.last_mut() {
            open.blocks.push(block);
        }
    }

    /// Ends the current paragraph.
    pub(super) fn flush(&mut self) {
        self.end_line(true);
        let lines = std::mem::take(&mut self.lines);
        let is_heading = |line: &Text| heading_level(line).is_some();
        if lines.iter().any(is_heading) && !self.is_in(|it| matches!(it, Container::Heading(_))) {
            return self.with_headings(lines);
        }
        if let Some(open) = self.open.last_mut().filter(|_| !lines.is_empty()) {
            open.blocks.push(Block::Paragraph(lines));
        }
    }

    /// Adds a paragraph in which some lines are headings without the space after their signs.
    fn with_headings(&mut self, lines: Vec<Text>) {
        let Some(open) = self.open.last_mut() else { return };
        let mut text: Vec<Text> = Vec::new();
        for line in lines {
            let Some(level) = heading_level(&line) else {
                text.push(line);
                continue;
            };
            if !text.is_empty() {
                open.blocks.push(Block::Paragraph(std::mem::take(&mut text)));
            }
            let plain = line.plain();
            let end = plain.trim_end_matches(['#', ' ']).len();
            open.blocks.push(Block::Heading { level, text: line.part(usize::from(level)..end) });
        }
        if !text.is_empty() {
            open.blocks.push(Block::Paragraph(text));
        }
    }

    /// Ends a line of the current paragraph.
    pub(super) fn end_line(&mut self, is_broken: bool) {
        let mut line = std::mem::take(&mut self.line).trimmed();
        line.is_broken = is_broken;
        if is_directive(&line.plain()) {
            return;
        }
        if !line.is_empty() {
            self.lines.push(line);
        } else if let Some(last) = self.lines.last_mut() {
            last.is_broken |= is_broken;
        }
    }

    /// Adds characters to the current line.
    pub(super) fn text(&mut self, text: &str, span: Range<usize>) {
        let style = self.style();
        let clean = without_controls(text);
        // Wide gaps separate columns, except in code, which may be indented.
        let spaced = if style.code { clean } else { with_gaps(&clean) };
        self.line.push(&spaced, style, self.link.as_ref(), span);
    }

    /// Adds an image, as its description.
    pub(super) fn image(&mut self, description: &str, address: &str, span: Range<usize>) {
        self.line.runs.push(Run {
            // Badges that follow each other are no sentence.
            text: format!("{GAP}{}{GAP}", with_gaps(description.trim())),
            style: Style::default(),
            link: self.link.clone(),
            image: Some(Arc::from(address)),
            span,
        });
    }

    fn style(&self) -> Style {
        let [strong, emphasis, strike, code] = self.styles.map(|count| count > 0);
        Style { strong, emphasis, strike, code }
    }

    /// Begins or ends a style: 0 is strong, 1 emphasis, 2 strike, 3 code.
    pub(super) fn set_style(&mut self, style: usize, is_start: bool) {
        if let Some(count) = self.styles.get_mut(style) {
            *count = if is_start { *count + 1 } else { count.saturating_sub(1) };
        }
    }

    /// Whether the current line ends in a space, or has nothing yet.
    pub(super) fn is_spaced(&self) -> bool {
        let last = self.line.runs.last().and_then(|run| run.text.chars().next_back());
        last.is_none_or(char::is_whitespace)
    }
}

/// Returns the level of a line that some programs read as a heading: `##Work`.
fn heading_level(line: &Text) -> Option<u8> {
    let run = line.runs.first().filter(|run| run.style == Style::default())?;
    let rest = run.text.trim_start_matches('#');
    let level = run.text.len() - rest.len();
    let is_word = rest.chars().next().is_some_and(char::is_alphabetic);
    (is_word && (1..=6).contains(&level)).then(|| u8::try_from(level).ok()).flatten()
}

/// Whether a line is for pandoc, kramdown or Liquid, and not for readers.
fn is_directive(line: &str) -> bool {
    let line = line.trim();
    line.starts_with(":::")
        || line.starts_with("@import \"")
        || (line.starts_with("{:") && line.ends_with('}'))
        || (line.starts_with("{%") && line.ends_with("%}"))
}

/// Returns a text with one tab for each gap that is wider than between words.
pub(super) fn with_gaps(text: &str) -> String {
    if !text.contains(|c: char| c.is_whitespace() && c != ' ') && !text.contains("   ") {
        return text.to_owned();
    }
    let mut spaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(char::is_whitespace) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|c: char| !c.is_whitespace()).unwrap_or(from.len());
        let (gap, after) = from.split_at(end);
        let hard = gap.chars().filter(|c| *c != ' ' && *c != '\n').count();
        let is_wide = gap.contains(['\t', '\u{3000}', '\u{2003}'])
            || hard > 1
            || gap.chars().count() > 2 && !gap.contains('\n');
        spaced.push_str(before);
        spaced.push(if is_wide { GAP } else { ' ' });
        rest = after;
    }
    spaced.push_str(rest);
    spaced
}

fn without_controls(text: &str) -> String {
    let is_shown = |c: &char| !c.is_control() || c.is_whitespace();
    text.chars().filter(is_shown).collect()
}

fn first_text(blocks: &[Block]) -> Text {
    let mut texts = Vec::new();
    for block in blocks {
        block.texts(&mut texts);
    }
    joined(&texts.into_iter().cloned().collect::<Vec<_>>())
}

/// Adds a heading; blocks that HTML puts into one follow it.
fn heading(level: u8, blocks: Vec<Block>, all: &mut Vec<Block>) {
    let mut title = Text::default();
    let mut others = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(lines) if title.is_empty() => title = joined(&lines),
            Block::Paragraph(lines) => title.append(" ", &joined(&lines)),
            other => others.push(other),
        }
    }
    if !title.is_empty() {
        all.push(Block::Heading { level, text: title });
    }
    all.append(&mut others);
}

/// Adds a table of data; one that only places blocks beside each other becomes its blocks.
fn table(mut rows: Vec<Vec<(bool, Vec<Block>)>>, all: &mut Vec<Block>) {
    rows.retain(|row| row.iter().any(|(_, blocks)| !blocks.is_empty()));
    let is_text = |blocks: &Vec<Block>| matches!(blocks.as_slice(), [] | [Block::Paragraph(_)]);
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let is_data = columns > 1 && rows.iter().flatten().all(|(_, blocks)| is_text(blocks));
    if !is_data {
        all.extend(rows.into_iter().flatten().flat_map(|(_, blocks)| blocks));
        return;
    }
    let mut table = Table::default();
    for (index, row) in rows.into_iter().enumerate() {
        let is_head = index == 0 && row.iter().all(|(is_head, _)| *is_head);
        let cells: Vec<Text> = row.iter().map(|(_, blocks)| first_text(blocks)).collect();
        if is_head {
            table.head = cells;
        } else {
            table.rows.push(cells);
        }
    }
    all.push(Block::Table(table));
}
