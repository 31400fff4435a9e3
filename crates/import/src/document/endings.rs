//! Takes what ends a document and belongs to the whole of it.

use super::blocks::Block;
use super::outline::Section;
use super::period::Dates;
use super::person::{can_be_name, strip_symbols};
use super::text::Text;

/// How many blocks below the date may be the name of who signs, and what is beside it.
const MAX_BELOW: usize = 2;

/// Takes a paragraph after a list at the end of the document, or from the date on which it was signed.
pub(super) fn taken(section: &mut Section, dates: &Dates) -> Vec<Block> {
    let blocks = match section.sections.last_mut() {
        Some(inner) if inner.sections.is_empty() => &mut inner.blocks,
        Some(_) => return Vec::new(),
        None => &mut section.blocks,
    };
    let first = blocks.len().saturating_sub(MAX_BELOW + 1).max(1);
    let signed = (first..blocks.len()).find(|at| {
        let mut below = blocks.iter().skip(at + 1);
        blocks.get(*at).is_some_and(|it| is_signed(it, dates)) && below.all(is_line)
    });
    if let Some(at) = signed {
        return blocks.split_off(at);
    }
    let is_closing = matches!(blocks.as_slice(), [.., Block::List { .. }, Block::Paragraph(_)]);
    blocks.pop_if(|_| is_closing).into_iter().collect()
}

/// Returns the name of who signs below the date of a document that begins without one.
pub(super) fn signer(sections: &[Section], dates: &Dates) -> Option<Text> {
    let mut last = sections.last()?;
    while let Some(inner) = last.sections.last() {
        last = inner;
    }
    let lines = |block: &Block| match block {
        Block::Paragraph(lines) => lines.clone(),
        _ => Vec::new(),
    };
    let start = last.blocks.len().saturating_sub(MAX_BELOW + 1);
    let lines: Vec<Text> = last.blocks.iter().skip(start).flat_map(lines).collect();
    let day = lines.iter().rposition(|line| is_day(line, dates))?;
    let own = |line: &Text| {
        let plain = line.plain();
        let name = strip_symbols(&plain);
        let start = plain.find(name).filter(|_| !name.is_empty())?;
        Some(line.part(start..start + name.len()))
    };
    let name = lines.get(day + 1..)?.iter().find_map(own)?;
    can_be_name(&name.plain()).then_some(name)
}

fn is_line(block: &Block) -> bool {
    matches!(block, Block::Paragraph(lines) if matches!(lines.as_slice(), [line] if line.plain().chars().count() < 40))
}

/// Whether a block is the day of a signature: a whole date, and at most the town before it.
fn is_signed(block: &Block, dates: &Dates) -> bool {
    let Block::Paragraph(lines) = block else { return false };
    let [line] = lines.as_slice() else { return false };
    is_day(line, dates)
}

fn is_day(line: &Text, dates: &Dates) -> bool {
    let plain = line.plain();
    let Some(period) = dates.find(&plain).filter(|period| !period.is_range) else { return false };
    let has_day =
        period.start.iter().chain(&period.end).all(|read| read.date.len() == "2019-10-01".len());
    let before = plain.get(..period.range.start).unwrap_or_default().trim();
    let after = plain.get(period.range.end..).unwrap_or_default();
    // `Porto, 1 October 2019`
    let is_town =
        before.is_empty() || (before.ends_with(',') && before.split_whitespace().count() < 4);
    has_day && is_town && !before.contains('\t') && !after.contains(char::is_alphanumeric)
}
