//! Cleans the blocks of a page: lines that only separate, headings that are only set as such, facts
//! that are said twice.

use crate::document::blocks::{Block, Table};
use crate::document::bulleted::item;
use crate::document::front_matter::Fact;
use crate::document::headings::{Topic, matched};
use crate::document::person::{GREETINGS, can_be_name, first_part, name_in};
use crate::document::text::Text;
use crate::document::web_page::order::has_year;

/// Signs between parts, which are nothing alone.
const SEPARATORS: &str = "|,;:·•-–—/\\()[]‧∙⋅_ \t\u{a0}";

/// Headings that themes of JSON Resume set above the lists of an entry.
const LABELS: [&str; 5] =
    ["highlights", "responsibilities", "key achievements", "keywords", "courses"];

/// The most lines of the head of an item.
const MAX_HEAD_LINES: usize = 4;

/// The most characters of such a line.
const MAX_HEAD_CHARACTERS: usize = 90;

/// The most words of a heading that is only set as one.
const MAX_HEADING_WORDS: usize = 5;

/// The most blocks below a name that belong to it.
const MAX_LETTERHEAD: usize = 4;

/// Returns blocks without lines that only have signs between parts.
pub(super) fn lines(blocks: Vec<Block>) -> Vec<Block> {
    let is_kept = |line: &Text| {
        line.runs.iter().any(|run| run.image.is_some())
            || line.plain().chars().any(|c| !SEPARATORS.contains(c))
    };
    let mut below = blocks.iter().skip(1).map(|it| matches!(it, Block::List { .. }));
    let is_above_list: Vec<bool> = blocks.iter().map(|_| below.next() == Some(true)).collect();
    let kept = |(block, is_above_list): (Block, bool)| match block {
        Block::Paragraph(mut lines) => {
            lines.retain(is_kept);
            (!lines.is_empty()).then_some(Block::Paragraph(lines))
        }
        Block::List { start, items } => {
            let items = items.into_iter().map(|item| with_one_head(self::lines(item)));
            let items: Vec<Vec<Block>> = items.filter(|item| !item.is_empty()).collect();
            (!items.is_empty()).then_some(Block::List { start, items })
        }
        Block::Heading { text, .. } if !is_kept(&text) => None,
        // It only says what the list of an entry has.
        Block::Heading { level, text } if level > 2 && is_above_list && is_label(&text) => {
            Some(Block::Paragraph(vec![text]))
        }
        Block::Table(table) => Some(bullets(&table).unwrap_or(Block::Table(table))),
        other => Some(other),
    };
    blocks.into_iter().zip(is_above_list).filter_map(kept).collect()
}

/// Returns an item that begins with short lines as one paragraph, if one of them has a date: pages
/// set the parts of a head as blocks.
fn with_one_head(item: Vec<Block>) -> Vec<Block> {
    let line = |block: &Block| match block {
        Block::Paragraph(lines) => match lines.as_slice() {
            [line] if line.plain().chars().count() <= MAX_HEAD_CHARACTERS => Some(line.clone()),
            _ => None,
        },
        _ => None,
    };
    let head: Vec<Text> = item.iter().take(MAX_HEAD_LINES).map_while(line).collect();
    let dated = head.iter().rposition(|line| has_year(&line.plain()));
    let Some(count) = dated.map(|at| at + 1).filter(|count| *count > 1) else { return item };
    let rest = item.into_iter().skip(count);
    std::iter::once(Block::Paragraph(head.into_iter().take(count).collect())).chain(rest).collect()
}

/// Whether a heading only names the list below it.
fn is_label(text: &Text) -> bool {
    let plain = text.plain().to_lowercase();
    LABELS.contains(&plain.trim().trim_end_matches(':'))
}

/// Returns the list that a table is whose cells all begin with bullets.
fn bullets(table: &Table) -> Option<Block> {
    let cells = || table.head.iter().chain(table.rows.iter().flatten()).filter(|it| !it.is_empty());
    let items: Option<Vec<Vec<Block>>> =
        cells().map(|cell| Some(vec![Block::Paragraph(vec![item(cell)?])])).collect();
    items.filter(|items| !items.is_empty()).map(|items| Block::List { start: None, items })
}

/// Makes headings of paragraphs that are only the title of a section, if no heading is one: pages
/// set them with classes.
pub(super) fn headings(blocks: Vec<Block>) -> Vec<Block> {
    let is_titled = |block: &Block| match block {
        Block::Heading { text, .. } => is_title(text),
        _ => false,
    };
    if blocks.iter().any(is_titled) {
        return blocks;
    }
    let heading = |block: Block| match &block {
        Block::Paragraph(lines) => match lines.as_slice() {
            [line] if is_title(line) => {
                let plain = line.plain();
                let end = plain.trim_end().trim_end_matches([':', '：']).len();
                Block::Heading { level: 2, text: line.part(0..end) }
            }
            _ => block,
        },
        _ => block,
    };
    blocks.into_iter().map(heading).collect()
}

fn is_title(text: &Text) -> bool {
    let plain = text.plain();
    let title = plain.trim().trim_end_matches([':', '：']);
    let found = matched(title).filter(|found| found.is_exact);
    title.split_whitespace().count() <= MAX_HEADING_WORDS
        && found
            .is_some_and(|it| matches!(it.topic, Topic::List(_) | Topic::Summary | Topic::Contact))
}

/// Removes the lines above the first section that only say a fact again.
pub(super) fn without_facts(blocks: Vec<Block>, facts: &[Fact]) -> Vec<Block> {
    let is_fact = |line: &Text| {
        let plain = line.plain();
        let plain = plain.trim();
        let mut said =
            facts.iter().filter(|fact| matches!(fact.key.as_str(), "headline" | "location"));
        said.any(|fact| fact.value.text.eq_ignore_ascii_case(plain))
    };
    let mut is_opening = true;
    let mut kept = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(mut lines) if is_opening => {
                lines.retain(|line| !is_fact(line));
                if !lines.is_empty() {
                    kept.push(Block::Paragraph(lines));
                }
            }
            Block::Heading { text, .. } if is_opening && is_fact(&text) => {}
            Block::Heading { level, text } => {
                is_opening &= !is_title(&text);
                kept.push(Block::Heading { level, text });
            }
            other => kept.push(other),
        }
    }
    kept
}

/// Returns blocks that begin with the heading that is the name of the person, and what belongs to it:
/// a column beside it can precede it.
pub(super) fn name_first(mut blocks: Vec<Block>, title: &str) -> Vec<Block> {
    let title = title.to_lowercase();
    let is_first_level = |block: &&Block| matches!(block, Block::Heading { level: 1, .. });
    let is_only = blocks.iter().filter(is_first_level).count() == 1;
    let is_name = |block: &Block| match block {
        Block::Heading { level, text } => {
            let plain = text.plain();
            let name = first_part(plain.get(name_in(&plain)).unwrap_or_default());
            let is_title = title.contains(&name.to_lowercase());
            let is_sure = is_title || (is_only && *level == 1);
            can_be_name(name) && matched(&plain).is_none() && text.parts.is_empty() && is_sure
        }
        _ => false,
    };
    let Some(at) = blocks.iter().position(is_name).filter(|at| *at > 0) else { return blocks };
    let is_heading = |block: &Block| matches!(block, Block::Heading { .. });
    let is_topic = |block: &Block| matches!(block, Block::Heading { text, .. } if is_title(text));
    let has_greeting = blocks.get(at - 1).is_some_and(greets);
    // Some blocks above a name are the letterhead, and no other column.
    let is_first = !blocks.iter().take(at).any(is_topic);
    let is_little = blocks.iter().take(at).all(|block| match block {
        Block::Paragraph(lines) => !lines.iter().any(|line| can_be_name(&line.plain())),
        other => !is_heading(other),
    });
    if is_first && is_little && !has_greeting {
        return blocks;
    }
    let start = if has_greeting { at - 1 } else { at };
    let below = blocks.iter().skip(at + 1).take(MAX_LETTERHEAD).take_while(|it| !is_heading(it));
    let end = at + 1 + below.count();
    let mut head: Vec<Block> = blocks.drain(start..end).collect();
    if has_greeting {
        greeted(&mut head);
    }
    head.append(&mut blocks);
    head
}

/// Whether a block only greets: `Hi, I am`.
fn greets(block: &Block) -> bool {
    let Block::Paragraph(lines) = block else { return false };
    let [line] = lines.as_slice() else { return false };
    let plain = format!("{} ", line.plain().trim().trim_end_matches(':').to_lowercase());
    plain.split_whitespace().count() < 6 && GREETINGS.iter().any(|it| plain.ends_with(it))
}

/// Makes one line of a greeting and the name below it.
fn greeted(head: &mut Vec<Block>) {
    let Some(Block::Paragraph(lines)) = head.first() else { return };
    let mut greeting = lines.first().cloned().unwrap_or_default();
    if let Some(Block::Heading { text, .. }) = head.get_mut(1) {
        greeting.append(" ", text);
        *text = greeting;
        head.remove(0);
    }
}

/// Returns a block of a text that begins at a position, where nothing within it has one of its own.
pub(in crate::document) fn placed(block: Block, start: usize) -> Block {
    let text = |mut text: Text| {
        for run in &mut text.runs {
            run.span = start..start;
        }
        text
    };
    let all = |blocks: Vec<Block>| blocks.into_iter().map(|it| placed(it, start)).collect();
    match block {
        Block::Heading { level, text: title } => Block::Heading { level, text: text(title) },
        Block::Paragraph(lines) => Block::Paragraph(lines.into_iter().map(text).collect()),
        Block::List { start, items } => {
            Block::List { start, items: items.into_iter().map(all).collect() }
        }
        Block::Quote(blocks) => Block::Quote(all(blocks)),
        Block::Table(Table { head, rows }) => Block::Table(Table {
            head: head.into_iter().map(text).collect(),
            rows: rows.into_iter().map(|row| row.into_iter().map(text).collect()).collect(),
        }),
        Block::Code { text, .. } => Block::Code { text, span: start..start },
        Block::Terms(terms) => Block::Terms(
            terms.into_iter().map(|(term, blocks)| (text(term), all(blocks))).collect(),
        ),
        Block::Rule => Block::Rule,
    }
}
