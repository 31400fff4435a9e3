//! Which files a site has of each person.

use crate::content::{Content, listed, text};
use crate::links;
use crate::page::Page;
use perfil_site::Tree;
use std::fs;

/// Returns the number and the size of the files of each person, on average.
fn of_each(tree: &Tree, people: usize) -> (usize, usize) {
    let is_own = |path: &str| {
        let name = path.strip_suffix("/index.html").unwrap_or(path);
        name.split(['/', '.']).any(|part| part.starts_with("person-"))
    };
    let files = tree.iter().filter(|(path, _)| is_own(path));
    let (count, bytes) =
        files.fold((0, 0), |(count, bytes), (_, file)| (count + 1, bytes + file.len()));
    (count / people, bytes / people)
}

#[test]
fn a_site_has_the_files_that_its_owner_names() {
    let content = Content::fixture("small");
    content.edit("site.json", "\"profiles\"", "\"outputs\": [\"text\", \"frame\"], \"profiles\"");
    let tree = content.build().tree;
    links::check(&tree, "https://ada.example/");
    let has = |part: &str| tree.iter().any(|(path, _)| path.contains(part));
    for (part, is_there) in [
        (".txt", true),
        ("oembed.json", true),
        ("card.json", true),
        (".vcf", false),
        (".md", false),
        ("export/json/", false),
        ("light.svg", false),
    ] {
        assert_eq!(has(part), is_there, "{part}");
    }
}

#[test]
fn what_is_not_there_is_named_nowhere() {
    let content = Content::fixture("small");
    content.edit("site.json", "\"profiles\"", "\"outputs\": [], \"profiles\"");
    let tree = content.build().tree;
    links::check(&tree, "https://ada.example/");
    let widget = Page::of(&tree, "widget/index.html");
    assert_eq!(widget.select("iframe").len() + widget.select("[data-markup=frame]").len(), 0);
    for (path, file) in tree.iter().filter(|(path, _)| !path.starts_with("schema/")) {
        let file = String::from_utf8_lossy(file);
        for gone in ["oembed.json", "light.svg", "/export/", "name=\\\"way\\\""] {
            assert!(!file.contains(gone) || path == "_headers", "{path}: {gone}");
        }
    }
}

#[test]
fn a_site_of_many_people_has_less_of_each() {
    let few = Content::crowd(3).build().tree;
    let tree = Content::crowd(101).build().tree;
    links::check(&tree, "https://crowd.example/");
    let (files, bytes) = of_each(&tree, 101);
    println!("{files} files and {bytes} bytes for each person; before {:?}", of_each(&few, 3));
    assert!(files <= 10, "{files} files");
    assert!(bytes <= 150_000, "{bytes} bytes");
    let page = text(&tree, "en/person-1/index.html");
    let sheet =
        page.split("rel=\"stylesheet\" href=\"/").nth(1).unwrap().split('"').next().unwrap();
    assert!(text(&tree, sheet).len() > 10_000, "one stylesheet for all");
    assert!(page.contains("style-src 'self' "), "which the policy allows");
}

#[test]
fn people_of_a_realistic_length_take_little_by_default() {
    let content = Content::shipped();
    let mut site = content.json("site.json");
    let shipped = ["marcus-rodriguez", "rodrigo-de-leon"];
    let people = (0..102).map(|number| {
        let slug = format!("person-{number}");
        let profile = content.path().join(format!("profiles/{}.json", shipped[number % 2]));
        fs::copy(profile, content.path().join(format!("profiles/{slug}.json"))).unwrap();
        slug
    });
    site["profiles"] = people.collect();
    fs::write(content.path().join("site.json"), site.to_string()).unwrap();
    let (files, bytes) = of_each(&content.build().tree, 102);
    println!("{files} files and {bytes} bytes for each person");
    assert!(files <= 10, "{files} files");
    assert!(bytes <= 148_000, "{bytes} bytes, and a site of 1,000 has 2 kB of its own for each");
}

#[test]
fn an_unknown_kind_of_file_is_an_error() {
    let content = Content::fixture("small");
    content.edit("site.json", "\"profiles\"", "\"outputs\": [\"vCard\", \"docx\"], \"profiles\"");
    let findings = content.load().findings;
    let remedies: Vec<_> = findings.iter().map(|it| it.problem.remedy.as_str()).collect();
    assert_eq!(remedies.len(), 2, "{}", listed(&findings));
    assert_eq!(remedies[0], "Did you mean \"vcard\"?");
    assert!(remedies[1].starts_with("Write \"vcard\", \"qrCode\", "), "{}", remedies[1]);
}
