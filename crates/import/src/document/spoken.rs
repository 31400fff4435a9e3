//! Finds the languages of a document, by the words of its headings and by its sentences.

use super::blocks::Block;
use super::headings::matched;
use perfil_model::language::Tag;
use std::collections::BTreeMap;

/// How much text is looked at to find its language, in bytes.
const ENOUGH: usize = 8_000;

/// Returns the languages of a document with these lines, the most likely first.
pub(super) fn of_blocks(blocks: &[Block], lines: &[String]) -> Vec<Tag> {
    let headings = blocks.iter().filter_map(|block| match block {
        Block::Heading { text, .. } => Some(text.plain()),
        _ => None,
    });
    languages(&headings.collect::<Vec<_>>(), lines)
}

/// Returns languages, the most likely first, together with the one that the file of a document declares. Programs
/// declare that of the computer, so it yields to another one of the texts, unless it is none that can be
/// recognized in them.
pub(super) fn with_declared(mut spoken: Vec<Tag>, declared: Option<Tag>) -> Vec<Tag> {
    let Some(declared) = declared else { return spoken };
    let is_other = spoken.first().is_some_and(|first| !first.is_same_language(&declared));
    let is_known =
        crate::detect::tags().filter_map(Tag::parse).any(|tag| tag.is_same_language(&declared));
    let at = if is_other && is_known { spoken.len() } else { 0 };
    spoken.insert(at, declared);
    spoken.dedup();
    spoken
}

/// Returns the languages of a document, the most likely first. Of the lines that may be headings, only
/// those that name a topic count.
pub(super) fn languages(headings: &[String], lines: &[String]) -> Vec<Tag> {
    let mut votes: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut total = 0;
    let found = headings.iter().filter_map(|heading| matched(heading));
    for found in found.filter(|found| found.is_whole) {
        total += 1;
        for tag in &found.languages {
            *votes.entry(tag).or_default() += 1;
        }
    }
    let spoken = of_sentences(lines);
    let most = votes.values().copied().max().unwrap_or_default();
    let mut best: Vec<&str> =
        votes.iter().filter(|(_, count)| **count == most).map(|(tag, _)| *tag).collect();
    let is_sure = most > 1 && most * 2 > total;
    let is_spoken = |tag: &str| spoken.as_ref().is_some_and(|it| it.as_str() == tag);
    best.sort_by_key(|tag| (!is_spoken(tag), *tag != "en"));
    let heading = best.first().filter(|_| is_sure).and_then(|tag| Tag::parse(tag));
    let is_one = best.len() == 1 || best.iter().any(|tag| is_spoken(tag));
    let heading = heading.filter(|tag| is_one || tag.as_str() == "en");
    // Words of headings are often English where the texts are not, but never the other way round.
    let heading_first = heading.as_ref().is_some_and(|tag| tag.as_str() != "en");
    let mut tags: Vec<Tag> = if heading_first {
        heading.into_iter().chain(spoken).collect()
    } else {
        spoken.into_iter().chain(heading).collect()
    };
    tags.dedup();
    tags
}

/// Returns the language of the sentences among lines.
pub(super) fn of_sentences(lines: &[String]) -> Option<Tag> {
    crate::detect::of_sentences(&sentences(lines))
}

/// Returns the lines that are more than names, as far as a language needs them.
fn sentences(lines: &[String]) -> String {
    let mut sentences = String::new();
    let is_sentence = |line: &&String| line.split_whitespace().count() > 3 || !line.is_ascii();
    for line in lines.iter().filter(is_sentence) {
        if sentences.len() > ENOUGH {
            break;
        }
        sentences.push_str(line);
        sentences.push('\n');
    }
    sentences
}
