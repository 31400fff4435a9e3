//! Tells lines that were broken for want of room from those that end.

use super::distances::{begins_with_label, ends_in_hyphen};
use super::lines::Line;
use super::paragraphs::Paragraphs;

/// The fewest characters of a line that may have been broken because it was full.
const MIN_WRAPPED: usize = 30;

/// The ends of hosts that a narrow column may break before their last letters.
const TOPS: [&str; 8] = ["com", "org", "net", "edu", "gov", "info", "dev", "me"];

impl Paragraphs<'_> {
    /// Whether a line was broken only because the next word had no room.
    pub(super) fn is_wrapped(&self, before: &Line, line: &Line) -> bool {
        let text = before.plain();
        let next = line.plain();
        let is_lower = next.chars().next().is_some_and(char::is_lowercase);
        let is_hyphenated = ends_in_hyphen(&text) && is_lower;
        let (left, right) = self.edges.get(before.zone).copied().unwrap_or_default();
        let width = right - left;
        let has_room =
            before.right + 0.2 * before.size + line.first_word <= right - 0.1 * before.size;
        let is_same_look = before.is_bold == line.is_bold || is_lower;
        let is_same_size = (line.size - before.size).abs() < 0.13 * line.size;
        let length = text.chars().count();
        let is_long = length >= MIN_WRAPPED || (is_lower && length > 12);
        // A word may go on below the column that it begins in.
        let column = before.columns.last().copied().unwrap_or(before.left);
        let is_in_column = is_hyphenated && (column - line.left).abs() < 0.5 * line.size;
        // A bullet is no column.
        let told = text.trim_start_matches(super::bullets::is_bullet).trim_start();
        let has_column = !before.columns.is_empty() && (told == text || told.contains('\t'));
        let has_columns = !is_in_column && (!line.columns.is_empty() || has_column);
        let is_wide = width > 16.0 * before.size || is_lower;
        let is_tagged = line.tag.is_some();
        let is_apart = before.zone != line.zone && (!is_lower || is_tagged);
        let is_far =
            before.zone == line.zone && line.base - before.base > self.leading * 1.6 * line.size;
        // A line far at the left of the one above is of another column.
        let is_outdented = before.zone == line.zone
            && line.left < before.left - 3.0 * line.size
            && !next.chars().any(super::words::is_right_to_left);
        is_same_size
            && !is_outdented
            && !self.is_far_right(before.left, line)
            && !begins_with_label(&next)
            && !has_columns
            && !is_apart
            && !is_far
            && (is_cut_address(&text, &next)
                || is_hyphenated
                || (!has_room && (is_tagged || is_long && is_same_look && is_wide)))
    }

    /// Whether a line begins so far to the right of this position that it is no part of a text which begins there.
    pub(super) fn is_far_right(&self, text: f64, line: &Line) -> bool {
        let (left, right) = self.edges.get(line.zone).copied().unwrap_or_default();
        let is_far = line.left > text + 0.45 * (right - left);
        is_far && !line.plain().chars().any(super::words::is_right_to_left)
    }
}

/// Whether a line ends within an e-mail address, which the next line ends.
pub(super) fn is_cut_address(line: &str, next: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    // A word after a sentence is no part of it.
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-_@".contains(c);
    if next.is_empty() || !next.chars().all(is_part) {
        return false;
    }
    let Some((user, host)) = last.split_once('@') else {
        // `mira.solano` and `@example.org`, in a column that is too narrow for both.
        let host = next.strip_prefix('@').filter(|host| host.contains('.'));
        return host.is_some() && last.chars().all(is_part) && last.contains(char::is_alphabetic);
    };
    if next.contains('@') {
        return false;
    }
    let is_whole_top = host.rsplit_once('.').is_some_and(|(_, top)| {
        let top = format!("{top}{next}");
        TOPS.contains(&top.as_str())
    });
    last.ends_with(['.', '@', '_'])
        || is_whole_top
        || !user.is_empty() && !host.contains('.') && next.contains('.')
}
