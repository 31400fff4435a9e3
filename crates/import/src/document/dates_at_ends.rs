//! Joins dates that are the last sentence of what is below a title with that title, where several entries of a
//! section are written so: `Sailed to all ports of the coast. June 2019 – August 2019.`

use super::blocks::Block;
use super::period::Dates;
use super::text::Text;

/// The fewest entries that show that dates are at the ends.
const MIN_ENTRIES: usize = 2;

/// The most full stops in the dates themselves: `Sept. 2019 – Jan. 2020`.
const MAX_STOPS: usize = 3;

/// The longest title, in characters.
const MAX_TITLE: usize = 120;

/// Returns blocks in which the dates of such entries are beside their titles.
pub(super) fn moved(mut blocks: Vec<Block>, dates: &Dates) -> Vec<Block> {
    let mut rest = blocks.as_mut_slice();
    while !rest.is_empty() {
        let is_heading = |block: &Block| matches!(block, Block::Heading { .. });
        let end = rest.iter().skip(1).position(is_heading).map_or(rest.len(), |at| at + 1);
        let (section, others) = rest.split_at_mut(end);
        if are_at_ends(section, dates) {
            in_section(section, dates);
        }
        rest = others;
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// Whether the dates of all entries of a section are at their ends.
fn are_at_ends(section: &[Block], dates: &Dates) -> bool {
    let titles = || section.windows(2).filter(|pair| pair.first().is_some_and(is_title));
    let is_dated = |block: &Block| {
        let Block::Paragraph(lines) = block else { return false };
        lines.last().is_some_and(|line| end_of(line, dates).is_some())
    };
    let is_titled = |pair: &&[Block]| matches!(pair, [Block::Paragraph(lines), _] if lines.iter().any(|it| dates.find(&it.plain()).is_some()));
    let ends = titles().filter(|pair| pair.last().is_some_and(is_dated)).count();
    ends >= MIN_ENTRIES && ends == titles().count() && !titles().any(|pair| is_titled(&pair))
}

/// Whether a block is only a strong title.
fn is_title(block: &Block) -> bool {
    let Block::Paragraph(lines) = block else { return false };
    matches!(lines.as_slice(), [line] if line.is_strong() && line.plain().chars().count() <= MAX_TITLE)
}

fn in_section(section: &mut [Block], dates: &Dates) {
    for at in 1..section.len() {
        let (above, below) = section.split_at_mut(at);
        if let (Some(title), Some(Block::Paragraph(lines))) = (above.last_mut(), below.first_mut())
            && is_title(title)
            && let Block::Paragraph(title) = title
            && let (Some(title), Some(line)) = (title.first_mut(), lines.last_mut())
            && let Some(start) = end_of(line, dates)
        {
            let plain = line.plain();
            title.append("\t", &line.part(start..plain.trim_end_matches(['.', ' ']).len()));
            *line = line.part(0..start).trimmed();
            lines.retain(|line| !line.is_empty());
        }
    }
}

/// Returns where the dates begin that are the last sentence of a line.
fn end_of(line: &Text, dates: &Dates) -> Option<usize> {
    let plain = line.plain();
    let starts = plain.rmatch_indices(". ").map(|(at, stop)| at + stop.len());
    let mut starts: Vec<usize> = starts.take(MAX_STOPS).collect();
    if starts.len() < MAX_STOPS {
        starts.push(0);
    }
    // The full stop of `Aug. 2021 - Jan. 2026` ends no sentence.
    let whole = dates.find(&plain).map(|period| period.range);
    let is_within =
        |start: usize| whole.as_ref().is_some_and(|it| it.start < start && start < it.end);
    starts.into_iter().rev().filter(|start| !is_within(*start)).find(|start| {
        let last = plain.get(*start..).unwrap_or_default();
        let core = last.trim_end_matches(['.', ' ']);
        dates.find(core).is_some_and(|period| period.range == (0..core.len()))
    })
}
