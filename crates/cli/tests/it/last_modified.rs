//! When a profile was changed: what its owner writes, and nothing of today or of the files.

use crate::content::{Content, listed, text};
use crate::json_resume::{ADA, errors, small};
use crate::page::Page;
use perfil_site::Tree;
use serde_json::{Value, json};

/// The date of change in the data of a page.
fn stated(tree: &Tree, page: &str) -> Value {
    let page = Page::of(tree, page);
    let data = page.select("script[type='application/ld+json']")[0].text().concat();
    serde_json::from_str::<Value>(&data).unwrap()["dateModified"].clone()
}

fn in_sitemap(tree: &Tree) -> Vec<&str> {
    let parts = text(tree, "sitemap.xml").split("<lastmod>").skip(1);
    parts.map(|part| part.split('<').next().unwrap()).collect()
}

/// A site of one person with a field more.
fn ada(field: Value) -> Content {
    let content = Content::fixture("small");
    let mut profile = content.json(ADA);
    profile["lastModified"] = field;
    content.write(ADA, profile.to_string());
    content
}

#[test]
fn what_the_owner_writes_is_stated() {
    for date in ["2024", "2024-05", "2024-05-17"] {
        let tree = ada(json!(date)).build().tree;
        assert_eq!(stated(&tree, "en/index.html"), date);
        assert_eq!(in_sitemap(&tree), [date, date], "the page in both languages");
        let resume: Value =
            serde_json::from_str(text(&tree, "export/json/en/ada-lovelace.json")).unwrap();
        assert_eq!(resume["meta"]["lastModified"], date);
    }
}

#[test]
fn without_it_nothing_is_stated() {
    for content in [Content::fixture("small"), ada(json!({ "private": "2024-05-17" }))] {
        let tree = content.build().tree;
        assert_eq!(stated(&tree, "es/index.html"), Value::Null);
        assert_eq!(in_sitemap(&tree), Vec::<&str>::new());
    }
}

#[test]
fn the_pages_of_a_person_alone_have_it() {
    let content = Content::fixture("every-kind");
    let tree = content.build().tree;
    assert_eq!(stated(&tree, "en/everything/index.html"), "2024-05-17");
    assert_eq!(in_sitemap(&tree), ["2024-05-17"]);
    let sitemap = text(&tree, "sitemap.xml");
    let (before, _) = sitemap.split_once("<lastmod>").unwrap();
    assert!(before.trim_end().ends_with("en/everything/</loc>"), "{sitemap}");
}

#[test]
fn a_date_that_is_none_is_named() {
    for wrong in [json!("yesterday"), json!("2024-13"), json!(2024), json!("2024-05-17T09:00:00")] {
        let found = errors(&ada(wrong.clone()));
        let [problem] = found.as_slice() else { panic!("{wrong}: {}", listed(&found)) };
        assert_eq!(problem.problem.path.to_string(), "$.lastModified");
        assert!(problem.problem.remedy.contains("2021-03-15"), "{}", listed(&found));
    }
}

fn resume(meta: Value) -> Value {
    json!({ "basics": { "name": "Ada" }, "work": [{ "name": "Engine" }], "meta": meta })
}

#[test]
fn a_resume_has_it_in_meta() {
    for written in ["2017-12-24T15:53:00", "2017-12-24T15:53:00Z", "2017-12-24", "2017-12-24 15:53"]
    {
        let built = small(&resume(json!({ "lastModified": written }))).build();
        assert_eq!(stated(&built.tree, "en/index.html"), "2017-12-24", "{written}");
    }
    for meta in [
        json!({ "private": true, "lastModified": "2017-12-24" }),
        json!({ "lastModified": { "private": "2017-12-24" } }),
        json!({ "private": { "lastModified": "2017-12-24" } }),
        json!({ "lastModified": "" }),
    ] {
        let built = small(&resume(meta.clone())).build();
        assert_eq!(stated(&built.tree, "en/index.html"), Value::Null, "{meta}");
    }
}

#[test]
fn a_resume_with_another_text_there_is_built_with_a_warning() {
    for wrong in [json!("last week"), json!(20_171_224), json!(["2017"])] {
        let built = small(&resume(json!({ "lastModified": wrong }))).build();
        assert_eq!(stated(&built.tree, "en/index.html"), Value::Null);
        let is_it = |found: &&perfil_site::Finding| {
            found.problem.path.to_string() == "$.meta.lastModified" && !found.is_error()
        };
        let found = built.findings.iter().filter(is_it).count();
        assert_eq!(found, 1, "{wrong}: {}", listed(&built.findings));
    }
}

#[test]
fn of_two_files_the_later_one_counts() {
    for (own, other) in
        [("2024-05", "2024-06-01"), ("2024-06-01", "2024-05"), ("2024-06-01", "2024-06-01")]
    {
        let content = small(&resume(json!({ "lastModified": own })));
        content.write(
            "profiles/ada-lovelace.es.json",
            resume(json!({ "lastModified": other })).to_string(),
        );
        let tree = content.build().tree;
        for page in ["en/index.html", "es/index.html"] {
            assert_eq!(stated(&tree, page), "2024-06-01", "{own} {other}");
        }
    }
}
