//! Joins dates of which the end is on the next line, after a word: `September 2023` above `until February 2024`.

use super::blocks::Table;
use super::period::Dates;
use super::text::Text;
use crate::dates::is_now;

/// Words before the end of a period.
const WORDS: [&str; 15] = [
    "to", "until", "till", "bis", "à", "jusqu'à", "au", "a", "hasta", "al", "até", "fino a", "tot",
    "по", "до",
];

/// Joins the dates at the ends of lines.
pub(super) fn joined(mut lines: Vec<Text>, dates: &Dates) -> Vec<Text> {
    for at in 1..lines.len() {
        let (above, below) = lines.split_at_mut(at);
        if let (Some(above), Some(below)) = (above.last_mut(), below.first_mut())
            && let Some((first, rest)) = whole(above, below, dates)
        {
            (*above, *below) = (first, rest);
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Joins the dates in the last cells of two rows.
pub(super) fn in_rows(table: &mut Table, dates: &Dates) {
    for at in 1..table.rows.len() {
        let (above, below) = table.rows.split_at_mut(at);
        if let (Some(above), Some(below)) = (above.last_mut(), below.first_mut())
            && above.len() == below.len()
            && let (Some(above), Some(below)) = (above.last_mut(), below.last_mut())
            && let Some((first, rest)) = whole(above, below, dates)
        {
            (*above, *below) = (first, rest);
        }
    }
}

/// Returns a line with the whole period, and what is left of the line below it.
pub(super) fn whole(above: &Text, below: &Text, dates: &Dates) -> Option<(Text, Text)> {
    let (first, second) = (above.plain(), below.plain());
    let start = first.rfind('\t').map_or(0, |gap| gap + 1);
    let cut = second.rfind('\t').map_or(0, |gap| gap + 1);
    let (date, end) = (first.get(start..)?.trim(), second.get(cut..)?.trim());
    let is_date =
        |text: &str| dates.find(text).is_some_and(|it| !it.is_range && it.range == (0..text.len()));
    let lower = end.to_lowercase();
    let length = WORDS.iter().filter_map(|word| {
        let rest = lower.strip_prefix(word)?;
        rest.starts_with(' ').then_some(word.len())
    });
    let rest = end.get(length.max()?..)?.trim();
    if !is_date(date) || !(is_date(rest) || is_now(rest)) {
        return None;
    }
    let mut joined = above.clone().trimmed();
    joined.append(" – ", &below.part(second.rfind(rest)?..second.len()));
    let left = below.part(0..cut);
    Some((joined, Text { is_broken: below.is_broken, ..left }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_follows_its_word() {
        let text = |text: &str| Text::of(text, 1..2);
        let dates = Dates::of(&[], Vec::new());
        let lines = vec![text("Kestrel\tSeptember 2023"), text("Pilot\tuntil February 2024")];
        let done: Vec<String> = joined(lines, &dates).iter().map(Text::plain).collect();
        assert_eq!(done, ["Kestrel\tSeptember 2023 – February 2024", "Pilot"]);
        let lines = vec![text("Комета\tСентябрь 2023"), text("По н.в.")];
        let done: Vec<String> = joined(lines, &dates).iter().map(Text::plain).collect();
        assert_eq!(done, ["Комета\tСентябрь 2023 – н.в."]);
        let lines = vec![text("Kestrel\t2023"), text("to the lighthouse in 2024")];
        assert_eq!(joined(lines.clone(), &dates), lines);
    }
}
