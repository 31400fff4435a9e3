//! What an edit means, told without the bytes of a file.

use perfil_edit::{Edit, Format, Path, Step, Value};

fn at<'a>(root: &'a mut Value, path: &[Step]) -> Option<&'a mut Value> {
    path.iter().try_fold(root, |value, step| match (value, step) {
        (Value::Object(members), Step::Key(key)) => {
            members.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value)
        }
        (Value::List(elements), Step::Index(index)) => elements.get_mut(*index),
        _ => None,
    })
}

/// A value as YAML reads it, which reads most numbers as texts.
fn read(value: Value, format: Format, is_number: bool) -> Value {
    match value {
        Value::Number(number) if format == Format::Yaml && !is_number => {
            Value::Text(number.to_string())
        }
        Value::List(all) => {
            Value::List(all.into_iter().map(|value| read(value, format, false)).collect())
        }
        Value::Object(all) => {
            let member = |(key, value)| (key, read(value, format, false));
            Value::Object(all.into_iter().map(member).collect())
        }
        other => other,
    }
}

/// The value of a file after an edit; nothing if the edit does not fit it.
pub(super) fn edited(mut root: Value, edit: &Edit, format: Format) -> Option<Value> {
    match edit {
        Edit::Set { path, value, after } => {
            let value = read(value.clone(), format, false);
            set(&mut root, path, value, after.as_deref())?;
        }
        Edit::Remove { path } => {
            let (last, above) = path.0.split_last()?;
            match (at(&mut root, above)?, last) {
                (Value::Object(members), Step::Key(key)) => members.retain(|it| it.0 != *key),
                (Value::List(elements), Step::Index(index)) => drop(elements.remove(*index)),
                _ => return None,
            }
        }
        Edit::Insert { path, index, value } => match at(&mut root, &path.0)? {
            Value::List(all) => all.insert(*index, read(value.clone(), format, false)),
            _ => return None,
        },
        Edit::Move { path, from, to } => match at(&mut root, &path.0)? {
            Value::List(all) => {
                let moved = all.remove(*from);
                all.insert(*to, moved);
            }
            _ => return None,
        },
        Edit::Rename { path, key } => {
            let (last, above) = path.0.split_last()?;
            let (Value::Object(members), Step::Key(old)) = (at(&mut root, above)?, last) else {
                return None;
            };
            if members.iter().any(|(name, _)| name == key) {
                return None;
            }
            members.iter_mut().find(|(name, _)| name == old)?.0.clone_from(key);
        }
    }
    Some(root)
}

fn set(root: &mut Value, path: &Path, value: Value, after: Option<&str>) -> Option<()> {
    let there = (0..=path.0.len()).rev().find(|length| at(root, &path.0[..*length]).is_some())?;
    let found = at(root, &path.0[..there])?;
    let Some((step, rest)) = path.0[there..].split_first() else {
        *found = value;
        return Some(());
    };
    let below = |steps: &[Step]| {
        steps.iter().rev().fold(value.clone(), |value, step| match step {
            Step::Key(key) => Value::Object(vec![(key.clone(), value)]),
            Step::Index(_) => Value::List(vec![value]),
        })
    };
    match (found, step) {
        (found @ Value::Null, _) => *found = below(&path.0[there..]),
        (Value::Object(members), Step::Key(key)) => {
            let place = members.iter().position(|(name, _)| Some(name.as_str()) == after);
            let place = place.map_or(members.len(), |place| place + 1);
            members.insert(place, (key.clone(), below(rest)));
        }
        _ => return None,
    }
    Some(())
}
