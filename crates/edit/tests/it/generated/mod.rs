//! What has to hold for any file and any edit, tried on many that are made up.

mod chance;
mod files;
mod model;

use chance::Chance;
use files::Files;
use perfil_edit::{Edit, Format, Path, Step, Value, apply, edit, set_private};

fn parse(text: &str, format: Format) -> Value {
    let parsed = match format {
        Format::Json => perfil_source::parse(text.as_bytes()),
        Format::Yaml => perfil_source::parse_yaml(text.as_bytes()),
    };
    let node = parsed.unwrap_or_else(|problem| panic!("{problem:?}\n{text}"));
    Value::from(&node)
}

/// The number of files for each format.
const FILES: u64 = 3_000;

fn each_file(mut check: impl FnMut(&str, Format, &mut Chance)) {
    let mut count = 0;
    for seed in 0..FILES {
        for format in [Format::Json, Format::Yaml] {
            let mut chance = Chance::new(seed);
            let text = Files::new(&mut chance, format).file();
            let is_read = match format {
                Format::Json => perfil_source::parse(text.as_bytes()).is_ok(),
                Format::Yaml => perfil_source::parse_yaml(text.as_bytes()).is_ok(),
            };
            if is_read {
                check(&text, format, &mut chance);
                count += 1;
            }
        }
    }
    // A comment can make a text of several lines impossible.
    assert!(count * 10 >= FILES * 2 * 9, "{count}");
}

/// A path to some value, and the value.
fn place(root: &Value, chance: &mut Chance) -> (Path, Value) {
    let (mut path, mut at) = (Path::default(), root);
    loop {
        let step = match at {
            Value::Object(members) if !members.is_empty() && chance.of(5) > 0 => {
                let (key, inner) = &members[chance.of(members.len())];
                at = inner;
                Step::Key(key.clone())
            }
            Value::List(elements) if !elements.is_empty() && chance.of(5) > 0 => {
                let index = chance.of(elements.len());
                at = &elements[index];
                Step::Index(index)
            }
            _ => return (path, at.clone()),
        };
        path.0.push(step);
    }
}

fn list(root: &Value, chance: &mut Chance) -> Option<(Path, Vec<Value>)> {
    (0..8).find_map(|_| match place(root, chance) {
        (path, Value::List(elements)) => Some((path, elements)),
        _ => None,
    })
}

fn any_edit(root: &Value, chance: &mut Chance) -> Edit {
    let (mut path, value) = place(root, chance);
    match chance.of(7) {
        0 if !path.0.is_empty() => Edit::Remove { path },
        1 | 2 if let Value::Object(members) = &value => {
            let after = chance.pick(members).map(|(key, _)| key.clone());
            path.0.push(Step::Key(chance.key()));
            if chance.of(3) == 0 {
                path.0.push(Step::Key(chance.key()));
            }
            Edit::Set { path, value: chance.value(2), after }
        }
        3 if let Some((path, elements)) = list(root, chance) => {
            let index = chance.of(elements.len() + 1);
            Edit::Insert { path, index, value: chance.value(2) }
        }
        4 if let Some((path, elements)) = list(root, chance).filter(|it| !it.1.is_empty()) => {
            let [from, to] = [chance.of(elements.len()), chance.of(elements.len())];
            Edit::Move { path, from, to }
        }
        5 if matches!(path.0.last(), Some(Step::Key(_))) => {
            Edit::Rename { path, key: chance.key() + "2" }
        }
        6 if matches!(value, Value::List(_) | Value::Object(_)) => {
            Edit::Set { path, value: chance.like(&value), after: None }
        }
        _ if let Value::Text(text) = value => {
            Edit::Set { path, value: Value::Text(chance.changed(&text)), after: None }
        }
        _ => Edit::Set { path, value: chance.value(2), after: None },
    }
}

#[test]
fn an_edit_changes_what_it_means_and_nothing_else() {
    each_file(|text, format, chance| {
        for _ in 0..6 {
            let before = parse(text, format);
            let change = any_edit(&before, chance);
            let Some(expected) = model::edited(before, &change, format) else { continue };
            let after = changed(text, format, &change);
            let place = format!("{change:?}\n{text}\n---\n{after}");
            assert_eq!(parse(&after, format), expected, "{place}");
            assert_eq!(after.ends_with('\n'), text.ends_with('\n'), "{place}");
            let has_one_ending = |text: &str| !text.replace("\r\n", "").contains('\n');
            assert!(
                !has_one_ending(text) || has_one_ending(&after) || !text.contains('\n'),
                "{place}"
            );
        }
    });
}

#[track_caller]
fn changed(text: &str, format: Format, change: &Edit) -> String {
    match edit(text, format, change) {
        Ok(changes) => apply(text, &changes),
        Err(problem) => panic!("{change:?}\n{problem:?}\n{text}"),
    }
}

#[test]
fn an_inserted_element_leaves_no_trace_when_it_is_removed() {
    each_file(|text, format, chance| {
        let Some((mut path, elements)) = list(&parse(text, format), chance) else { return };
        // An empty list has no style of its own, and an anchor goes with it.
        if elements.is_empty() || text.contains("# odd") {
            return;
        }
        let index = chance.of(elements.len() + 1);
        let insert = Edit::Insert { path: path.clone(), index, value: chance.value(2) };
        let longer = changed(text, format, &insert);
        path.0.push(Step::Index(index));
        let after = changed(&longer, format, &Edit::Remove { path });
        assert_eq!(after, text, "{insert:?}\n{longer}");
    });
}

#[test]
fn an_element_that_moves_there_and_back_is_where_it_was() {
    each_file(|text, format, chance| {
        let Some((path, elements)) = list(&parse(text, format), chance) else { return };
        // What a comment further to the right belongs to depends on what is before it.
        if elements.is_empty() || text.contains("# odd") {
            return;
        }
        let [from, to] = [chance.of(elements.len()), chance.of(elements.len())];
        let moved = changed(text, format, &Edit::Move { path: path.clone(), from, to });
        let back = Edit::Move { path, from: to, to: from };
        assert_eq!(changed(&moved, format, &back), text, "{back:?}\n{moved}");
    });
}

#[test]
fn a_value_set_to_itself_changes_nothing() {
    each_file(|text, format, chance| {
        let (path, value) = place(&parse(text, format), chance);
        assert_eq!(edit(text, format, &Edit::Set { path, value, after: None }), Ok(Vec::new()));
    });
}

#[test]
fn nothing_panics_on_broken_texts() {
    each_file(|text, format, chance| {
        let change = any_edit(&parse(text, format), chance);
        let letters: Vec<char> = text.chars().collect();
        let (from, to) = (chance.of(letters.len() + 1), chance.of(letters.len() + 1));
        let cut: String = letters.iter().take(from).chain(letters.iter().skip(to)).collect();
        let _ = edit(&cut, format, &change);
        let _ = set_private(&cut, format, &place(&parse(text, format), chance).0, true);
    });
}

#[test]
fn a_mark_leaves_no_trace_when_it_is_taken_away() {
    each_file(|text, format, chance| {
        let (path, value) = place(&parse(text, format), chance);
        let is_marked = matches!(&value, Value::Object(members) if !members.is_empty());
        if matches!(value, Value::Null | Value::Bool(_)) || (path.0.is_empty() && !is_marked) {
            return;
        }
        let set = |text: &str, is_private| match set_private(text, format, &path, is_private) {
            Ok(changes) => apply(text, &changes),
            Err(problem) => panic!("{path} {is_private} {problem:?}\n{text}"),
        };
        let private = set(text, true);
        assert_ne!(private, text);
        let public = set(&private, false);
        // An anchor goes with an empty object, and a list can begin on the line of a dash.
        let has_form = !text.contains("&x")
            && !text.contains("# odd")
            && !text.replace('\r', "").contains("-\n");
        assert!(!has_form || public == text, "{path}\n{text}\n---\n{private}\n---\n{public}");
    });
}
