//! What themes do with PDFs: each keeps every word, link and tag, and an owner's mistakes are named.

use crate::content::{Content, listed};
use crate::paper::{problems, read, roles, words};
use crate::themes::names;
use perfil_cli::machine;
use perfil_export::PaperSize;
use perfil_site::{self as site, CvRequest};
use std::collections::BTreeMap;

/// The CV of a person in a theme.
fn cv(content: &Content, theme: &str, profile: &str) -> Vec<u8> {
    let path = format!("profiles/{profile}.json");
    let with_theme = |name: &str| format!("\"theme\": \"{name}\", \"version\"");
    content.edit(&path, "\"version\"", &with_theme(theme));
    let made = site::cv(machine(&()), content.path(), &request(profile));
    content.edit(&path, &with_theme(theme), "\"version\"");
    made.unwrap_or_else(|findings| panic!("{theme}: {}", listed(&findings)))
}

fn request(profile: &str) -> CvRequest {
    let profile = profile.to_owned();
    CvRequest { profile, language: None, paper: PaperSize::A4, focus: Vec::new() }
}

/// How often each word is in a text, whatever their order.
fn counted(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *counts.entry(word.to_owned()).or_default() += 1;
    }
    counts
}

#[test]
fn every_theme_keeps_every_word_and_tag() {
    let people = [
        (Content::shipped(), "marcus-rodriguez"),
        (Content::fixture("every-kind"), "everything"),
        (arabic(), "layla-haddad"),
    ];
    for (content, profile) in people {
        let editorial = cv(&content, "editorial", profile);
        let expected = read(&editorial);
        // Perfil has no font for Arabic, and without one a file cannot conform.
        let is_covered = profile != "layla-haddad";
        assert_eq!(problems(&editorial).is_empty(), is_covered, "{profile}");
        let mut layouts = Vec::new();
        for theme in names() {
            let file = cv(&content, &theme, profile);
            assert_eq!(problems(&file), problems(&editorial), "{theme}, {profile}");
            let pdf = read(&file);
            assert_eq!(counted(&words(&pdf)), counted(&words(&expected)), "{theme}, {profile}");
            for kind in ["H1", "H2", "H3", "LI", "Link", "Figure"] {
                let [count, all] = [&pdf, &expected]
                    .map(|pdf| roles(pdf).iter().filter(|role| *role == kind).count());
                assert_eq!(count, all, "{kind} in {theme}, {profile}");
            }
            layouts.push(file);
        }
        layouts.sort_unstable();
        layouts.dedup();
        assert_eq!(layouts.len(), names().len(), "two themes set {profile} alike");
    }
}

fn arabic() -> Content {
    let content = Content::shipped();
    content.add_fixture("arabic");
    content.edit("site.json", "\"es\"]", "\"ar\"]");
    content.edit("site.json", "\"defaultLanguage\": \"en\"", "\"defaultLanguage\": \"ar\"");
    content.edit("site.json", "\"profiles\": [", "\"profiles\": [\"layla-haddad\", ");
    content
}

/// The small site with a layout of the owner's.
fn with_layout(layout: &str) -> Content {
    let content = crate::themes::with_own();
    content.write("theme/paper.typ", layout);
    content
}

#[test]
fn an_owner_sets_parts_in_their_own_way() {
    let content = with_layout("#let head(theme, it) = [Curriculum vitae: #it.name]\n");
    let file = site::cv(machine(&()), content.path(), &request("ada-lovelace")).unwrap();
    let text = words(&read(&file));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.starts_with("Curriculum vitae: Ada Lovelace"), "{text}");
    assert!(content.build().tree.get("theme/paper.typ").is_none(), "the layout is published");
}

#[test]
fn a_layout_that_fails_only_with_a_profile_is_named() {
    let layout = "#let summary(theme, body) = body\n\n\
                  #let known = (\"1842\", none)\n\
                  #let entry(theme, it) = if it.period in known { it.body } else { it.nothing }\n";
    let content = with_layout(layout);
    let findings = site::cv(machine(&()), content.path(), &request("ada-lovelace")).unwrap_err();
    let [finding] = &findings[..] else { panic!("{}", listed(&findings)) };
    assert!(finding.file.ends_with("theme/paper.typ"), "{finding:?}");
    let place = finding.place.unwrap();
    assert_eq!((place.line, place.column), (4, 69));
    assert!(finding.problem.message.contains("nothing"), "{finding:?}");
}

#[test]
fn a_layout_reads_no_other_file() {
    for (code, said) in [
        ("#let style(theme, body) = { read(\"../site.json\"); body }\n", "would escape"),
        ("#let style(theme, body) = { read(\"/etc/passwd\"); body }\n", "access denied"),
        ("#import \"@preview/cetz:0.4.0\"\n", "access denied"),
        ("#let style(theme, body) = { while true {}; body }\n", "always true"),
    ] {
        let content = with_layout(code);
        let made = site::cv(machine(&()), content.path(), &request("ada-lovelace"));
        let findings = made.unwrap_err();
        let found = findings.iter().find(|finding| finding.file.ends_with("theme/paper.typ"));
        let message = &found.unwrap_or_else(|| panic!("{code}: {}", listed(&findings))).problem;
        assert!(message.message.contains(said), "{code}: {message:?}");
    }
}
