//! Edits that are refused, and what their owner is told.

use crate::check::{insert, remove, rename, reorder, set};
use perfil_edit::{Edit, Format, apply, edit};

#[track_caller]
fn refused(format: Format, text: &str, change: Edit, message: &str) {
    let problem = edit(text, format, &change).expect_err("it is refused");
    assert!(problem.message.contains(message), "{problem:?}");
    assert!(problem.remedy.ends_with('.'), "{problem:?}");
}

#[test]
fn a_broken_file_is_refused_with_its_problem() {
    refused(Format::Json, "{\"a\": }", set("a", "1"), "this is not JSON");
    refused(Format::Json, "", set("a", "1"), "the file is empty");
    refused(Format::Yaml, "a: [", set("a", "1"), "this is not YAML");
    refused(Format::Yaml, "a: 1\n---\nb: 1\n", set("a", "2"), "a second document");
    refused(Format::Yaml, "a: 1\na: 2\n", set("a", "2"), "occurs twice");
}

#[test]
fn a_change_of_two_places_is_refused() {
    let text = "a: &x\n  b: [1]\nc: *x\nd:\n  <<: *x\n";
    refused(Format::Yaml, text, set("a.b", "1"), "repeated in line 3 by the alias *x");
    refused(Format::Yaml, text, set("a", "1"), "repeated in line 3");
    refused(Format::Yaml, text, rename("a.b", "e"), "repeated in line 3");
    refused(Format::Yaml, text, insert("a.b", 0, "1"), "repeated in line 3");
    refused(Format::Yaml, text, remove("a.b.0"), "repeated in line 3");
    refused(Format::Yaml, text, set("c.b", "1"), "inside *x, which repeats");
    refused(Format::Yaml, text, remove("c.b"), "inside *x, which repeats");
    let list = "- &x 1\n- [*x]\n";
    refused(Format::Yaml, list, reorder("", 0, 1), "that line 2 repeats by the alias *x");
    refused(Format::Yaml, text, remove("a"), "that line 3 repeats by the alias *x");
}

#[test]
fn an_edit_that_does_not_fit_is_refused() {
    let text = "{\"a\": [1], \"b\": \"x\", \"c\": 1, \"c\": 2}";
    for (change, message) in [
        (set("b.x", "1"), "$.b.x leads through a value that is not an object"),
        (set("b.0", "1"), "that is not a list"),
        (set("a.x", "1"), "that is not an object"),
        (set("a.2", "1"), "asks for the element 2 of a list that has 1"),
        (set("d.1", "1"), "asks for the element 1 of a list that has 0"),
        (insert("a", 2, "1"), "that has 1"),
        (insert("b", 0, "1"), "$.b is not a list"),
        (insert("d", 1, "1"), "that has 0"),
        (remove(""), "a file has to have a value"),
        (remove("a.1"), "that has 1"),
        (remove("b.x"), "that is not an object"),
        (reorder("a", 0, 1), "the list $.a has 1 elements"),
        (reorder("b", 0, 0), "$.b is not a list"),
        (rename("a", "b"), "there is a key \"b\" already"),
        (rename("c", "d"), "the key \"c\" occurs twice"),
        (rename("d", "e"), "$.d is not there"),
        (rename("a.0", "e"), "$.a[0] has no key"),
    ] {
        refused(Format::Json, text, change, message);
    }
}

#[test]
fn a_value_that_the_format_cannot_hold_is_refused() {
    let change = Edit::set(crate::check::path("a"), perfil_edit::Value::Number(f64::NAN));
    refused(Format::Json, "{\"a\": 1}", change.clone(), "would change other values");
    refused(Format::Yaml, "a: 1\n", change, "would change other values");
}

#[test]
fn deep_files_are_edited_or_refused() {
    for depth in [100, 120, 500, 5_000] {
        let text = format!("{}\"x\"{}", "[".repeat(depth), "]".repeat(depth));
        for format in [Format::Json, Format::Yaml] {
            let change = set(&"0.".repeat(depth), "\"new\"");
            match edit(&text, format, &change) {
                Ok(changes) => assert_eq!(apply(&text, &changes), text.replace('x', "new")),
                Err(problem) => assert!(depth > 120, "{problem:?}"),
            }
        }
    }
}
