//! A directory of many people has several pages, which link to each other.

use crate::content::{Content, listed, text};
use crate::page::Page;
use perfil_site::Tree;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn check(tree: &Tree, path: &str, people: usize, links: &[(&str, Option<&str>)]) {
    let page = Page::of(tree, path);
    assert_eq!(page.select(".person").len(), people, "{path}");
    let found = page.select(".pages a");
    let found: Vec<_> = found
        .iter()
        .map(|link| (link.value().attr("href").unwrap(), link.value().attr("rel")))
        .collect();
    assert_eq!(found, links, "{path}");
}

#[test]
fn few_people_are_on_one_page() {
    let tree = Content::crowd(50).build().tree;
    check(&tree, "en/index.html", 50, &[]);
    assert!(tree.get("en/page/2/index.html").is_none());
}

#[test]
fn many_people_are_on_several_linked_pages() {
    let tree = Content::crowd(120).build().tree;
    let [first, second, third] = ["/es/", "/es/page/2/", "/es/page/3/"];
    let numbers = [(first, None), (second, None), (third, None)];
    let with = |before: Option<&'static str>, after: Option<&'static str>| {
        let before = before.into_iter().map(|path| (path, Some("prev")));
        let after = after.into_iter().map(|path| (path, Some("next")));
        before.chain(numbers).chain(after).collect::<Vec<_>>()
    };
    check(&tree, "es/index.html", 50, &with(None, Some(second)));
    check(&tree, "es/page/2/index.html", 50, &with(Some(first), Some(third)));
    check(&tree, "es/page/3/index.html", 20, &with(Some(second), None));

    let page = Page::of(&tree, "es/page/2/index.html");
    assert_eq!(page.attribute(".pages [aria-current=page]", "href"), Some(second));
    let address = "https://guild.example/es/page/2/";
    assert_eq!(page.attribute("link[rel=canonical]", "href"), Some(address));
    let alternate = page.attribute("link[hreflang=en]", "href");
    assert_eq!(alternate, Some("https://guild.example/en/page/2/"));
    let title = crate::page::text(page.select("title")[0]);
    assert_eq!(title, "El gremio – Página 2");
    assert!(text(&tree, "sitemap.xml").contains(&format!("<loc>{address}</loc>")));
    let data: Value = serde_json::from_str(text(&tree, "data/es/page/2.json")).unwrap();
    assert_eq!(data["path"], second);
}

#[test]
fn everybody_is_reachable_without_scripts() {
    let tree = Content::crowd(420).build().tree;
    let mut people = BTreeSet::new();
    let mut path = "en/index.html".to_owned();
    loop {
        let page = Page::of(&tree, &path);
        let links = page.select(".person a");
        people.extend(links.iter().map(|link| link.value().attr("href").unwrap().to_owned()));
        let next = page.select(".pages [rel=next]");
        let Some(next) = next.first() else { break };
        let href = next.value().attr("href").unwrap();
        path = format!("{}index.html", href.trim_start_matches('/'));
    }
    assert_eq!(people.len(), 420);
}

#[test]
fn a_profile_cannot_have_the_path_of_the_pages() {
    let content = Content::crowd(2);
    let mut site = content.json("site.json");
    site["profiles"].as_array_mut().unwrap().push(json!("page"));
    content.write("site.json", site.to_string());
    content.write("profiles/page.json", r#"{ "version": 1, "name": "Page" }"#);
    let findings = content.try_build().unwrap_err();
    let report = listed(&findings);
    assert!(report.contains("profiles[2]: \"page\" is reserved for the pages"), "{report}");
}
