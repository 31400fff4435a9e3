//! Edits of an owner's JSON or YAML that change the bytes they mean and no others: comments, order,
//! unknown keys, quotation marks, indentation and line endings of everything else stay as they are.
//!
//! No edit returns a text that was not read again and found to mean what was asked for.
//!
//! ```
//! use perfil_edit::{Edit, Format, Path, Step, apply, edit};
//!
//! let text = "name:  'Ada'   # as in the passport\nnotes: none\n";
//! let path = Path(vec![Step::Key("name".into())]);
//! let changes = edit(text, Format::Yaml, &Edit::set(path, "Ada Lovelace")).unwrap();
//! let changed = apply(text, &changes);
//! assert_eq!(changed, "name:  'Ada Lovelace'   # as in the passport\nnotes: none\n");
//! ```

mod block;
mod difference;
mod document;
mod flow;
mod layout;
mod lines;
mod outcome;
mod plan;
mod privacy;
mod render;
mod replace;
mod scalar;
mod splice;
mod style;
mod value;

pub use perfil_source::{Path, Problem, Step};
pub use privacy::set_private;
pub use value::Value;

use document::Document;
use plan::Ways;
use std::ops::Range;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON (RFC 8259).
    Json,
    /// YAML (1.2).
    Yaml,
}

/// One change of a text: the bytes of a range are replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The bytes that are replaced.
    pub range: Range<usize>,
    /// What is there instead.
    pub text: String,
}

/// An edit of a file. Paths lead through the file as it is written, so a private value is below its
/// key `private`. If a key occurs twice, the first one is meant, which
/// [`Node::get`](perfil_source::Node::get) reads.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Sets the value at a path, also that of an alias, which is then no alias any more. A text in
    /// the place of a text keeps its style where that is possible, and so does what two objects or
    /// two lists have in common. Missing objects and lists are created; `null` is such a value.
    Set {
        /// Where the value is.
        path: Path,
        /// The new value.
        value: Value,
        /// The key behind which a new member comes. Without it, and if there is no such key, that
        /// is the end of its object.
        after: Option<String>,
    },
    /// Removes a member or an element with its comma, its line, and the comments directly above it
    /// and on its line. Of a key that occurs twice, both are removed. Without such a member there
    /// is nothing to change.
    Remove {
        /// Where the value is.
        path: Path,
    },
    /// Inserts an element into a list, which is created if it is missing.
    Insert {
        /// Where the list is.
        path: Path,
        /// The index of the new element.
        index: usize,
        /// The new element.
        value: Value,
    },
    /// Moves an element of a list, as it is written and with its comments.
    Move {
        /// Where the list is.
        path: Path,
        /// The index of the element.
        from: usize,
        /// The index that it is to have.
        to: usize,
    },
    /// Renames a key.
    Rename {
        /// Where the value of the key is.
        path: Path,
        /// The new key.
        key: String,
    },
}

impl Edit {
    /// Sets the value at a path; a new member comes at the end of its object.
    pub fn set(path: Path, value: impl Into<Value>) -> Self {
        Self::Set { path, value: value.into(), after: None }
    }
}

/// Returns the changes that an edit makes, in ascending order.
///
/// # Errors
///
/// Returns an error if the text cannot be parsed, if the edit does not fit its values, or if it
/// cannot be written without changing other values.
pub fn edit(text: &str, format: Format, edit: &Edit) -> Result<Vec<Change>, Problem> {
    let node = document::parse(text, format)?;
    let mut expected = Value::from(&node);
    let parts = parts(&mut expected, edit);
    outcome::change(&mut expected, edit)?;
    if expected.is_at(&node, format) {
        return Ok(Vec::new());
    }
    let document = Document::new(text, &node, format)?;
    let mut ways = plan::plan(&document, edit)?;
    if let Some(changed) = parts.and_then(|parts| in_turn(text, format, &parts)) {
        ways.insert(0, vec![Change { range: 0..text.len(), text: changed }]);
    }
    verified(&document, format, ways, &expected)
        .map_err(|problem| plan::refuse_needed(&document, edit).err().unwrap_or(problem))
}

/// The edits inside a list or an object that setting it comes down to.
fn parts(root: &mut Value, edit: &Edit) -> Option<Vec<Edit>> {
    let Edit::Set { path, value, .. } = edit else { return None };
    difference::between(path, outcome::find(root, &path.0)?, value)
}

/// Returns a text after several edits, if all of them can be made.
fn in_turn(text: &str, format: Format, edits: &[Edit]) -> Option<String> {
    edits.iter().try_fold(text.to_owned(), |text, change| {
        let changes = edit(&text, format, change).ok()?;
        Some(apply(&text, &changes))
    })
}

/// Returns a text with its changes. A change that is not in the text, or not in order, is left out.
#[must_use]
pub fn apply(text: &str, changes: &[Change]) -> String {
    let (mut changed, mut at) = (String::with_capacity(text.len()), 0);
    for change in changes {
        if let Some(kept) = text.get(at..change.range.start)
            && text.get(change.range.clone()).is_some()
        {
            changed.extend([kept, &change.text]);
            at = change.range.end;
        }
    }
    changed.push_str(text.get(at..).unwrap_or_default());
    changed
}

/// Returns the first of the ways whose result is read as it is meant.
fn verified(
    document: &Document,
    format: Format,
    ways: Ways,
    expected: &Value,
) -> Result<Vec<Change>, Problem> {
    let text = document.text;
    for way in ways {
        let mut changes: Vec<Change> =
            way.into_iter().filter_map(|change| trimmed(text, change)).collect();
        let changed = apply(text, &changes);
        let Ok(node) = document::parse(&changed, format) else { continue };
        if expected.is_at(&node, format) {
            if !changed.ends_with('\n') && !document.ends_in_lines() {
                let is_open = Document::new(&changed, &node, format)?.ends_in_lines();
                changes.extend(is_open.then(|| line_ending_at_end(document)));
            }
            return Ok(changes);
        }
    }
    let message = "the file is written in a way in which this edit would change other values too";
    Err(Problem::error(None, message, "Make the change in the text of the file."))
}

/// Returns the line ending that a file needs at its end once a text in lines has become the last
/// value there.
fn line_ending_at_end(document: &Document) -> Change {
    let end = document.text.len();
    Change { range: end..end, text: document.style.line_ending.to_owned() }
}

/// Returns a change without what it does not change; nothing if that is all of it.
fn trimmed(text: &str, change: Change) -> Option<Change> {
    let old = text.get(change.range.clone())?;
    let new = change.text.as_str();
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum()
    };
    let start = same(&mut old.chars().zip(new.chars()));
    let (old, new) = (old.get(start..)?, new.get(start..)?);
    let end = same(&mut old.chars().rev().zip(new.chars().rev()));
    let (old, new) = (old.get(..old.len() - end)?, new.get(..new.len() - end)?);
    if old.is_empty() && new.is_empty() {
        return None;
    }
    let start = change.range.start + start;
    Some(Change { range: start..start + old.len(), text: new.to_owned() })
}
