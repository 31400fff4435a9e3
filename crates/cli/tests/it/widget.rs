//! The pages about cards, and the links of other pages to them.

use crate::architecture::files;
use crate::content::{Content, root, shipped, text};
use crate::html::Child;
use crate::page::{self, Page};
use perfil_site::Tree;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

/// The paths of the page in its languages.
fn alternates(page: &Page) -> Vec<(&str, &str)> {
    let links = page.select("link[rel=alternate][hreflang]").into_iter();
    links
        .map(|link| (link.value().attr("hreflang").unwrap(), link.value().attr("href").unwrap()))
        .collect()
}

#[test]
fn the_page_links_to_its_translations() {
    let expected = [
        ("en", "https://perfil.example/widget/"),
        ("es", "https://perfil.example/widget/es/"),
        ("x-default", "https://perfil.example/widget/"),
    ];
    for (path, canonical) in [
        ("widget/index.html", "https://perfil.example/widget/"),
        ("widget/es/index.html", "https://perfil.example/widget/es/"),
    ] {
        let page = Page::of(shipped(), path);
        assert_eq!(page.attribute("link[rel=canonical]", "href"), Some(canonical));
        assert_eq!(alternates(&page), expected, "{path}");
        assert_eq!(page.select(".languages a").len(), 2, "{path}");
        assert_eq!(page.select("meta[name=robots]").len(), 0, "{path}");
        let sitemap = text(shipped(), "sitemap.xml");
        assert!(sitemap.contains(&format!("<loc>{canonical}</loc>")), "{path}");
    }
    assert!(shipped().get("widget/en/index.html").is_none(), "one page has one address");
}

#[test]
fn every_example_shows_the_site() {
    for path in ["widget/index.html", "widget/es/index.html"] {
        let page = Page::of(shipped(), path);
        let text = page.text();
        for place in ["{site}", "{profile}", "{name}", "{lang}", "{address}"] {
            assert!(!text.contains(place), "{path} has {place}");
        }
        assert!(text.contains("https://perfil.example/widget.js"), "{path}");
        assert!(page.select(".gallery perfil-card").len() >= 8, "{path}");
        // A card that is not shown yet links to the profile too.
        let links = page.select(".gallery perfil-card > a[href]").len();
        assert_eq!(links, page.select(".gallery perfil-card").len(), "{path}");
        assert!(page.select("[style]").is_empty(), "{path}");
    }
}

#[test]
fn both_translations_document_the_same() {
    let code = |path| {
        let page = Page::of(shipped(), path);
        let ids: Vec<String> = page.attributes("id").into_iter().map(str::to_owned).collect();
        let rows = page.select(".manual tr").len();
        let names = page.select(".manual td:first-child").into_iter().map(page::text);
        (ids, rows, names.collect::<Vec<_>>())
    };
    assert_eq!(code("widget/index.html"), code("widget/es/index.html"));
}

#[test]
fn a_language_without_documentation_uses_english() {
    let content = Content::shipped();
    content.add_fixture("arabic");
    let mut site = content.json("site.json");
    site["languages"] = json!(["en", "es", "ar"]);
    content.write("site.json", site.to_string());
    let tree = content.build().tree;
    let page = Page::of(&tree, "widget/ar/index.html");
    assert_eq!(page.attribute("html", "lang"), Some("ar"));
    assert_eq!(page.attribute("html", "dir"), Some("rtl"));
    assert_eq!(page.attribute(".manual > .prose", "lang"), Some("en"));
    assert_eq!(page.attribute(".manual > .prose", "dir"), Some("ltr"));
    assert_eq!(page::text(page.select("h1")[0]), "تضمين ملف شخصي");
    // Every page shows a right-to-left card, if the site has such a language.
    for path in ["widget/index.html", "widget/es/index.html", "widget/ar/index.html"] {
        let page = Page::of(&tree, path);
        assert_eq!(page.select(".gallery perfil-card[lang=ar]").len(), 1, "{path}");
    }
    // The page of a region is that of its language.
    let content = Content::fixture("small");
    content.write("locales/es-MX.json", content.json("locales/es.json").to_string());
    content.edit("site.json", "[\"en\", \"es\"]", "[\"en\", \"es-MX\"]");
    let page = Page::of(&content.build().tree, "widget/es-MX/index.html");
    assert_eq!(page.attribute(".manual > .prose", "lang"), None);
    assert!(page.text().contains("Cuando algo falla"));
}

/// The data of a page.
fn data(tree: &Tree, path: &str) -> Value {
    serde_json::from_str(text(tree, path)).unwrap()
}

#[test]
fn every_profile_has_a_dialog_and_every_page_a_link() {
    for (lang, page, label) in
        [("en", "/widget/", "Embed this profile"), ("es", "/widget/es/", "Incrustar este perfil")]
    {
        let path = format!("{lang}/marcus-rodriguez");
        let shown = Page::of(shipped(), &format!("{path}/index.html"));
        let link = format!("{page}?profile=marcus-rodriguez");
        assert_eq!(shown.attribute(".footer a", "href"), Some(&*link));
        assert_eq!(page::text(shown.select(".footer button[name=embed]")[0]), label);
        let html = data(shipped(), &format!("data/{path}.json"))["embed"].clone();
        let dialog = Page::parse("the dialog", html.as_str().unwrap());
        assert_eq!(dialog.attribute("#embed", "data-script"), Some("/widget.js"));
        // The copied text is the shown one.
        let shown: Vec<_> = dialog.select("pre").into_iter().map(page::text).collect();
        let copied = dialog.select("button[name=copy-text]").into_iter();
        let copied: Vec<_> = copied.map(|button| button.value().attr("value").unwrap()).collect();
        let copied: Vec<_> = copied
            .iter()
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(shown, copied);
        let folder = format!("https://perfil.example/embed/{path}/");
        assert!(copied[0].contains("<perfil-card profile=\"marcus-rodriguez\" lang="));
        assert!(copied[0].contains(&format!("<a href=\"https://perfil.example/{path}/\">")));
        assert!(copied[1].starts_with(&format!("<iframe src=\"{folder}\"")));
        assert!(
            copied[2].contains(&format!("]({folder}light.svg)](https://perfil.example/{path}/)"))
        );

        let directory = Page::of(shipped(), &format!("{lang}/index.html"));
        assert_eq!(directory.attribute(".footer a", "href"), Some(page));
        assert_eq!(data(shipped(), &format!("data/{lang}.json"))["embed"], "");
    }
}

#[test]
fn copied_markup_is_valid_for_any_name() {
    let content = Content::fixture("small");
    content.edit("profiles/ada-lovelace.json", "\"Ada Lovelace\"", "\"A](x) <b>\\\"&\"");
    let html = data(&content.build().tree, "data/en.json")["embed"].clone();
    let dialog = Page::parse("the dialog", html.as_str().unwrap());
    let copied = dialog.select("button[name=copy-text]").into_iter();
    let copied: Vec<_> = copied.map(|button| button.value().attr("value").unwrap()).collect();
    assert!(copied[0].contains(">A](x) &lt;b&gt;\"&amp;</a>"), "{}", copied[0]);
    assert!(copied[1].contains("title=\"A](x) "), "{}", copied[1]);
    assert!(!copied[1].contains("title=\"A](x) <b>\""), "{}", copied[1]);
    assert!(copied[2].starts_with("[![A\\](x) \\<b\\>\"&]("), "{}", copied[2]);
}

#[test]
fn no_profile_or_language_can_use_the_path_of_cards() {
    // A profile is below its language, so it may have any of these names.
    let content = Content::shipped();
    for name in ["widget", "embed"] {
        content.write(
            &format!("profiles/{name}.json"),
            content.json("profiles/rodrigo-de-leon.json").to_string(),
        );
    }
    let mut site = content.json("site.json");
    site["profiles"] = json!(["rodrigo-de-leon", "widget", "embed"]);
    content.write("site.json", site.to_string());
    let tree = content.build().tree;
    for path in ["en/widget", "en/embed", "embed/en/widget", "embed/es/embed", "widget"] {
        assert!(tree.get(&format!("{path}/index.html")).is_some(), "{path}");
    }

    // A language with this name would have the path of the whole folder; BCP 47 has none.
    for name in ["widget", "embed"] {
        let content = Content::fixture("small");
        content.edit("site.json", "[\"en\", \"es\"]", &format!("[\"en\", \"{name}\"]"));
        let findings = content.try_build().unwrap_err();
        assert!(
            findings.iter().any(|finding| finding.is_error()
                && finding.problem.message.contains(&format!("\"{name}\""))),
            "{findings:#?}"
        );
    }
}

/// The names of the custom properties with our prefix in a text.
fn custom_properties(text: &str) -> BTreeSet<&str> {
    let names = text.match_indices("--perfil-").map(|(at, _)| {
        let end = text[at..].find(|c: char| !c.is_ascii_lowercase() && c != '-');
        &text[at..at + end.unwrap_or(text.len() - at)]
    });
    names.filter(|name| *name != "--perfil-").collect()
}

#[test]
fn the_documented_custom_properties_are_the_public_ones() {
    let read = |path: &Path| fs::read_to_string(path).unwrap();
    let tokens = read(&root().join("style/tokens.css"));
    let internal = custom_properties(&tokens);
    let sheets = WalkDir::new(root().join("style/card")).into_iter().map(Result::unwrap);
    let sheets: String =
        sheets.filter(|it| it.file_type().is_file()).map(|it| read(it.path())).collect();
    let public: BTreeSet<_> = custom_properties(&sheets).difference(&internal).copied().collect();
    assert!(public.contains("--perfil-accent"), "{public:?}");
    for language in ["en", "es"] {
        let page = format!("crates/site/src/pages/widget/{language}.md");
        assert_eq!(custom_properties(&read(&root().join(page))), public, "{language}");
    }
}

/// What the manifest of the element describes, by the lists of it.
fn described(list: &str) -> BTreeSet<String> {
    let manifest = data(shipped(), "custom-elements.json");
    let declaration = &manifest["modules"][0]["declarations"][0];
    let items = declaration[list].as_array().unwrap().iter();
    items.map(|item| item["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_documentation_and_the_manifest_describe_the_same() {
    let page = Page::of(shipped(), "widget/index.html");
    let table = |id: &str| {
        // The table is the first one after the heading.
        let all = page.select(".manual h2, .manual h3, .manual table");
        let at = all.iter().position(|it| it.value().attr("id") == Some(id)).unwrap();
        let table = all[at..].iter().find(|it| it.value().name() == "table").unwrap();
        let cells = table.descendants().into_iter().filter(|it| {
            let row = it.parent().map(|row| row.children().next());
            it.value().name() == "td"
                && matches!(row, Some(Some(Child::Element(first))) if first == *it)
        });
        cells.map(page::text).collect::<BTreeSet<_>>()
    };
    assert_eq!(table("attributes"), described("attributes"));
    assert_eq!(table("style"), described("cssProperties"));
    assert_eq!(table("events"), described("events"));
    let said = page.text();
    let parts = said.split("through these parts: ").nth(1).unwrap().split('.').next().unwrap();
    let parts: BTreeSet<String> = parts.split(", ").map(str::to_owned).collect();
    assert_eq!(parts, described("cssParts"));
}

#[test]
fn the_manifest_has_the_custom_properties_of_the_card_s_style() {
    let style: String = files("style/card", ".css").iter().map(|file| &*file.text).collect();
    let names = |start: &str, end: &[char]| {
        let found = style.split(start).skip(1).filter_map(|rest| rest.split(end).next());
        found.map(|name| format!("--perfil-{name}")).collect::<BTreeSet<_>>()
    };
    // The card sets the tokens of the pages itself, so a host page cannot.
    let tokens = &files("style", "tokens.css")[0].text;
    let mut used = names("var(--perfil-", &[',', ')']);
    used.retain(|name| !tokens.contains(&format!("{name}:")));
    assert_eq!(used, described("cssProperties"));
}

#[test]
fn every_failure_of_the_element_is_described() {
    let element = &files("crates/card", "element.js")[0].text;
    let types = text(shipped(), "perfil-card.d.ts");
    let typed = types.split("type PerfilCardFailure =").nth(1).unwrap().split(';').next().unwrap();
    let typed: BTreeSet<&str> = typed.split('"').skip(1).step_by(2).collect();
    let page = Page::of(shipped(), "widget/index.html");
    for reason in &typed {
        assert!(element.contains(&format!("\"{reason}\"")), "{reason}");
        assert!(page.text().contains(reason), "{reason}");
    }
    let made = element.split("ailure(").skip(1).filter_map(|rest| rest.strip_prefix('"'));
    for reason in made.filter_map(|rest| rest.split('"').next()) {
        assert!(typed.contains(reason), "{reason} is no type");
    }
}
