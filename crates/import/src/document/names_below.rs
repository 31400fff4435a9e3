//! Takes the organisation from the line below each position with its dates, where all entries have one.

use super::blocks::Block;
use super::entries::{Entries, Entry};
use super::entry_body::take_name;
use super::headings::matched;
use super::text::Text;
use perfil_model::profile::ResumeList;

/// The longest name of an organisation with its place, in characters.
const MAX_LINE: usize = 90;

/// The most words of it.
const MAX_WORDS: usize = 12;

/// Gives each entry without an organisation the first line below it, if each of several has one that is
/// unlike the text below it.
pub(super) fn taken(entries: &mut Entries, list: ResumeList) {
    let groups = entries.groups.iter_mut().flat_map(|(_, group)| group);
    let mut open: Vec<&mut Entry> =
        entries.items.iter_mut().chain(groups).filter(|entry| is_open(entry)).collect();
    if open.len() > 1 && open.iter().all(|entry| has_line(entry)) {
        for entry in &mut open {
            take_name(&mut entry.head, &mut entry.body, list);
        }
    }
}

/// Whether an entry has a position and dates, and no organisation.
fn is_open(entry: &Entry) -> bool {
    let head = &entry.head;
    head.name.is_none()
        && head.position.is_some()
        && head.period.is_some()
        && entry.roles.is_empty()
}

/// Whether the text of an entry begins with a line that can be the name of an organisation.
fn has_line(entry: &Entry) -> bool {
    let [Block::Paragraph(lines), next, ..] = entry.body.as_slice() else { return false };
    let [line] = lines.as_slice() else { return false };
    let is_other = match next {
        Block::Paragraph(lines) => lines.first().is_some_and(is_text),
        _ => true,
    };
    let plain = line.plain();
    let is_title = plain.split_whitespace().count() <= MAX_WORDS
        && plain.chars().count() <= MAX_LINE
        && !plain.starts_with(char::is_lowercase)
        && !plain.contains([':', '：', '@'])
        && !is_text(line);
    is_title && is_other && matched(&plain).is_none_or(|found| !found.is_exact)
}

/// Whether a line ends as a sentence does, or is too long for a name. The point of a short word is that of an
/// abbreviation.
fn is_text(line: &Text) -> bool {
    let plain = line.plain();
    let plain = plain.trim_end();
    let last = plain.split([' ', '\t']).next_back().unwrap_or_default();
    let is_ended = plain.ends_with([',', ';', '!', '?', '。', ':', '：'])
        || (plain.ends_with('.') && last.chars().count() > 5);
    is_ended || plain.chars().count() > MAX_LINE
}
