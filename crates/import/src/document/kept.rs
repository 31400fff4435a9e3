//! Keeps every word of a document: what no part of its profile has is added at the end.

use super::blocks::{Block, Table};
use super::contacts::{Contact, contacts, is_contact};
use super::headings::{Topic, matched, normalized};
use super::lengths::without_lengths;
use super::letterhead::{is_languages, segments};
use super::lists::length;
use super::period::Dates;
use super::person::name_in;
use super::tables::{is_blank_head, is_column};
use super::text::Text;
use super::vocabulary::{Kind, is, label};
use perfil_source::{Member, Node, Value};
use std::collections::HashSet;

/// Words between a position and an organisation or a degree and its subject, for which a page has its
/// own form.
const CONNECTORS: [&str; 16] = [
    "at", "bei", "chez", "hos", "presso", "en", "em", "na", "w", "in", "i", "de", "der", "di",
    "of", "fur",
];

/// The longest text that shares a line with others, in characters.
const MAX_SHORT: usize = 40;

/// The lines of a document, each with its words, without and with its dates.
pub(super) struct Words {
    lines: Vec<(Text, Vec<String>, Vec<String>)>,
}

impl Words {
    /// Returns the words of blocks, without dates, which a page writes in its own way.
    pub(super) fn of(blocks: &[Block], dates: &Dates) -> Self {
        let mut texts = Vec::new();
        for block in blocks {
            match block {
                // What a column has is said by what becomes of it.
                Block::Table(table) if has_names(table) => {
                    texts.extend(table.rows.iter().flatten());
                }
                _ => block.texts(&mut texts),
            }
        }
        let lines = texts.into_iter().map(|text| {
            let mut plain: String = text
                .runs
                .iter()
                .filter(|run| run.image.is_none())
                .map(|run| run.text.as_str())
                .collect();
            as_read(&mut plain);
            let whole = words(without_label(&plain));
            if let Some(period) = dates.find(&plain) {
                plain.replace_range(period.range, " · ");
                plain = without_lengths(&plain);
            }
            // A page writes a duration in its language.
            let term = plain.find(')').and_then(|end| plain.get(..=end)).unwrap_or_default();
            if let Some((_, start)) = length(term) {
                plain.replace_range(start..term.len(), " ");
            }
            (text.clone(), words(without_label(&plain)), whole)
        });
        Self { lines: lines.collect() }
    }

    /// Returns the lines of which a word is nowhere in these fields and sections.
    pub(super) fn missing(self, fields: &[Member], sections: &[Node]) -> Vec<Block> {
        let mut known = HashSet::new();
        for node in fields.iter().map(|field| &field.value).chain(sections) {
            collect(node, &mut known);
        }
        let is_lost = |words: &[String]| {
            let is_between = |word: &str| CONNECTORS.contains(&word);
            words.iter().any(|word| !known.contains(word) && !is_between(word))
        };
        let lost = self.lines.into_iter().filter(|(text, words, whole)| {
            is_lost(words)
                && is_lost(whole)
                && !is_label(&text.plain())
                && !is_languages(&segments(text))
        });
        let mut short = Text::default();
        let mut blocks = Vec::new();
        for (text, ..) in lost {
            if is_contact(&text) {
                // What is in the letterhead of a page is not repeated.
                let plain = text.plain();
                let missing = plain.split(|c: char| c.is_whitespace() || c == '|');
                let missing = missing.filter(|word| is_lost(&words(word)));
                let missing = missing.collect::<Vec<_>>().join(" ");
                short.append(" · ", &Text::of(&missing, text.span()));
                continue;
            }
            if text.plain().chars().count() <= MAX_SHORT {
                // Beside the name, only what the document is was left out.
                let plain = text.plain();
                let name = name_in(&plain);
                let is_known = words(plain.get(name.clone()).unwrap_or_default())
                    .iter()
                    .all(|word| known.contains(word));
                if !is_known || name == (0..plain.len()) {
                    short.append(" · ", &text);
                }
            } else {
                blocks.push(Block::Paragraph(vec![text]));
            }
        }
        if !short.is_empty() {
            blocks.push(Block::Paragraph(vec![short]));
        }
        blocks
    }
}

/// Writes e-mail addresses as they are read: some are disguised, and others joined by a sign.
fn as_read(plain: &mut String) {
    if !plain.contains(['@', '(', '[', '{', '<']) {
        return;
    }
    for (range, contact) in contacts(plain, false).into_iter().rev() {
        if let Contact::Email(address) = contact {
            plain.replace_range(range, &format!(" {address} "));
        }
    }
}

/// Whether the head of a table only names its columns.
fn has_names(table: &Table) -> bool {
    let is_first = |row: &Vec<Text>| row.first().is_some_and(|cell| label(&cell.plain()).is_some());
    let are_labels = table.rows.iter().any(is_first) && !is_first(&table.head);
    // The first of two cells may be a label, and the second what it announces.
    are_labels
        || table.head.iter().skip(usize::from(table.head.len() < 3)).any(is_column)
        || is_blank_head(&table.head)
}

/// Returns a text without the label of a date or of a way to reach somebody.
fn without_label(text: &str) -> &str {
    let Some((term, value)) = text.split_once([':', '：']) else { return text };
    let compact: String = term.chars().filter(|c| !c.is_whitespace()).collect();
    let is_short = term.split_whitespace().count() < 4;
    let is_reached = is_short && contacts(value, false).len() == 1;
    if is_label(term) || is_label(&compact) || is_reached { value } else { text }
}

/// Whether a text only announces what a page shows in its own way: a field, a way to reach the person,
/// the document itself.
fn is_label(text: &str) -> bool {
    let word = text.trim_matches(|c: char| !c.is_alphanumeric());
    let is_heading = matched(word).is_some_and(|found| match found.topic {
        Topic::Document => found.is_whole,
        Topic::Contact => word.split_whitespace().count() < 4,
        _ => found.is_document && found.is_whole,
    });
    let kinds = [Kind::PeriodLabel, Kind::FirmLabel];
    is_heading || label(word).is_some() || kinds.into_iter().any(|kind| is(word, kind))
}

fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in normalized(text).split(' ').filter(|word| !word.is_empty()) {
        // Without spaces, there are no words to compare, but letters beside each other.
        if word.chars().any(perfil_text::is_spaceless) {
            let letters: Vec<char> = word.chars().collect();
            words.extend(letters.windows(2).map(|pair| pair.iter().collect::<String>()));
        } else if !matches!(label(word), Some(Kind::Email | Kind::Phone | Kind::Url)) {
            words.push(word.to_owned());
        }
    }
    words
}

fn collect(node: &Node, known: &mut HashSet<String>) {
    match &node.value {
        Value::String(text) => known.extend(words(&unmarked(text))),
        Value::Array(elements) => elements.iter().for_each(|it| collect(it, known)),
        Value::Object(members) => members.iter().for_each(|member| collect(&member.value, known)),
        _ => {}
    }
}

/// Returns a text in Markdown without its marks and escapes.
fn unmarked(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\\' if rest.peek().is_some_and(|c| c.is_ascii_punctuation() || *c == '\n') => {}
            '`' | '*' | '~' => {}
            _ => plain.push(c),
        }
    }
    plain
}
