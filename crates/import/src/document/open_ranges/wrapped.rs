//! Joins periods at the right edge of a line that had no room for them: their end begins the next line.

use super::{MAX_PART, is_whole_range};
use crate::document::blocks::Block;
use crate::document::period::Dates;
use crate::document::text::Text;

/// Joins the periods in the lines of a paragraph.
pub(super) fn joined(lines: &mut Vec<Text>, dates: &Dates) {
    for at in 1..lines.len() {
        let (above, below) = lines.split_at_mut(at);
        if let (Some(above), Some(below)) = (above.last_mut(), below.first_mut())
            && let Some(whole) = whole(above, below, dates)
        {
            (*above, *below) = (whole, Text::default());
        }
    }
    lines.retain(|line| !line.is_empty());
}

/// Joins the periods in the items of a list.
pub(super) fn in_items(items: &mut [Vec<Block>], dates: &Dates) {
    for block in items.iter_mut().flatten() {
        if let Block::Paragraph(lines) = block {
            joined(lines, dates);
        }
    }
}

/// Returns a line that ends in the first part of a period, after a gap, with the rest that the next line is:
/// `Pilot <gap> September` above `2023 - Present`.
pub(super) fn whole(line: &Text, next: &Text, dates: &Dates) -> Option<Text> {
    let (first, rest) = (line.plain(), next.plain());
    let gap = first.rfind('\t')?;
    let (head, start, rest) = (first.get(..gap)?, first.get(gap + 1..)?.trim(), rest.trim());
    let is_part = |part: &str| !part.is_empty() && part.chars().count() <= MAX_PART;
    if !is_part(start) || !is_part(rest) || rest.contains('\t') || head.trim().is_empty() {
        return None;
    }
    let whole = format!("{start} {rest}");
    if !is_whole_range(&whole, dates) || !is_needed(start, &whole, rest, dates) {
        return None;
    }
    let mut joined = line.clone().trimmed();
    joined.append(" ", next);
    Some(Text { is_broken: next.is_broken, ..joined })
}

/// Takes the end of a period that was read as the first item of a list, since its line begins with a dash, and
/// returns the text below it: `Pilot <gap> Aug 2016` above `– Feb 2018`.
pub(super) fn of_item(above: &mut Text, block: &mut Block, dates: &Dates) -> Option<Vec<Text>> {
    let Block::List { items, start: None } = block else { return None };
    let [Block::Paragraph(lines)] = items.first()?.as_slice() else { return None };
    let (end, below) = lines.split_first()?;
    let mut dashed = Text::of("– ", end.span());
    dashed.append("", end);
    let joined = whole(above, &dashed, dates)?;
    let below = below.to_vec();
    *above = joined;
    items.remove(0);
    Some(below)
}

/// Whether what begins a period makes the rest of it a longer one, or its start more exact.
pub(super) fn is_needed(start: &str, whole: &str, rest: &str, dates: &Dates) -> bool {
    let precision = |text: &str| {
        let found = dates.find(text).filter(|it| it.is_range)?;
        Some(found.start.map_or(0, |it| it.date.len()))
    };
    let is_open = !dates.find(start).is_some_and(|it| it.is_range && is_whole_range(start, dates));
    is_open && precision(rest).is_none_or(|own| precision(whole).is_some_and(|all| all > own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_go_on_in_the_next_line() {
        let text = |text: &str| Text::of(text, 1..2);
        let dates = Dates::of(&[], Vec::new());
        for (first, next, expected) in [
            ("Pilot\tSeptember", "2023 - Present", "Pilot\tSeptember 2023 - Present"),
            ("Pilot\tFeb 2018 – May", "2023", "Pilot\tFeb 2018 – May 2023"),
            ("Pilot\tAug 2016", "– Feb 2018", "Pilot\tAug 2016 – Feb 2018"),
        ] {
            let mut lines = vec![text(first), text(next)];
            joined(&mut lines, &dates);
            assert_eq!(lines.iter().map(Text::plain).collect::<Vec<_>>(), [expected]);
        }
        for (first, next) in
            [("Pilot\tPorto", "2019 – 2021"), ("Kestrel\t2016", "2018"), ("Pilot", "2019 – 2021")]
        {
            let lines = vec![text(first), text(next)];
            let mut done = lines.clone();
            joined(&mut done, &dates);
            assert_eq!(done, lines);
        }
    }
}
