//! `perfil check` on one file with many mistakes, and its report.

use crate::command::{Outcome, perfil, perfil_with};
use crate::content::Content;
use crate::expected;
use serde_json::Value;

/// Runs `perfil check` in a content folder.
fn check(content: &Content, arguments: &[&str]) -> Outcome {
    perfil(content.path(), &[&["check"], arguments].concat())
}

#[test]
fn every_mistake_is_reported_at_once() {
    let content = Content::fixture("mistakes");
    let outcome = check(&content, &["."]);
    expected::check("mistakes.txt", &outcome.snapshot());
    assert_eq!(outcome.stdout, "12 errors, 0 warnings.\n");
}

#[test]
fn the_json_report_has_the_same_problems() {
    let content = Content::fixture("mistakes");
    let outcome = check(&content, &["profiles/twelve.json", "--format", "json"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (1, ""));
    expected::check("mistakes.json", &outcome.stdout);

    let report: Value = serde_json::from_str(&outcome.stdout).unwrap();
    let problems = report["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 12);
    for problem in problems {
        for key in ["file", "message", "path", "remedy"] {
            assert!(!problem[key].as_str().unwrap().is_empty(), "{key} of {problem}");
        }
        assert!(problem["line"].as_u64() > Some(1) && problem["column"].as_u64() > Some(1));
    }
}

#[test]
fn the_shipped_content_has_no_problems() {
    let outcome = check(&Content::shipped(), &[".", "--strict"]);
    expected::check("shipped-check.txt", &outcome.snapshot());
    assert_eq!(outcome.code, 0);
}

#[test]
fn missing_translations_are_warnings_or_errors_on_request() {
    let content = Content::fixture("small");
    let outcome = check(&content, &["."]);
    expected::check("translations.txt", &outcome.snapshot());
    assert_eq!(outcome.code, 0);
    let strict = check(&content, &[".", "--strict"]);
    assert_eq!((strict.code, strict.stdout), (1, outcome.stdout));
}

#[test]
fn several_files_and_folders_are_checked_at_once() {
    let content = Content::fixture("mistakes");
    content.add_fixture("arabic");
    content.write("locales/zz.json", "{}");
    content.write(
        "other/site.json",
        "{ \"title\": \"Other\", \"baseUrl\": \"https://o.example\", \
        \"languages\": [\"ar\"], \"defaultLanguage\": \"ar\", \"profiles\": [\"nobody\"] }",
    );
    let paths = [
        "profiles/twelve.json",
        "profiles/layla-haddad.json",
        "locales/ar.json",
        "locales/zz.json",
        "other",
        "other/site.json",
        "nobody",
    ];
    let outcome = check(&content, &paths);
    expected::check("several.txt", &outcome.snapshot());
    assert_eq!(outcome.code, 1);
}

#[test]
fn a_file_without_a_site_is_checked_alone() {
    let content = Content::fixture("small");
    std::fs::remove_file(content.path().join("site.json")).unwrap();
    let outcome = check(&content, &["profiles/ada-lovelace.json"]);
    assert_eq!(outcome.snapshot(), "No problems.\nexit code 0\n");
}

#[test]
fn colour_is_used_only_on_terminals() {
    let content = Content::fixture("mistakes");
    for (variables, is_coloured) in
        [(&[][..], false), (&[("CLICOLOR_FORCE", "1")], true), (&[("NO_COLOR", "1")], false)]
    {
        let outcome = perfil_with(content.path(), &["check", "."], variables);
        assert_eq!(outcome.stderr.contains('\u{1b}'), is_coloured, "{variables:?}");
        assert!(!outcome.stdout.contains('\u{1b}'));
    }
}

#[test]
fn an_invalid_command_line_has_its_own_exit_code() {
    let content = Content::fixture("small");
    for arguments in [&["chek"][..], &["check", "--format", "xml"], &["build", "--port", "1"], &[]]
    {
        let outcome = perfil(content.path(), arguments);
        assert_eq!(outcome.code, 2, "{arguments:?}: {}", outcome.snapshot());
    }
    let help = perfil(content.path(), &["--help"]);
    assert_eq!(help.code, 0);
    for code in [0, 1, 2, 3, 130, 143] {
        assert!(help.stdout.contains(&format!("\n  {code:<3}  ")), "the codes are documented");
    }
}
