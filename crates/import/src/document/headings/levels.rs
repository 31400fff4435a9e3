//! Makes paragraphs of the lines of a letterhead that look like headings, and puts all sections on one level.

use super::{Match, Strength, Topic, matched, normalized};
use crate::document::blocks::Block;
use crate::document::contacts::reaches;
use crate::document::letterhead::segments;
use crate::document::text::{GAP, Text};
use perfil_model::profile::ResumeList;
use std::collections::HashMap;

/// The fewest topics that tell on which level the sections of a document are.
const MIN_TOPICS: usize = 2;

/// The level of a section.
const SECTION: u8 = 2;

/// The fewest words beside gaps that are headings in the margin.
const MIN_MARGIN: usize = 3;

/// Returns blocks whose headings are those of sections and of entries.
pub(in crate::document) fn evened(blocks: Vec<Block>) -> Vec<Block> {
    raised(without_repeated(from_margin(without_letterhead(blocks))))
}

/// Makes headings of the topics that a gap parts from the first line of what they are about, if nothing else names
/// sections.
fn from_margin(blocks: Vec<Block>) -> Vec<Block> {
    let heading = |block: &Block| {
        let Block::Paragraph(lines) = block else { return None };
        let first = lines.first()?;
        let plain = first.plain();
        let gap = plain.find(GAP).filter(|gap| is_topic(plain.get(..*gap).unwrap_or_default()))?;
        Some((first.part(0..gap), first.part(gap + GAP.len_utf8()..plain.len()).trimmed()))
    };
    let has_work = |block: &Block| topic(block) == Some(Topic::List(ResumeList::Work));
    let count = blocks.iter().filter(|block| heading(block).is_some()).count();
    if count < MIN_MARGIN || blocks.iter().any(has_work) {
        return blocks;
    }
    let mut all = Vec::with_capacity(blocks.len() + count);
    for mut block in blocks {
        if let Some((text, beside)) = heading(&block)
            && let Block::Paragraph(lines) = &mut block
            && let Some(first) = lines.first_mut()
        {
            all.push(Block::Heading { level: SECTION, text });
            *first = Text { is_broken: first.is_broken, ..beside };
        }
        all.push(block);
    }
    all
}

/// Makes strong lines of the headings that are the same below several jobs, and nowhere else: `Responsibilities`,
/// `Technologies`.
fn without_repeated(mut blocks: Vec<Block>) -> Vec<Block> {
    // Several entries may be of one year.
    let said = |block: &Block| match block {
        Block::Heading { level: level @ SECTION.., text } => {
            let said = normalized(&text.plain());
            said.contains(char::is_alphabetic).then_some((*level, said))
        }
        _ => None,
    };
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (_, own) in blocks.iter().filter_map(said) {
        *counts.entry(own).or_default() += 1;
    }
    let mut inner: HashMap<String, usize> = HashMap::new();
    // The level of the section with jobs.
    let mut within: Option<u8> = None;
    for block in &blocks {
        let Some((level, own)) = said(block) else { continue };
        let topic = topic(block);
        let can_repeat = matches!(topic, None | Some(Topic::List(ResumeList::Skills)));
        if can_repeat && counts.get(&own).is_some_and(|count| *count > 1) {
            if within.is_some_and(|section| level <= section) {
                *inner.entry(own).or_default() += 1;
            }
        } else if topic.is_some() {
            let has_jobs =
                matches!(topic, Some(Topic::List(ResumeList::Work | ResumeList::Projects)));
            within = has_jobs.then_some(level);
        }
    }
    inner.retain(|own, count| counts.get(own) == Some(count));
    for block in &mut blocks {
        if said(block).is_some_and(|(_, own)| inner.contains_key(&own))
            && let Block::Heading { text, .. } = block
        {
            text.runs.iter_mut().for_each(|run| run.style.strong = true);
            *block = Block::Paragraph(vec![std::mem::take(text)]);
        }
    }
    blocks
}

/// Makes paragraphs of the headings above the first section that tell how to reach the person, or are labels with their
/// values.
fn without_letterhead(mut blocks: Vec<Block>) -> Vec<Block> {
    let first = blocks.iter().position(|block| topic(block).is_some()).unwrap_or(blocks.len());
    for block in blocks.iter_mut().take(first) {
        let Block::Heading { level: SECTION.., text } = block else { continue };
        let plain = text.plain();
        if matched(&plain).is_none_or(|found| !found.is_whole)
            && (reaches(&plain) || has_label(text))
        {
            *block = Block::Paragraph(vec![std::mem::take(text)]);
        }
    }
    blocks
}

/// Whether a text is a label of a letterhead and its value.
fn has_label(text: &Text) -> bool {
    let parts = segments(text);
    !parts.is_empty()
        && parts.iter().all(|part| part.label.is_some() && part.kind.is_some())
        && parts.iter().any(|part| !part.text.is_empty())
}

/// Returns the topic of a section that a text surely has.
fn sure(text: &str) -> Option<Match> {
    matched(text).filter(|found| found.strength == Strength::Sure && found.topic != Topic::Document)
}

/// Whether a text names a topic with all its words.
fn is_topic(text: &str) -> bool {
    sure(text.trim()).is_some_and(|found| found.is_exact)
}

/// Returns the topic that a heading names with nearly all its words.
fn topic(block: &Block) -> Option<Topic> {
    let Block::Heading { text, .. } = block else { return None };
    sure(&text.plain()).filter(|found| found.is_whole).map(|found| found.topic)
}

/// Puts the headings of topics above what is below them, where they are below others that are none: a position looks
/// larger than its section, or the headline is a heading above all of them.
fn raised(mut blocks: Vec<Block>) -> Vec<Block> {
    let is_list = |topic: &Option<Topic>| matches!(topic, Some(Topic::List(_) | Topic::Courses));
    let mut all: Vec<(usize, u8, Option<Topic>)> = Vec::new();
    // The headings that the next one is below, and the topics that are below others.
    let mut parents: Vec<(u8, Option<Topic>)> = Vec::new();
    let mut low: Vec<(usize, Topic)> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let Block::Heading { level, .. } = block else { continue };
        let (level, topic) = (*level, topic(block));
        parents.truncate(parents.partition_point(|(above, _)| *above < level));
        // A heading of a list can have others of lists below it.
        if let Some(topic) = topic
            && !parents.is_empty()
            && !parents.iter().any(|(_, topic)| is_list(topic))
        {
            low.push((at, topic));
        }
        if level >= SECTION {
            parents.push((level, topic));
        }
        all.push((at, level, topic));
    }
    // Documents in two languages have each topic twice, below a heading for each.
    let is_repeated =
        |(_, topic): &(usize, Topic)| low.iter().filter(|(_, other)| other == topic).count() > 1;
    let has_section = all.iter().any(|(_, level, topic)| *level == SECTION && is_list(topic));
    // Without one about jobs, the headings above are those of jobs themselves.
    let has_work = low.iter().any(|(_, topic)| *topic == Topic::List(ResumeList::Work));
    if has_section || !has_work || low.len() < MIN_TOPICS || low.iter().any(is_repeated) {
        return blocks;
    }
    let mut raised = None;
    for (at, level, topic) in all {
        let is_low = low.binary_search_by_key(&at, |(at, _)| *at).is_ok();
        if topic.is_some() {
            raised = is_low.then_some(level);
        }
        let Some(Block::Heading { level: own, .. }) = blocks.get_mut(at) else { continue };
        if is_low {
            *own = SECTION;
        } else if topic.is_none() && raised.is_some_and(|raised| level <= raised + 1) {
            *own = SECTION + 1;
        }
    }
    blocks
}
