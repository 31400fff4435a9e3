//! Tells lines with dates that are the head of an entry from sentences with dates.

use super::{MAX_WORDS, Splitter};
use crate::document::sentences::{has_parts, is_birth, is_in_sentence};
use crate::document::text::Text;
use crate::document::vocabulary::{Kind, has};

/// Words with which people tell of themselves.
const OWN: [&str; 12] =
    ["i", "my", "me", "we", "our", "ich", "mein", "meine", "mi", "mis", "je", "mon"];

impl Splitter<'_> {
    /// Whether a line has dates that are no part of a sentence; `is_range` wants both ends.
    pub(in crate::document) fn dated(&self, line: &Text, is_range: bool) -> bool {
        let plain = line.plain();
        let Some(period) = self.dates.find(&plain) else { return false };
        let (before, after) = (plain.get(..period.range.start), plain.get(period.range.end..));
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        let is_edge = |text: &str| !text.chars().any(char::is_alphanumeric);
        let is_at_edge = is_edge(before)
            || is_edge(after)
            || after.trim_start().starts_with('(')
            || (before.ends_with('\t') && after.split_whitespace().count() < 4);
        let words = before.split_whitespace().count() + after.split_whitespace().count();
        let letters = before.chars().count() + after.chars().count();
        // `**Leadership (2022–2025):**` announces what is below it.
        let is_title = letters > 0
            && plain.trim_end().ends_with([':', '：'])
            && !has_parts(before)
            && plain.get(period.range.clone()).is_some_and(|it| it.starts_with(['(', '（', '[']));
        // `Pilot on all ships of the coast - Kestrel - from 2019 to 2021.`
        let is_apart = is_edge(after) && before.trim_end().ends_with(['-', '–', '—', '|', '·'])
            // `Teacher of mathematics in the school of Ovar from 2006 to 2010.`
            || is_edge(after) && period.is_range && !self.is_below_dated && begins_with_position(before)
            || is_edge(before) && after.starts_with('\t');
        // `2019 – 2021. Pilot. Kestrel, Porto.`
        // `2019 (two months): Pilot.`
        let rest = after.trim_start();
        let rest = rest.strip_prefix('(').and_then(|it| it.split_once(')')).map_or(rest, |it| it.1);
        let is_begun = before.is_empty() && rest.trim_start().starts_with(['.', ':', ',']);
        // `(also two years in the port, 2019–2021)`
        let is_remark =
            before.trim_start().starts_with(['(', '（']) && plain.trim_end().ends_with([')', '）']);
        // `Porto, 17.11.2022`: where and when a document was signed.
        let is_signed = before.trim_end().ends_with(',')
            && before.split_whitespace().count() == 1
            && is_edge(after)
            && period.end.as_ref().is_some_and(|end| !period.is_range && end.date.len() > 7);
        let is_sentence = is_title
            || is_signed
            || is_birth(before)
            || is_remark
            || (plain.trim_end().ends_with(['.', '。']) && words > 8 && !is_apart && !is_begun)
            || is_in_sentence(&plain, &period.range);
        (period.is_range || (is_at_edge && !is_range))
            && words <= if is_begun { 40 } else { MAX_WORDS }
            && letters <= if is_begun { 260 } else { 160 }
            && !is_sentence
    }
}

/// Whether a line begins with a position and is told of nobody: `Teacher of mathematics in Ovar`.
fn begins_with_position(line: &str) -> bool {
    let first = line.split([' ', ',', '\t']).next().unwrap_or_default();
    let is_told = line.split_whitespace().any(|word| OWN.contains(&word.to_lowercase().as_str()));
    first.starts_with(char::is_uppercase) && !is_told && has(first, Kind::Job)
}
