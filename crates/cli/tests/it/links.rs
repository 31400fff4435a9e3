//! Every link has a target, and every page links to its translations.

use crate::content::{Content, shipped};
use crate::page::Page;
use perfil_site::Tree;
use std::collections::BTreeSet;

/// Follows all links of a site at `root`, a URL that ends with a slash.
pub(crate) fn check(tree: &Tree, root: &str) {
    let host = &root[..root.match_indices('/').nth(2).unwrap().0];
    let base = &root[host.len()..];
    let pages = Page::all(tree);
    let mut dead = BTreeSet::new();
    for page in &pages {
        let attributes = ["href", "src", "data-view", "data-script", "data-module"];
        for link in attributes.iter().flat_map(|name| page.attributes(name)) {
            let is_elsewhere = link.contains(':') && !link.starts_with(host);
            if !is_elsewhere && !has_target(tree, page, link, host, base) {
                dead.insert(format!("{}: {link}", page.path));
            }
        }
    }
    assert_eq!(dead, BTreeSet::new());
}

fn has_target(tree: &Tree, page: &Page, link: &str, host: &str, base: &str) -> bool {
    let path = link.strip_prefix(host).unwrap_or(link);
    let (path, fragment) = path.split_once('#').unwrap_or((path, ""));
    // A query refers to the same page.
    let path = path.split('?').next().unwrap_or(path);
    let target = match path.strip_prefix(base) {
        _ if path.is_empty() => page.path.clone(),
        Some(inner) if inner.is_empty() || inner.ends_with('/') => format!("{inner}index.html"),
        Some(inner) => inner.to_owned(),
        // A relative path would depend on the path of the page, so there is none.
        None => return false,
    };
    tree.get(&target).is_some()
        && (fragment.is_empty() || Page::of(tree, &target).attributes("id").contains(&fragment))
}

#[test]
fn every_link_of_the_shipped_site_leads_somewhere() {
    check(shipped(), "https://perfil.example/");
}

#[test]
fn every_link_of_a_site_below_the_root_leads_somewhere() {
    let content = Content::fixture("small");
    content.edit("site.json", "https://ada.example/", "https://a.example/people/ada/");
    check(&content.build().tree, "https://a.example/people/ada/");
}

#[test]
fn urls_are_printed_without_scheme() {
    let page = Page::of(&Content::fixture("every-kind").build().tree, "en/everything/index.html");
    let printed = |selector: &str| {
        let links = page.select(selector).into_iter();
        links.map(|link| link.value().attr("data-address")).collect::<Vec<_>>()
    };
    let details = [None, None, Some("grace.example"), Some("github.example/grace")];
    assert_eq!(printed(".contact a"), details);
    assert_eq!(printed("#work .entry-name a"), [Some("navy.example")]);
    assert_eq!(printed("#certificates a"), [None, Some("cert.example")]);
}

#[test]
fn ids_are_unique_on_every_page() {
    for page in Page::all(shipped()) {
        let ids = page.attributes("id");
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{}: {ids:?}", page.path);
    }
}

#[test]
fn every_page_links_to_its_translations() {
    let root = "https://perfil.example/";
    for page in Page::all(shipped()) {
        let path = page.path.trim_end_matches("index.html");
        // The pages about embedding cards are covered in `widget.rs`.
        if path == "404.html" || path.starts_with("widget/") {
            continue;
        }
        assert_eq!(page.attribute("link[rel=canonical]", "href"), Some(&*format!("{root}{path}")));

        let rest = path.split_once('/').map_or("", |(_, rest)| rest);
        // Only a profile has no page outside of the languages, so the page in the default language
        // is used.
        let default = if rest.is_empty() { String::new() } else { format!("en/{rest}") };
        let expected =
            [("en", format!("en/{rest}")), ("es", format!("es/{rest}")), ("x-default", default)]
                .map(|(tag, path)| (tag.to_owned(), format!("{root}{path}")));
        let alternates = page.select("link[hreflang]").into_iter().map(|link| {
            let value = |name| link.value().attr(name).unwrap_or_default().to_owned();
            (value("hreflang"), value("href"))
        });
        assert_eq!(alternates.collect::<Vec<_>>(), expected, "{}", page.path);
    }
}

#[test]
fn every_page_has_lang_and_dir() {
    for page in Page::all(shipped()) {
        let lang = if page.path.split('/').any(|part| part == "es") { "es" } else { "en" };
        assert_eq!(page.attribute("html", "lang"), Some(lang), "{}", page.path);
        assert_eq!(page.attribute("html", "dir"), Some("ltr"), "{}", page.path);
        assert_eq!(page.select("title, h1").len(), 2, "{}", page.path);
        let description = page.attribute("meta[name=description]", "content").unwrap();
        assert!(!description.is_empty(), "{}", page.path);
    }
}

#[test]
fn the_404_page_helps_in_every_language() {
    let page = Page::of(shipped(), "404.html");
    assert!(page.select("link[rel=canonical], [data-view], script[src]").is_empty());
    let links: Vec<_> = page
        .select("main a[hreflang]")
        .into_iter()
        .map(|link| (link.value().attr("hreflang").unwrap(), link.value().attr("href").unwrap()))
        .collect();
    assert_eq!(links, [("en", "/en/"), ("es", "/es/")]);
}
