//! Collects the blocks of a document from its beginnings and ends, which HTML may leave out.

use super::blocks::Block;
use super::containers::{Container, Open};
use super::gaps::{heading_level, is_directive, with_gaps, without_controls};
use super::tables::{first_text, heading, table};
use super::text::{GAP, Run, Style, Text};
use std::ops::Range;
use std::sync::Arc;

/// The maximum depth of nested blocks. Deeper content is kept one level above, so that no code that
/// walks the blocks exhausts the stack.
const DEEPEST: usize = 16;

/// How many open blocks are searched for the one that ends.
const SEARCHED: usize = 64;

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

    /// Ends a link; one without a text has the host that it leads to.
    pub(super) fn end_link(&mut self, span: Range<usize>) {
        let has_text = self.line.runs.last().is_some_and(|run| run.link == self.link)
            || self.lines.last().is_some_and(|line| {
                line.runs.last().is_some_and(|run| run.link == self.link) && self.line.is_empty()
            });
        let host = self.link.as_ref().and_then(|link| url::Url::parse(link).ok());
        if let Some(host) = host.as_ref().and_then(url::Url::host_str).filter(|_| !has_text) {
            let host = host.trim_start_matches("www.").to_owned();
            self.text(&host, span);
        }
        self.link = None;
    }

    /// Whether the current line ends in a space, or has nothing yet.
    pub(super) fn is_spaced(&self) -> bool {
        self.last().is_none_or(char::is_whitespace)
    }

    /// Returns the last character of the current line.
    pub(super) fn last(&self) -> Option<char> {
        self.line.runs.last().and_then(|run| run.text.chars().next_back())
    }
}
