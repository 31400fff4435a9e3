//! What is wrong with a stylesheet, and what is written of one.

use super::*;
use std::collections::BTreeMap;

impl Folder for BTreeMap<&str, &[u8]> {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.get(path).map(|bytes| bytes.to_vec()).ok_or(io::ErrorKind::NotFound.into())
    }
}

/// Reads a stylesheet beside a few files, and returns its code, with each file's path in angle
/// brackets, and its problems with what they are about.
fn checked(code: &str) -> (String, Vec<String>) {
    let folder = BTreeMap::from([
        ("theme.css", code.as_bytes()),
        ("more.css", b"i { color: red; background: url(a.png) }".as_slice()),
        ("parts/deep.css", b"u { background: url('../a.png') }"),
        ("again.css", b"@import 'again.css';"),
        ("a.png", b"a picture"),
    ]);
    let mut problems = Vec::new();
    let sheet = read(&folder, "theme.css", &mut problems);
    let parts = sheet.parts.iter().map(|part| match part {
        Part::Code(code) => code.clone(),
        Part::File(path) => format!("<{path}>"),
    });
    let problems = problems.into_iter().map(|found| {
        let text = String::from_utf8_lossy(&found.bytes).into_owned();
        let about = found.problem.span.map_or("", |span| text[span].trim());
        format!("{}: {about}: {}", found.path, found.problem.message)
    });
    (parts.collect(), problems.collect())
}

fn written(code: &str) -> String {
    let (written, problems) = checked(code);
    assert!(problems.is_empty(), "{problems:?}");
    written
}

#[track_caller]
fn wrong(code: &str, expected: &[&str]) {
    assert_eq!(checked(code).1, expected, "{code}");
}

#[test]
fn comments_and_superfluous_spaces_are_left_out() {
    let code = "/* A. */\n.a  .b ,\n.c:hover { color : red;\n  margin: calc(1px + 2px) -1px; }\n";
    assert_eq!(
        written(code),
        ".a .b ,.c:hover{color : red;margin: calc(1px + 2px) -1px;}".replace(",.c", ", .c")
    );
    assert_eq!(written("a/**/b{}"), "a/**/b{}");
    assert_eq!(written(""), "");
}

#[test]
fn what_browsers_know_is_kept() {
    for code in [
        "@media (width >= 40rem) and (scripting: none){.a{& .b:is(:hover, :focus){color: red}}}",
        "@container sections (width < 3em){@media print{.a{color: red}}}",
        "@layer a, b;@supports not (color: red){a{color: red}}",
        "@keyframes turn{from{rotate: 0deg}50%{rotate: 9deg}}",
        "@property --x{syntax: \"<color>\";inherits: true;initial-value: red}",
        "@font-face{font-family: \"A B\";src: url(\"#x\");unicode-range: U+4E00-9FFF,U+20-2??}",
        ".a{--free:{anything: here}more: 1;--empty:;color: var(--x, red)}",
        "a::before{content: \"} /* \\\"\" / \"\";background: url(\"data:image/png;base64,AA==\")}",
        ":root:not([data-reading]) .hero > :nth-child(2n + 1) + *{inset: 0 !important}",
        "*{color: light-dark(#fff, #000)}.x\\:y{color: red}",
    ] {
        assert_eq!(written(code), code);
    }
}

#[test]
fn files_of_the_theme_are_apart() {
    let code = "a { background: url(a.png), url( \"./a.png\" ), image-set(\"a.png\" 1x) }";
    assert_eq!(written(code), "a{background: <a.png>, <a.png>, image-set(<a.png> 1x)}");
    let code = "@import \"more.css\"; @import url(parts/deep.css);\nb { color: red }";
    let expected = "i{color: red;background: <a.png>}u{background: <a.png>}b{color: red}";
    assert_eq!(written(code), expected);
}

#[test]
fn what_is_no_rule_and_no_declaration_is_named() {
    wrong("color: red;", &["theme.css: color: red;: this is no rule"]);
    wrong(
        "a { color red; margin: 0 }",
        &["theme.css: color red;: this is neither a declaration nor a rule"],
    );
    wrong("a { color:; margin: 0 }", &["theme.css: color:;: this declaration has no value"]);
    wrong(
        "a { color: red\n margin: 0; }",
        &["theme.css: color: red\n margin: 0;: this declaration does not end"],
    );
    wrong(
        "a { color: red\n b { margin: 0 } }",
        &["theme.css: color:: this declaration does not end"],
    );
    wrong("a { color: red", &["theme.css: {: this bracket is not closed"]);
    wrong(
        "a { color: rgb(1 2 3; }",
        &[
            "theme.css: rgb(: this bracket is not closed",
            "theme.css: }: this bracket closes nothing",
        ],
    );
    wrong(
        "a { } }",
        &["theme.css: }: this bracket closes nothing", "theme.css: }: this is no rule"],
    );
    wrong("a { content: \"x\n; }", &["theme.css: \"x: this text does not end"]);
    wrong("a { src: url(a b.png) }", &["theme.css: url(a b.png): this is no address"]);
    wrong("@mixin x { }", &["theme.css: @mixin: a theme can have no rule \"@mixin\""]);
    let deep = format!("a {{ width: {}{} }}", "calc(".repeat(99), ")".repeat(99));
    wrong(&deep, &["theme.css: calc(: this is nested too deeply"]);
}

#[test]
fn what_a_page_may_not_load_is_named() {
    for address in ["https://example.org/a.png", "//example.org/a.png", "/a.png", "data:text/css,a"]
    {
        let problem = format!("theme.css: \"{address}\": {address:?} is not a file of the theme");
        wrong(&format!("a {{ background: url(\"{address}\") }}"), &[&problem]);
    }
    wrong(
        "a { src: url(../a.png) }",
        &["theme.css: url(../a.png): \"../a.png\" is outside the theme's folder"],
    );
    wrong("a { src: url(b.png) }", &["theme.css: url(b.png): the theme has no file b.png"]);
    wrong(
        "@import 'https://example.org/a.css';",
        &[
            "theme.css: @import 'https://example.org/a.css';: \"https://example.org/a.css\" is not a \
         file of the theme",
        ],
    );
    wrong(
        "@import '../a.css';",
        &["theme.css: @import '../a.css';: \"../a.css\" is outside the theme's folder"],
    );
    wrong("@import 'b.css';", &["b.css: : the theme lacks this file"]);
    wrong("@import 'more.css' print;", &["theme.css: @import: this import is more than a name"]);
    wrong("a { @import 'more.css'; }", &["theme.css: @import: an import is inside a rule"]);
    wrong("@import 'again.css';", &["again.css: @import 'again.css';: the imports never end"]);
}

#[test]
fn any_bytes_are_read_to_their_end() {
    for code in
        ["\u{0}", "{{{{", "}}}}", "@", "url(", "'", "\\", "<!--a{}-->", "a{b:c}}d{", "@import"]
    {
        checked(code);
    }
    checked(&"(".repeat(9999));
    checked(&"a{".repeat(9999));
}
