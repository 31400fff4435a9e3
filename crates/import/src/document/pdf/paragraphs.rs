//! Makes blocks of lines: headings, lists and paragraphs.

use super::bullets::{self, Mark};
use super::dated_columns::ends_with_date;
use super::distances::{edges, ends_in_hyphen, is_same_size, leading};
use super::heading_styles::Styles;
use super::items::{Item, nested};
use super::lines::Line;
use super::transcript::Transcript;
use super::words::Span;
use super::wrapping::is_cut_address;
use crate::document::blocks::Block;
use crate::document::headings::matched;
use crate::document::person::can_be_name;
use crate::document::text::Text;
use crate::document::vocabulary::{Kind, has};

/// What is read at the moment.
enum Open {
    Nothing,
    Text,
    Item,
}

/// Makes blocks.
pub(super) struct Paragraphs<'t> {
    transcript: &'t mut Transcript,
    blocks: Vec<Block>,
    open: Open,
    lines: Vec<Text>,
    items: Vec<Item>,
    /// The usual distance of two lines, in sizes of the font.
    pub(super) leading: f64,
    /// The right edge of each zone, and its left one.
    pub(super) edges: Vec<(f64, f64)>,
}

impl<'t> Paragraphs<'t> {
    pub(super) fn new(lines: &[Line], transcript: &'t mut Transcript) -> Self {
        Self {
            transcript,
            blocks: Vec::new(),
            open: Open::Nothing,
            lines: Vec::new(),
            items: Vec::new(),
            leading: leading(lines),
            edges: edges(lines),
        }
    }

    /// Returns the blocks of lines.
    pub(super) fn read(mut self, lines: &[Line], styles: &Styles) -> Vec<Block> {
        let mut before: Option<&Line> = None;
        for line in lines {
            let level = styles.level(line, before).or_else(|| styles.level_of_first_column(line));
            if let Some(level) = level {
                self.heading(level, line, before);
            } else if line.tag.is_some_and(|tag| tag.is_label) {
                // The bullet of what follows.
                continue;
            } else if let Some((item, tag)) = line.tag.and_then(|tag| Some((tag.item?, tag))) {
                self.tagged_item(item, tag.depth, line, before);
            } else if let Some((mark, length)) = self.item_mark(line) {
                self.item(mark, length, line);
            } else {
                self.line(line, before);
            }
            before = Some(line);
        }
        self.flush();
        self.blocks
    }

    fn heading(&mut self, level: u8, line: &Line, before: Option<&Line>) {
        self.flush();
        let text = self.text(line, 0);
        let plain = text.plain();
        let gap = plain.find('\t').filter(|gap| {
            let first = plain.get(..*gap).unwrap_or_default();
            (level == 1 && can_be_name(first)) || matched(first).is_some_and(|it| it.is_exact)
        });
        if let Some(gap) = gap {
            // What is beside the name, or the title of a section, is not a part of it.
            self.blocks.push(Block::Heading { level, text: text.part(0..gap) });
            let rest = text.part(gap..plain.len());
            return self.blocks.push(Block::Paragraph(vec![rest]));
        }
        // A long heading goes on in the next line.
        let is_tagged = before.is_some_and(|before| {
            before.tag.is_some() && before.tag.map(|it| it.block) == line.tag.map(|it| it.block)
        });
        let is_more = before.is_some_and(|before| {
            before.zone == line.zone
                && is_same_size(before.size, line.size)
                && before.is_bold == line.is_bold
                && line.base - before.base < 1.6 * line.size
        });
        let is_first = self.blocks.len() == 1;
        match self.blocks.last_mut() {
            // What the person does is no part of the name.
            Some(Block::Heading { level: last, text: title })
                if *last == level
                    && (is_tagged || (is_more && level == 1))
                    && !(is_first && can_be_name(&title.plain()) && has(&plain, Kind::Job)) =>
            {
                title.append(" ", &text);
            }
            _ => self.blocks.push(Block::Heading { level, text }),
        }
    }

    /// Reads a line of an item that the document marks as such.
    fn tagged_item(&mut self, item: usize, depth: u8, line: &Line, before: Option<&Line>) {
        let last = before.and_then(|before| before.tag).and_then(|tag| tag.item);
        if last == Some(item) && matches!(self.open, Open::Item) {
            let is_wrapped = before.is_some_and(|before| self.is_wrapped(before, line));
            let mut open = self.items.pop();
            if let Some(item) = &mut open {
                self.add(&mut item.lines, line, is_wrapped);
            }
            return self.items.extend(open);
        }
        let (mark, length) = bullets::mark(line).unwrap_or((Mark::Bullet, 0));
        let left = f64::from(depth) * 20.0;
        self.item(mark, length, &Line { left, ..line.clone() });
    }

    /// Returns the mark of an item; a number only if it is the next, or the first.
    fn item_mark(&self, line: &Line) -> Option<(Mark, usize)> {
        let (mark, length) = bullets::mark(line)?;
        if let Mark::Number(number) = mark {
            let last = self.items.iter().rev().find_map(|item| match item.mark {
                Mark::Number(number) => Some(number),
                Mark::Bullet => None,
            });
            let is_next = number == last.map_or(1, |last| last + 1);
            if !is_next {
                return None;
            }
        }
        Some((mark, length))
    }

    fn item(&mut self, mark: Mark, length: usize, line: &Line) {
        if matches!(self.open, Open::Text) {
            self.flush();
        }
        self.open = Open::Item;
        let plain = line.spans.first().map(|span| span.text.as_str()).unwrap_or_default();
        let has_gap = plain.get(..length.min(plain.len())).is_some_and(|mark| mark.contains('\t'));
        let text = match line.columns.first() {
            Some(column) if has_gap => *column,
            _ => line.left + 0.5 * line.size,
        };
        let first = self.text(line, length);
        self.items.push(Item { mark, left: line.left, text, lines: vec![first] });
    }

    fn line(&mut self, line: &Line, before: Option<&Line>) {
        let is_wrapped = before.is_some_and(|before| self.is_wrapped(before, line));
        let is_near = before.is_some_and(|before| self.is_near(before, line));
        match self.open {
            Open::Item if self.continues_item(line, is_near, is_wrapped) => {
                let mut last = self.items.pop();
                if let Some(item) = &mut last {
                    self.add(&mut item.lines, line, is_wrapped);
                }
                self.items.extend(last);
            }
            Open::Text if is_near || is_wrapped => {
                let mut lines = std::mem::take(&mut self.lines);
                self.add(&mut lines, line, is_wrapped);
                self.lines = lines;
            }
            _ => {
                self.flush();
                self.open = Open::Text;
                let text = self.text(line, 0);
                self.lines.push(text);
            }
        }
    }

    fn continues_item(&self, line: &Line, is_near: bool, is_wrapped: bool) -> bool {
        let Some(item) = self.items.last() else { return false };
        let is_indented =
            line.left > item.left + 0.35 * line.size && line.left > item.text - 0.6 * line.size;
        // The document would say that it is a part of the item. What is far from its text, as dates at the right
        // edge, is none.
        let is_far = self.is_far_right(item.text, line);
        let is_same_page = is_near && is_indented && !is_far && line.tag.is_none();
        // What begins at the left of the bullets is no item.
        let is_outdented = line.tag.is_none()
            && line.left < item.left - 0.5 * line.size
            && !line.plain().starts_with(char::is_lowercase);
        // What has its date at the right edge is another entry.
        let is_title = line.spans.first().is_some_and(|span| span.is_bold);
        if (is_title || line.left < item.text - 0.3 * line.size) && ends_with_date(line) {
            return false;
        }
        is_same_page || (is_wrapped && !is_outdented)
    }

    /// Whether two lines are as near as those of a paragraph.
    fn is_near(&self, before: &Line, line: &Line) -> bool {
        let distance = line.base - before.base;
        let size = line.size.max(before.size);
        let is_same_size = (line.size - before.size).abs() < 0.13 * size;
        let is_below = line.left < before.right && before.left < line.right;
        let is_same_part = match (before.tag, line.tag) {
            (Some(_), Some(tag)) => tag.item.is_none() && is_below && before.page == line.page,
            _ => before.zone == line.zone,
        };
        is_same_part
            && distance > 0.0
            && distance < self.leading * 1.28 * size
            && is_same_size
            && !before.has_rule
    }

    /// Adds a line to a text; one that was only broken for want of room goes on in the last.
    fn add(&mut self, lines: &mut Vec<Text>, line: &Line, is_wrapped: bool) {
        let Some(last) = lines.last_mut().filter(|_| is_wrapped) else {
            let text = self.text(line, 0);
            return lines.push(text);
        };
        let plain = last.plain();
        let next = line.plain();
        let is_lower = next.chars().next().is_some_and(char::is_lowercase);
        let is_dense = |c: Option<char>| c.is_some_and(perfil_text::is_spaceless);
        self.transcript.begin(line);
        if ends_in_hyphen(&plain) && is_lower {
            let kept = plain.trim_end_matches(['-', '\u{ad}', '‐']).len();
            // A word with another hyphen has this one too, and most addresses are broken at their own.
            let word = plain.rsplit(' ').next().unwrap_or_default();
            let after = next.split(' ').next().unwrap_or_default();
            let is_compound = word.trim_end_matches('-').contains('-')
                || word.contains('@')
                || after.contains('@');
            if !is_compound {
                *last = last.part(0..kept);
            }
        } else if (plain.ends_with('-')
            && plain.chars().rev().nth(1).is_some_and(char::is_alphanumeric))
            || is_cut_address(&plain, &next)
        {
            // `Cloud-` and `Native` belong together.
        } else if plain.rsplit(' ').next().is_some_and(|word| word.contains('@'))
            || !(is_dense(plain.chars().next_back()) || is_dense(next.chars().next()))
        {
            let span = line.spans.first().cloned();
            if let Some(span) = span {
                self.transcript.write_part(last, &span, " ");
            }
        }
        for span in &line.spans {
            self.transcript.write(last, span);
        }
        self.transcript.end();
    }

    /// Writes a line without its first bytes.
    fn text(&mut self, line: &Line, cut: usize) -> Text {
        self.transcript.begin(line);
        let mut text = Text { is_broken: true, ..Text::default() };
        let spans: Vec<Span> = bullets::without(&line.spans, cut);
        for span in &spans {
            self.transcript.write(&mut text, span);
        }
        self.transcript.end();
        text
    }

    fn flush(&mut self) {
        let lines = std::mem::take(&mut self.lines);
        if !lines.is_empty() {
            self.blocks.push(Block::Paragraph(lines));
        }
        let mut items = std::mem::take(&mut self.items).into_iter().peekable();
        let mut depth = 0;
        while items.peek().is_some() {
            self.blocks.extend(nested(&mut items, &mut depth));
        }
        self.open = Open::Nothing;
    }
}
