//! Joins dates that were broken over several lines: in a narrow column beside the entries, or because the
//! end of a period has a line of its own.

mod beside_text;
mod labelled_ends;
mod listed_titles;
mod wrapped;

use super::blocks::Block;
use super::period::Dates;
use super::text::Text;
use super::until;
use crate::dates::is_now;

/// The most lines of a column over which a period is broken.
const MAX_LINES: usize = 4;

/// The longest part of a period in such a column, in characters.
const MAX_PART: usize = 24;

/// What people write between two dates.
const DASHES: [char; 8] = ['-', '–', '—', '‑', '‐', '～', '〜', '~'];

/// Returns blocks in which each period is in one line, with the head that it is of.
pub(super) fn joined(blocks: Vec<Block>, dates: &Dates) -> Vec<Block> {
    let mut blocks = in_one_line(labelled_ends::in_blocks(blocks, dates), dates);
    listed_titles::in_blocks(&mut blocks, dates);
    for at in 1..blocks.len() {
        let (above, below) = blocks.split_at_mut(at);
        if let (Some(Block::Paragraph(head)), Some(Block::List { items, .. })) =
            (above.last_mut(), below.first_mut())
            && let [title] = head.as_slice()
            && title.plain().contains('\t')
            && dates.find(&title.plain()).is_none()
            && let Some(dated) = beside_first(items, dates)
        {
            head.push(dated);
        }
    }
    blocks
}

/// Takes the period that stands beside the first item of a list, in a column whose first line has the place.
fn beside_first(items: &mut [Vec<Block>], dates: &Dates) -> Option<Text> {
    let Some(Block::Paragraph(lines)) = items.first_mut()?.first_mut() else { return None };
    let line = lines.iter_mut().find(|line| line.plain().contains('\t'))?;
    let plain = line.plain();
    let gap = plain.rfind('\t')?;
    let beside = line.part(gap + 1..plain.len());
    if is_whole_range(beside.plain().trim(), dates) {
        *line = line.part(0..gap);
        return Some(beside);
    }
    // The text may go on below the period.
    let period = dates.find(&beside.plain()).filter(|it| it.range.start == 0)?;
    let dated = beside.part(period.range.clone());
    let rest = beside.part(period.range.end..beside.plain().len()).trimmed();
    if !is_whole_range(&dated.plain(), dates) || !rest.plain().starts_with(char::is_lowercase) {
        return None;
    }
    let mut joined = line.part(0..gap);
    joined.append(" ", &rest);
    joined.is_broken = line.is_broken;
    *line = joined;
    Some(dated)
}

fn in_one_line(blocks: Vec<Block>, dates: &Dates) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        let block = match block {
            Block::Paragraph(lines) => Block::Paragraph(in_lines(lines, dates)),
            Block::Table(mut table) => {
                until::in_rows(&mut table, dates);
                Block::Table(table)
            }
            Block::List { mut items, start } => {
                wrapped::in_items(&mut items, dates);
                Block::List { items, start }
            }
            other => other,
        };
        let mut block = block;
        if let Some(Block::Paragraph(above)) = all.last_mut()
            && let Some(last) = above.last_mut()
            && let Some(below) = wrapped::of_item(last, &mut block, dates)
        {
            above.extend(below);
        }
        if matches!(&block, Block::List { items, .. } if items.is_empty()) {
            continue;
        }
        if let Some(whole) = with_dash(all.last(), &block, dates) {
            all.pop();
            all.push(whole);
            continue;
        }
        // The end of a period may be a paragraph of its own.
        if let (Some(Block::Paragraph(above)), Block::Paragraph(below)) = (all.last_mut(), &block)
            && let (Some(last), Some(first)) = (above.last(), below.first())
            && let Some(whole) = period(&[last.clone(), first.clone()], dates)
                .or_else(|| Some(vec![at_end(last, first, dates)?]))
                .or_else(|| Some(vec![wrapped::whole(last, first, dates)?]))
                .or_else(|| {
                    let (whole, left) = until::whole(last, first, dates)?;
                    left.is_empty().then(|| vec![whole])
                })
        {
            above.pop();
            above.extend(whole);
            above.extend(below.iter().skip(1).cloned());
            continue;
        }
        all.push(block);
    }
    all
}

fn in_lines(lines: Vec<Text>, dates: &Dates) -> Vec<Text> {
    let mut lines = until::joined(lines, dates);
    wrapped::joined(&mut lines, dates);
    let mut all = Vec::with_capacity(lines.len());
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let found = (2..=MAX_LINES).find_map(|count| {
            let part = lines.get(at..at + count)?;
            Some((period(part, dates)?, count))
        });
        let found = found.or_else(|| Some((vec![at_end(line, lines.get(at + 1)?, dates)?], 2)));
        if let (None, Some(next)) = (&found, lines.get(at + 1))
            && let Some((whole, left)) = beside_text::joined(line, next, dates)
        {
            all.extend([whole, left]);
            at += 2;
            continue;
        }
        let (whole, count) = found.unwrap_or_else(|| (vec![line.clone()], 1));
        all.extend(whole);
        at += count;
    }
    all
}

/// Returns several lines as one, if what they begin with is one period, and nothing less. What is beside its
/// end stays a line of its own below a title that is set apart.
fn period(lines: &[Text], dates: &Dates) -> Option<Vec<Text>> {
    let columns: Vec<(Text, Text)> = lines.iter().map(columns).collect();
    let lefts: Vec<String> =
        columns.iter().map(|(left, _)| left.plain().trim().to_owned()).collect();
    let is_part = |left: &String| !left.is_empty() && left.chars().count() <= MAX_PART;
    if !lefts.iter().all(is_part) {
        return None;
    }
    let (first, rest) = lefts.split_first()?;
    // Without a column beside it, only an end may be on another line.
    let has_columns = columns.iter().any(|(_, right)| !right.is_empty());
    let is_open = first.ends_with(DASHES) || rest.first()?.starts_with(DASHES);
    let is_dash = |left: &String| left.chars().all(|c| DASHES.contains(&c));
    let is_long = lefts.len() > 2 && !(lefts.len() == 3 && rest.first().is_some_and(is_dash));
    if !has_columns && (is_long || !is_open) {
        return None;
    }
    let is_line = |left: &str| matches!(left, "|" | "↓" | "¦");
    let whole: Vec<&str> = lefts.iter().map(|it| if is_line(it) { "–" } else { it }).collect();
    let whole = whole.join(" ");
    let is_own = |at: usize, left: &String| {
        is_closed(left, dates)
            && !(at == 1 && lefts.len() == 2 && wrapped::is_needed(first, &whole, left, dates))
    };
    if !is_whole_range(&whole, dates) || lefts.iter().enumerate().any(|(at, it)| is_own(at, it)) {
        return None;
    }
    let (mut dated, mut beside) = (Text::of(&whole, columns.first()?.0.span()), Text::default());
    let mut below = Vec::new();
    for (_, right) in columns.iter().filter(|(_, right)| !right.is_empty()) {
        if !below.is_empty() || (beside.strong_start() > 0 && right.strong_start() == 0) {
            below.push(right.clone());
        } else {
            beside.append(" ", right);
        }
    }
    if !beside.is_empty() {
        dated.append("\t", &beside);
    }
    dated.is_broken = !below.is_empty() || lines.last().is_some_and(|last| last.is_broken);
    Some(std::iter::once(dated).chain(below).collect())
}

/// Returns a line that ends in an open period together with the end of that, which the next line is, or
/// begins with below a line that has nothing else.
fn at_end(line: &Text, next: &Text, dates: &Dates) -> Option<Text> {
    let (first, end) = (line.plain(), next.plain());
    let (first, end) = (first.trim_end(), end.trim());
    let is_short = first.chars().count() <= MAX_PART;
    let is_end = end.chars().count() <= MAX_PART;
    if !first.ends_with(DASHES) || end.contains('\t') || !(is_short || is_end) {
        return None;
    }
    let whole = format!("{first} {end}");
    let period = dates.find(&whole).filter(|period| period.is_range)?;
    let dated = whole.get(period.range.clone())?;
    let is_open = dates.find(first).is_none_or(|own| own.range.start == period.range.start);
    if period.range.start >= first.len() || !is_open || !is_whole_range(dated, dates) {
        return None;
    }
    if period.range.end == whole.len() {
        let mut joined = line.clone().trimmed();
        joined.append(" ", next);
        return is_end.then_some(joined);
    }
    let after = period.range.end.checked_sub(first.len() + 1)?;
    let is_alone = is_short && period.range.start == 0;
    let mut joined = Text::of(dated, line.span());
    joined.append("\t", &next.clone().trimmed().part(after..end.len()));
    joined.is_broken = next.is_broken;
    is_alone.then_some(joined)
}

/// Splits a line at the gap between two columns.
fn columns(line: &Text) -> (Text, Text) {
    let plain = line.plain();
    match plain.find('\t') {
        Some(at) => (line.part(0..at), line.part(at + 1..plain.len())),
        None => (line.clone(), Text::default()),
    }
}

/// Whether a text is a period from one date to another one after it, or until now, and nothing else.
fn is_whole_range(text: &str, dates: &Dates) -> bool {
    let Some(period) = dates.find(text).filter(|period| period.is_range) else { return false };
    let mut rest = text.to_owned();
    rest.replace_range(period.range, "");
    let is_ordered = match (&period.start, &period.end) {
        (Some(start), Some(end)) => {
            let length = start.date.len().min(end.date.len());
            start.date.get(..length) <= end.date.get(..length)
        }
        _ => !text.trim_end().ends_with(DASHES),
    };
    is_ordered && !rest.chars().any(char::is_alphanumeric)
}

/// Whether a text is a whole period without what follows it.
fn is_closed(text: &str, dates: &Dates) -> bool {
    let text = text.trim_matches(DASHES).trim();
    !is_now(text) && dates.find(text).is_some_and(|period| period.is_range)
}

/// Joins a date with the dash that is alone below it, as in a narrow cell.
fn with_dash(above: Option<&Block>, block: &Block, dates: &Dates) -> Option<Block> {
    let (Some(Block::Paragraph(above)), Block::Paragraph(below)) = (above, block) else {
        return None;
    };
    let ([date], [dash]) = (above.as_slice(), below.as_slice()) else { return None };
    let sign = dash.plain();
    if sign.trim().chars().count() != 1 || !sign.trim().ends_with(DASHES) {
        return None;
    }
    let plain = date.plain();
    let is_date = plain.chars().count() <= MAX_PART
        && dates
            .find(&plain)
            .is_some_and(|it| !it.is_range && it.range.len() == plain.trim().len());
    let mut joined = date.clone().trimmed();
    joined.append(" ", dash);
    is_date.then(|| Block::Paragraph(vec![joined]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_below_each_other_are_one_period() {
        let text = |text: &str| Text::of(text, 1..2);
        let dates = Dates::of(&[], Vec::new());
        for next in ["Dec 2021 Kestrel - Ovar", "Dec 2021\tKestrel - Ovar"] {
            let blocks = vec![Block::Paragraph(vec![text("Oct 2021 ~ Pilot"), text(next)])];
            let done = joined(blocks, &dates);
            let expected = vec![text("Oct 2021 – Dec 2021\tPilot"), text("Kestrel - Ovar")];
            let [Block::Paragraph(lines)] = done.as_slice() else { panic!("{done:?}") };
            let plain = |lines: &[Text]| lines.iter().map(Text::plain).collect::<Vec<_>>();
            assert_eq!(plain(lines), plain(&expected));
        }
    }

    #[test]
    fn dates_of_entries_of_their_own_stay() {
        let text = |text: &str| Text::of(text, 1..2);
        let lines = vec![text("2019 – Pilot at Kestrel"), text("2021 – Captain at Cometa")];
        let done = joined(vec![Block::Paragraph(lines.clone())], &Dates::of(&[], Vec::new()));
        assert_eq!(done, [Block::Paragraph(lines)]);
    }
}
