//! Tells headings that name two topics, or one in two languages, from those that say something else besides.

use super::headings::Topic;

/// Words between two topics, longer ones before their ends.
const AND: [&str; 26] = [
    " and ", " & ", " und ", " et ", " y ", " e ", " i ", " en ", " och ", " og ", " и ", " or ",
    " oder ", " ou ", " o ", " lub ", " или ", "/", ", ", "＆", "及", "与", "與", "和", "・", "、",
];

/// Returns both sides of each word such as `and` in a title.
pub(super) fn sides(title: &str) -> impl Iterator<Item = (&str, &str)> {
    AND.iter().filter_map(|word| split_at(title, word))
}

/// Splits a title at a word, which may be in capitals.
fn split_at<'t>(title: &'t str, word: &str) -> Option<(&'t str, &'t str)> {
    let in_capitals = || {
        let is_capital = !title.contains(char::is_lowercase);
        is_capital.then(|| title.find(word.to_uppercase().as_str())).flatten()
    };
    let at = title.find(word).or_else(in_capitals)?;
    Some((title.get(..at)?, title.get(at + word.len()..)?))
}

/// Whether both sides of a title are topics; `exact` returns the topic that is all of a text.
pub(super) fn are_topics(title: &str, exact: impl Fn(&str) -> Option<Topic>) -> bool {
    let is_one = |at: usize| {
        let (first, second) = title.split_at_checked(at).unwrap_or_default();
        exact(first).is_some_and(|topic| exact(second) == Some(topic))
    };
    sides(title).any(|(first, second)| exact(first).is_some() && exact(second).is_some())
        // `経験 Experience`: in two languages.
        || title.match_indices(' ').any(|(at, _)| is_one(at))
}
