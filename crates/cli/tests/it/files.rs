//! The owner's own files: portraits, and everything below `static/`.

use crate::command::perfil_with;
use crate::content::{Content, shell, text};
use crate::page::Page;
use std::fs;
use std::path::Path;

#[test]
fn a_portrait_is_an_asset_with_its_size() {
    let content = Content::fixture("every-kind");
    let tree = content.build().tree;
    let page = Page::of(&tree, "en/everything/index.html");
    let path = page.attribute("img.likeness", "src").unwrap();
    let image = fs::read(content.path().join("images/grace.png")).unwrap();
    assert_eq!(tree.get(path.trim_start_matches('/')), Some(image.as_slice()));
    assert!(path.starts_with("/assets/everything."), "{path}");
    assert_eq!(page.attribute("img.likeness", "width"), Some("4"));
    assert_eq!(page.attribute("img.likeness", "height"), Some("5"));
    assert_eq!(page.attribute("img.likeness", "alt"), Some("Portrait of Grace Hopper"));

    let initials = Page::of(&tree, "en/nothing/index.html");
    assert_eq!(initials.attribute("svg.likeness", "aria-hidden"), Some("true"));
}

#[test]
fn a_portrait_that_is_not_an_image_is_reported() {
    let content = Content::fixture("every-kind");
    content.write("images/grace.png", "<svg onload='alert(1)'/>");
    let findings = content.try_build().unwrap_err();
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    assert!(finding.file.ends_with("profiles/everything.json"));
    assert_eq!(finding.problem.path.to_string(), "$.image");
    let message = &finding.problem.message;
    assert!(
        message.starts_with("images/grace.png is not an image that browsers show"),
        "{message}"
    );
}

#[test]
fn static_files_are_published_unchanged() {
    let content = Content::fixture("small");
    content.write("static/.well-known/security.txt", "Contact: mailto:ada@ada.example\n");
    content.write("static/cv/ada.pdf", b"%PDF-1.7\xff");
    content.write("static/robots.txt", "User-agent: *\nDisallow: /\n");
    let tree = content.build().tree;
    assert!(text(&tree, ".well-known/security.txt").starts_with("Contact: "));
    assert_eq!(tree.get("cv/ada.pdf"), Some(&b"%PDF-1.7\xff"[..]));
    assert!(text(&tree, "robots.txt").contains("Disallow"), "the owner has the last word");
}

#[test]
fn files_that_nothing_refers_to_are_not_published() {
    let content = Content::fixture("small");
    let before = content.build().tree;
    content.write("images/unused.png", "unused");
    content.write("profiles/draft.json", r#"{ "version": 1, "name": "Draft" }"#);
    content.write("profiles/README.md", "notes");
    content.write("notes.txt", "notes");
    let built = content.build();
    assert!(built.tree == before);
    let warned: Vec<_> = built.findings.iter().filter(|found| found.place.is_none()).collect();
    assert!(warned.len() == 1 && warned[0].file.ends_with("profiles/draft.json"), "{warned:?}");
}

#[test]
fn an_environment_variable_sets_the_base_url() {
    let content = Content::fixture("small");
    let shell = shell();
    let arguments = ["build", "--content", ".", "--out", "dist", "--shell"].map(Path::new);
    let arguments = [&arguments[..], &[&shell]].concat();
    let built = |address: &str| {
        let run = perfil_with(content.path(), &arguments, &[("PERFIL_BASE_URL", address)]);
        let robots = fs::read_to_string(content.path().join("dist/robots.txt"));
        (run.code, run.stderr, robots.unwrap_or_default())
    };
    let (code, _, robots) = built("https://preview.example/ada");
    assert_eq!(code, 0);
    assert!(robots.ends_with("Sitemap: https://preview.example/ada/sitemap.xml\n"), "{robots}");
    let (code, errors, robots) = built("preview.example");
    assert_eq!(code, 1);
    assert!(
        errors.contains("PERFIL_BASE_URL") && errors.contains("\"preview.example\""),
        "{errors}"
    );
    assert!(robots.contains("https://preview.example/ada/"), "the old site stays");
    let (code, _, robots) = built("");
    assert_eq!(code, 0, "an empty variable is none");
    assert!(robots.contains("https://ada.example/"));
}
