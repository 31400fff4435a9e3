//! Unusual documents, found by fuzzing, which are still read quickly.

use crate::content::Content;
use crate::page::Page;
use perfil_import::{ImportContext, Kind, Source, import};
use perfil_model::profile::Profile;
use perfil_source::{Context, Problem, Severity};
use std::time::{Duration, Instant};

/// Reads a document in both formats, and returns its profile with the problems.
fn read(name: &str, text: &str) -> (Option<Profile>, Vec<Problem>) {
    let source = Source { name, bytes: text.as_bytes(), language: None };
    let imported = import(&[source], &ImportContext::default()).unwrap();
    assert!(matches!(imported.kind, Kind::Markdown | Kind::PlainText));
    let mut context = Context::default();
    let profile = Profile::read(&imported.node, &mut context);
    let (mut problems, _) = context.finish();
    problems.extend(imported.report);
    problems.retain(|problem| problem.severity == Severity::Error);
    (profile, problems)
}

#[test]
fn reserved_ids_are_not_given_to_headings() {
    let text = "# Ada\n\n## Main\n\nA.\n\n## Job\n\nB.\n\n## Job title\n\nC.\n\n## 2020\n\nD.\n\n## 2020\n\nE.\n";
    let (profile, problems) = read("ada.md", text);
    assert!(problems.is_empty(), "{problems:?}");
    let ids = profile.unwrap().sections.into_iter().map(|section| section.id.to_string());
    let ids: Vec<_> = ids.collect();
    assert_eq!(ids, ["main-2", "job", "job-title-2", "section-2020", "section-2020-2"]);
}

#[test]
fn long_documents_take_linear_time() {
    // A quarter of each took minutes when everything was compared with everything.
    let (lines, jobs) = (8_000, 3_000);
    for (name, text) in [
        ("lines.md", format!("# Ada\n\n{}", "a\n".repeat(lines))),
        ("headings.md", format!("# Ada\n\n{}", "## Work\n\nText.\n\n".repeat(lines))),
        ("links.md", format!("# Ada\n\n{}", "https://a.example\n".repeat(lines))),
        ("headings.txt", format!("Ada\n\n\n{}", "WORK\n\nText.\n\n".repeat(lines))),
        ("item.txt", format!("Ada\n\n\nWORK\n- a\n{}", "goes on\n".repeat(lines))),
    ] {
        let start = Instant::now();
        let (profile, problems) = read(name, &text);
        assert!(profile.is_some() && problems.is_empty(), "{name}: {problems:?}");
        assert!(start.elapsed() < Duration::from_secs(20), "{name}: {:?}", start.elapsed());
    }
    let content = Content::fixture("small");
    let entry = "    - {name: Home, position: Reader, startDate: 1840-01}\n";
    let skill = "    - {name: Engine !}\n    - {name: Engine ?}\n";
    let text = format!(
        "version: 1\nname: Ada\nsections:\n  - id: work\n    kind: timeline\n    items:\n{}  \
         - id: skills\n    kind: skills\n    items:\n{}",
        entry.repeat(jobs),
        skill.repeat(jobs)
    );
    std::fs::remove_file(content.path().join("profiles/ada-lovelace.json")).unwrap();
    content.write("profiles/ada-lovelace.yaml", text);
    let start = Instant::now();
    content.build();
    assert!(start.elapsed() < Duration::from_mins(1), "{:?}", start.elapsed());
}

#[test]
fn nested_quotations_do_not_overflow_the_stack() {
    let content = Content::fixture("small");
    std::fs::remove_file(content.path().join("profiles/ada-lovelace.json")).unwrap();
    let quotes = "> ".repeat(16_000);
    let text = format!("# Ada\n\n## Said\n\n- {quotes}said\n\n{quotes}once\n");
    content.write("profiles/ada-lovelace.md", text);
    let tree = content.build().tree;
    let page = Page::of(&tree, "en/index.html").text();
    assert!(page.contains("said") && page.contains("once"), "{page}");
}
