//! The structured data (JSON-LD) of a page for search engines.

use crate::content::{Content, shipped};
use crate::expected;
use crate::hostile::{HOSTILE, site};
use crate::page::Page;
use perfil_site::Tree;
use serde_json::Value;

/// The data of a page, as an HTML parser finds it.
fn data(tree: &Tree, path: &str) -> Vec<Value> {
    let page = Page::of(tree, path);
    let scripts = page.select("script[type='application/ld+json']").into_iter();
    scripts.map(|it| serde_json::from_str(&it.text().concat()).unwrap()).collect()
}

#[test]
fn structured_data_describes_the_person() {
    let tree = Content::fixture("every-kind").build().tree;
    let data = data(&tree, "en/everything/index.html");
    let written = format!("{:#}\n", data[0]);
    expected::check("export/en.everything.jsonld", &expected::without_hashes(&written));
}

#[test]
fn structured_data_is_localized() {
    for (lang, title) in [("en", "Backend Architect"), ("es", "Arquitecto backend")] {
        let data = data(shipped(), &format!("{lang}/marcus-rodriguez/index.html"));
        assert_eq!(data.len(), 1);
        assert_eq!(data[0]["inLanguage"], lang);
        assert_eq!(data[0]["mainEntity"]["jobTitle"], title);
    }
    assert_eq!(data(shipped(), "en/index.html"), Vec::<Value>::new(), "a directory is nobody");
}

#[test]
fn structured_data_is_escaped() {
    for hostile in HOSTILE {
        let (tree, _) = site(hostile);
        let data = data(&tree, "en/everything/index.html");
        let name = data[0]["mainEntity"]["name"].as_str().unwrap();
        assert!(name.starts_with(hostile), "{name}");
    }
}
