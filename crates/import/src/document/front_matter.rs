//! Front matter: lines of `key: value` between lines of `---` at the start of a document.
//!
//! As a whole it is not parsed as YAML, because people write what YAML cannot read. A mark of privacy
//! still hides the same values, whether it is alone, below a key, or in braces after one.

use super::outline::Line;
use perfil_source::parse_yaml;
use perfil_source::privacy::{self, PRIVATE};

/// A fact about the person, as a key and a value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fact {
    pub(super) key: String,
    /// The key that it is below.
    pub(super) outer: Option<String>,
    pub(super) value: Line,
    pub(super) is_private: bool,
}

/// The front matter of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct FrontMatter {
    pub(super) facts: Vec<Fact>,
    /// Whether the whole document is private.
    pub(super) is_private: bool,
    /// The byte position where the rest of the document begins.
    pub(super) end: usize,
}

/// A key at the beginning of its line, and what was read below it so far.
#[derive(Default)]
struct OpenKey {
    key: String,
    /// The index of its first fact.
    first: usize,
    is_private: bool,
}

/// Reads the facts.
pub(super) fn read(source: &str) -> FrontMatter {
    let is_toml = source.starts_with("+++");
    let mark = if is_toml { "+++" } else { "---" };
    let rest = source.strip_prefix(mark).map(|rest| rest.trim_start_matches([' ', '\r']));
    let Some(first) = rest.and_then(|rest| rest.strip_prefix('\n')) else {
        return FrontMatter::default();
    };
    let sign = if is_toml { '=' } else { ':' };
    let mut at = source.len() - first.len();
    let (mut facts, mut open_key) = (Vec::new(), OpenKey::default());
    let (mut is_private, mut is_block) = (false, false);
    for text in first.split_inclusive('\n') {
        let line = Line { text: text.to_owned(), span: at..at + text.len() };
        at += text.len();
        if text.trim_end() == mark || (text.trim_end() == "..." && !is_toml) {
            return FrontMatter { facts, is_private, end: at };
        }
        let is_inner = text.starts_with([' ', '\t', '-']);
        // A text below its key, after `|` or `>`.
        is_block &= is_inner || text.trim().is_empty();
        if is_block {
            continue_text(&mut facts, &line);
            continue;
        }
        let Some((key, _)) = text.split_once(sign) else {
            open_key.item(&line, is_inner, &mut facts);
            continue;
        };
        let value = line.part(key.len() + 1..text.len());
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
        is_block = matches!(value.text.as_str(), "|" | ">" | "|-" | ">-" | "|+" | ">+");
        let is_private = open_key.is_private || has_private(text);
        let outer = is_inner.then(|| open_key.key.clone());
        let text = if is_block { String::new() } else { unwrapped(&value.text).to_owned() };
        facts.push(Fact { key, outer, value: Line { text, ..value }, is_private });
    }
    // Without an end it is not front matter, but text below a line.
    FrontMatter::default()
}

/// Adds a line to the text of the last key.
fn continue_text(facts: &mut [Fact], line: &Line) {
    let Some(fact) = facts.last_mut() else { return };
    let added = line.part(0..line.text.len());
    if !fact.value.text.is_empty() && !added.text.is_empty() {
        fact.value.text.push(' ');
    }
    fact.value.text.push_str(&added.text);
    fact.value.span.end = added.span.end.max(fact.value.span.start);
}

impl OpenKey {
    /// Reads an element of a list below this key.
    fn item(&self, line: &Line, is_inner: bool, facts: &mut Vec<Fact>) {
        let written = line.text.trim_start();
        let Some(rest) = written.strip_prefix("- ").filter(|_| is_inner) else { return };
        let value = line.part(line.text.len() - rest.len()..line.text.len());
        let value = Line { text: unwrapped(&value.text).to_owned(), ..value };
        let outer = Some(self.key.clone());
        let is_private = self.is_private;
        facts.push(Fact { key: self.key.clone(), outer, value, is_private });
    }

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
            let key = self.key.clone();
            facts.push(Fact { key, outer: None, value, is_private: true });
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
