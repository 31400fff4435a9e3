//! Front matter: lines of `key: value` between lines of `---` at the start of a document.
//!
//! As a whole it is not parsed as YAML, because people write what YAML cannot read. A mark of privacy
//! still hides the same values, whether it is alone, below a key, or in braces after one.

use super::outline::{Line, Outline};
use perfil_source::parse_yaml;
use perfil_source::privacy::{self, PRIVATE};

/// A fact about the person, as a key and a value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fact {
    pub(super) key: String,
    pub(super) value: Line,
    pub(super) is_private: bool,
}

/// A key at the beginning of its line, and what was read below it so far.
#[derive(Default)]
struct OpenKey {
    key: String,
    /// The index of its first fact.
    first: usize,
    is_private: bool,
}

/// Reads the facts; returns the byte position where the rest of the document begins.
pub(super) fn read(source: &str, outline: &mut Outline) -> usize {
    let Some(first) = source.strip_prefix("---\n").or_else(|| source.strip_prefix("---\r\n"))
    else {
        return 0;
    };
    let mut at = source.len() - first.len();
    let (mut facts, mut open_key) = (Vec::new(), OpenKey::default());
    let mut is_private = false;
    for text in first.split_inclusive('\n') {
        let line = Line { text: text.to_owned(), span: at..at + text.len() };
        at += text.len();
        if text.trim_end() == "---" {
            outline.facts = facts;
            outline.is_private = is_private;
            return at;
        }
        let Some((key, _)) = text.split_once(':') else { continue };
        let value = line.part(key.len() + 1..text.len());
        let is_inner = text.starts_with([' ', '\t', '-']);
        if name(key) == PRIVATE {
            let is_mark = value.text != "false";
            if is_inner {
                open_key.hide(is_mark, value, &mut facts);
            } else {
                is_private |= is_mark;
            }
            continue;
        }
        let key = key.trim().to_owned();
        if !is_inner {
            open_key = OpenKey { key: key.clone(), first: facts.len(), is_private: false };
        }
        let is_private = open_key.is_private || has_private(text);
        let value = Line { text: unwrapped(&value.text).to_owned(), ..value };
        facts.push(Fact { key, value, is_private });
    }
    // Without an end it is not front matter, but text below a line.
    0
}

impl OpenKey {
    /// Reads a mark below this key, which hides everything below the key.
    fn hide(&mut self, is_mark: bool, value: Line, facts: &mut Vec<Fact>) {
        if !is_mark {
            return;
        }
        self.is_private = true;
        let hidden = facts.get_mut(self.first..).unwrap_or_default();
        for fact in hidden {
            fact.is_private = true;
        }
        if value.text != "true" {
            let value = Line { text: unwrapped(&value.text).to_owned(), ..value };
            facts.push(Fact { key: self.key.clone(), value, is_private: true });
        }
    }
}

/// Returns a key without quotation marks and without the hyphen of a list.
fn name(key: &str) -> &str {
    key.trim().trim_start_matches('-').trim().trim_matches(['"', '\'', '{']).trim()
}

/// Whether a part of a line is private: `phone: { work: +1, private: yes }`. A line that is not YAML
/// by itself, as in the middle of an object, is private if it has any mark.
fn has_private(line: &str) -> bool {
    let is_key = |after: &str| after.trim_start_matches(['"', '\'', ' ']).starts_with(':');
    match parse_yaml(line.trim().as_bytes()) {
        Ok(node) => privacy::has_private(&node),
        Err(_) => line.split(PRIVATE).skip(1).any(is_key),
    }
}

/// Returns a value without quotation marks, and without the braces of a private value.
fn unwrapped(value: &str) -> &str {
    let quotes = ['"', '\''];
    let inner = value.strip_prefix('{').and_then(|rest| {
        let (key, inner) = rest.trim_end_matches('}').split_once(':')?;
        (name(key) == PRIVATE).then_some(inner.trim())
    });
    inner.unwrap_or(value).trim_matches(quotes)
}
