//! What an edit means for the values of a file, wherever they are written.

use crate::{Edit, Value};
use perfil_source::{Path, Problem, Step};

/// Returns an error about what an edit asks for.
pub(crate) fn refusal(path: &Path, message: String, remedy: &str) -> Problem {
    Problem::error(None, message, remedy).at(path.clone())
}

/// Makes the value of a file what it is after an edit.
pub(crate) fn change(root: &mut Value, edit: &Edit) -> Result<(), Problem> {
    match edit {
        Edit::Set { path, value, after } => {
            set(root, path, &path.0, value.clone(), after.as_deref())
        }
        Edit::Insert { path, index, value } => insert(root, path, *index, value),
        Edit::Remove { path } => remove(root, path),
        Edit::Move { path, from, to } => {
            let elements = list(root, path)?;
            let last = elements.len().checked_sub(1);
            if last.is_none_or(|last| *from > last || *to > last) {
                let message = format!("the list {path} has {} elements", elements.len());
                return Err(refusal(path, message, "Count them from 0, and name two of them."));
            }
            let moved = elements.remove(*from);
            elements.insert(*to, moved);
            Ok(())
        }
        Edit::Rename { path, key } => rename(root, path, key),
    }
}

/// Puts a value below the keys that are missing.
pub(crate) fn wrap(path: &Path, steps: &[Step], value: Value) -> Result<Value, Problem> {
    steps.iter().rev().try_fold(value, |value, step| match step {
        Step::Key(key) => Ok(Value::Object(vec![(key.clone(), value)])),
        Step::Index(0) => Ok(Value::List(vec![value])),
        Step::Index(index) => Err(beyond(path, *index, 0)),
    })
}

fn beyond(path: &Path, index: usize, count: usize) -> Problem {
    let message = format!("{path} asks for the element {index} of a list that has {count}");
    refusal(path, message, "Count the elements from 0, and add one only at the end.")
}

fn not_a(path: &Path, what: &str) -> Problem {
    let message = format!("{path} leads through a value that is not {what}");
    refusal(path, message, "Replace that value first.")
}

fn set(
    at: &mut Value,
    path: &Path,
    steps: &[Step],
    value: Value,
    after: Option<&str>,
) -> Result<(), Problem> {
    let Some((step, rest)) = steps.split_first() else {
        *at = value;
        return Ok(());
    };
    if *at == Value::Null {
        *at = wrap(path, steps, value)?;
        return Ok(());
    }
    match (step, at) {
        (Step::Key(key), Value::Object(members)) => {
            if let Some((_, member)) = members.iter_mut().find(|(name, _)| name == key) {
                return set(member, path, rest, value, after);
            }
            let place = members.iter().position(|(name, _)| Some(name.as_str()) == after);
            let place = place.map_or(members.len(), |place| place + 1);
            members.insert(place, (key.clone(), wrap(path, rest, value)?));
            Ok(())
        }
        (Step::Index(index), Value::List(elements)) => {
            let count = elements.len();
            match elements.get_mut(*index) {
                Some(element) => return set(element, path, rest, value, after),
                None if *index == count => elements.push(wrap(path, rest, value)?),
                None => return Err(beyond(path, *index, count)),
            }
            Ok(())
        }
        (Step::Key(_), _) => Err(not_a(path, "an object")),
        (Step::Index(_), _) => Err(not_a(path, "a list")),
    }
}

/// The value at a path, if there is one that is not `null`.
pub(crate) fn find<'a>(root: &'a mut Value, steps: &[Step]) -> Option<&'a mut Value> {
    let mut at = root;
    for step in steps {
        at = match (step, at) {
            (Step::Key(key), Value::Object(members)) => {
                &mut members.iter_mut().find(|(name, _)| name == key)?.1
            }
            (Step::Index(index), Value::List(elements)) => elements.get_mut(*index)?,
            _ => return None,
        };
    }
    (*at != Value::Null).then_some(at)
}

fn list<'a>(root: &'a mut Value, path: &Path) -> Result<&'a mut Vec<Value>, Problem> {
    match find(root, &path.0) {
        Some(Value::List(elements)) => Ok(elements),
        _ => Err(refusal(path, format!("{path} is not a list"), "Name a list.")),
    }
}

fn insert(root: &mut Value, path: &Path, index: usize, value: &Value) -> Result<(), Problem> {
    match find(root, &path.0) {
        None if index == 0 => set(root, path, &path.0, Value::List(vec![value.clone()]), None),
        None => Err(beyond(path, index, 0)),
        Some(Value::List(elements)) if index <= elements.len() => {
            elements.insert(index, value.clone());
            Ok(())
        }
        Some(Value::List(elements)) => Err(beyond(path, index, elements.len())),
        Some(_) => Err(refusal(path, format!("{path} is not a list"), "Name a list.")),
    }
}

fn remove(root: &mut Value, path: &Path) -> Result<(), Problem> {
    let Some((step, parent)) = path.0.split_last() else {
        let message = "a file has to have a value".to_owned();
        return Err(refusal(path, message, "Remove the members of it, or set another value."));
    };
    match (step, find(root, parent)) {
        (Step::Key(key), Some(Value::Object(members))) => members.retain(|(name, _)| name != key),
        (Step::Index(index), Some(Value::List(elements))) if *index < elements.len() => {
            elements.remove(*index);
        }
        (Step::Index(index), Some(Value::List(elements))) => {
            return Err(beyond(path, *index, elements.len()));
        }
        (_, None) => {}
        (Step::Key(_), Some(_)) => return Err(not_a(path, "an object")),
        (Step::Index(_), Some(_)) => return Err(not_a(path, "a list")),
    }
    Ok(())
}

fn rename(root: &mut Value, path: &Path, key: &str) -> Result<(), Problem> {
    let remedy = "Name a key of an object.";
    let Some((Step::Key(old), parent)) = path.0.split_last() else {
        return Err(refusal(path, format!("{path} has no key"), remedy));
    };
    let Some(Value::Object(members)) = find(root, parent) else {
        return Err(refusal(path, format!("{path} is not there"), remedy));
    };
    let count = members.iter().filter(|(name, _)| name == old).count();
    if old != key && members.iter().any(|(name, _)| name == key) {
        let message = format!("there is a key {key:?} already");
        return Err(refusal(path, message, "Choose another key, or remove that one."));
    }
    match members.iter_mut().find(|(name, _)| name == old) {
        None => Err(refusal(path, format!("{path} is not there"), remedy)),
        Some(_) if count > 1 => {
            let message = format!("the key {old:?} occurs twice in the same object");
            Err(refusal(path, message, "Keep one of the two."))
        }
        Some(member) => {
            key.clone_into(&mut member.0);
            Ok(())
        }
    }
}
