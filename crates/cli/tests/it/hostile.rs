//! Text that would be code if it were interpreted, in every field that can contain text.

use crate::content::{Content, text};
use crate::page::{Page, is_html};
use perfil_site::Tree;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use std::collections::BTreeMap;

pub(crate) const HOSTILE: &[&str] = &[
    "</script><img src=x onerror=alert(1)>",
    "<script>alert(2)</script>",
    "\" onmouseover=\"alert(3)",
    "' onfocus='alert(4)' autofocus='",
    "--><svg onload=alert(5)>",
    "<!--<script>",
    "]]><style>*{display:none}</style>",
    "</title></textarea></noscript><iframe srcdoc=x>",
    "&lt;img src=x&gt; &amp;quot; &#x3c;b&#x3e;",
    "{{constructor}} ${alert(7)} `alert(8)`",
    "[a](https://a.example/\"onclick=\"alert(9)) ![b](x.png \"<b>\")",
    "\u{202e}\u{2066}drawkcab\u{2069} \u{200f}\u{2028}line\u{2029}",
];

/// Keys whose values are not free text, but must have a certain form.
const NARROW: &[&str] = &[
    "$schema",
    "accent",
    "baseUrl",
    "date",
    "defaultLanguage",
    "duration",
    "email",
    "endDate",
    "id",
    "image",
    "kind",
    "languages",
    "lastModified",
    "profiles",
    "releaseDate",
    "startDate",
    "url",
    "version",
];

/// Keys whose values are read, but are not shown everywhere.
const UNSHOWN: &[&str] = &["countryCode", "imageAlt", "postalCode", "skills"];

/// Elements that Markdown creates, all of them harmless.
const MARKUP: &[&str] =
    &["a", "blockquote", "br", "code", "del", "em", "hr", "li", "ol", "p", "pre", "strong", "ul"];

/// Replaces every free text by a numbered one, and collects those that are shown.
fn insert_hostile(value: &mut Value, key: &str, hostile: &str, texts: &mut Vec<String>) {
    match value {
        // The language in which a person is fluent has the same key as the language of the file.
        Value::String(text) if !NARROW.contains(&key) && (key != "language" || text != "en") => {
            let is_shown = !UNSHOWN.contains(&key);
            // A text that is not collected shares its number with the next, and must differ from
            // it.
            let end = if is_shown { "" } else { "y" };
            *text = format!("{hostile} x{}x{end}", texts.len());
            texts.extend(is_shown.then(|| text.clone()));
        }
        Value::Object(members) => {
            members.iter_mut().for_each(|(key, value)| insert_hostile(value, key, hostile, texts));
        }
        Value::Array(items) => {
            for item in items {
                insert_hostile(item, key, hostile, texts);
            }
        }
        _ => {}
    }
}

/// The site with every field, with this text in all of them, and the texts that are shown.
pub(crate) fn site(hostile: &str) -> (Tree, Vec<String>) {
    let (content, texts) = content(hostile);
    (content.build().tree, texts)
}

/// The content of that site.
pub(crate) fn content(hostile: &str) -> (Content, Vec<String>) {
    let content = Content::fixture("every-kind");
    let mut texts = Vec::new();
    for file in ["site.json", "profiles/everything.json"] {
        let mut json = content.json(file);
        insert_hostile(&mut json, "", hostile, &mut texts);
        content.write(file, json.to_string());
    }
    (content, texts)
}

/// The number of elements and attributes of each name in a page, except for what Markdown creates.
fn structure(page: &Page) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for element in page.select("*") {
        let tag = element.value().name();
        for (name, _) in element.value().attrs() {
            *counts.entry(format!("{name}=")).or_default() += 1;
        }
        if !MARKUP.contains(&tag) {
            *counts.entry(tag.to_owned()).or_default() += 1;
        }
    }
    // The one link in the fixture's Markdown, and those that hostile Markdown creates.
    counts.remove("href=");
    counts
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn no_text_changes_the_structure_of_a_page() {
    let (harmless, _) = site("harmless");
    for hostile in HOSTILE {
        let (tree, _) = site(hostile);
        for (path, _) in tree.iter().filter(|(path, _)| is_html(path)) {
            let [page, before] = [&tree, &harmless].map(|tree| Page::of(tree, path));
            assert_eq!(structure(&page), structure(&before), "{path} with {hostile}");
            for link in page.select("a").into_iter().filter_map(|link| link.value().attr("href")) {
                let scheme = link.split_once(':').map_or("", |(scheme, _)| scheme);
                assert!(["", "http", "https", "mailto", "tel"].contains(&scheme), "{link}");
            }
        }
    }
}

#[test]
fn every_text_is_shown_unchanged() {
    let (tree, texts) = site(HOSTILE[0]);
    let shown: String = Page::all(&tree).iter().map(Page::text).collect();
    assert!(texts.len() > 80, "{} texts", texts.len());
    for text in texts {
        assert!(shown.contains(&words(&text)), "the page lacks {text}");
    }
}

#[test]
fn no_text_breaks_a_machine_readable_file() {
    for hostile in HOSTILE {
        let (tree, _) = site(hostile);
        for path in ["favicon.svg", "sitemap.xml"] {
            let mut reader = Reader::from_str(text(&tree, path));
            reader.config_mut().check_end_names = true;
            loop {
                match reader.read_event() {
                    Ok(Event::Eof) => break,
                    Ok(Event::GeneralRef(name)) => assert!(!name.is_empty()),
                    Ok(_) => {}
                    Err(error) => panic!("{path} with {hostile}: {error}"),
                }
            }
        }
        for path in ["site.webmanifest", "data/en.json", "data/en/everything.json"] {
            let read: Result<Value, _> = serde_json::from_str(text(&tree, path));
            assert!(read.is_ok(), "{path} with {hostile}");
        }
        for path in ["_headers", "_redirects", "robots.txt", "sitemap.xml"] {
            assert_eq!(tree.get(path), site("harmless").0.get(path), "{path} with {hostile}");
        }
    }
}
