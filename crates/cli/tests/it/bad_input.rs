//! Broken content folders: the report of `perfil`, and that the old site is kept.

use crate::command::perfil;
use crate::content::{Content, shell};
use crate::expected;
use std::fs;
use std::path::Path;

/// Breaks the small site, and returns everything that is reported.
fn report(name: &str, break_content: impl FnOnce(&Content)) -> String {
    report_on(&Content::fixture("small"), name, break_content)
}

/// Breaks a content that builds, and returns what is said of it.
pub(crate) fn report_on(
    content: &Content,
    name: &str,
    break_content: impl FnOnce(&Content),
) -> String {
    build(content, 0);
    let before = fs::metadata(content.path().join("dist/en/index.html")).unwrap();

    break_content(content);
    let outcome = perfil(content.path(), &["check", "."]);
    assert_eq!(outcome.code, 1, "{name}: {}", outcome.snapshot());
    let built = build(content, 1);
    assert!(built.ends_with("dist is as it was before.\n"), "{built}");

    let after = fs::metadata(content.path().join("dist/en/index.html")).unwrap();
    assert_eq!(before.modified().unwrap(), after.modified().unwrap(), "{name}");
    format!("=== {name}\n{}\n", outcome.snapshot())
}

fn build(content: &Content, code: i32) -> String {
    let shell = shell();
    let arguments = ["build", "--content", ".", "--out", "dist", "--shell"].map(Path::new);
    let outcome = perfil(content.path(), &[&arguments[..], &[&shell]].concat());
    assert_eq!(outcome.code, code, "{}", outcome.snapshot());
    outcome.stderr
}

const ADA: &str = "profiles/ada-lovelace.json";

#[test]
fn every_broken_profile_is_explained() {
    let mut all = String::new();
    let mut case = |name: &str, from: &str, to: &str| {
        all += &report(name, |content| content.edit(ADA, from, to));
    };
    case("a missing comma", "\"version\": 1,", "\"version\": 1");
    case("an open bracket", "\n  ]\n}\n", "\n");
    case("a comment", "{\n  \"version\"", "{ // Hello\n  \"version\"");
    case("a line break in a text", "Ada Lovelace", "Ada\nLovelace");
    case("a control character", "Ada Lovelace", "Ada \\u0007 Lovelace");
    case("another version", "\"version\": 1", "\"version\": 2");
    case("a missing name", "\"name\": \"Ada Lovelace\",", "");
    case("a name twice", "\"version\": 1,", "\"version\": 1, \"name\": \"Ada\",");
    case("a number for a text", "\"Ada Lovelace\"", "1815");
    case("a misspelt key", "\"focus\"", "\"focuss\"");
    case("a misspelt kind", "\"skills\",", "\"skils\",");
    case("an unknown kind", "\"skills\",", "\"carousel\",");
    case("a misspelt language", "{ \"en\": \"Work\", \"es\"", "{ \"em\": \"Work\", \"es-MMX\"");
    case("another language", "{ \"en\": \"Work\", \"es\"", "{ \"en\": [], \"pt\"");
    case(
        "a group in a group",
        "\"sections\": [",
        "\"sections\": [{ \"id\": \"a\", \"kind\": \
        \"group\", \"sections\": [{ \"id\": \"b\", \"kind\": \"group\" }] },",
    );
    case("two sections of one id", "\"id\": \"tools\"", "\"id\": \"work\"");
    case("the id of a heading", "\"id\": \"tools\"", "\"id\": \"work-title\"");
    case("the id of the page", "\"id\": \"tools\"", "\"id\": \"main\"");
    case("an id with spaces", "\"id\": \"tools\"", "\"id\": \"My tools\"");
    case("month 13", "1842-02", "1842-13");
    case("the 30th of February", "1842-02", "1842-02-30");
    case("an end before the start", "1843-09", "1841-09");
    case("a script for a link", "\"email\"", "\"url\": \"JavaScript:alert(1)\", \"email\"");
    case("a file for a link", "\"email\"", "\"url\": \"file:///etc/passwd\", \"email\"");
    case("half a link", "\"email\"", "\"url\": \"ada.example\", \"email\"");
    case("a script in a text", "A *program*", "A [program](javascript:alert(1))");
    case("an image from elsewhere", "\"email\"", "\"image\": \"/etc/face.png\", \"email\"");
    case("an image that is missing", "\"email\"", "\"image\": \"images/ada.png\", \"email\"");
    case("a private name", "\"Ada Lovelace\"", "{ \"private\": \"Ada Lovelace\" }");
    case("a private that is neither", "\"Ada Lovelace\"", "{ \"en\": \"A\", \"private\": \"B\" }");
    expected::check("broken-profiles.txt", &all);
}

#[test]
fn every_broken_file_is_explained() {
    let mut all = String::new();
    let mut case =
        |name: &str, break_content: &dyn Fn(&Content)| all += &report(name, break_content);
    let remove = |content: &Content, file: &str| {
        fs::remove_file(content.path().join(file)).unwrap();
    };
    case("an empty file", &|content| content.write(ADA, ""));
    case("a list for a profile", &|content| content.write(ADA, "[]"));
    case("a file of 10 MB", &|content| content.write(ADA, vec![b' '; 10 << 20]));
    case("bytes that are no text", &|content| content.write(ADA, b"{\n \"name\": \"Ad\xe0\" }"));
    case("a folder for a file", &|content| {
        remove(content, ADA);
        content.write(&format!("{ADA}/inside"), "");
    });
    case("a profile that is missing", &|content| {
        fs::rename(content.path().join(ADA), content.path().join("profiles/ada-lovelac.json"))
            .unwrap();
    });
    case("a locale that is missing", &|content| remove(content, "locales/es.json"));
    case("a locale with missing words", &|content| {
        content.edit("locales/es.json", "    \"retry\": \"Reintentar\",\n", "");
        content.edit("locales/es.json", "\"many\": \"{n} de años\", ", "");
        content.edit("locales/es.json", "Retrato de {name}", "Retrato");
        content.edit("locales/es.json", "\"labels\"", "\"lables\"");
    });
    case("settings that are missing", &|content| remove(content, "site.json"));
    case("settings with mistakes, beside others", &|content| {
        content.edit("site.json", "[\"en\", \"es\"]", "[\"en\", \"en\", \"xx\"]");
        content.edit("site.json", "[\"ada-lovelace\"]", "[]");
        content.edit("site.json", "\"defaultLanguage\": \"en\"", "\"defaultLanguage\": \"fr\"");
        content.edit("site.json", "https:", "mailto:");
        content.edit(ADA, "\"version\": 1", "\"version\": 3");
    });
    case("a profile listed twice", &|content| {
        content.edit("site.json", "[\"ada-lovelace\"]", "[\"ada-lovelace\", \"ada-lovelace\"]");
    });
    case("an empty folder", &|content| {
        for name in ["site.json", "profiles", "locales"] {
            let path = content.path().join(name);
            if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.unwrap();
        }
    });
    expected::check("broken-files.txt", &all);
}

#[test]
fn an_output_that_cannot_be_written_is_reported() {
    let content = Content::fixture("small");
    content.write("dist", "a file");
    content.write("work/thesis.md", "precious");
    for (out, reason) in [
        // What an owner can change has exit code 1; what the system refuses has a code of its own.
        ("dist", "dist is not a folder, so it is not replaced"),
        ("dist/site", "dist is no folder: File exists (os error 17)"),
        ("work", "work holds something that Perfil did not make, so it is not replaced"),
        (".", ". holds something that Perfil did not make, so it is not replaced"),
        ("/proc/site", ""),
    ] {
        let shell = shell();
        let arguments = ["build", "--content", ".", "--out", out, "--shell"].map(Path::new);
        let outcome = perfil(content.path(), &[&arguments[..], &[&shell]].concat());
        assert_eq!(outcome.code, if out == "/proc/site" { 3 } else { 1 });
        let start = format!("error: the site cannot be written: {reason}");
        assert!(outcome.stderr.contains(&start), "{out}: {}", outcome.stderr);
        assert!(outcome.stderr.contains("--out"), "{out}: {}", outcome.stderr);
    }
    assert_eq!(fs::read(content.path().join("work/thesis.md")).unwrap(), b"precious");
}

#[test]
fn a_missing_shell_is_reported() {
    let content = Content::fixture("small");
    let outcome = perfil(content.path(), &["build", "--content", ".", "--shell", "nowhere"]);
    assert_eq!(outcome.code, 1);
    assert!(outcome.stderr.contains("nowhere/"), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("cargo xtask build"), "{}", outcome.stderr);
}
