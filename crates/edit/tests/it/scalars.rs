//! Texts of YAML: quotation marks where a reader would see something else, and lines below `|`.

use crate::check::{set, yaml};

#[test]
fn a_new_text_is_plain_only_if_every_reader_agrees() {
    let plain = [
        "Ada",
        "it's",
        "C#",
        "a:b",
        "https://example.org/#x",
        "2019-03",
        "a, b",
        "x-y",
        "v1.2.3",
        "norway",
        "(x)",
        "50 %",
        "+x",
        "née",
        "日本",
        "x\u{a0}y",
        "1 apple",
        "e5",
        "_1",
    ];
    for text in plain {
        let json = format!("\"{text}\"");
        yaml("a: 1\n", set("b", &json), &format!("a: 1\nb: {text}\n"));
    }
    let quoted = [
        "",
        " ",
        " a",
        "a ",
        "no",
        "Yes",
        "y",
        "ON",
        "null",
        "~",
        "true",
        "1",
        "-1",
        "+1",
        "1e3",
        "1_000",
        "0x1F",
        "0o17",
        "017",
        "0b1",
        "1.5",
        ".5",
        "1.",
        ".inf",
        "-.INF",
        ".nan",
        "12:30",
        "1:20:30",
        "2020-01-01",
        "2020-1-1 10:00:00",
        "a: b",
        "a:",
        "a #b",
        "#a",
        "- a",
        "-",
        "-a",
        "? a",
        "?",
        "@a",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "%a",
        "'a'",
        "`a",
        "[a",
        "{a",
        "}",
        ",a",
        "=",
        "<<",
        "...",
        "---",
        ": a",
        "a\tb",
        "\u{feff}a",
    ];
    for text in quoted {
        let json = format!("\"{text}\"").replace('\t', "\\t");
        let written = json.replace('\u{feff}', "\\ufeff");
        yaml("a: 1\n", set("b", &json), &format!("a: 1\nb: {written}\n"));
    }
    yaml("a: 'x'\n", set("b", "\"no\""), "a: 'x'\nb: 'no'\n");
    yaml("a: [x]\n", set("a.1", "\"a, b\""), "a: [x, \"a, b\"]\n");
    yaml("a: [x]\n", set("a.1", "\"a: b\""), "a: [x, \"a: b\"]\n");
    yaml("a: 1\n", set("version", "1"), "a: 1\nversion: 1\n");
    yaml("a: 1\n", set("version", "\"1\""), "a: 1\nversion: \"1\"\n");
    yaml("a: 1\n", set("version", "\"nan\""), "a: 1\nversion: \"nan\"\n");
}

#[test]
fn a_changed_text_keeps_its_style() {
    yaml("a: 2019\n", set("a", "\"2020\""), "a: 2020\n");
    yaml("a: 2019-01-01\n", set("a", "\"2020-01-01\""), "a: 2020-01-01\n");
    yaml("a: 2019-01-01\n", set("a", "\"1e3\""), "a: \"1e3\"\n");
    yaml("a: 2019\n", set("a", "\"12:30\""), "a: \"12:30\"\n");
    yaml("a: x\n", set("a", "\"2020\""), "a: \"2020\"\n");
    yaml("a: yes\n", set("a", "\"no\""), "a: \"no\"\n");
    yaml("a: \"x\\ty \\u00e9\"\n", set("a", "\"x\\tz é\""), "a: \"x\\tz \\u00e9\"\n");
    yaml("a: 'x'\n", set("a", "\"y\\nz\""), "a: |-\n  y\n  z\n");
    yaml("a: \"x\"\n", set("a", "\"y\\nz\""), "a: \"y\\nz\"\n");
    yaml("a: !!str 5\n", set("a", "\"6\""), "a: !!str 6\n");
}

#[test]
fn a_text_in_lines_changes_in_its_lines() {
    let literal = "a: |  # note\n    one two\n\n      three\n    four\nb: 1\n";
    yaml(
        literal,
        set("a", r#""one 2\n\n  three\nfour\n""#),
        "a: |  # note\n    one 2\n\n      three\n    four\nb: 1\n",
    );
    yaml(
        literal,
        set("a", r#""one two\n\n  three\nnew\n\nfour\nfive\n""#),
        "a: |  # note\n    one two\n\n      three\n    new\n\n    four\n    five\nb: 1\n",
    );
    yaml(literal, set("a", r#""x\ny""#), "a: |-  # note\n    x\n    y\nb: 1\n");
    yaml(literal, set("a", r#""one two""#), "a: |-  # note\n    one two\nb: 1\n");
    yaml("a: |2-\n   x\nb: 1\n", set("a", "\" y\""), "a: |2-\n   y\nb: 1\n");
    yaml("a: |\r\n  x\r\n  y\r\n", set("a", r#""x\nz\ny\n""#), "a: |\r\n  x\r\n  z\r\n  y\r\n");
    yaml("- |+\n  x\n\n- y\n", set("0", r#""z\n\n""#), "- |+\n  z\n\n- y\n");
    yaml("a: |\n  x\n", set("a", r#""x \n\n\n""#), "a: \"x \\n\\n\\n\"\n");
}

#[test]
fn a_folded_text_keeps_its_line_breaks() {
    yaml(
        "a: >-\n  one two\n  three four\n\n  five\nb: 1\n",
        set("a", r#""one two three 4\nfive""#),
        "a: >-\n  one two\n  three 4\n\n  five\nb: 1\n",
    );
    yaml(
        "a: one two\n  three\n  four\n",
        set("a", r#""one 2 three four""#),
        "a: one 2\n  three\n  four\n",
    );
    yaml(
        "a: \"one two\n  three\\\n  \\ four\n\n  five\"\n",
        set("a", r#""one two 3 four\nfive""#),
        "a: \"one two\n  3\\\n  \\ four\n\n  five\"\n",
    );
    yaml("a: 'it''s\n\n  two'\n", set("a", r#""it's\n2""#), "a: 'it''s\n\n  2'\n");
    yaml("a: >\n  x\n", set("a", r#""y\n\nz\n""#), "a: >\n  y\n\n\n  z\n");
}
