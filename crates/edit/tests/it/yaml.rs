//! Edits of YAML: blocks and braces, comments, and lists at any indentation.

use crate::check::{insert, remove, rename, reorder, set, set_after, yaml};

#[test]
fn a_value_changes_alone() {
    yaml("a:  x   # note\nb: 1\n", set("a", "\"z\""), "a:  z   # note\nb: 1\n");
    yaml("a:\n  - x # note\n", set("a.0", "\"z\""), "a:\n  - z # note\n");
    yaml("a:\t'x'\r\nb: 1", set("a", "\"it's\""), "a:\t'it''s'\r\nb: 1");
    yaml("{a: [1, x],b: 2}", set("a.1", "\"z\""), "{a: [1, z],b: 2}");
    yaml("%YAML 1.2\n---\na: 1\n...\n", set("a", "\"b\""), "%YAML 1.2\n---\na: b\n...\n");
    yaml("a:\n  x\n", set("a", "\"z\""), "a:\n  z\n");
    yaml("a: # note\n", set("a", "\"z\""), "a: z # note\n");
    yaml("a: ~\nb: 1", set("a", "true"), "a: true\nb: 1");
    yaml("a: &x 1\n", set("a", "\"z\""), "a: &x z\n");
    yaml("- &x a: 1\n", set("0.a", "\"z\""), "- &x a: z\n");
    yaml("? a\n: b\n", set("a", "\"z\""), "? a\n: z\n");
    yaml("[a: b]\n", set("0.a", "\"z\""), "[a: z]\n");
    yaml("{a, b}\n", set("a", "\"z\""), "{a: z, b}\n");
    yaml("{a: , b: 1}\n", set("a", "\"z\""), "{a: z , b: 1}\n");
    yaml("a: &x 1\nb: *x\n", set("b", "\"z\""), "a: &x 1\nb: z\n");
}

#[test]
fn one_kind_of_value_replaces_another() {
    yaml("a: x # note\nb: 1\n", set("a", "[1, 2]"), "a: # note\n  - 1\n  - 2\nb: 1\n");
    yaml("a:\n- x\nb:\n", set("b.c", "[1]"), "a:\n- x\nb:\n  c:\n  - 1\n");
    yaml("a: # one\n  - x # two\nb: 1\n", set("a", "\"z\""), "a: z # one\nb: 1\n");
    yaml("a:\n  - x\n", set("a", "{\"b\": \"z\", \"c\": []}"), "a:\n  b: z\n  c: []\n");
    yaml("a:\n- x\n", set("a", "{\"b\": \"z\"}"), "a:\n  b: z\n");
    yaml("a:\n    b: 1\n", set("a", "{\"c\": 2}"), "a:\n    c: 2\n");
    yaml("a: |\n  x\n  y\nb: 1\n", set("a", "[1]"), "a:\n  - 1\nb: 1\n");
    yaml("a: |\n  x\n  y\nb: 1\n", set("a", "true"), "a: true\nb: 1\n");
    yaml("- x # note\n- y", set("0", "{\"b\": 1, \"c\": 2}"), "- b: 1\n  c: 2 # note\n- y");
    yaml("- b: 1\n  c: 2\n- y", set("0", "\"x\""), "- x\n- y");
    yaml("-\n  b: 1\n  c: 2\n- y", set("0", "\"x\""), "- x\n- y");
    yaml("- x\n-\n", set("1", "[[1], {}]"), "- x\n- - - 1\n  - {}\n");
    yaml("a: [x, y]\n", set("a", "[\"x\", \"z, y\"]"), "a: [x, \"z, y\"]\n");
    yaml("a: []\n", set("a", "[{\"b\": 1}]"), "a:\n  - b: 1\n");
    yaml("a: 1\n", set("", "[1]"), "- 1\n");
}

#[test]
fn a_member_is_added_on_a_line_of_its_own() {
    yaml("a: 1\n", set("b", "\"x\""), "a: 1\nb: x\n");
    yaml("a: 1", set("b", "\"x\""), "a: 1\nb: x");
    yaml("a: 1\r\n", set("b", "{\"c\": 1}"), "a: 1\r\nb:\r\n  c: 1\r\n");
    yaml("a: 1 # one\n# end\n", set("b", "\"x\""), "a: 1 # one\nb: x\n# end\n");
    yaml(
        "a:\n    b: 1\nc: 2\n",
        set("a.d.e", "\"x\""),
        "a:\n    b: 1\n    d:\n        e: x\nc: 2\n",
    );
    yaml("a: 1\nb: 2\n", set_after("c", "\"x\"", "a"), "a: 1\nc: x\nb: 2\n");
    yaml("a: 1\n# about b\nb: 2\n", set_after("c", "\"x\"", "a"), "a: 1\nc: x\n# about b\nb: 2\n");
    yaml(
        "a:\n  b: 1\n\n  # b: 2\nc: 3\n",
        set_after("d", "4", "a"),
        "a:\n  b: 1\n\n  # b: 2\nd: 4\nc: 3\n",
    );
    yaml("a: 1\n\nb: 2\n", set("c", "3"), "a: 1\n\nb: 2\n\nc: 3\n");
    yaml("- a: 1\n- b: 2\n", set("0.c", "3"), "- a: 1\n  c: 3\n- b: 2\n");
    yaml("a: {}\n", set("a.b", "1"), "a:\n  b: 1\n");
    yaml("[a: b]\n", set("0.c", "1"), "[{ a: b, c: 1 }]\n");
    yaml("a: {b: 1}\n", set("a.c", "[1]"), "a: {b: 1, c: [1]}\n");
    yaml(
        "a: { b: 1,\n     c: 2 } # d\n",
        set("a.e", "3"),
        "a: { b: 1,\n     c: 2,\n     e: 3 } # d\n",
    );
    yaml("a: 1\n", set("b", "\"x\\ny\\n\""), "a: 1\nb: |\n  x\n  y\n");
    yaml("a: |\n  x\n\n\nb: 1\n", set_after("c", "2", "a"), "a: |\n  x\n\n\nc: 2\n\n\nb: 1\n");
    yaml("a: |+\n  x\n\nb: 1\n", set_after("c", "2", "a"), "a: |+\n  x\n\nc: 2\nb: 1\n");
    yaml("x:\n- a\n", set("z", "[1]"), "x:\n- a\nz:\n- 1\n");
    yaml("x:\n    - a\n", set("z", "[1]"), "x:\n    - a\nz:\n    - 1\n");
    yaml("x:\n-   a\n", set("z", "[{\"a\": 1, \"b\": 2}]"), "x:\n-   a\nz:\n-   a: 1\n    b: 2\n");
    yaml("<<: &x {a: 1}\n", set("no", "\"x\""), "<<: &x {a: 1}\n\"no\": x\n");
}

#[test]
fn an_element_is_inserted_with_its_dash() {
    let list = "l:\n  # about a\n  - a # one\n  # about b\n  - b\nm: 1\n";
    yaml(
        list,
        insert("l", 0, "\"x\""),
        "l:\n  - x\n  # about a\n  - a # one\n  # about b\n  - b\nm: 1\n",
    );
    yaml(
        list,
        insert("l", 1, "\"x\""),
        "l:\n  # about a\n  - a # one\n  - x\n  # about b\n  - b\nm: 1\n",
    );
    yaml(
        list,
        insert("l", 2, "{\"c\": 1, \"d\": [2]}"),
        "l:\n  # about a\n  - a # one\n  # about b\n  - b\n  - c: 1\n    d:\n      - 2\nm: 1\n",
    );
    yaml("l: [ a, b ]\n", insert("l", 1, "\"x\""), "l: [ a, x, b ]\n");
    yaml(
        "l: [\n  a, # one\n  b # two\n]\n",
        insert("l", 2, "\"x\""),
        "l: [\n  a, # one\n  b, # two\n  x\n]\n",
    );
    yaml(
        "l: [\n  a, # one\n  b, # two\n]\n",
        insert("l", 2, "\"x\""),
        "l: [\n  a, # one\n  b, # two\n  x,\n]\n",
    );
    yaml(
        "l: [\n  a, # one\n  b # two\n]\n",
        insert("l", 1, "\"x\""),
        "l: [\n  a, # one\n  x,\n  b # two\n]\n",
    );
    yaml("l: [a,]\n", insert("l", 1, "\"x\""), "l: [a, x,]\n");
    yaml("l: [ # none\n  ]\n", insert("l", 0, "\"x\""), "l: [x  # none\n  ]\n");
    yaml("- - a\n", insert("0", 0, "\"x\""), "- - x\n  - a\n");
    yaml("l:\n- a\n\n- b\n", insert("l", 1, "\"x\""), "l:\n- a\n\n- x\n\n- b\n");
    yaml("l:\n", insert("l", 0, "\"x\""), "l:\n  - x\n");
    yaml("a: 1\n", insert("l", 0, "\"x\""), "a: 1\nl:\n  - x\n");
}

#[test]
fn a_removed_value_takes_its_line_and_comments_along() {
    let list = "# file\n\n# about a\na: 1 # one\n# about b\nb: 2\n\n# about c\nc:\n  # about d\n  d: 1 # two\n";
    yaml(
        list,
        remove("a"),
        "# file\n\n# about b\nb: 2\n\n# about c\nc:\n  # about d\n  d: 1 # two\n",
    );
    yaml(
        list,
        remove("b"),
        "# file\n\n# about a\na: 1 # one\n\n# about c\nc:\n  # about d\n  d: 1 # two\n",
    );
    yaml(list, remove("c"), "# file\n\n# about a\na: 1 # one\n# about b\nb: 2\n");
    yaml(
        list,
        remove("c.d"),
        "# file\n\n# about a\na: 1 # one\n# about b\nb: 2\n\n# about c\nc: {}\n",
    );
    yaml("# file\na: 1\nb: 2\n", remove("a"), "# file\nb: 2\n");
    yaml("a: 1\nb: 2", remove("b"), "a: 1");
    yaml("a: 1\r\n\r\nb: 2", remove("b"), "a: 1");
    yaml("a: 1\nb: 2", remove("a"), "b: 2");
    yaml("- a: 1\n  b: 2\n", remove("0.a"), "- b: 2\n");
    yaml("- a: 1\n  # about b\n  b: 2\n", remove("0.a"), "- # about b\n  b: 2\n");
    yaml("l:\n- a\n- b\n", remove("l.1"), "l:\n- a\n");
    yaml("l:\n- a\nm: 1\n", remove("l.0"), "l: []\nm: 1\n");
    yaml("- a: 1\n", remove("0.a"), "- {}\n");
    yaml("- a\n", remove("0"), "[]\n");
    yaml("l: [a, b,]\n", remove("l.1"), "l: [a,]\n");
    yaml("l: [\n  a, # one\n  # about b\n  b # two\n]\n", remove("l.1"), "l: [\n  a # one\n]\n");
    yaml("l: [\n  a, # one\n  b # two\n]\n", remove("l.0"), "l: [\n  b # two\n]\n");
    yaml("a: |\n  x\nb: 1", remove("b"), "a: |\n  x\n");
    yaml("\u{feff}a: 1\nb: 2\n", remove("a"), "\u{feff}b: 2\n");
    yaml("a: 1\nb: |+\n  x\n\n", remove("b"), "a: 1\n");
}

#[test]
fn an_element_moves_with_its_comments() {
    let list = "l:\n  # about a\n  - a: 1 # one\n    b: |\n      text\n\n  - c\n  # about d\n  - d # two\n# end\n";
    let moved = "l:\n  - c\n\n  # about d\n  - d # two\n  # about a\n  - a: 1 # one\n    b: |\n      text\n# end\n";
    yaml(list, reorder("l", 0, 2), moved);
    yaml(moved, reorder("l", 2, 0), list);
    yaml(
        "l:\n  - a\n# about b\n  - b\n  - c\n",
        reorder("l", 1, 2),
        "l:\n  - a\n  - c\n# about b\n  - b\n",
    );
    yaml("  # far\n- a\n", insert("", 0, r#""x\ny""#), "- \"x\\ny\"\n  # far\n- a\n");
    yaml("l:\n# about a\n  - a\n", insert("l", 0, "1"), "l:\n  - 1\n# about a\n  - a\n");
    yaml("\u{feff}- a\n- b\n", reorder("", 1, 0), "\u{feff}- b\n- a\n");
    yaml("- - a\n  - b\n", reorder("0", 1, 0), "- - b\n  - a\n");
    yaml("- a\n- b", reorder("", 1, 0), "- b\n- a");
    yaml("[a,  b , {c: 1}]", reorder("", 2, 0), "[{c: 1},  a , b]");
    yaml(
        "[\n  a, # one\n  # about b\n  b # two\n]\n",
        reorder("", 1, 0),
        "[\n  # about b\n  b, # two\n  a # one\n]\n",
    );
}

#[test]
fn a_key_is_renamed() {
    yaml("a : 1\n", rename("a", "b"), "b : 1\n");
    yaml("'a': 1\n", rename("a", "it's"), "'it''s': 1\n");
    yaml("a: 1\n", rename("a", "no"), "\"no\": 1\n");
    yaml("- ? a # key\n  : 1\n", rename("0.a", "b: c"), "- ? \"b: c\" # key\n  : 1\n");
    yaml("a: &x {b: 1}\nc: *x\n", rename("a", "d"), "d: &x {b: 1}\nc: *x\n");
}

#[test]
fn what_two_lists_or_objects_have_in_common_stays() {
    let list = "l:\n  - 'a' # one\n  # about b\n  - b\n  - c # three\n";
    yaml(list, set("l", r#"["a", "c"]"#), "l:\n  - 'a' # one\n  - c # three\n");
    yaml(
        list,
        set("l", r#"["a", "x", "b", "c"]"#),
        "l:\n  - 'a' # one\n  - x\n  # about b\n  - b\n  - c # three\n",
    );
    yaml(
        list,
        set("l", r#"["a", "b", "d"]"#),
        "l:\n  - 'a' # one\n  # about b\n  - b\n  - d # three\n",
    );
    let object = "o:\n  a: 'x' # one\n  b: {c:  1} # two\n  d: 4\n";
    yaml(
        object,
        set("o", r#"{"a": "y", "e": 5, "b": {"c": "1", "f": 6}}"#),
        "o:\n  a: 'y' # one\n  e: 5\n  b: {c:  1, f: 6} # two\n",
    );
    yaml(object, set("o", r#"{"d": 4, "a": "x"}"#), "o:\n  d: 4\n  a: x\n");
}
