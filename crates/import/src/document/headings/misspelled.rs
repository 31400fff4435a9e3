//! Headings with one wrong letter: `BERUFSERFARUNG`.

use super::{Meaning, PHRASES, Topic};
use perfil_text::is_spaceless;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The least length of a phrase that may be misspelled, in characters: shorter ones are too near to other words.
const MIN_LENGTH: usize = 9;

/// How many letters at one end of a phrase must be right, so that few phrases are compared.
const SURE_LETTERS: usize = 4;

/// The phrases that may be misspelled, by the letters at either end.
static BY_ENDS: LazyLock<HashMap<String, Vec<&str>>> = LazyLock::new(|| {
    let mut all: HashMap<String, Vec<&str>> = HashMap::new();
    for (phrase, meaning) in PHRASES.iter() {
        let is_sure = meaning
            .topics
            .iter()
            .all(|(topic, is_weak)| !is_weak && !matches!(topic, Topic::Document));
        let is_long = phrase.chars().count() >= MIN_LENGTH && !phrase.contains(is_spaceless);
        if is_sure && is_long && !meaning.is_stem {
            for end in ends(phrase) {
                all.entry(end).or_default().push(phrase);
            }
        }
    }
    all
});

/// Returns the meaning of the phrase that a folded title is, but for one letter.
pub(super) fn misspelled(title: &str) -> Option<&'static Meaning> {
    if title.chars().count() + 1 < MIN_LENGTH {
        return None;
    }
    let known = ends(title).into_iter().filter_map(|end| BY_ENDS.get(&end)).flatten();
    // The order of the table is not that of the map.
    let phrase = known.filter(|phrase| is_one_off(phrase, title)).min()?;
    PHRASES.get(*phrase)
}

/// Returns the letters at both ends of a phrase, marked as what they are.
fn ends(phrase: &str) -> [String; 2] {
    let first = phrase.chars().take(SURE_LETTERS).chain(['-']);
    let last = phrase.chars().rev().take(SURE_LETTERS);
    [first.collect(), ['-'].into_iter().chain(last).collect()]
}

/// Whether two words differ by one letter that is missing, added or another one, or by two that changed places.
fn is_one_off(one: &str, two: &str) -> bool {
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    let shorter = one.len().min(two.len());
    let first = one.iter().zip(&two).take_while(|(a, b)| a == b).count();
    let last = one.iter().rev().zip(two.iter().rev()).take_while(|(a, b)| a == b).count();
    let same = first + last.min(shorter - first);
    if one.len() != two.len() {
        return one.len().abs_diff(two.len()) == 1 && same == shorter;
    }
    let is_swapped = || {
        let pair = |word: &[char]| Some((*word.get(first)?, *word.get(first + 1)?));
        pair(&one).zip(pair(&two)).is_some_and(|((a, b), (c, d))| a == d && b == c)
    };
    same + 1 == shorter || same + 2 == shorter && is_swapped()
}

#[cfg(test)]
mod tests {
    use super::is_one_off;

    #[test]
    fn one_letter_may_be_wrong() {
        for (one, two) in [
            ("berufserfahrung", "berufserfarung"),
            ("education", "eduction"),
            ("education", "educationn"),
            ("education", "educatoin"),
            ("education", "educatiom"),
            ("education", "aducation"),
        ] {
            assert!(is_one_off(one, two) && is_one_off(two, one), "{two}");
        }
        for (one, two) in
            [("education", "education"), ("education", "eduction a"), ("education", "eudcatoin")]
        {
            assert!(!is_one_off(one, two), "{two}");
        }
    }
}
