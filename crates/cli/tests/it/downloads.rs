//! The links of a page to its downloads.

use crate::content::{Content, shipped, text};
use crate::page::{self, Page};
use perfil_site::Tree;
use serde_json::Value;

const FORMATS: [(&str, &str); 5] = [
    ("vcf", "text/vcard"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain"),
    ("md", "text/markdown"),
    ("json", "application/json"),
];

/// The values of an attribute of all elements that a selector finds.
fn all(page: &Page, selector: &str, [type_name, href]: [&str; 2]) -> Vec<(String, String)> {
    let found = page.select(selector).into_iter();
    let value = |name: Option<&str>| name.unwrap_or_default().to_owned();
    found.map(|it| (value(it.value().attr(type_name)), value(it.value().attr(href)))).collect()
}

fn check(tree: &Tree, root: &str, lang: &str, page: &str, slug: &str) {
    let html = Page::of(tree, &format!("{page}index.html"));
    let files = |start: &str| {
        let file = |(end, form): (&str, &str)| {
            (form.to_owned(), format!("{start}export/{end}/{lang}/{slug}.{end}"))
        };
        FORMATS.map(file).to_vec()
    };
    let base = &root[root.match_indices('/').nth(2).unwrap().0..];
    assert_eq!(all(&html, ".hero .downloads a[download]", ["type", "href"]), files(base));
    let linked = "link[rel=alternate]:not([hreflang], [type='application/json+oembed'])";
    assert_eq!(all(&html, linked, ["type", "href"]), files(root));
    for (_, path) in files("") {
        assert!(tree.get(&path).is_some(), "{path}");
    }
    let data: Value =
        serde_json::from_str(text(tree, &format!("data/{}.json", page.trim_end_matches('/'))))
            .unwrap();
    let palette = Page::parse("palette", data["palette"].as_str().unwrap());
    let commands = all(&palette, "[data-href*='export/']", ["data-act", "data-href"]);
    let paths = files(base).into_iter().map(|(_, path)| ("download".to_owned(), path));
    assert_eq!(commands, paths.collect::<Vec<_>>());
}

#[test]
fn every_profile_links_to_its_exports() {
    for lang in ["en", "es"] {
        for slug in ["marcus-rodriguez", "rodrigo-de-leon"] {
            check(shipped(), "https://perfil.example/", lang, &format!("{lang}/{slug}/"), slug);
        }
    }
    let content = Content::fixture("small");
    content.edit("site.json", "https://ada.example/", "https://a.example/people/ada/");
    let tree = content.build().tree;
    check(&tree, "https://a.example/people/ada/", "es", "es/", "ada-lovelace");
}

#[test]
fn the_list_is_in_the_language_of_the_page() {
    for (lang, words) in [
        ("en", "Download Contact card vcf QR code svg Plain text txt Markdown md JSON Resume json"),
        (
            "es",
            "Descargar Tarjeta de contacto vcf Código QR svg Texto sin formato txt Markdown md \
             JSON Resume json",
        ),
    ] {
        let page = Page::of(shipped(), &format!("{lang}/marcus-rodriguez/index.html"));
        assert_eq!(page::text(page.select(".downloads")[0]), words);
    }
    assert!(Page::of(shipped(), "en/index.html").select(".downloads").is_empty());
}
