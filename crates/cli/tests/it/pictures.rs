//! The pictures that other sites show beside links: one for each page, small, and with nothing in
//! them that nobody can read.

use crate::content::{Content, printed, shipped};
use crate::page::Page;
use image::RgbaImage;
use perfil_site::Tree;
use serde_json::{Value, json};

/// The most bytes of a picture.
const MAX_BYTES: usize = 100_000;

/// The colour of what is drawn on.
const GROUND: [u8; 3] = [0xfb, 0xfa, 0xf8];

/// The property of a page in Open Graph, or of those who name it otherwise.
fn property<'a>(page: &'a Page, name: &str) -> Option<&'a str> {
    let selector = format!("meta[property='{name}'], meta[name='{name}']");
    let found = page.select(&selector);
    assert!(found.len() < 2, "{}: {name}", page.path);
    found.first().and_then(|element| element.value().attr("content"))
}

/// The path of the picture of a page, which stands at `root`.
fn path<'a>(page: &'a Page, root: &str) -> &'a str {
    let address = property(page, "og:image").unwrap_or_else(|| panic!("{} has none", page.path));
    let (path, version) = address.strip_prefix(root).unwrap().split_once("?v=").unwrap();
    assert!(version.len() == 12 && version.bytes().all(|byte| byte.is_ascii_hexdigit()));
    path
}

fn picture(tree: &Tree, path: &str) -> RgbaImage {
    let bytes = tree.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    assert!(bytes.len() <= MAX_BYTES, "{path} has {} bytes", bytes.len());
    let image = image::load_from_memory(bytes).unwrap().into_rgba8();
    assert_eq!(image.dimensions(), (1200, 630), "{path}");
    image
}

/// Ada's page with other members, as her picture in English.
fn drawn(members: &Value) -> RgbaImage {
    picture(&with(members), "export/png/en/ada-lovelace.png")
}

/// The site of Ada's page with other members.
fn with(members: &Value) -> Tree {
    let content = Content::fixture("small");
    let mut profile = json!({ "version": 1, "language": "en", "name": "Ada Lovelace" });
    profile.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    content.write("profiles/ada-lovelace.json", profile.to_string());
    content.edit("site.json", "\"baseUrl\"", "\"pdf\": { \"papers\": [] }, \"baseUrl\"");
    content.print().tree
}

/// Whether all pixels of an area have the colour of what is drawn on.
fn is_empty(image: &RgbaImage, across: std::ops::Range<u32>, down: std::ops::Range<u32>) -> bool {
    let mut places = across.flat_map(|x| down.clone().map(move |y| (x, y)));
    places.all(|(x, y)| image.get_pixel(x, y).0[..3] == GROUND)
}

/// Fails unless there is something in a picture, and nothing near its edges, one of which is a bar.
#[track_caller]
fn keeps_within(image: &RgbaImage) {
    assert!(!is_empty(image, 76..1124, 60..580));
    for (across, down) in
        [(1130..1200, 0..630), (20..70, 0..630), (20..1200, 0..60), (20..1200, 600..630)]
    {
        assert!(is_empty(image, across.clone(), down.clone()), "{across:?} {down:?}");
    }
}

#[test]
fn every_page_has_a_picture_with_a_size_and_words() {
    for page in Page::all(printed()) {
        if page.path == "404.html" {
            assert_eq!(property(&page, "og:image"), None);
            continue;
        }
        let path = path(&page, "https://perfil.example/");
        let lang = page.attribute("html", "lang").unwrap();
        let expected =
            match page.path.split('/').find(|part| part.contains("-r") || part.contains("-de-")) {
                Some(slug) => format!("export/png/{lang}/{slug}.png"),
                None => format!("export/png/{lang}.png"),
            };
        assert_eq!(path, expected, "{}", page.path);
        println!("{path}: {} bytes", printed().get(path).unwrap().len());
        keeps_within(&picture(printed(), path));
        for (name, value) in [
            ("og:image:type", "image/png"),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
            ("twitter:card", "summary_large_image"),
            ("og:site_name", "Perfil"),
        ] {
            assert_eq!(property(&page, name), Some(value), "{}", page.path);
        }
        let alt = property(&page, "og:image:alt").unwrap();
        assert_eq!(property(&page, "twitter:image:alt"), Some(alt));
        assert!(
            alt.starts_with(&*page.select("h1")[0].text().concat()) || path.len() < 18,
            "{alt}"
        );
    }
    let pictures = printed().iter().filter(|(path, _)| path.starts_with("export/png/")).count();
    assert_eq!(pictures, 6, "two languages of two people and of the site");
}

#[test]
fn a_page_says_what_it_is_and_in_which_languages() {
    let page = Page::of(printed(), "es/marcus-rodriguez/index.html");
    for (name, value) in [
        ("og:type", "profile"),
        ("profile:username", "marcus-rodriguez"),
        ("og:locale", "es_ES"),
        ("og:locale:alternate", "en_US"),
        ("og:url", "https://perfil.example/es/marcus-rodriguez/"),
    ] {
        assert_eq!(property(&page, name), Some(value));
    }
    let alt = property(&page, "og:image:alt").unwrap();
    assert!(
        alt.starts_with(
            "Marcus Rodriguez – Arquitecto backend · 12 años · San Francisco, California"
        ),
        "{alt}"
    );
    assert!(alt.contains("+200\u{a0}M de usuarios"), "{alt}");
    let directory = Page::of(printed(), "es/index.html");
    assert_eq!(property(&directory, "og:type"), Some("website"));
    assert_eq!(property(&directory, "profile:username"), None);
}

#[test]
fn a_site_of_one_person_shows_that_person_everywhere() {
    let tree = with(&json!({}));
    for page in Page::all(&tree).into_iter().filter(|page| page.path != "404.html") {
        let lang = page.attribute("html", "lang").unwrap();
        let path = path(&page, "https://ada.example/");
        assert_eq!(path, format!("export/png/{lang}/ada-lovelace.png"), "{}", page.path);
        picture(&tree, path);
    }
}

#[test]
fn without_pictures_a_page_shows_the_portrait_or_nothing() {
    let page = Page::of(shipped(), "en/marcus-rodriguez/index.html");
    assert_eq!(property(&page, "og:image"), None);
    assert_eq!(property(&page, "twitter:card"), None);
    let content = Content::fixture("every-kind");
    content.edit("site.json", "\"baseUrl\"", "\"linkPictures\": false, \"baseUrl\"");
    let tree = content.print().tree;
    assert!(tree.iter().all(|(path, _)| !path.starts_with("export/png/")));
    assert!(tree.iter().any(|(path, _)| path.starts_with("export/pdf/")));
    let page = Page::of(&tree, "en/everything/index.html");
    let image = property(&page, "og:image").unwrap();
    assert!(image.starts_with("https://every.example/assets/everything."), "{image}");
    assert_eq!(property(&page, "og:image:type"), Some("image/png"));
    assert_eq!(property(&page, "og:image:width"), Some("4"));
    assert_eq!(property(&page, "og:image:alt"), Some("Portrait of Grace Hopper"));
    assert_eq!(property(&page, "twitter:card"), Some("summary"));
}

#[test]
fn the_same_content_gives_the_same_picture_at_the_same_address() {
    let again = Content::shipped().print().tree;
    for (path, bytes) in printed().iter().filter(|(path, _)| path.starts_with("export/png/")) {
        assert!(again.get(path) == Some(bytes), "{path}");
    }
    let address = |members: Value| {
        let tree = with(&members);
        let page = Page::of(&tree, "en/index.html");
        property(&page, "og:image").unwrap().to_owned()
    };
    let plain = address(json!({}));
    assert_eq!(address(json!({ "email": "ada@ada.example" })), plain, "no picture shows it");
    assert_ne!(address(json!({ "headline": "Analyst" })), plain);
    assert_ne!(address(json!({ "accent": 10 })), plain);
}

#[test]
fn long_texts_stay_within() {
    let name =
        "Maximiliana Alexandrina Wilhelmina Konstantina von Hohenzollern-Sigmaringen y Fernández ";
    let headline = "Principal engineer for distributed systems, databases, networks and the people who \
                    run them, in three countries and four languages, with an open ear for everybody \
                    who asks, and for whoever does not dare to";
    let figures = json!({ "title": "Work", "figures": [
        { "value": "1,234,567,890,123,456,789,012", "label": headline },
        { "value": "From never to immediately", "label": "time to recover" },
        { "value": "1" },
    ] });
    let sections = json!([{ "id": "a", "title": "A", "kind": "metrics", "items": [figures] }]);
    let town = json!({ "city": "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" });
    for members in [
        json!({ "name": name }),
        json!({ "name": name, "headline": headline, "focus": [headline, headline], "sections": sections, "location": town }),
        json!({ "name": "X".repeat(90), "headline": "y".repeat(900), "summary": "z ".repeat(900) }),
        json!({ "name": name.repeat(9), "summary": headline.repeat(9) }),
        json!({ "headline": headline, "location": town }),
        json!({}),
    ] {
        keeps_within(&drawn(&members));
    }
}

#[test]
fn what_no_font_has_is_left_out() {
    let plain = drawn(&json!({ "headline": "Analyst" }));
    for headline in ["Analyst 🦀", "🚀 Analyst"] {
        assert!(drawn(&json!({ "headline": headline })) == plain, "{headline}");
    }
    assert!(drawn(&json!({ "headline": "分析者" })) == drawn(&json!({})));
    let figure = |label: &str| {
        let figures = json!({ "title": "Work", "figures": [{ "value": "7", "label": label }] });
        json!([{ "id": "a", "title": "A", "kind": "metrics", "items": [figures] }])
    };
    let counted = drawn(&json!({ "sections": figure("engines") }));
    assert!(counted != drawn(&json!({})));
    assert!(drawn(&json!({ "sections": figure("台") })) == drawn(&json!({})), "seven of what?");
}

#[test]
fn a_name_that_no_font_has_is_shown_in_another_language_or_as_address() {
    let known = drawn(&json!({ "name": { "en": "小龍", "es": "Ada Lovelace" } }));
    let spanish = with(&json!({ "name": { "en": "小龍", "es": "Ada Lovelace" } }));
    assert!(known == drawn(&json!({ "name": { "en": "Ada Lovelace", "es": "Ada" } })));
    let page = Page::of(&spanish, "en/index.html");
    assert_eq!(property(&page, "og:image:alt"), Some("小龍"), "a screen reader can say it");
    let unknown = drawn(&json!({ "name": "小龍" }));
    keeps_within(&unknown);
    assert!(unknown != drawn(&json!({ "name": "ada.example/en" })), "there is no monogram of it");
    assert!(unknown == drawn(&json!({ "name": "李白" })));
}

#[test]
fn no_picture_tells_what_is_private() {
    let all = json!({
        "headline": "Analyst",
        "focus": ["Engines", "Numbers"],
        "location": { "city": "London" },
        "summary": "The first.",
    });
    let bare = drawn(&json!({}));
    let mut hidden = all.clone();
    for value in hidden.as_object_mut().unwrap().values_mut() {
        *value = json!({ "private": value.clone() });
    }
    assert!(drawn(&hidden) == bare);
    for (key, value) in all.as_object().unwrap() {
        assert!(drawn(&json!({ key: value })) != bare, "{key} is shown");
        assert!(drawn(&json!({ key: { "private": value } })) == bare, "{key}");
    }
    let street = json!({ "address": "12 St. James's Square", "city": "London" });
    let town = drawn(&json!({ "location": { "city": "London" } }));
    assert!(drawn(&json!({ "location": street })) == town, "a street is too exact for a picture");
}

#[test]
fn a_language_from_right_to_left_is_mirrored() {
    let content = Content::shipped();
    content.add_fixture("arabic");
    let mut site = content.json("site.json");
    site["languages"] = json!(["en", "ar"]);
    site["pdf"] = json!({ "papers": [] });
    content.write("site.json", site.to_string());
    let tree = content.print().tree;
    let (left, right) = ((0..16, 0..630), (1184..1200, 0..630));
    for (path, bar, other) in [
        ("export/png/en/marcus-rodriguez.png", &left, &right),
        ("export/png/ar/marcus-rodriguez.png", &right, &left),
    ] {
        let image = picture(&tree, path);
        assert!(!is_empty(&image, bar.0.clone(), bar.1.clone()), "{path}");
        assert!(is_empty(&image, other.0.clone(), other.1.clone()), "{path}");
        // The monogram is at the end of the lines.
        let (monogram, _) = if bar.0.start == 0 { (1020, 0) } else { (180, 0) };
        assert_ne!(image.get_pixel(monogram, 90).0[..3], GROUND, "{path}");
    }
}

#[test]
fn a_setting_that_is_no_answer_is_named() {
    let content = Content::fixture("small");
    content.edit("site.json", "\"baseUrl\"", "\"linkPictures\": \"no\", \"baseUrl\"");
    let told = crate::content::listed(&content.try_build().unwrap_err());
    assert!(told.contains("$.linkPictures: expected true or false"), "{told}");
}

#[test]
fn a_picture_has_the_colours_of_the_theme() {
    let content = Content::fixture("small");
    content.edit("site.json", "\"baseUrl\"", "\"theme\": \"terminal\", \"baseUrl\"");
    let image = picture(&content.print().tree, "export/png/en/ada-lovelace.png");
    assert_eq!(image.get_pixel(600, 20).0, [0xfc, 0xfa, 0xf3, 255]);
}
