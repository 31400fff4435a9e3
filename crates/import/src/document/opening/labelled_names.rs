//! Reads the name of the person beside a label: `Surname, first name: Solano, Mira`.

use crate::document::headings::normalized;
use crate::document::text::Text;
use crate::document::vocabulary::{Kind, is};

/// Returns the name in a value, and what else the value says: how it is pronounced, in brackets.
pub(in crate::document) fn of_label(label: Option<&Text>, value: &Text) -> (Text, Option<Text>) {
    let plain = value.plain();
    if let Some(at) = plain.find(['(', '（']).filter(|at| *at > 0) {
        let name = plain.get(..at).unwrap_or_default();
        let is_dense = name.chars().all(|c| c.is_whitespace() || perfil_text::is_spaceless(c));
        if is_dense && plain.trim_end().ends_with([')', '）']) {
            return (value.part(0..at), Some(value.part(at..plain.len())));
        }
    }
    let Some((first, last)) = plain.split_once(',') else { return (value.clone(), None) };
    let is_word = |part: &str| (1..=3).contains(&part.split_whitespace().count());
    if !is_word(first) || !is_word(last) || last.contains(',') {
        return (value.clone(), None);
    }
    let (first, last) = (value.part(0..first.len()), value.part(first.len() + 1..plain.len()));
    let begins_with_given = label.is_some_and(|label| {
        let words = normalized(&label.plain());
        let mut starts = words.match_indices(' ').map(|(at, _)| at).chain([words.len()]);
        starts.any(|at| words.get(..at).is_some_and(|start| is(start, Kind::GivenNameLabel)))
    });
    let (mut name, rest) = if begins_with_given { (first, last) } else { (last, first) };
    name.append(" ", &rest);
    (name, None)
}
