//! Marks of private values, written and taken away.

use crate::check::path;
use perfil_edit::{Format, apply, set_private};

/// Fails unless marking the value at a path makes one text of another, and taking the mark away
/// makes the first text again.
#[track_caller]
fn check(format: Format, public: &str, at: &str, private: &str) {
    marked(format, public, at, private);
    unmarked(format, private, at, public);
}

#[track_caller]
fn marked(format: Format, public: &str, at: &str, private: &str) {
    let changes = set_private(public, format, &path(at), true).expect("it can be marked");
    assert_eq!(apply(public, &changes), private);
    assert_eq!(set_private(private, format, &path(at), true), Ok(Vec::new()));
}

#[track_caller]
fn unmarked(format: Format, private: &str, at: &str, public: &str) {
    let changes = set_private(private, format, &path(at), false).expect("it can be unmarked");
    assert_eq!(apply(private, &changes), public);
    assert_eq!(set_private(public, format, &path(at), false), Ok(Vec::new()));
}

#[test]
fn a_value_of_json_is_wrapped() {
    let json = |public, at, private| check(Format::Json, public, at, private);
    json(r#"{"a": "x"}"#, "a", r#"{"a": {"private": "x"}}"#);
    json(r#"{"a":1.50,"b":[1]}"#, "a", r#"{"a":{"private":1.50},"b":[1]}"#);
    json("{\n  \"a\": [ 1,\n 2]\n}\n", "a", "{\n  \"a\": { \"private\": [ 1,\n 2] }\n}\n");
    json(
        "{\n  \"a\": [\n    1\n  ],\n  \"b\": {\n    \"c\": 1\n  }\n}\n",
        "a",
        "{\n  \"a\": {\n    \"private\": [\n      1\n    ]\n  },\n  \"b\": {\n    \"c\": 1\n  }\n}\n",
    );
    json("[\"x\", \"y\"]", "1", "[\"x\", { \"private\": \"y\" }]");
}

#[test]
fn an_object_of_json_is_marked() {
    let json = |public, at, private| check(Format::Json, public, at, private);
    json("{\"a\": {\"b\": 1}}", "a", "{\"a\": {\"b\": 1, \"private\": true}}");
    json(
        "[\n  {\n    \"b\": 1\n  }\n]",
        "0",
        "[\n  {\n    \"b\": 1,\n    \"private\": true\n  }\n]",
    );
    json("{\"a\": {}}", "a", "{\"a\": {\"private\": true}}");
    marked(
        Format::Json,
        "{\"a\": {\"private\": false, \"b\": 1}}",
        "a",
        "{\"a\": {\"private\": true, \"b\": 1}}",
    );
    unmarked(
        Format::Json,
        "{\"a\": {\"b\": 1, \"private\": \"yes\", \"private\": null}}",
        "a",
        "{\"a\": {\"b\": 1}}",
    );
}

#[test]
fn a_value_of_yaml_is_wrapped() {
    let yaml = |public, at, private| check(Format::Yaml, public, at, private);
    yaml("a: x # note\nb: 1\n", "a", "a: { private: x } # note\nb: 1\n");
    yaml("a: 'x'\n", "a", "a: { private: 'x' }\n");
    yaml("a: [x,  y]\n", "a", "a: { private: [x,  y] }\n");
    yaml("a: {b: [x]}\n", "a.b", "a: {b: {private: [x]}}\n");
    yaml("- x\n- y\n", "1", "- x\n- { private: y }\n");
    yaml("a:\n  - x # note\n  - y\nb: 1\n", "a", "a:\n  private:\n    - x # note\n    - y\nb: 1\n");
    yaml("a:\n- x\n\n- y\n", "a", "a:\n  private:\n  - x\n\n  - y\n");
    yaml("a: |-\n  x\n\n  y\nb: 1\n", "a", "a:\n  private: |-\n    x\n\n    y\nb: 1\n");
    yaml("- |\n  x\n", "0", "- private: |\n    x\n");
    yaml("a: one\n  two\n", "a", "a:\n  private: one\n    two\n");
    yaml("- - x\n  - y\n", "0", "- private:\n    - x\n    - y\n");
    marked(Format::Yaml, "a: x, y\n", "a", "a: { private: \"x, y\" }\n");
    marked(Format::Yaml, "a: &x {b: 1}\nc: *x\n", "c", "a: &x {b: 1}\nc: {private: *x}\n");
}

#[test]
fn an_object_of_yaml_is_marked() {
    let yaml = |public, at, private| check(Format::Yaml, public, at, private);
    yaml("a:\n  b: 1 # note\nc: 1\n", "a", "a:\n  b: 1 # note\n  private: true\nc: 1\n");
    yaml("- b: 1\n- c: 1\n", "0", "- b: 1\n  private: true\n- c: 1\n");
    yaml("a: {b: 1}\n", "a", "a: {b: 1, private: true}\n");
    yaml("a: 1\n", "", "a: 1\nprivate: true\n");
}

#[test]
fn a_mark_that_is_elsewhere_is_not_taken_away() {
    for (text, at) in [
        ("a: &x {private: true}\nb: {<<: *x}\n", "b"),
        ("a: [{private: true}, x]\n", "a"),
        ("a: &x {b: 1}\nb: *x\n", "a.c"),
        ("a: ~\n", "a"),
    ] {
        let found = set_private(text, Format::Yaml, &path(at), false);
        assert!(found.is_err(), "{text}: {found:?}");
    }
    let repeated = set_private("a: &x {b: 1}\nb: *x\n", Format::Yaml, &path("a"), true);
    assert!(repeated.unwrap_err().message.contains("repeated in line 2"));
    let alone = set_private("{\"a\": true}", Format::Json, &path("a"), true);
    assert!(alone.unwrap_err().message.contains("cannot be private alone"));
}
