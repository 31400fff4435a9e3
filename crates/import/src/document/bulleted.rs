//! Makes lists of lines that begin with a bullet which Markdown does not know, and headings of strong
//! lines.

use super::blocks::Block;
use super::headings::{Topic, matched};
use super::text::Text;
use super::vocabulary::is_symbol;
use perfil_model::profile::ResumeList;

/// The bullets.
const BULLETS: &str = "•●○▪■◦‣→➢➤►▶▸✓✔✅☑·∙◆♦❖";

/// Returns blocks in which lines with bullets are items.
pub(super) fn lists(blocks: Vec<Block>) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::new();
    for block in blocks {
        let Block::Paragraph(lines) = &block else {
            all.push(block);
            continue;
        };
        let is_bulleted = lines.iter().filter(|line| item(line).is_some()).count();
        // A line with a bullet alone may be anything.
        let after_list = matches!(all.last(), Some(Block::List { start: None, .. }));
        let is_first = lines.first().is_some_and(|line| item(line).is_some());
        if !is_first || (is_bulleted < 2 && lines.len() > 1 && !after_list) || has_other(lines) {
            all.push(block);
            continue;
        }
        let mut items = items(lines);
        match all.last_mut() {
            Some(Block::List { start: None, items: before }) => before.append(&mut items),
            _ => all.push(Block::List { start: None, items }),
        }
    }
    all
}

/// Returns blocks without the lists that only have the sections of a document as their items.
pub(super) fn unwrapped(blocks: Vec<Block>) -> Vec<Block> {
    let is_section = |block: &Block| matches!(block, Block::Heading { text, .. } if matched(&text.plain()).is_some_and(|it| it.is_whole));
    let mut all = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block {
            Block::List { items, .. } if items.iter().flatten().any(is_section) => {
                all.extend(items.into_iter().flatten());
            }
            other => all.push(other),
        }
    }
    all
}

/// Makes headings of strong lines that name a section of a CV.
pub(super) fn headings(blocks: Vec<Block>) -> Vec<Block> {
    let title = |block: &Block| {
        let Block::Paragraph(lines) = block else { return None };
        let [line] = lines.as_slice() else { return None };
        let plain = line.plain();
        let text = plain.trim().trim_end_matches([':', '：']);
        let found = matched(text).filter(|found| line.is_strong() && found.is_exact);
        found.filter(|found| matches!(found.topic, Topic::List(_) | Topic::Summary))?;
        Some(line.part(0..text.len()))
    };
    let levels = blocks.iter().filter(|it| is_of_section(it));
    // Below headings of sections, a strong line only divides one of them, unless there is none for what
    // every document has.
    let are_sections = levels.count() > 1;
    let first = blocks.iter().position(is_of_section);
    let is_missing = |at: usize, text: &Text| {
        let plain = text.plain();
        let topic = matched(&plain).map(|found| found.topic);
        let main =
            [Topic::List(ResumeList::Work), Topic::List(ResumeList::Education), Topic::Summary];
        let is_same = |block: &Block| matches!(block, Block::Heading { text, .. } if matched(&text.plain()).map(|it| it.topic) == topic);
        let is_first = first.is_some_and(|first| at < first);
        topic.is_some_and(|topic| main.contains(&topic))
            && (is_first || !blocks.iter().any(is_same))
    };
    let missing = |(at, block): (usize, &Block)| title(block).is_some_and(|it| is_missing(at, &it));
    let missing: Vec<bool> = blocks.iter().enumerate().map(missing).collect();
    let is_above = missing.iter().take(first.unwrap_or_default()).any(|it| *it);
    let heading = |(block, is_missing): (Block, bool)| match title(&block) {
        Some(text) if !are_sections || (is_missing && is_above) => {
            Block::Heading { level: 2, text }
        }
        _ => block,
    };
    blocks.into_iter().zip(missing).map(heading).collect()
}

fn is_of_section(block: &Block) -> bool {
    matches!(block, Block::Heading { text, .. } if matched(&text.plain()).is_some())
}

/// Whether the same line goes on after another bullet: `• Go • Rust`.
fn has_other(lines: &[Text]) -> bool {
    lines.iter().any(|line| {
        let plain = line.plain();
        plain.chars().skip(1).any(|c| BULLETS.contains(c) && c != '→' && c != '·')
    })
}

/// Returns the items; lines without a bullet continue the one above.
fn items(lines: &[Text]) -> Vec<Vec<Block>> {
    let mut items: Vec<Vec<Text>> = Vec::new();
    for line in lines {
        match (item(line), items.last_mut()) {
            (Some(item), _) => items.push(vec![item]),
            (None, Some(last)) => last.push(line.clone()),
            (None, None) => items.push(vec![line.clone()]),
        }
    }
    items.into_iter().map(|lines| vec![Block::Paragraph(lines)]).collect()
}

/// Whether this sign begins an item of a list.
pub(super) fn is_bullet(c: char) -> bool {
    BULLETS.contains(c)
}

/// Returns a line without its bullet.
pub(super) fn item(line: &Text) -> Option<Text> {
    let plain = line.plain();
    let rest = plain.strip_prefix(is_bullet)?;
    let rest = rest.trim_start_matches('\u{fe0f}');
    let is_item =
        rest.starts_with(char::is_whitespace) && !rest.trim_start().starts_with(is_symbol);
    is_item.then(|| line.part(plain.len() - rest.len()..plain.len()))
}
