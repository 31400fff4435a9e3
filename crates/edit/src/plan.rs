//! Finds the place of an edit in a file, and the ways to write it there.

use crate::block::Block;
use crate::document::{Document, parse};
use crate::flow::Flow;
use crate::layout::{Kind, Part};
use crate::outcome::{refusal, wrap};
use crate::render::is_number_key;
use crate::replace::{Parent, replace};
use crate::scalar;
use crate::{Change, Edit, Format, Value, apply, lines};
use perfil_source::{Path, Problem, Step};

/// The ways to write an edit, the best one first. The result of each has to be verified.
pub(crate) type Ways = Vec<Vec<Change>>;

/// A value on the way to a place, and what is below it and not in the file.
pub(crate) struct Place<'a, 'b, 'p> {
    pub(crate) part: &'a Part<'b>,
    pub(crate) parent: Parent<'b>,
    rest: &'p [Step],
}

/// Returns the ways to write an edit.
pub(crate) fn plan(document: &Document, edit: &Edit) -> Result<Ways, Problem> {
    match edit {
        Edit::Set { path, value, after } => set(document, path, value, after.as_deref()),
        Edit::Insert { path, index, value } => insert(document, path, *index, value),
        Edit::Remove { path } => remove(document, path),
        Edit::Move { path, from, to } => {
            let place = find(document, path, &path.0)?;
            document.refuse_repeated(place.part)?;
            Ok(match place.part.kind {
                Kind::BlockList => vec![Block::new(document, place.part).reorder(*from, *to)],
                Kind::FlowList => vec![Flow::new(document, place.part).reorder(*from, *to)],
                _ => return Err(repeats(document, path, place.part)),
            })
        }
        Edit::Rename { path, key } => rename(document, path, key),
    }
}

/// Returns an error if what an edit takes away is repeated elsewhere.
pub(crate) fn refuse_needed(document: &Document, edit: &Edit) -> Result<(), Problem> {
    match edit {
        Edit::Set { path, .. } | Edit::Remove { path } => {
            document.refuse_needed(find(document, path, &path.0)?.part)
        }
        Edit::Move { path, from, to } => {
            // An alias has to stay below what it repeats.
            let entries = &find(document, path, &path.0)?.part.entries;
            let moved = *from.min(to)..=*from.max(to);
            let mut moved = moved.filter_map(|index| entries.get(index));
            moved.try_for_each(|entry| document.refuse_needed(&entry.value))
        }
        _ => Ok(()),
    }
}

/// Follows a path as far as there are values.
pub(crate) fn find<'a, 'b, 'p>(
    document: &'a Document<'b>,
    path: &Path,
    mut steps: &'p [Step],
) -> Result<Place<'a, 'b, 'p>, Problem> {
    let mut part = &document.layout.root;
    let mut parent = Parent::Root;
    while let Some((step, rest)) = steps.split_first() {
        if part.kind == Kind::Alias {
            return Err(repeats(document, path, part));
        }
        document.refuse_repeated(part)?;
        let Some(index) = index(part, step) else { break };
        parent = child(document, part, index);
        let Some(entry) = part.entries.get(index) else { break };
        part = &entry.value;
        steps = rest;
    }
    Ok(Place { part, parent, rest: steps })
}

/// The number of the entry that a step leads to.
fn index(part: &Part, step: &Step) -> Option<usize> {
    match (step, part.kind) {
        (Step::Key(key), Kind::BlockMap | Kind::FlowMap | Kind::FlowPair) => {
            let is_key = |name: &str| name == key;
            let mut entries = part.entries.iter();
            entries.position(|entry| entry.key.as_ref().is_some_and(|(name, _)| is_key(name)))
        }
        (Step::Index(index), Kind::BlockList | Kind::FlowList) => {
            (*index < part.entries.len()).then_some(*index)
        }
        _ => None,
    }
}

fn child<'b>(document: &Document<'b>, part: &Part<'b>, index: usize) -> Parent<'b> {
    let Some(entry) = part.entries.get(index) else { return Parent::Root };
    let is_number = entry.key.as_ref().is_some_and(|(key, _)| is_number_key(key));
    match (part.kind.is_flow(), entry.mark) {
        (false, Some(mark)) => {
            let column = lines::column(document.text, entry.start);
            Parent::Block { column, mark, is_list: part.kind == Kind::BlockList, is_number }
        }
        (_, mark) => {
            let mut level = Flow::new(document, part).level();
            if level.may_be_tall {
                level.indent = lines::indentation(document.text, entry.value.start);
            }
            Parent::Flow { level, is_number, has_mark: mark.is_some() || entry.key.is_none() }
        }
    }
}

fn repeats(document: &Document, path: &Path, part: &Part) -> Problem {
    let alias = document.slice(part.content, part.end);
    let message = format!("{path} is inside {alias}, which repeats a value from elsewhere");
    let remedy = "Change the value where it is written, or write it itself in this place first.";
    Problem { span: Some(part.content..part.end), ..refusal(path, message, remedy) }
}

fn set(
    document: &Document,
    path: &Path,
    value: &Value,
    after: Option<&str>,
) -> Result<Ways, Problem> {
    let Place { part, parent, rest } = find(document, path, &path.0)?;
    document.refuse_repeated(part)?;
    let Some((step, inner)) = rest.split_first() else {
        return Ok(replace(document, part, parent, value));
    };
    if part.kind == Kind::Alias {
        return Err(repeats(document, path, part));
    }
    let is_null = part.node.value == perfil_source::Value::Null;
    if is_null || (part.entries.is_empty() && is_bare(document, part)) {
        return Ok(replace(document, part, parent, &wrap(path, rest, value.clone())?));
    }
    let value = wrap(path, inner, value.clone())?;
    match step {
        Step::Index(index) => Ok(add_element(document, part, *index, &value)),
        Step::Key(key) => {
            let is_named = |name: &str| Some(name) == after;
            let mut entries = part.entries.iter();
            let place =
                entries.position(|it| it.key.as_ref().is_some_and(|(key, _)| is_named(key)));
            let index = place.map_or(part.entries.len(), |place| place + 1);
            Ok(match part.kind {
                Kind::BlockMap => {
                    let (block, style) = (Block::new(document, part), &document.style);
                    let line = style.member_in_line(key, &value);
                    let ways = [style.block_member(key, &value), vec![line]];
                    ways.map(|lines| block.insert(index, lines)).into()
                }
                Kind::FlowMap => {
                    let flow = Flow::new(document, part);
                    let member = document.style.flow_member(key, &value, flow.level());
                    vec![flow.insert(index, &member)]
                }
                Kind::FlowPair => vec![in_braces(document, part, key, &value, parent)],
                _ => Vec::new(),
            })
        }
    }
}

/// Adds a member to an object in brackets that has no braces.
fn in_braces(
    document: &Document,
    part: &Part,
    key: &str,
    value: &Value,
    parent: Parent,
) -> Vec<Change> {
    let style = &document.style;
    let level = match parent {
        Parent::Flow { level, .. } => level,
        _ => Flow::new(document, part).level(),
    };
    let member = style.flow_member(key, value, level);
    let open = ["{", style.brace_pad].concat();
    let close = [style.comma, &member, style.brace_pad, "}"].concat();
    let insertion = |at: usize, text: String| Change { range: at..at, text };
    vec![insertion(part.start, open), insertion(part.end, close)]
}

/// Whether there is nothing inside braces or brackets, not even a comment.
fn is_bare(document: &Document, part: &Part) -> bool {
    let inside = document.slice(part.content + 1, part.end.saturating_sub(1));
    part.kind.is_flow() && inside.trim().is_empty()
}

fn add_element(document: &Document, part: &Part, index: usize, value: &Value) -> Ways {
    match part.kind {
        Kind::BlockList => {
            let (block, style) = (Block::new(document, part), &document.style);
            let ways = [style.block_element(value), vec![style.element_in_line(value)]];
            ways.map(|lines| block.insert(index, lines)).into()
        }
        Kind::FlowList => {
            let flow = Flow::new(document, part);
            let element = document.style.flow(value, false, flow.level());
            vec![flow.insert(index, &element)]
        }
        _ => Vec::new(),
    }
}

fn insert(document: &Document, path: &Path, index: usize, value: &Value) -> Result<Ways, Problem> {
    let Place { part, parent, rest } = find(document, path, &path.0)?;
    let list = Value::List(vec![value.clone()]);
    if !rest.is_empty() {
        return set(document, path, &list, None);
    }
    document.refuse_repeated(part)?;
    if part.kind == Kind::Alias {
        return Err(repeats(document, path, part));
    }
    let is_null = part.node.value == perfil_source::Value::Null;
    if is_null || (part.entries.is_empty() && is_bare(document, part)) {
        return Ok(replace(document, part, parent, &list));
    }
    Ok(add_element(document, part, index, value))
}

fn remove(document: &Document, path: &Path) -> Result<Ways, Problem> {
    let Some((step, above)) = path.0.split_last() else { return Ok(Vec::new()) };
    let Place { part, parent, rest } = find(document, path, above)?;
    document.refuse_repeated(part)?;
    if part.kind == Kind::Alias {
        return Err(repeats(document, path, part));
    }
    let (true, Some(index)) = (rest.is_empty(), index(part, step)) else { return Ok(Vec::new()) };
    if let Step::Key(key) = step {
        let is_same = |entry: &&crate::layout::Entry| {
            entry.key.as_ref().is_some_and(|(name, _)| *name == key.as_str())
        };
        if part.entries.iter().filter(is_same).count() > 1 {
            return remove_each(document, path);
        }
    }
    Ok(match part.kind {
        Kind::FlowMap | Kind::FlowList => vec![Flow::new(document, part).remove(index)],
        _ if part.entries.len() > 1 => vec![Block::new(document, part).remove(index)],
        Kind::BlockList => replace(document, part, parent, &Value::List(Vec::new())),
        _ => replace(document, part, parent, &Value::Object(Vec::new())),
    })
}

/// Removes a key that occurs more than once, which only JSON allows. If one of them stayed, it
/// would come to light, and it may be there by mistake or be meant to be private.
fn remove_each(document: &Document, path: &Path) -> Result<Ways, Problem> {
    let mut text = document.text.to_owned();
    let Some((step, above)) = path.0.split_last() else { return Ok(Vec::new()) };
    loop {
        let node = parse(&text, Format::Json)?;
        let current = Document::new(&text, &node, Format::Json)?;
        let part = find(&current, path, above)?.part;
        let Some(index) = index(part, step) else { break };
        let changes = Flow::new(&current, part).remove(index);
        let changed = apply(&text, &changes);
        if changed == text {
            break;
        }
        text = changed;
    }
    Ok(vec![vec![Change { range: 0..document.text.len(), text }]])
}

fn rename(document: &Document, path: &Path, key: &str) -> Result<Ways, Problem> {
    let Some((step, above)) = path.0.split_last() else { return Ok(Vec::new()) };
    let Place { part, .. } = find(document, path, above)?;
    if part.kind == Kind::Alias {
        return Err(repeats(document, path, part));
    }
    document.refuse_repeated(part)?;
    let entry = index(part, step).and_then(|index| part.entries.get(index));
    let Some((_, span)) = entry.and_then(|entry| entry.key.clone()) else { return Ok(Vec::new()) };
    let style = &document.style;
    let usual = style.key(key, part.kind.is_flow());
    let kept = match document.slice(span.start, span.start + 1) {
        "\"" => Some(scalar::double(key, style.is_ascii)),
        "'" => scalar::single(key),
        _ => None,
    };
    let way = |text: String| vec![Change { range: span.clone(), text }];
    Ok(kept.into_iter().chain([usual]).map(way).collect())
}
