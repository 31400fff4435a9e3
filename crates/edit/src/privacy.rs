//! Marks values as private, and removes such marks; `perfil_source::privacy` says what they mean.

use crate::document::{self, Document};
use crate::layout::{Kind, Part};
use crate::outcome::{self, refusal};
use crate::plan::{Place, Ways, find};
use crate::replace::Parent;
use crate::scalar::Place as ScalarPlace;
use crate::{Change, Edit, Format, Path, Problem, Step, Value, apply, edit, lines, verified};
use perfil_source::privacy::{PRIVATE, hides, wrapped};
use perfil_source::{Node, Value as Source};

/// Returns the changes that make the value at a path private or public, in ascending order. An
/// object receives or loses a member `private`; any other value is put into an object with that
/// key, or taken out of it, as it is written.
///
/// # Errors
///
/// Returns an error if the text cannot be parsed, if there is no such value, or if it cannot be
/// marked without changing other values.
pub fn set_private(
    text: &str,
    format: Format,
    path: &Path,
    is_private: bool,
) -> Result<Vec<Change>, Problem> {
    let node = document::parse(text, format)?;
    let missing = || refusal(path, format!("{path} is not there"), "Name a value of the file.");
    let target = at(&node, path).filter(|node| node.value != Source::Null).ok_or_else(missing)?;
    if hides(target) == is_private {
        return Ok(Vec::new());
    }
    if is_private && matches!(target.value, Source::Bool(_)) {
        // In `{ "private": true }` the value would be the mark of an object.
        let message = format!("{path} is {}, which cannot be private alone", target.value);
        return Err(refusal(path, message, "Mark the object around it."));
    }
    let document = Document::new(text, &node, format)?;
    let place = find(&document, path, &path.0)?;
    let is_alias = place.part.kind == Kind::Alias;
    let mut inner = path.clone();
    inner.0.push(Step::Key(PRIVATE.to_owned()));
    let is_object = matches!(target.value, Source::Object(_));
    let changes = if is_private && is_object && !is_alias {
        let value = Value::Bool(true);
        edit(text, format, &Edit::Set { path: inner, value, after: None })?
    } else if is_private {
        let wrap = |value| Value::Object(vec![(PRIVATE.to_owned(), value)]);
        verified(&document, format, wrapping(&document, &place), &expected(&node, path, wrap)?)?
    } else if let (Some(value), false) = (wrapped(target), is_alias) {
        document.refuse_repeated(place.part)?;
        let value = Value::from(value);
        verified(
            &document,
            format,
            unwrapping(&document, &place),
            &expected(&node, path, |_| value)?,
        )?
    } else {
        edit(text, format, &Edit::Remove { path: inner })?
    };
    let changed = document::parse(&apply(text, &changes), format)?;
    if at(&changed, path).is_some_and(|node| hides(node) == is_private) {
        return Ok(changes);
    }
    let message = format!("{path} is private by a mark that is not its own");
    Err(refusal(path, message, "Take away the mark in the list or in the object that is merged."))
}

/// The value at a path; the first one, if a key occurs twice.
fn at<'a>(node: &'a Node, path: &Path) -> Option<&'a Node> {
    path.0.iter().try_fold(node, |node, step| match step {
        Step::Key(key) => {
            node.members().iter().find(|member| member.key == *key).map(|member| &member.value)
        }
        Step::Index(index) => node.elements().get(*index),
    })
}

/// The values of the file with another one at a path.
fn expected(
    node: &Node,
    path: &Path,
    change: impl FnOnce(Value) -> Value,
) -> Result<Value, Problem> {
    let mut root = Value::from(node);
    let missing = || refusal(path, format!("{path} is not there"), "Name a value of the file.");
    let value = outcome::find(&mut root, &path.0).ok_or_else(missing)?;
    *value = change(std::mem::replace(value, Value::Null));
    Ok(root)
}

fn wrapping(document: &Document, place: &Place) -> Ways {
    let part = place.part;
    let (text, style) = (document.text, &document.style);
    let source = document.slice(part.start, part.end);
    let is_line = !source.contains('\n');
    match place.parent {
        Parent::Block { column, mark, is_list, .. } => {
            let is_inline = is_line && !part.kind.is_block_collection() && part.kind != Kind::Block;
            if is_inline {
                return vec![braces(document, part, source.to_owned())];
            }
            let first_line = lines::end(text, mark);
            let is_compact = part.kind.is_block_collection() && part.content <= first_line;
            let unit = if is_list { 1 + style.dash_gap.len() } else { style.unit.len() };
            let key = if is_list {
                [&style.dash_gap, PRIVATE, ":"].concat()
            } else {
                [style.line_ending, &" ".repeat(column + unit), PRIVATE, ":"].concat()
            };
            let mut written = key;
            let mut from = mark;
            if is_compact {
                let indent = " ".repeat(lines::column(text, part.content) + unit);
                written.extend([style.line_ending, &indent]);
                from = part.content;
            }
            written.push_str(&shifted(document.slice(from, part.end), &" ".repeat(unit)));
            vec![vec![Change { range: mark..part.end, text: written }]]
        }
        Parent::Flow { level, .. }
            if !style.is_yaml && level.may_be_tall && !style.has_short_objects =>
        {
            let line = [style.line_ending, level.indent].concat();
            let source = shifted(source, &style.unit);
            let inside = ["{", &line, &style.unit, "\"private\":", &style.colon, &source];
            let written = [inside.concat(), line, "}".to_owned()].concat();
            vec![vec![Change { range: part.start..part.end, text: written }]]
        }
        Parent::Flow { .. } => vec![braces(document, part, source.to_owned())],
        Parent::Root if !style.is_yaml => vec![braces(document, part, source.to_owned())],
        Parent::Root => Vec::new(),
    }
}

/// Puts braces around a value on its line.
fn braces(document: &Document, part: &Part, source: String) -> Vec<Change> {
    let style = &document.style;
    let text = part.node.as_str().filter(|_| part.kind == Kind::Plain);
    let is_bare = part.start == part.content && style.is_yaml;
    let source = match text {
        Some(text) if is_bare && source.contains([',', '[', ']', '{', '}']) => {
            style.text(text, ScalarPlace { in_flow: true, is_number: false })
        }
        _ => source,
    };
    let key = style.key(PRIVATE, true);
    let pad = style.brace_pad;
    let text = ["{", pad, &key, ":", &style.colon, &source, pad, "}"].concat();
    vec![Change { range: part.start..part.end, text }]
}

/// Moves all lines but the first one to the right.
fn shifted(text: &str, by: &str) -> String {
    let mut lines = text.split_inclusive('\n');
    let mut written = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        // A line of spaces can be a part of the text.
        if !line.trim_end_matches(['\r', '\n']).is_empty() {
            written.push_str(by);
        }
        written.push_str(line);
    }
    written
}

/// Moves all lines but the first one to the left, if all of them have the space.
fn dedented(text: &str, by: &str) -> String {
    let has_space = |line: &str| lines::is_blank(line) || line.starts_with(by);
    if !text.split('\n').skip(1).all(has_space) {
        return text.to_owned();
    }
    let mut lines = text.split_inclusive('\n');
    let mut written = lines.next().unwrap_or_default().to_owned();
    written.extend(lines.map(|line| line.strip_prefix(by).unwrap_or(line)));
    written
}

fn unwrapping(document: &Document, place: &Place) -> Ways {
    let part = place.part;
    let Some(entry) = part.entries.first() else { return Vec::new() };
    let value = &entry.value;
    let text = document.text;
    if part.kind.is_flow() {
        let outer = lines::indentation(text, part.content);
        let inner = lines::indentation(text, entry.start);
        let by = inner.strip_prefix(outer).unwrap_or_default();
        let source = dedented(document.slice(value.start, value.end), by);
        return vec![vec![Change { range: part.start..part.end, text: source }]];
    }
    let (Parent::Block { column, mark, is_list, .. }, Some(inner)) = (place.parent, entry.mark)
    else {
        return Vec::new();
    };
    // A comment between the two keys has no place once they are one.
    if document.slice(mark, entry.start).contains('#') {
        return Vec::new();
    }
    let by = " ".repeat(lines::column(text, entry.start).saturating_sub(column));
    let mut source = dedented(document.slice(inner, value.end), &by);
    let gap = &document.style.dash_gap;
    let element = column + 1 + gap.len();
    if is_list
        && value.kind.is_block_collection()
        && lines::column(text, value.content) == element + by.len()
        && document.slice(inner, value.content).trim().is_empty()
    {
        source = [gap, source.trim_start()].concat();
    }
    vec![vec![Change { range: mark..value.end, text: source }]]
}
