//! The ways to show a card without a script: pictures, and the response for consumers of oEmbed.

use crate::content::{Content, shipped, text};
use crate::html::Html;
use crate::page::Page;
use perfil_site::Tree;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use std::collections::BTreeMap;

const PICTURES: [&str; 2] = ["light.svg", "dark.svg"];

/// The content of a picture: the number of elements of each name, and the texts.
fn parts(svg: &str) -> (BTreeMap<String, usize>, Vec<String>) {
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let (mut counts, mut texts): (BTreeMap<String, usize>, _) = (BTreeMap::new(), Vec::new());
    let mut text: Option<String> = None;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} in {svg}")) {
            Event::Eof => return (counts, texts),
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                for attribute in tag.attributes() {
                    let key = attribute.unwrap_or_else(|error| panic!("{error} in {svg}")).key;
                    let key = key.as_ref().to_owned();
                    assert!(key != "style" && !key.starts_with("on"), "{key} in {svg}");
                }
                text = (name == "text" || name == "title").then(String::new);
                *counts.entry(name).or_default() += 1;
            }
            Event::Text(part) => match &mut text {
                Some(text) => text.push_str(&part),
                None => assert_eq!(part.trim(), "", "only texts hold text"),
            },
            Event::GeneralRef(name) => {
                let text = text.as_mut().unwrap();
                match &*name {
                    "lt" => text.push('<'),
                    "gt" => text.push('>'),
                    "amp" => text.push('&'),
                    "quot" => text.push('"'),
                    "apos" => text.push('\''),
                    other => panic!("{other:?} in {svg}"),
                }
            }
            Event::End(_) => texts.extend(text.take()),
            other => panic!("{other:?} in {svg}"),
        }
    }
}

fn answer(tree: &Tree, card: &str) -> Value {
    serde_json::from_str(text(tree, &format!("embed/{card}/oembed.json"))).unwrap()
}

#[test]
fn a_picture_names_the_person() {
    for name in PICTURES {
        let svg = text(shipped(), &format!("embed/es/marcus-rodriguez/{name}"));
        let root = svg.split_once('>').unwrap().0;
        for attribute in ["width=\"480\"", "role=\"img\"", "lang=\"es\"", "direction=\"ltr\""] {
            assert!(root.contains(attribute), "{root}");
        }
        let (counts, texts) = parts(svg);
        let expected = [
            "Marcus Rodriguez – Arquitecto backend",
            "MR",
            "Marcus Rodriguez",
            "Arquitecto backend",
            "San Francisco, California",
        ];
        assert_eq!(texts[..5], expected);
        assert_eq!(texts.last().unwrap(), "perfil.example/es/marcus-rodriguez");
        assert_eq!(counts["rect"], 1 + 6, "the ground, and six skills");
        assert!(counts.keys().all(|name| !["script", "style", "foreignObject"].contains(&&**name)));
    }
    let [light, dark] =
        PICTURES.map(|name| text(shipped(), &format!("embed/en/rodrigo-de-leon/{name}")));
    assert_eq!(parts(light), parts(dark), "they differ in colours alone");
    assert_ne!(light, dark);
}

#[test]
fn a_picture_has_the_direction_of_its_language() {
    let content = Content::shipped();
    content.add_fixture("arabic");
    content.edit("site.json", "[\"en\", \"es\"]", "[\"en\", \"ar\"]");
    content.edit("site.json", "\"marcus-rodriguez\"", "\"layla-haddad\"");
    let tree = content.build().tree;
    let svg = text(&tree, "embed/ar/layla-haddad/light.svg");
    assert!(svg.contains("lang=\"ar\" direction=\"rtl\""), "{svg}");
    let (_, texts) = parts(svg);
    assert!(texts.contains(&"مهندسة برمجيات".to_owned()), "{texts:?}");
    // The portrait is on the right, and borrowed text keeps its own direction.
    assert!(svg.contains("<circle cx=\"424\""), "{svg}");
    let borrowed = text(&tree, "embed/ar/rodrigo-de-leon/light.svg");
    assert!(borrowed.contains("text-anchor=\"end\" lang=\"en\" direction=\"ltr\""), "{borrowed}");
}

#[test]
fn only_a_small_portrait_is_in_the_picture() {
    let content = Content::fixture("every-kind");
    let path = "embed/en/everything/light.svg";
    assert!(text(&content.build().tree, path).contains("href=\"data:image/png;base64,"));
    let mut image = std::fs::read(content.path().join("images/grace.png")).unwrap();
    image.resize(40_001, 0);
    content.write("images/grace.png", image);
    let tree = content.build().tree;
    assert!(!text(&tree, path).contains("data:"));
    assert!(parts(text(&tree, path)).1.contains(&"GH".to_owned()));
}

#[test]
fn long_texts_end_with_an_ellipsis() {
    let content = Content::fixture("small");
    let mut person = content.json("profiles/ada-lovelace.json");
    person["name"] = "Augusta ".repeat(400).into();
    person["headline"] = "x".repeat(40_000).into();
    content.write("profiles/ada-lovelace.json", person.to_string());
    let tree = content.build().tree;
    let (_, texts) = parts(text(&tree, "embed/en/ada-lovelace/light.svg"));
    assert_eq!(texts.iter().filter(|text| text.ends_with('…')).count(), 2, "{texts:?}");
    assert!(texts[1..].iter().all(|text| text.chars().count() < 80), "{texts:?}");
}

#[test]
fn no_text_changes_the_structure_of_a_picture_or_frame() {
    let built = |hostile: &str| {
        let content = Content::fixture("small");
        let mut person = content.json("profiles/ada-lovelace.json");
        for field in ["name", "headline"] {
            person[field] = hostile.into();
        }
        content.write("profiles/ada-lovelace.json", person.to_string());
        content.build().tree
    };
    let harmless = built("harmless");
    for hostile in [
        "</text><script>alert(1)</script>",
        "\" onload=\"alert(2)",
        "' onload='",
        "]]><!-- <b> &lt; &#0; &nope;",
        "\u{fffe}\u{ffff}\u{202e}\u{2066}x",
    ] {
        let tree = built(hostile);
        for name in PICTURES {
            let [svg, before] =
                [&tree, &harmless].map(|tree| text(tree, &format!("embed/en/ada-lovelace/{name}")));
            let (counts, texts) = parts(svg);
            // A name may have more lines than the other, and no initials.
            let kinds =
                |counts: &BTreeMap<String, usize>| counts.keys().cloned().collect::<Vec<_>>();
            assert_eq!(kinds(&counts), kinds(&parts(before).0), "{hostile}");
            let read = texts.join(" ").replace('\u{a0}', " ");
            let first = hostile
                .trim_start_matches(['\u{fffe}', '\u{ffff}'])
                .split_whitespace()
                .next()
                .unwrap();
            assert!(read.contains(first), "{hostile}: {read}");
        }
        let html = answer(&tree, "en/ada-lovelace")["html"].as_str().unwrap().to_owned();
        let frame = Html::parse(&html);
        let found = frame.select("*");
        assert!(matches!(found.as_slice(), [one] if one.value().attrs().count() == 6), "{html}");
    }
}

#[test]
fn the_oembed_response_has_the_specified_fields() {
    let tree = shipped();
    for lang in ["en", "es"] {
        let answer = answer(tree, &format!("{lang}/marcus-rodriguez"));
        let page = format!("https://perfil.example/{lang}/marcus-rodriguez/");
        assert_eq!((&answer["type"], &answer["version"]), (&"rich".into(), &"1.0".into()));
        assert_eq!(answer["author_name"], "Marcus Rodriguez");
        assert_eq!(answer["author_url"], page);
        assert_eq!(answer["provider_name"], "Perfil");
        assert_eq!(answer["provider_url"], format!("https://perfil.example/{lang}/"));
        assert!(answer["cache_age"].is_u64());
        assert!(answer.as_object().unwrap().keys().all(|key| !key.starts_with("thumbnail")));

        let frame = Html::parse(answer["html"].as_str().unwrap());
        let frame = frame.select("iframe")[0];
        let attribute = |name| frame.value().attr(name).unwrap_or_default();
        let embed = format!("embed/{lang}/marcus-rodriguez/");
        assert_eq!(attribute("src"), format!("https://perfil.example/{embed}"));
        assert!(tree.get(&format!("{embed}index.html")).is_some());
        assert_eq!(attribute("title"), answer["title"].as_str().unwrap());
        assert_eq!(attribute("loading"), "lazy");
        for name in ["width", "height"] {
            assert!(answer[name].is_u64(), "{answer}");
            assert_eq!(attribute(name), answer[name].to_string());
        }
        assert_eq!(frame.value().attr("style"), None);
    }
}

#[test]
fn a_portrait_is_the_thumbnail() {
    let tree = Content::fixture("every-kind").build().tree;
    let answer = answer(&tree, "en/everything");
    let address = answer["thumbnail_url"].as_str().unwrap();
    let path = address.strip_prefix("https://every.example/").unwrap();
    assert!(tree.get(path).is_some(), "{path}");
    assert_eq!((&answer["thumbnail_width"], &answer["thumbnail_height"]), (&4.into(), &5.into()));
}

#[test]
fn only_profiles_link_to_an_oembed_response() {
    let tree = shipped();
    for page in &Page::all(tree) {
        let links = page.select("link[rel=alternate][type=\"application/json+oembed\"]");
        let parts: Vec<&str> = page.path.split('/').collect();
        let [lang @ ("en" | "es"), slug, "index.html"] = parts.as_slice() else {
            assert!(links.is_empty(), "{}", page.path);
            continue;
        };
        let [link] = links.as_slice() else { panic!("{} has {}", page.path, links.len()) };
        let expected = format!("https://perfil.example/embed/{lang}/{slug}/oembed.json");
        assert_eq!(link.value().attr("href"), Some(&*expected));
        let title = answer(tree, &format!("{lang}/{slug}"))["title"].clone();
        assert_eq!(link.value().attr("title"), title.as_str());
    }
}

#[test]
fn only_small_sites_have_oembed_redirects() {
    let rules = |tree: &Tree| text(tree, "_redirects").matches("/oembed url=").count();
    assert_eq!(rules(shipped()), 4, "two people in two languages");
    let alone = Content::fixture("small").build().tree;
    let rule = "/oembed url=https://ada.example/en/ /embed/en/ada-lovelace/oembed.json 200\n";
    assert!(text(&alone, "_redirects").contains(rule), "its page is the first of the site");
    assert_eq!(rules(&Content::crowd(501).build().tree), 0);
}
