//! The edits that make one list or object of another, so that what both have stays as it is written.

use crate::{Edit, Path, Step, Value};

/// More edits than these are not worth their time: the value is written as a whole.
const MAX_EDITS: usize = 16;

/// Returns the edits inside a value that make another one of it; nothing if it has to be written as
/// a whole.
pub(crate) fn between(path: &Path, old: &Value, new: &Value) -> Option<Vec<Edit>> {
    let mut edits = Vec::new();
    inside(path, old, new, &mut edits)?;
    (edits.len() <= MAX_EDITS).then_some(edits)
}

fn below(path: &Path, step: Step) -> Path {
    let mut path = path.clone();
    path.0.push(step);
    path
}

/// Adds the edits inside a list or an object; nothing if there are none that do it.
fn inside(path: &Path, old: &Value, new: &Value, edits: &mut Vec<Edit>) -> Option<()> {
    if !old.is_filled() || !new.is_filled() {
        return None;
    }
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => members(path, old, new, edits),
        (Value::List(old), Value::List(new)) => {
            elements(path, old, new, edits);
            Some(())
        }
        _ => None,
    }
}

/// Adds the edits that make one value of another.
fn value(path: Path, old: &Value, new: &Value, edits: &mut Vec<Edit>) {
    if old == new {
        return;
    }
    let count = edits.len();
    if inside(&path, old, new, edits).is_none() {
        edits.truncate(count);
        edits.push(Edit::Set { path, value: new.clone(), after: None });
    }
}

fn members(
    path: &Path,
    old: &[(String, Value)],
    new: &[(String, Value)],
    edits: &mut Vec<Edit>,
) -> Option<()> {
    let has = |all: &[(String, Value)], key: &str| all.iter().any(|(name, _)| name == key);
    let kept = || old.iter().filter(|(key, _)| has(new, key));
    let is_ordered = kept()
        .map(|(key, _)| key)
        .eq(new.iter().filter(|(key, _)| has(old, key)).map(|(key, _)| key));
    let has_first = new.first().is_some_and(|(key, _)| has(old, key));
    if !is_ordered || !has_first {
        return None;
    }
    let mut old_values = kept();
    let mut after: Option<&String> = None;
    for (key, new_value) in new {
        let path = below(path, Step::Key(key.clone()));
        if has(old, key) {
            let (_, old_value) = old_values.next()?;
            value(path, old_value, new_value, edits);
        } else {
            edits.push(Edit::Set { path, value: new_value.clone(), after: after.cloned() });
        }
        after = Some(key);
    }
    let removed = old.iter().filter(|(key, _)| !has(new, key));
    edits
        .extend(removed.map(|(key, _)| Edit::Remove { path: below(path, Step::Key(key.clone())) }));
    Some(())
}

fn elements(path: &Path, old: &[Value], new: &[Value], edits: &mut Vec<Edit>) {
    let same = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let most = old.len().min(new.len()) - same;
    let ends = old.iter().rev().zip(new.iter().rev()).take(most);
    let same_end = ends.take_while(|(one, other)| one == other).count();
    let old = old.get(same..old.len() - same_end).unwrap_or_default();
    let new = new.get(same..new.len() - same_end).unwrap_or_default();
    for (index, (old, new)) in old.iter().zip(new).enumerate() {
        value(below(path, Step::Index(same + index)), old, new, edits);
    }
    for (index, added) in new.iter().enumerate().skip(old.len()) {
        let (path, value) = (path.clone(), added.clone());
        edits.push(Edit::Insert { path, index: same + index, value });
    }
    for index in (new.len()..old.len()).rev() {
        edits.push(Edit::Remove { path: below(path, Step::Index(same + index)) });
    }
}
