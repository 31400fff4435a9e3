//! What the headings of CVs are about, in many languages.

pub(super) mod levels;
mod misspelled;

use super::heading_sides::are_topics;
use misspelled::misspelled;
use perfil_model::language::{Tag, known_word};
use perfil_model::profile::ResumeList;
use perfil_text::{fold, is_dense, is_spaceless};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// A row for each topic and language: the words of its headings.
static TABLE: LazyLock<&str> = LazyLock::new(|| perfil_apart::table!("headings.tsv"));

/// Words before a topic in scripts without spaces, or nearly so, that leave it what it is: `主要技能`.
const QUALIFIERS: [&str; 12] = [
    "主要", "个人", "個人", "相关", "相關", "核心", "主な", "保有", "주요", "보유", "핵심", "관련",
];

/// The maximum number of words of a heading that names a topic.
const MAX_WORDS: usize = 8;

/// The maximum length of a phrase of the table, in bytes.
const MAX_PHRASE: usize = 90;

/// What a section is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// A list of a résumé.
    List(ResumeList),
    Courses,
    /// How to reach the person.
    Contact,
    /// Who the person is.
    Summary,
    /// The document itself: `Curriculum vitae`.
    Document,
    /// What a résumé has no list for.
    Other,
}

/// How surely the words of a heading say their topic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Strength {
    Weak,
    Sure,
}

/// A topic of a heading.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Match {
    pub(super) topic: Topic,
    /// Whether the heading says little else.
    pub(super) is_whole: bool,
    /// Whether the heading says nothing else.
    pub(super) is_exact: bool,
    /// Whether it can also be what the document is: `Résumé`.
    pub(super) is_document: bool,
    /// Words such as `Research` say so only if nothing else does.
    pub(super) strength: Strength,
    /// The languages in which it has this meaning.
    pub(super) languages: Vec<&'static str>,
}

/// What a phrase means.
#[derive(Default)]
struct Meaning {
    topics: Vec<(Topic, bool)>,
    languages: Vec<&'static str>,
    /// Whether longer words can begin with it.
    is_stem: bool,
}

static PHRASES: LazyLock<HashMap<String, Meaning>> = LazyLock::new(|| {
    let mut phrases: HashMap<String, Meaning> = HashMap::new();
    let mut add = |written: &str, topic: Topic, language: &'static str| {
        let is_weak = written.ends_with('~');
        let is_stem = written.ends_with('*');
        let phrase = normalized(written.trim_end_matches(['~', '*']));
        if phrase.is_empty() {
            return;
        }
        let meaning = phrases.entry(phrase).or_default();
        if !meaning.topics.iter().any(|(other, _)| *other == topic) {
            meaning.topics.push((topic, is_weak));
        }
        if !meaning.languages.contains(&language) {
            meaning.languages.push(language);
        }
        meaning.is_stem |= is_stem;
    };
    for row in TABLE.lines().filter(|row| !row.starts_with('#')) {
        let mut cells = row.split('\t');
        let (Some(topic), Some(language), Some(words)) = (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let Some(topic) = topic_of(topic) else { continue };
        words.split(';').for_each(|word| add(word.trim(), topic, language));
    }
    for language in crate::detect::tags() {
        let Some(tag) = Tag::parse(language) else { continue };
        for list in ResumeList::ALL {
            if let Some(title) = known_word(list.key(), &tag) {
                add(title, Topic::List(*list), language);
            }
        }
    }
    phrases
});

/// The long phrases of several words, by their letters.
static SPACELESS: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
    let phrases = PHRASES.keys().filter(|phrase| phrase.len() > 9 && phrase.contains(' '));
    phrases.map(|phrase| (phrase.replace(' ', ""), phrase.as_str())).collect()
});

fn topic_of(name: &str) -> Option<Topic> {
    Some(match name {
        "courses" => Topic::Courses,
        "contact" => Topic::Contact,
        "summary" => Topic::Summary,
        "document" => Topic::Document,
        "other" => Topic::Other,
        list => Topic::List(ResumeList::of(list)?),
    })
}

/// Returns the folded words of a text, with single spaces between them.
pub(super) fn normalized(text: &str) -> String {
    let folded = fold(&text.replace('&', " and ").replace(['\'', '’'], ""));
    let is_word = |c: char| c.is_alphanumeric() || is_mark(c);
    let words = folded.split(|c: char| !is_word(c)).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    // `【履 歴 書】`: space only makes a title wider.
    let is_letter = |part: &str| {
        let mut letters = part.chars().filter(|c| c.is_alphanumeric());
        letters.next().is_none_or(is_dense) && letters.next().is_none()
    };
    let is_wide = words.len() > 1 && text.split_whitespace().all(is_letter);
    words.join(if is_wide { "" } else { " " })
}

/// Whether this is a vowel sign of a script whose words would fall apart without it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{e4f}' | '\u{1100}'..='\u{11ff}' | '\u{3099}'..='\u{309c}' | 'ー')
}

/// Returns the topic of a heading.
pub(super) fn topic(title: &str) -> Option<Topic> {
    matched(title).map(|found| found.topic)
}

/// Returns the topic of a heading, and how much of the heading says so.
pub(super) fn matched(title: &str) -> Option<Match> {
    let found = matched_once(title)?;
    // `Studies and experience`: each side is one.
    let exact = |side: &str| matched_once(side).filter(|it| it.is_exact).map(|it| it.topic);
    let is_whole = found.is_whole || are_topics(title, exact);
    Some(Match { is_whole, ..found })
}

/// Returns the topic that most of a heading names.
fn matched_once(title: &str) -> Option<Match> {
    if title.len() > 4 * MAX_PHRASE {
        return None;
    }
    // `Experience (7 months)`: what follows only adds to it.
    let core = title.find(|c: char| "(（".contains(c) || c.is_ascii_digit()).unwrap_or(title.len());
    let core = normalized(title.get(..core).unwrap_or_default()).len();
    let title = normalized(title);
    if title.is_empty() || title.split(' ').count() > MAX_WORDS {
        return None;
    }
    // Of two phrases, the first says what the section is, unless it says little.
    let mut best: Option<(bool, Range<usize>, &Meaning)> = None;
    for start in starts(&title) {
        let Some((length, meaning)) = longest(title.get(start..).unwrap_or_default()) else {
            continue;
        };
        let is_weak = meaning.topics.iter().all(|(_, is_weak)| *is_weak);
        // `Teaching and other experience`: both say the same.
        if let Some((_, range, known)) = &mut best
            && range.end < start
            && start + length == title.len()
            && !title.get(range.end..start).is_some_and(has_preposition)
            && known.topics.first() == meaning.topics.first()
        {
            range.end = title.len();
        }
        if best.as_ref().is_none_or(|(is_strong, ..)| !is_weak && !is_strong) {
            best = Some((!is_weak, start..start + length, meaning));
        }
    }
    let whole = |meaning| (true, 0..title.len(), meaning);
    let best = best.or_else(|| spaceless(&title)).or_else(|| misspelled(&title).map(whole));
    let (_, range, meaning) = best?;
    let length = range.len();
    let &(topic, is_weak) = meaning.topics.iter().min_by_key(|(_, is_weak)| *is_weak)?;
    let strength = if is_weak { Strength::Weak } else { Strength::Sure };
    let all = if range.end <= core { core } else { title.len() };
    let before = title.get(..range.start).unwrap_or_default();
    let is_qualified = range.end == title.len()
        && !before.is_ascii()
        && QUALIFIERS.iter().any(|word| normalized(word) == before.trim_end());
    let is_whole = is_qualified || length * 10 >= all * 7;
    // `Professional teaching and writing experience`: the last word is what the others are said of.
    let is_last = range.end == title.len()
        && topic == Topic::List(ResumeList::Work)
        && !has_preposition(&title);
    let most = if is_last && strength == Strength::Sure { 6 } else { 4 };
    let is_few = is_whole || title.split(' ').count() <= most || length * 3 >= title.len();
    let is_document = meaning.topics.iter().any(|(topic, _)| *topic == Topic::Document);
    let is_exact = length == title.len();
    let languages = meaning.languages.clone();
    is_few.then_some(Match { topic, is_whole, is_exact, is_document, strength, languages })
}

/// Whether a text says what something else is of, or with.
fn has_preposition(text: &str) -> bool {
    let is_one = |word: &str| ["of", "with", "in", "for", "de", "mit", "von", "by"].contains(&word);
    text.split(' ').any(is_one)
}

/// Returns the phrase that a title without its spaces is, as in text that lost some of them.
fn spaceless(title: &str) -> Option<(bool, Range<usize>, &'static Meaning)> {
    let core = title.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let said: String = core.split(' ').collect();
    let meaning = SPACELESS.get(&said).and_then(|phrase| PHRASES.get(*phrase))?;
    Some((true, 0..core.len(), meaning))
}

/// Returns the positions at which a phrase can begin: words, and letters of dense scripts.
fn starts(title: &str) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    title.char_indices().filter_map(move |(at, c)| {
        let is_start = before == ' ' || is_spaceless(c) || is_spaceless(before);
        before = c;
        (is_start && c != ' ').then_some(at)
    })
}

/// Returns the longest phrase at the beginning of a text.
fn longest(text: &str) -> Option<(usize, &'static Meaning)> {
    let mut found = None;
    for (at, c) in text.char_indices().take_while(|(at, _)| *at < MAX_PHRASE) {
        let end = at + c.len_utf8();
        let Some(meaning) = text.get(..end).and_then(|phrase| PHRASES.get(phrase)) else {
            continue;
        };
        let after = text.get(end..).unwrap_or_default();
        let tail = after.split(' ').next().unwrap_or_default();
        let is_ended = tail.is_empty() || tail == "s" || is_spaceless(c);
        if is_ended || meaning.is_stem {
            let length = if meaning.is_stem { end + tail.len() } else { end };
            found = Some((length, meaning));
        }
    }
    found
}

/// Whether a heading only says what the document is: `Curriculum vitae`.
pub(super) fn is_about_document(title: &str) -> bool {
    // The name may be on the next line: `Résumé of`.
    let last = title.trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
    let is_open = ["of", "for", "von", "de", "di", "van"].contains(&last.as_str());
    let own = title.trim_end().len() - if is_open { last.len() } else { 0 };
    matched(title.get(..own).unwrap_or(title))
        .is_some_and(|found| found.is_document && found.is_whole)
}

#[cfg(test)]
mod tests;
