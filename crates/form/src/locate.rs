//! Finds the value that a text of a page was written as.

use crate::control::{Part, PathStep};
use crate::words::is_text;
use perfil_source::{Node, Value, privacy};
use serde::{Deserialize, Serialize};

/// Where a text is in a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// The part of the form.
    pub part: Part,
    /// The path of the string.
    pub path: Vec<PathStep>,
}

/// How well a string fits a text of the page; the least fits best.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Equal,
    /// It contains the text, with this many more letters.
    Contains(usize),
    /// The text contains it, with this many more letters.
    Within(usize),
}

/// The fewest letters of a string that is found as a part of a text.
const MIN_LETTERS: usize = 3;

/// Returns the string that fits a text best, within the section of this id if it is there. Of several that fit
/// as well it is the one with this index, because a page has its texts in the order of the file.
#[must_use]
pub fn locate(node: &Node, text: &str, section: Option<&str>, index: usize) -> Option<Spot> {
    let wanted = letters(text);
    if wanted.is_empty() {
        return None;
    }
    let sections = node.get("sections").map(Node::elements).unwrap_or_default();
    let has_id = |node: &Node| {
        let id = |node: &Node| node.get("id").and_then(Node::as_str) == section;
        id(node) || node.get("sections").is_some_and(|inner| inner.elements().iter().any(id))
    };
    let own = section.and_then(|_| sections.iter().position(has_id));
    let mut best = None;
    if let Some(own) = own {
        let path = vec![PathStep::Key("sections".to_owned()), PathStep::Index(own)];
        let found = sections.get(own)?;
        search(found, &wanted, path, &mut best);
    }
    if best.is_none() {
        search(node, &wanted, Vec::new(), &mut best);
    }
    let (_, mut paths) = best?;
    let path = paths.swap_remove(index.min(paths.len().checked_sub(1)?));
    Some(Spot { part: Part::of(&path), path })
}

/// The paths of the strings that fit best, in the order of the file.
type Best = Option<(Fit, Vec<Vec<PathStep>>)>;

fn add(fit: Fit, path: Vec<PathStep>, best: &mut Best) {
    match best {
        Some((other, paths)) if fit == *other => paths.push(path),
        Some((other, _)) if fit > *other => {}
        _ => *best = Some((fit, vec![path])),
    }
}

fn search(node: &Node, wanted: &str, path: Vec<PathStep>, best: &mut Best) {
    if privacy::hides(node) {
        return;
    }
    match &node.value {
        Value::String(text) => {
            if let Some(fit) = fit(&letters(text), wanted) {
                add(fit, path, best);
            }
        }
        // The page has a text in one of its languages.
        Value::Object(members) if is_text(node) => {
            let mut own = None;
            for member in members {
                let path = [&path[..], &[PathStep::Key(member.key.clone())]].concat();
                search(&member.value, wanted, path, &mut own);
            }
            if let Some((fit, paths)) = own {
                paths.into_iter().take(1).for_each(|path| add(fit, path, best));
            }
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                search(element, wanted, [&path[..], &[PathStep::Index(index)]].concat(), best);
            }
        }
        Value::Object(members) => {
            for member in members.iter().filter(|it| !matches!(&*it.key, "id" | "kind")) {
                let path = [&path[..], &[PathStep::Key(member.key.clone())]].concat();
                search(&member.value, wanted, path, best);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn fit(found: &str, wanted: &str) -> Option<Fit> {
    if found == wanted {
        return Some(Fit::Equal);
    }
    if found.contains(wanted) {
        return Some(Fit::Contains(found.len() - wanted.len()));
    }
    let is_within = found.chars().count() >= MIN_LETTERS && wanted.contains(found);
    is_within.then(|| Fit::Within(wanted.len() - found.len()))
}

/// Returns the letters and digits of a text, which markup and typography leave as they are.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
