//! Edits of JSON: commas, indentation, and files on one line.

use crate::check::{insert, json, remove, rename, reorder, set, set_after};

#[test]
fn a_value_changes_alone() {
    json("{ \"a\" :1,\n\"b\": [ ] }", set("a", "2"), "{ \"a\" :2,\n\"b\": [ ] }");
    json("{\"a\":\"x\"}\r\n", set("a", "\"y\""), "{\"a\":\"y\"}\r\n");
    json("\u{feff}{\"a\": null}", set("a", "\"y\""), "\u{feff}{\"a\": \"y\"}");
    json("{\"a\": true}", set("a", "{\"b\": [1]}"), "{\"a\": {\"b\": [1]}}");
    json("{\"a\": 1, \"a\": 2}", set("a", "3"), "{\"a\": 3, \"a\": 2}");
    json("[1, 2]", set("", "{}"), "{}");
    json("{\"a\": 1.50}", set("a", "1.5"), "{\"a\": 1.50}");
}

#[test]
fn escapes_stay_outside_of_the_change() {
    json(
        r#"{"a": "caf\u00e9 \u2013 \ud83d\ude00 old\/new"}"#,
        set("a", r#""café – 😀 OLD/new""#),
        r#"{"a": "caf\u00e9 \u2013 \ud83d\ude00 OLD\/new"}"#,
    );
    json(r#"{"a": "caf\u00e9"}"#, set("b", r#""né""#), r#"{"a": "caf\u00e9", "b": "n\u00e9"}"#);
    json(r#"{"a": "x"}"#, set("a", r#""a\"\\\n\t\u0001é""#), r#"{"a": "a\"\\\n\t\u0001é"}"#);
}

#[test]
fn a_member_is_added_as_the_others_are_written() {
    json("{\n  \"a\": 1\n}\n", set("b", "2"), "{\n  \"a\": 1,\n  \"b\": 2\n}\n");
    json("{\n\t\"a\": 1\n}", set("b.c", "2"), "{\n\t\"a\": 1,\n\t\"b\": { \"c\": 2 }\n}");
    json("{\r\n    \"a\": 1\r\n}", set("b", "2"), "{\r\n    \"a\": 1,\r\n    \"b\": 2\r\n}");
    json("{\"a\":1}", set("b", "[1,2]"), "{\"a\":1,\"b\":[1,2]}");
    json("{\"a\":1,\"c\":3}", set("b", "{\"x\":[1,2]}"), "{\"a\":1,\"c\":3,\"b\":{\"x\":[1,2]}}");
    json("{\"a\": 1, \"b\": 2}", set_after("c", "3", "a"), "{\"a\": 1, \"c\": 3, \"b\": 2}");
    json(
        "{\n  \"a\": 1,\n\n  \"b\": 2\n}",
        set_after("c", "3", "b"),
        "{\n  \"a\": 1,\n\n  \"b\": 2,\n\n  \"c\": 3\n}",
    );
    json(
        "{\n  \"a\": 1\n  , \"b\": 2\n}",
        set_after("c", "3", "a"),
        "{\n  \"a\": 1\n  , \"c\": 3\n  , \"b\": 2\n}",
    );
}

#[test]
fn new_objects_have_the_form_of_the_file() {
    let stringified = "{\n  \"a\": [\n    \"x\"\n  ]\n}\n";
    json(
        stringified,
        set("b", "{\"c\": [1]}"),
        "{\n  \"a\": [\n    \"x\"\n  ],\n  \"b\": {\n    \"c\": [\n      1\n    ]\n  }\n}\n",
    );
    json(
        "{\n  \"a\": { \"b\": [] }\n}\n",
        set("a.b.0.c", "1"),
        "{\n  \"a\": { \"b\": [{ \"c\": 1 }] }\n}\n",
    );
    json(
        "{\n  \"a\": {\n    \"b\": {}\n  }\n}\n",
        set("a.b.c", "1"),
        "{\n  \"a\": {\n    \"b\": {\n      \"c\": 1\n    }\n  }\n}\n",
    );
    json("{}", set("a", "1"), "{\n  \"a\": 1\n}");
    json("{}\n", set("a.b", "[1]"), "{\n  \"a\": { \"b\": [1] }\n}\n");
    json("null", set("a", "1"), "{\n  \"a\": 1\n}");
    json("{\"a\":{}}", set("a.b", "1"), "{\"a\":{\"b\":1}}");
}

#[test]
fn an_element_is_inserted_at_any_index() {
    for (before, index, after) in [
        ("[1, 2]", 0, "[9, 1, 2]"),
        ("[1, 2]", 1, "[1, 9, 2]"),
        ("[1, 2]", 2, "[1, 2, 9]"),
        ("[1]", 0, "[9, 1]"),
        ("[1]", 1, "[1, 9]"),
        ("[]", 0, "[\n  9\n]"),
        ("[\n 1,\n 2\n]", 0, "[\n 9,\n 1,\n 2\n]"),
        ("[\n 1,\n 2\n]", 1, "[\n 1,\n 9,\n 2\n]"),
        ("[\n 1,\n 2\n]", 2, "[\n 1,\n 2,\n 9\n]"),
        ("[\n\t1\n]", 1, "[\n\t1,\n\t9\n]"),
        ("[ 1,2 ]", 2, "[ 1,2,9 ]"),
    ] {
        json(before, insert("", index, "9"), after);
    }
    json("{\"a\": 1}", insert("b.c", 0, "9"), "{\"a\": 1, \"b\": {\"c\": [9]}}");
    json("{\"b\": null}", insert("b", 0, "9"), "{\"b\": [9]}");
}

#[test]
fn a_removed_value_takes_its_comma_along() {
    for (before, index, after) in [
        ("[1, 2, 3]", 0, "[2, 3]"),
        ("[1, 2, 3]", 1, "[1, 3]"),
        ("[1, 2, 3]", 2, "[1, 2]"),
        ("[ 1 ]", 0, "[]"),
        ("[\n  1\n]", 0, "[]"),
        ("[\n  1,\n  2\n]", 0, "[\n  2\n]"),
        ("[\n  1,\n  2\n]", 1, "[\n  1\n]"),
    ] {
        json(before, remove(&index.to_string()), after);
    }
    json("{\"a\": 1, \"b\": 2, \"a\": 3}", remove("a"), "{\"b\": 2}");
    json("{\"a\": 1, \"a\": 3}", remove("a"), "{}");
    json("{\"a\": 1}", remove("b.c"), "{\"a\": 1}");
}

#[test]
fn an_element_moves_as_it_is_written() {
    let list = "[\n  { \"b\":  1 },\n  [ 2],\n  \"\\u0033\"\n]\n";
    let moved = "[\n  [ 2],\n  \"\\u0033\",\n  { \"b\":  1 }\n]\n";
    json(list, reorder("", 0, 2), moved);
    json(moved, reorder("", 2, 0), list);
    json(list, reorder("", 1, 1), list);
    json("{\"a\": [1,2]}", reorder("a", 1, 0), "{\"a\": [2,1]}");
}

#[test]
fn a_key_is_renamed() {
    json("{\"a\" : {\"a\":1}}", rename("a.a", "b\""), "{\"a\" : {\"b\\\"\":1}}");
    json("[{\"a\": 1}]", rename("0.a", "é"), "[{\"é\": 1}]");
}
