//! Which entries of two lists are the same in two languages, by what does not depend on a language.

use crate::tree;
use perfil_source::{Node, Value, privacy};
use std::collections::BTreeSet;

/// An entry of one of the lists, or of both, by its place in each.
pub(super) type Pair = (Option<usize>, Option<usize>);

/// The keys of values that are the same in every language, as dates and addresses are.
const IDENTITY: [&str; 19] = [
    "url",
    "website",
    "email",
    "username",
    "network",
    "startDate",
    "endDate",
    "start_date",
    "end_date",
    "date",
    "releaseDate",
    "doi",
    "id",
    "name",
    "company",
    "institution",
    "organization",
    "issuer",
    "title",
];

/// The longest lists whose entries are compared with each other; longer ones keep their order.
const AT_MOST: usize = 200;

/// Returns the entries of two lists in the order of the first: those of both, those of the first
/// alone, and at the end those of the second alone.
pub(super) fn pairs(own: &[Node], other: &[Node]) -> Vec<Pair> {
    let same_length = own.len() == other.len();
    if own.len() > AT_MOST || other.len() > AT_MOST {
        return in_order(own, other, &vec![None; own.len()]);
    }
    let words: Vec<BTreeSet<String>> = other.iter().map(words).collect();
    let likeness = |a: &Node, at: usize| likeness(a, &other[at], &words[at]);
    let mut found: Vec<(i64, usize, usize)> = Vec::new();
    for (i, a) in own.iter().enumerate() {
        found.extend((0..other.len()).map(|j| (likeness(a, j), i, j)).filter(|(it, ..)| *it > 0));
    }
    found.sort_by_key(|(likeness, i, j)| (-likeness, i.abs_diff(*j), *i));
    let (mut counterparts, mut used) = (vec![None; own.len()], vec![false; other.len()]);
    let mut sum = 0;
    for (likeness, i, j) in found {
        if counterparts[i].is_none() && !used[j] {
            (counterparts[i], used[j]) = (Some(j), true);
            sum += likeness;
        }
    }
    // Lists of the same length have the same order, unless what they say is clearly against it.
    let by_place: i64 = own.iter().enumerate().take(other.len()).map(|(i, a)| likeness(a, i)).sum();
    if same_length && sum <= by_place.max(0) + i64::try_from(own.len()).unwrap_or(i64::MAX) {
        return (0..own.len()).map(|at| (Some(at), Some(at))).collect();
    }
    in_order(own, other, &counterparts)
}

/// Completes the pairs with those that only their order tells: as many entries in both lists
/// between two pairs, and texts, of which each page shows those of its language.
fn in_order(own: &[Node], other: &[Node], counterparts: &[Option<usize>]) -> Vec<Pair> {
    let are_texts = own.iter().chain(other).all(|it| it.as_str().is_some());
    let (own, other) = (own.len(), other.len());
    let mut pairs: Vec<Pair> = (0..own).map(|at| (Some(at), counterparts[at])).collect();
    let mut is_used: Vec<bool> = vec![false; other];
    counterparts.iter().flatten().for_each(|at| is_used[*at] = true);
    let mut start = 0;
    while start < own {
        let end = (start..own).find(|at| counterparts[*at].is_some()).unwrap_or(own);
        let from = start.checked_sub(1).and_then(|at| counterparts[at]).map_or(0, |at| at + 1);
        let to = counterparts.get(end).copied().flatten().unwrap_or(other);
        let free: Vec<usize> = (from..to.max(from)).filter(|at| !is_used[*at]).collect();
        if are_texts || free.len() == end - start {
            for (at, free) in (start..end).zip(free) {
                pairs[at].1 = Some(free);
                is_used[free] = true;
            }
        }
        start = end + 1;
    }
    pairs.extend((0..other).filter(|at| !is_used[*at]).map(|at| (None, Some(at))));
    pairs
}

/// How much two entries have in common; negative if they contradict each other.
fn likeness(a: &Node, b: &Node, words_of_b: &BTreeSet<String>) -> i64 {
    let a = privacy::wrapped(a).unwrap_or(a);
    let b = privacy::wrapped(b).unwrap_or(b);
    let shared = words(a).intersection(words_of_b).count();
    let mut likeness = i64::try_from(shared.min(8)).unwrap_or_default();
    for member in a.members().iter().filter(|member| IDENTITY.contains(&member.key.as_str())) {
        let Some(counterpart) = b.get(&member.key) else { continue };
        let is_date = member.key.to_lowercase().contains("date");
        match tree::same(&member.value, counterpart) {
            true => likeness += 4,
            false if is_date || member.key == "url" => likeness -= 4,
            false => {}
        }
    }
    likeness
}

/// Returns the words that two languages can share: numbers, names and terms.
fn words(node: &Node) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(node, &mut found);
    found
}

fn collect(node: &Node, found: &mut BTreeSet<String>) {
    match &node.value {
        Value::String(text) => {
            let words = text.split(|c: char| !c.is_alphanumeric());
            let is_telling = |word: &&str| {
                word.chars().count() > 3 || word.contains(|c: char| c.is_ascii_digit())
            };
            found.extend(words.filter(is_telling).map(str::to_lowercase));
        }
        Value::Array(elements) => elements.iter().for_each(|it| collect(it, found)),
        Value::Object(members) => members.iter().for_each(|it| collect(&it.value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_source::parse;

    fn of(own: &str, other: &str) -> Vec<Pair> {
        let list = |json: &str| parse(json.as_bytes()).expect("this is JSON");
        pairs(list(own).elements(), list(other).elements())
    }

    #[test]
    fn entries_are_the_same_by_their_dates_and_names() {
        let own = r#"[{ "name": "Kestrel", "startDate": "2020-01", "position": "Developer" },
            { "name": "Initech", "startDate": "2018-02", "position": "Analyst" },
            { "name": "Hill School", "startDate": "2015-09" }]"#;
        let other = r#"[{ "name": "Initech", "startDate": "2018-02", "position": "Analista" },
            { "name": "Colegio Hill", "startDate": "2015-09" }]"#;
        let pairs = [(Some(0), None), (Some(1), Some(0)), (Some(2), Some(1))];
        assert_eq!(of(own, other), pairs);
        let back = [(Some(0), Some(1)), (Some(1), Some(2)), (None, Some(0))];
        assert_eq!(of(other, own), back);
    }

    #[test]
    fn another_order_is_recognized_by_contradictions() {
        let own = r#"[{ "name": "A", "startDate": "2020", "url": "https://a.example" },
            { "name": "B", "startDate": "2018", "url": "https://b.example" }]"#;
        let other = r#"[{ "name": "B", "startDate": "2018", "url": "https://b.example" },
            { "name": "A", "startDate": "2020", "url": "https://a.example" }]"#;
        assert_eq!(of(own, other), [(Some(0), Some(1)), (Some(1), Some(0))]);
        assert_eq!(of(own, own), [(Some(0), Some(0)), (Some(1), Some(1))]);
    }

    #[test]
    fn texts_are_the_same_by_numbers_and_terms_and_else_by_their_order() {
        let own = r#"["Cut costs by 40 %", "Led a team", "Moved to Kubernetes"]"#;
        let other = r#"["Reduje los costes un 40 %", "Migré a Kubernetes"]"#;
        let pairs = [(Some(0), Some(0)), (Some(1), None), (Some(2), Some(1))];
        assert_eq!(of(own, other), pairs);
        let texts = r#"["uno", "dos", "tres"]"#;
        assert_eq!(of(r#"["one", "two", "three"]"#, texts).len(), 3);
        assert_eq!(
            of(r#"["Cut costs by 40 %", "more"]"#, r#"["un 40 %", "más", "otra"]"#).len(),
            3
        );
    }
}
