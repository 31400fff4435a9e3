//! Languages are data: a third one, which is written from right to left, is added with files alone.

use crate::content::{Content, data, listed, text};
use crate::html::ElementRef;
use crate::json_resume::ADA;
use crate::page::{self, Page};
use perfil_site::Tree;
use serde_json::{Value, json};
use std::fs;
use std::sync::LazyLock;

/// The shipped content with Arabic, and with a person whose profile is partly translated.
fn content() -> Content {
    let content = Content::shipped();
    content.add_fixture("arabic");
    let mut site = content.json("site.json");
    site["languages"] = json!(["en", "es", "ar"]);
    site["profiles"].as_array_mut().unwrap().push(json!("layla-haddad"));
    content.write("site.json", site.to_string());
    content
}

fn site() -> &'static Tree {
    static TREE: LazyLock<Tree> = LazyLock::new(|| content().build().tree);
    &TREE
}

/// The language and the direction of an element, its own or inherited.
fn language(element: ElementRef<'_>) -> (&str, &str) {
    let mut marked = [element]
        .into_iter()
        .chain(element.ancestors())
        .filter_map(|element| Some((element.value().attr("lang")?, element.value().attr("dir")?)));
    marked.next().unwrap()
}

/// The language of the element that contains exactly this text.
fn check(path: &str, shown: &str, expected: (&str, &str)) {
    let page = Page::of(site(), path);
    let all = page.select("body *");
    let found = all.into_iter().rfind(|element| page::text(*element) == shown);
    let element = found.unwrap_or_else(|| panic!("{path} lacks {shown:?}"));
    assert_eq!(language(element), expected, "{shown} on {path}");
}

#[test]
fn a_page_has_the_direction_of_its_language() {
    for (path, expected) in [
        ("ar/index.html", ("ar", "rtl")),
        ("ar/layla-haddad/index.html", ("ar", "rtl")),
        ("ar/marcus-rodriguez/index.html", ("ar", "rtl")),
        ("en/layla-haddad/index.html", ("en", "ltr")),
    ] {
        let page = Page::of(site(), path);
        assert_eq!(language(page.select("html")[0]), expected, "{path}");
    }
}

#[test]
fn borrowed_text_has_a_lang_attribute() {
    let page = "ar/layla-haddad/index.html";
    check(page, "ليلى حداد", ("ar", "rtl"));
    check(page, "مهندسة برمجيات", ("ar", "rtl"));
    check(page, "Keeps the trains of three cities on time.", ("en", "ltr"));
    check(page, "Dispatch", ("en", "ltr"));
    check(page, "Rust", ("ar", "rtl"));
    check("en/layla-haddad/index.html", "Layla Haddad", ("en", "ltr"));
    check("en/layla-haddad/index.html", "تكتب الشعر", ("ar", "rtl"));
    check("es/layla-haddad/index.html", "تكتب الشعر", ("ar", "rtl"));
    // Nothing of the shipped profiles is in Arabic, so all of it is borrowed.
    check("ar/rodrigo-de-leon/index.html", "What I Build", ("en", "ltr"));
    check(
        "ar/rodrigo-de-leon/index.html",
        "Coming soon - insights on backend architecture, \
        distributed systems patterns, and database design.",
        ("en", "ltr"),
    );
}

#[test]
fn months_and_durations_are_in_the_language_of_the_page() {
    let periods = |path: &str| -> Vec<String> {
        Page::of(site(), path).select(".period").into_iter().map(page::text).collect()
    };
    assert_eq!(
        periods("ar/layla-haddad/index.html"),
        ["أبريل 2021 – حتى الآن", "سبتمبر 2018 – مارس 2021", "سنتان", "15 يناير 2020"],
    );
    assert_eq!(
        periods("es/layla-haddad/index.html"),
        [
            "abril de 2021 – actualidad",
            "septiembre de 2018 – marzo de 2021",
            "2 años",
            "15 de enero de 2020"
        ],
    );
    assert_eq!(
        periods("en/layla-haddad/index.html"),
        ["April 2021 – present", "September 2018 – March 2021", "2 years", "January 15, 2020"],
    );
}

#[test]
fn the_interface_is_localized() {
    let page = Page::of(site(), "ar/layla-haddad/index.html");
    assert_eq!(page::text(page.select(".skip")[0]), "تخطَّ إلى المحتوى");
    assert_eq!(page.attribute(".contents", "aria-label"), Some("في هذه الصفحة"));
    let words = content().json("locales/en.json")["interface"].clone();
    let texts = page.select("body *").into_iter().map(page::text);
    let labels = page.attributes("aria-label").into_iter().map(str::to_owned);
    let shown: Vec<_> = texts.chain(labels).collect();
    for (key, word) in words.as_object().unwrap() {
        assert!(!shown.iter().any(|text| text == word), "{key} is shown in English");
    }
}

#[test]
fn every_page_and_the_host_configuration_have_the_language() {
    let tree = site();
    let is_of_a_language = |page: &&Page| !page.path.starts_with("widget/");
    for page in
        Page::all(tree).iter().filter(|page| page.path.contains('/')).filter(is_of_a_language)
    {
        let link = page.select("link[hreflang=ar]");
        let rest = page.path.split_once('/').unwrap().1.trim_end_matches("index.html");
        let address = format!("https://perfil.example/ar/{rest}");
        assert_eq!(link[0].value().attr("href"), Some(&*address), "{}", page.path);
        let links = page.select(".languages a[hreflang=ar]");
        assert_eq!(page::text(links[0]), "العربية");
        assert_eq!(language(links[0]), ("ar", "rtl"));
    }
    let chooser = Page::of(tree, "index.html");
    assert_eq!(chooser.attribute("main a[hreflang=ar]", "href"), Some("/ar/"));
    let not_found = Page::of(tree, "404.html");
    assert_eq!(language(not_found.select("main a[hreflang=ar]")[0]), ("ar", "rtl"));
    assert!(text(tree, "_redirects").contains("/ /ar/ 302! Language=ar\n"));
    let sitemap = text(tree, "sitemap.xml");
    assert_eq!(sitemap.matches("hreflang=\"ar\"").count(), 15, "five pages in three languages");
}

#[test]
fn missing_translations_are_counted() {
    let loaded = content().load();
    let row = loaded.coverage.iter().find(|row| row.file.ends_with("layla-haddad.json")).unwrap();
    let shares: Vec<_> = row
        .shares
        .iter()
        .map(|share| (share.language.as_str(), share.written, share.all))
        .collect();
    assert_eq!(shares, [("en", 10, 11), ("es", 0, 11), ("ar", 7, 11)]);
    assert!(!loaded.findings.iter().any(perfil_site::Finding::is_error));
}

#[test]
fn a_region_uses_the_texts_of_its_language() {
    let content = Content::fixture("small");
    content.write("locales/es-MX.json", content.json("locales/es.json").to_string());
    content.edit("site.json", "[\"en\", \"es\"]", "[\"en\", \"es-MX\"]");
    let page = Page::of(&content.build().tree, "es-MX/index.html");
    assert_eq!(page::text(page.select(".headline")[0]), "Analista y metafísica");
    let borrowed: Vec<_> = page.select("main [lang]").into_iter().map(page::text).collect();
    assert_eq!(borrowed, ["A program for the numbers of Bernoulli."]);
}

#[test]
fn the_arabic_words_are_complete() {
    let keys = |value: &Value| -> Vec<String> {
        let sections = value.as_object().unwrap().iter();
        let inner = sections.flat_map(|(section, words)| {
            let words = words.as_object().into_iter().flatten();
            words.map(move |(key, _)| format!("{section}.{key}"))
        });
        inner.collect()
    };
    let arabic =
        serde_json::from_slice(&std::fs::read(data().join("arabic/locales/ar.json")).unwrap());
    let content = Content::shipped();
    assert_eq!(keys(&arabic.unwrap()), keys(&content.json("locales/en.json")));
}

/// A site whose English words have titles of sections.
fn titled(titles: &Value) -> Content {
    let content = Content::fixture("small");
    let path = "locales/en.json";
    let mut words: Value =
        serde_json::from_str(&fs::read_to_string(content.path().join(path)).unwrap()).unwrap();
    words["sections"] = titles.clone();
    content.write(path, words.to_string());
    content
}

#[test]
fn an_owners_titles_are_those_of_the_sections_of_a_resume() {
    let content = titled(&json!({ "work": "Where I have been", "score": "Mark" }));
    let resume = json!({
        "basics": { "name": "Ada Lovelace" },
        "work": [{ "name": "Engine Ltd", "position": "Analyst" }],
        "education": [{ "institution": "Hill School", "score": "1.3" }]
    });
    content.write(ADA, resume.to_string());
    let built = content.build();
    let page = Page::of(&built.tree, "en/index.html");
    let titles: Vec<String> = page.select(".sections h2").into_iter().map(page::text).collect();
    assert_eq!(titles, ["Education", "Where I have been"]);
    assert!(text(&built.tree, "en/index.html").contains("Mark"));
    assert!(text(&built.tree, "es/index.html").contains("Experiencia"));
}

#[test]
fn a_title_of_no_section_is_reported() {
    let found = titled(&json!({ "worl": "Work" })).try_build().unwrap_err();
    assert!(listed(&found).contains("the key \"worl\" is not known here"), "{}", listed(&found));
    let found = found.iter().find(|found| found.is_error()).unwrap();
    assert!(found.problem.remedy.contains("\"work\""), "{}", found.problem.remedy);
}
