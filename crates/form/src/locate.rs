//! Finds the value that a text of a page was written as.

use crate::control::{Part, PathStep};
use perfil_source::{Node, Value};
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

/// Returns the string that fits a text best, within the section of this id if it is there.
#[must_use]
pub fn locate(node: &Node, text: &str, section: Option<&str>) -> Option<Spot> {
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
    if let Some(index) = own {
        let path = vec![PathStep::Key("sections".to_owned()), PathStep::Index(index)];
        let found = sections.get(index)?;
        search(found, &wanted, path, &mut best);
    }
    if best.is_none() {
        search(node, &wanted, Vec::new(), &mut best);
    }
    let (_, path) = best?;
    Some(Spot { part: Part::of(&path), path })
}

type Best = Option<(Fit, Vec<PathStep>)>;

fn search(node: &Node, wanted: &str, path: Vec<PathStep>, best: &mut Best) {
    match &node.value {
        Value::String(text) => {
            let fit = fit(&letters(text), wanted);
            if let Some(fit) = fit
                && best.as_ref().is_none_or(|(other, _)| fit < *other)
            {
                *best = Some((fit, path));
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
