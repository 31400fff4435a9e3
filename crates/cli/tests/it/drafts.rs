//! A draft is on the pages that `perfil serve` shows, and nothing of it is published.

use crate::command::perfil;
use crate::content::{Content, shell, text};
use crate::page::Page;
use crate::serve_process::{Server, wait_until};
use crate::server::ask;
use perfil_cli::{machine, read_shell};
use perfil_site::{self as site, Built, Finding, Input};
use serde_json::Value;
use std::fs;

/// The profile of the draft: with whatever of a profile leaves traces in other files.
const DRAFT: &str = r#"{
  "version": 1, "draft": true, "name": "Żaneta Ωmega", "language": "en",
  "headline": "Analyst", "accent": 17, "theme": "rail", "email": "zaneta@zaneta.example",
  "image": "images/zaneta.png",
  "sections": [{
    "id": "tools", "title": "Tools", "kind": "skills",
    "items": [{ "name": "Ядро", "keywords": ["Zig"] }]
  }]
}"#;

/// A site of one person and a draft.
fn content() -> Content {
    let content = Content::fixture("small");
    content.write("profiles/zaneta.json", DRAFT);
    let picture = crate::content::data().join("every-kind/images/grace.png");
    content.write("images/zaneta.png", fs::read(picture).unwrap());
    content.edit("site.json", "[\"ada-lovelace\"]", "[\"zaneta\", \"ada-lovelace\"]");
    content
}

fn build_with_drafts(content: &Content) -> Built {
    let content = content.path().to_owned();
    let input = Input { content, drafts: true, ..Input::default() };
    site::build(machine(&()), &input, read_shell(Some(&shell())).unwrap()).unwrap()
}

#[test]
fn a_site_is_as_if_its_drafts_were_not_there() {
    let with = content();
    let without = Content::fixture("small");
    assert!(with.print().tree == without.print().tree);
    // It is the mark that does it.
    with.edit("profiles/zaneta.json", "\"draft\": true", "\"draft\": false");
    let tree = with.build().tree;
    assert!(tree.get("en/zaneta/index.html").is_some());
    assert!(!text(&tree, "en/zaneta/index.html").contains("Draft"));
}

#[test]
fn a_draft_says_so_in_the_language_of_its_page() {
    let content = content();
    let tree = build_with_drafts(&content).tree;
    for (lang, mark) in [("en", "Draft: not published"), ("es", "Borrador: no publicado")] {
        let page = Page::of(&tree, &format!("{lang}/zaneta/index.html"));
        let marks = page.select(".intro > p > strong");
        assert_eq!(marks.len(), 1);
        assert_eq!(marks[0].text().concat(), mark);
        let other = Page::of(&tree, &format!("{lang}/ada-lovelace/index.html"));
        assert_eq!(other.select(".intro > p > strong").len(), 0);
        assert!(text(&tree, &format!("data/{lang}/zaneta.json")).contains(mark));
    }
    content.edit("locales/es.json", ",\n    \"draft\": \"Borrador: no publicado\"", "");
    let tree = build_with_drafts(&content).tree;
    let page = Page::of(&tree, "es/zaneta/index.html");
    assert_eq!(page.attribute(".intro > p > strong [lang]", "lang"), Some("en"));
}

#[test]
fn serve_shows_drafts_and_build_names_those_that_it_leaves_out() {
    let content = content();
    let server = Server::start(&content);
    assert!(ask(server.address, "/en/zaneta/", "").body.contains("Draft: not published"));
    let log = server.process.log();
    assert!(log.contains("Drafts, which only `serve` shows: zaneta."), "{log}");
    content.edit("profiles/zaneta.json", "Żaneta", "Zaneta");
    wait_until("the change", || ask(server.address, "/es/zaneta/", "").body.contains("Zaneta"));
    let shell = shell();
    let build =
        ["build", "--no-pdf", "--content", ".", "--shell", shell.to_str().unwrap(), "--out"];
    let out = server.out.to_str().unwrap();
    let built = perfil(content.path(), &[&build[..], &[out]].concat());
    assert_eq!(built.code, 0);
    assert!(built.stderr.contains("Left out, because they are drafts: zaneta.\n"));
    assert!(!server.out.join("en/zaneta").exists());
    let report = perfil(content.path(), &[&build[..], &[out, "--format", "json"]].concat());
    let report: Value = serde_json::from_str(&report.stdout).unwrap();
    assert_eq!(report["drafts"], serde_json::json!(["zaneta"]));
}

#[test]
fn a_site_of_drafts_alone_is_not_published() {
    let content = content();
    content.edit("site.json", "[\"zaneta\", \"ada-lovelace\"]", "[\"zaneta\"]");
    let findings = content.try_build().unwrap_err();
    let errors: Vec<_> = findings.iter().filter(|finding| finding.is_error()).collect();
    assert_eq!(errors.len(), 1, "{findings:?}");
    assert_eq!(errors[0].problem.path.to_string(), "$.profiles");
    assert_eq!(
        errors[0].problem.message,
        "every profile is a draft, so there is nothing to publish"
    );
    assert!(errors[0].place.is_some());
    assert!(build_with_drafts(&content).tree.get("en/index.html").is_some());
}

#[test]
fn mistakes_in_a_draft_are_found() {
    let content = content();
    content.edit("profiles/zaneta.json", "\"Tools\"", "7");
    assert!(
        content.load().findings.iter().any(|it| it.file.ends_with("zaneta.json") && it.is_error())
    );
    // Nothing but a plain value is a mark: a private one would not be there when it is published.
    let mut last = "true";
    for value in ["\"yes\"", "{ \"private\": true }", "{ \"private\": \"yes\" }"] {
        let [from, to] = [last, value].map(|value| format!("\"draft\": {value}"));
        content.edit("profiles/zaneta.json", &from, &to);
        let found = content.load().findings;
        let is_it = |finding: &Finding| finding.problem.path.to_string().starts_with("$.draft");
        assert!(found.iter().any(|it| is_it(it) && it.is_error()), "{value}: {found:?}");
        last = value;
    }
}
