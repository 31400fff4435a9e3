//! Finds the languages of a document: by the words of its headings, and by its sentences.

use super::blocks::Block;
use super::headings::matched;
use perfil_model::language::Tag;
use std::collections::BTreeMap;

/// How much text is looked at to find its language, in bytes.
const ENOUGH: usize = 8_000;

/// Returns the languages of a document, the most likely first.
pub(super) fn of(blocks: &[Block]) -> Vec<Tag> {
    let mut votes: BTreeMap<&'static str, usize> = BTreeMap::new();
    let (mut total, mut sentences) = (0, String::new());
    for block in blocks {
        if let Block::Heading { text, .. } = block
            && let Some(found) = matched(&text.plain()).filter(|found| found.is_whole)
        {
            total += 1;
            for tag in &found.languages {
                *votes.entry(tag).or_default() += 1;
            }
        }
        let mut texts = Vec::new();
        block.texts(&mut texts);
        for text in texts {
            if sentences.len() > ENOUGH {
                break;
            }
            let plain = text.plain();
            if plain.split_whitespace().count() > 3 || !plain.is_ascii() {
                sentences.push_str(&plain);
                sentences.push('\n');
            }
        }
    }
    let spoken = crate::detect::of_sentences(&sentences);
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
