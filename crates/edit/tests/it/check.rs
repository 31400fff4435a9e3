//! Short forms of edits, and the check of one.

use perfil_edit::{Edit, Format, Path, Step, Value, apply, edit};

/// A path written as `work.0.name`.
pub(crate) fn path(text: &str) -> Path {
    let step = |part: &str| match part.parse() {
        Ok(index) => Step::Index(index),
        Err(_) => Step::Key(part.to_owned()),
    };
    Path(text.split('.').filter(|part| !part.is_empty()).map(step).collect())
}

/// A value written as JSON.
pub(crate) fn value(json: &str) -> Value {
    Value::from(&perfil_source::parse(json.as_bytes()).expect("the test's value is JSON"))
}

pub(crate) fn set(at: &str, json: &str) -> Edit {
    Edit::Set { path: path(at), value: value(json), after: None }
}

pub(crate) fn set_after(at: &str, json: &str, after: &str) -> Edit {
    Edit::Set { path: path(at), value: value(json), after: Some(after.to_owned()) }
}

pub(crate) fn remove(at: &str) -> Edit {
    Edit::Remove { path: path(at) }
}

pub(crate) fn insert(at: &str, index: usize, json: &str) -> Edit {
    Edit::Insert { path: path(at), index, value: value(json) }
}

pub(crate) fn reorder(at: &str, from: usize, to: usize) -> Edit {
    Edit::Move { path: path(at), from, to }
}

pub(crate) fn rename(at: &str, key: &str) -> Edit {
    Edit::Rename { path: path(at), key: key.to_owned() }
}

/// Fails unless an edit makes one text of another, with changes in ascending order.
#[track_caller]
pub(crate) fn check(format: Format, before: &str, change: Edit, after: &str) {
    let changes = edit(before, format, &change)
        .unwrap_or_else(|problem| panic!("{change:?}: {problem:?}\n{before}"));
    let changed = apply(before, &changes);
    assert_eq!(changed, after, "\n{change:?}\nis\n{changed}\nand should be\n{after}");
    let mut at = 0;
    for change in &changes {
        assert!(change.range.start >= at && change.range.end >= change.range.start, "{changes:?}");
        at = change.range.end;
    }
}

#[track_caller]
pub(crate) fn yaml(before: &str, change: Edit, after: &str) {
    check(Format::Yaml, before, change, after);
}

#[track_caller]
pub(crate) fn json(before: &str, change: Edit, after: &str) {
    check(Format::Json, before, change, after);
}
