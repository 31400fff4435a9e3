//! Puts a letterhead where it belongs: above the first heading, because in Word a box at the top of the page may belong
//! to a paragraph below it; apart from the label beside its name, as in the form of Europass; and in one piece.

use super::blocks::Block;
use super::contacts::{Contact, contacts, is_contact, user};
use super::headings::{Topic, matched, normalized};
use super::person::can_be_name;
use super::text::Text;
use super::towns::is_place;
use super::vocabulary::{Kind, has, label};

/// How many blocks a letterhead has at most.
const MAX_BLOCKS: usize = 6;

/// The fewest letters of a word of a name that an address has.
const MIN_WORD: usize = 3;

/// The most words of a line of a name.
const MAX_WORDS: usize = 3;

/// The most words of the label beside a name.
const MAX_LABEL: usize = 4;

/// Puts the name and the ways to reach the person above all sections.
pub(super) fn restored(blocks: Vec<Block>) -> Vec<Block> {
    moved(without_label(with_surname_last(with_next_line(with_whole_name(blocks)))))
}

/// Puts the given names of a title before the surname, from which a comma parts them, if an e-mail address has both.
fn with_surname_last(mut blocks: Vec<Block>) -> Vec<Block> {
    let Some(Block::Heading { level: 1, text }) = blocks.first() else { return blocks };
    let plain = text.plain();
    let Some((surname, given)) = plain.split_once(", ") else { return blocks };
    let is_long = |word: &str| word.chars().count() >= MIN_WORD;
    let is_in = |user: &str, part: &str| {
        normalized(part).split(' ').any(|word| is_long(word) && user.contains(word))
    };
    let is_name = can_be_name(&format!("{given} {surname}")) && !given.contains(',');
    if !is_name || !users(&blocks).any(|user| is_in(&user, surname) && is_in(&user, given)) {
        return blocks;
    }
    let mut name = text.part(surname.len() + 2..plain.len()).trimmed();
    name.append(" ", &text.part(0..surname.len()));
    if let Some(first) = blocks.first_mut() {
        *first = Block::Heading { level: 1, text: name };
    }
    blocks
}

/// Returns the parts before `@` of all e-mail addresses, in lower case.
fn users(blocks: &[Block]) -> impl Iterator<Item = String> {
    let mut texts = Vec::new();
    for block in blocks {
        block.texts(&mut texts);
    }
    texts.into_iter().flat_map(|text| contacts(&text.plain(), false)).filter_map(|(_, contact)| {
        let Contact::Email(address) = contact else { return None };
        Some(user(&address))
    })
}

/// Joins a name of which each word is a heading of its own, because it is written across two columns: an e-mail address
/// has both.
fn with_whole_name(mut blocks: Vec<Block>) -> Vec<Block> {
    let word_of = |block: &Block, level: Option<u8>| match block {
        Block::Heading { level: own, text } if level.is_none_or(|level| level == *own) => {
            let plain = text.plain().trim().to_owned();
            let is_word =
                plain.chars().count() >= MIN_WORD && plain.chars().all(char::is_alphabetic);
            (is_word && matched(&plain).is_none() && !has(&plain, Kind::Job))
                .then(|| (*own, normalized(&plain)))
        }
        _ => None,
    };
    let mut first = blocks.iter().take(MAX_BLOCKS).enumerate();
    let found = first.find_map(|(at, block)| Some((at, word_of(block, None)?)));
    let Some((at, (level, given))) = found else { return blocks };
    let others = blocks.iter().enumerate().skip(at + 1);
    let others = others.filter_map(|(at, block)| Some((at, word_of(block, Some(level))?.1)));
    let others: Vec<(usize, String)> = others.filter(|(_, word)| *word != given).collect();
    if others.is_empty() {
        return blocks;
    }
    let found = users(&blocks).find_map(|user| {
        let is_in = |word: &str| user.contains(word);
        // Titles that follow each other are one, and an address may have one of their words.
        let is_next = |other: usize| level == 1 && other == at + 1;
        let mut all = others.iter();
        let family = all.find(|(other, word)| {
            let (has_given, has_family) = (is_in(&given), is_in(word));
            has_given && has_family || is_next(*other) && (has_given || has_family)
        });
        family.map(|(at, _)| *at)
    });
    let Some(found) = found else { return blocks };
    let family = blocks.remove(found);
    if let (Some(Block::Heading { text, .. }), Block::Heading { text: family, .. }) =
        (blocks.get_mut(at), family)
    {
        text.append(" ", &family.trimmed());
    }
    blocks
}

/// Joins the first two headings, between which nothing is, if they are the lines of a name: a word each, or two lines of
/// capitals whose first letters and last word an e-mail address has.
fn with_next_line(mut blocks: Vec<Block>) -> Vec<Block> {
    let [Block::Heading { level, text }, Block::Heading { level: other, text: below }, ..] =
        blocks.as_slice()
    else {
        return blocks;
    };
    let (first, second) = (text.plain(), below.plain());
    let (first, second) = (first.trim(), second.trim());
    let is_capital = |line: &str| !line.contains(char::is_lowercase);
    let words = |line: &str| line.split_whitespace().count();
    let is_line = |line: &str| {
        (1..=MAX_WORDS).contains(&words(line))
            && line.split_whitespace().all(|word| {
                word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic)
            })
            && matched(line).is_none()
            && label(line).is_none()
            && !has(line, Kind::Job)
            && !is_place(line)
    };
    let is_alike = is_line(first) && is_line(second) && is_capital(first) == is_capital(second);
    let initials: String =
        normalized(first).split(' ').filter_map(|it| it.chars().next()).collect();
    let last = normalized(second);
    let last = last.rsplit(' ').next().unwrap_or_default();
    let is_told = || users(&blocks).any(|user| user.starts_with(&initials) && user.ends_with(last));
    // A smaller heading below a name of one word is that of a section.
    let is_whole = words(first) == 1 && words(second) == 1 && other <= level;
    let is_name = is_whole || level == other && is_capital(first) && is_told();
    if !is_alike || !is_name || !can_be_name(&format!("{first} {second}")) {
        return blocks;
    }
    let mut name = text.clone();
    name.append(" ", &below.clone().trimmed());
    blocks.remove(0);
    if let Some(block) = blocks.first_mut() {
        *block = Block::Heading { level: 1, text: name };
    }
    blocks
}

/// Makes a heading of a name after the label of all that is about the person: `Personal information  Mira Solano`.
fn without_label(mut blocks: Vec<Block>) -> Vec<Block> {
    let name = blocks.iter().take(MAX_BLOCKS).enumerate().find_map(|(at, block)| match block {
        Block::Paragraph(lines) => match lines.as_slice() {
            [line] => Some((at, name_after_label(line)?)),
            _ => None,
        },
        _ => None,
    });
    let Some((at, text)) = name else { return blocks };
    for block in blocks.iter_mut().skip(at) {
        // What looks like a name below it is the heading of a section.
        if let Block::Heading { level, .. } = block {
            *level = (*level).max(2);
        }
    }
    if let Some(block) = blocks.get_mut(at) {
        *block = Block::Heading { level: 1, text };
    }
    blocks
}

/// Returns the name after a label of several words; the form has the surname first if there is a comma.
fn name_after_label(line: &Text) -> Option<Text> {
    let plain = line.plain();
    let ends = plain.match_indices([' ', '\t']).map(|(at, _)| at).skip(1).take(MAX_LABEL - 1);
    let is_label = |at: &usize| {
        let label = plain.get(..*at).unwrap_or_default();
        matched(label).is_some_and(|found| found.is_exact && found.topic == Topic::Contact)
    };
    let end = ends.filter(is_label).last()?;
    let rest = line.part(end..plain.len()).trimmed();
    let plain = rest.plain();
    match plain.split(',').collect::<Vec<_>>().as_slice() {
        [_] => can_be_name(&plain).then_some(rest),
        [surname, given] if !surname.is_empty() && !given.trim().is_empty() => {
            let mut name = rest.part(surname.len() + 1..plain.len()).trimmed();
            name.append(" ", &rest.part(0..surname.len()));
            can_be_name(&name.plain()).then_some(name)
        }
        _ => None,
    }
}

/// Moves the name and the ways to reach the person that are directly below the first heading, if nothing is above it.
fn moved(mut blocks: Vec<Block>) -> Vec<Block> {
    let Some(Block::Heading { text, .. }) = blocks.first() else { return blocks };
    let is_list = |topic: Topic| matches!(topic, Topic::List(_));
    let is_section =
        matched(&text.plain()).is_some_and(|found| found.is_exact && is_list(found.topic));
    let Some(Block::Paragraph(lines)) = blocks.get(1) else { return blocks };
    let name = match lines.as_slice() {
        [line] if is_section && can_be_name(&line.plain()) => line.clone(),
        _ => return blocks,
    };
    let reaches = |block: &Block| match block {
        Block::Paragraph(lines) => lines.iter().any(is_contact),
        _ => false,
    };
    let is_paragraph = |block: &&Block| matches!(block, Block::Paragraph(_));
    let near = blocks.iter().skip(2).take(MAX_BLOCKS).take_while(is_paragraph);
    let last = near.enumerate().filter(|(_, block)| reaches(block)).map(|(at, _)| at + 2).last();
    let Some(last) = last else { return blocks };
    let section = blocks.remove(0);
    if let Some(first) = blocks.first_mut() {
        *first = Block::Heading { level: 1, text: name };
    }
    let section = match section {
        // The name is above all sections, whatever level theirs is.
        Block::Heading { text, .. } => Block::Heading { level: 2, text },
        other => other,
    };
    blocks.insert(last, section);
    for block in blocks.iter_mut().skip(last + 1) {
        if let Block::Heading { level, .. } = block {
            *level = (*level + 1).min(6);
        }
    }
    blocks
}
