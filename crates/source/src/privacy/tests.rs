//! Tests which values are private, in every form in which that can be written.

use super::*;
use crate::parse;

fn check(text: &str, published: &str, checked: &str) {
    let tree = |text: &str| strip(parse(text.as_bytes()).expect("this is JSON"));
    let written = || parse(text.as_bytes()).expect("this is JSON");
    assert_eq!(strip(redact(written())), tree(published));
    assert_eq!(strip(reveal(written())), tree(checked));
}

fn strip(node: Node) -> Value {
    fn clear(node: &mut Node) {
        node.span = 0..0;
        match &mut node.value {
            Value::Array(elements) => elements.iter_mut().for_each(clear),
            Value::Object(members) => members.iter_mut().for_each(|member| {
                member.key_span = 0..0;
                clear(&mut member.value);
            }),
            _ => {}
        }
    }
    let mut node = node;
    clear(&mut node);
    node.value
}

#[test]
fn a_wrapped_value_is_checked_but_not_published() {
    check(
        r#"{"name": "Ada", "phone": {"private": "+1"}}"#,
        r#"{"name": "Ada"}"#,
        r#"{"name": "Ada", "phone": "+1"}"#,
    );
}

#[test]
fn a_marked_object_is_removed_from_its_list() {
    check(
        r#"[{"a": 1, "private": true}, {"a": 2, "private": false}]"#,
        r#"[{"a": 2}]"#,
        r#"[{"a": 1}, {"a": 2}]"#,
    );
}

#[test]
fn one_language_of_a_text_can_be_private() {
    check(
        r#"{"en": "open", "es": {"private": "cerrado"}}"#,
        r#"{"en": "open"}"#,
        r#"{"en": "open", "es": "cerrado"}"#,
    );
}

/// The members that make an object private, one per line; the first is the plain one.
const MARKS: &str = include_str!("../../../../tests/data/private-marks.txt");

#[test]
fn any_mark_except_false_hides() {
    for (index, mark) in MARKS.lines().enumerate() {
        for text in [
            format!(r#"{{ "open": 1, "a": {{ "b": "secret", {mark} }} }}"#),
            format!(r#"{{ "open": 1, "a": {{ {mark}, "b": {{ "c": ["secret"] }} }} }}"#),
            format!(r#"{{ "open": 1, "a": [{{ "b": "secret", {mark} }}] }}"#),
            format!(r#"{{ "open": 1, "a": {{ "b": "secret", {mark} }}, "a": "secret" }}"#),
        ] {
            let written = || parse(text.as_bytes()).expect("this is JSON");
            let public = crate::to_json(&redact(written()));
            assert!(!public.contains("secret") && public.contains("open"), "{text}: {public}");
            // A reader that knows only the two forms hides the same values.
            let (normalized, report) = normalize(written());
            assert_eq!(crate::to_json(&redact(normalized.clone())), public, "{text}");
            assert_eq!(normalize(normalized).1, [], "{text}");
            assert_eq!(report.is_empty(), index == 0 && !text.contains("}, \"a\""));
        }
    }
    check(r#"{"a": 1, "private": false}"#, r#"{"a": 1}"#, r#"{"a": 1}"#);
    let both_false = r#"{"a": 1, "private": false, "private": false}"#;
    check(both_false, r#"{"a": 1}"#, r#"{"a": 1}"#);
}

#[test]
fn any_wrapped_value_is_hidden() {
    for text in [
        r#"{ "open": 1, "a": { "private": "secret" } }"#,
        r#"{ "open": 1, "a": { "private": ["secret"] } }"#,
        r#"{ "open": 1, "a": { "private": { "private": { "b": "secret" } } } }"#,
        r#"{ "open": 1, "a": { "private": "secret", "private": "secret" } }"#,
        r#"{ "open": 1, "a": { "private": "secret", "private": false } }"#,
        r#"{ "open": 1, "a": { "private": "secret", "es": "secret" } }"#,
        r#"{ "open": 1, "a": { "private": "secret" }, "a": "secret" }"#,
        r#"{ "open": 1, "a": ["secret", { "private": true }] }"#,
        r#"{ "open": 1, "a": [{ "private": null }, "secret"] }"#,
    ] {
        let written = || parse(text.as_bytes()).expect("this is JSON");
        let public = crate::to_json(&redact(written()));
        assert!(!public.contains("secret") && public.contains("open"), "{text}: {public}");
        let (normalized, _) = normalize(written());
        assert_eq!(crate::to_json(&redact(normalized)), public, "{text}");
    }
}

#[test]
fn an_object_with_only_private_values_is_private() {
    check(
        r#"{"a": {"en": {"private": "x"}}, "b": {}}"#,
        r#"{"b": {}}"#,
        r#"{"a": {"en": "x"}, "b": {}}"#,
    );
}
