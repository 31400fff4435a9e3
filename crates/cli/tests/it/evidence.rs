//! Evidence for skills, compared with the pages: the index must refer to the numbers of their
//! items.

use crate::content::{Content, shipped, text as file};
use crate::expected;
use crate::page::{self, Page};
use perfil_site::Tree;
use perfil_view::{ITEM, ITEMS};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Everything in the sections that a reader sees as one item, by its appearance.
const SEEN: &str = ".sections :is(.entry, .term, .skill, .step, .metric, .quotation, \
                    .lines > li:not(.entry li), .section .prose:not(:is(.entry, .term, .step, \
                    .metric, .quotation) .prose))";

/// The profile of a page as the browser receives it.
fn data(tree: &Tree, language: &str, slug: &str) -> Value {
    let page: Value =
        serde_json::from_str(file(tree, &format!("data/{language}/{slug}.json"))).unwrap();
    page["body"]["profile"].clone()
}

/// The texts of the items of a page, by their numbers.
fn items(tree: &Tree, language: &str, slug: &str) -> Vec<String> {
    let page = Page::of(tree, &format!("{language}/{slug}/index.html"));
    let items = page.select(ITEMS);
    assert_eq!(items, page.select(SEEN), "{language}/{slug}: what is seen is numbered");
    let numbers: Vec<_> = items.iter().map(|item| item.value().attr(ITEM).unwrap()).collect();
    let count = data(tree, language, slug)["items"].as_u64().unwrap();
    let expected: Vec<_> = (0..count).map(|number| number.to_string()).collect();
    assert_eq!(numbers, expected, "{language}/{slug}: in the order of the page");
    items.into_iter().map(page::text).collect()
}

/// The items of each skill, by its id.
fn index(profile: &Value) -> BTreeMap<String, Vec<usize>> {
    let numbers = |skill: &Value| serde_json::from_value(skill["items"].clone()).unwrap();
    let skills = profile["skills"].as_array().unwrap().iter();
    skills.map(|skill| (skill["id"].as_str().unwrap().to_owned(), numbers(skill))).collect()
}

/// The index in a readable form: every item, and for every skill the numbers of its items.
fn shown(language: &str, slug: &str) -> String {
    let profile = data(shipped(), language, slug);
    let mut shown = String::new();
    for skill in profile["skills"].as_array().unwrap() {
        let numbers: Vec<_> =
            skill["items"].as_array().unwrap().iter().map(Value::to_string).collect();
        let [id, name] = [&skill["id"], &skill["name"]].map(|text| text.as_str().unwrap());
        writeln!(shown, "{id} ({name}): {}", numbers.join(" ")).unwrap();
    }
    for (number, text) in items(shipped(), language, slug).iter().enumerate() {
        let short: String = text.chars().take(80).collect();
        writeln!(shown, "{number:4} {}", short.trim_end()).unwrap();
    }
    shown
}

#[test]
fn the_evidence_of_the_seeds_equals_its_snapshot() {
    for slug in ["marcus-rodriguez", "rodrigo-de-leon"] {
        for language in ["en", "es"] {
            expected::check(&format!("evidence/{slug}.{language}.txt"), &shown(language, slug));
        }
    }
}

#[test]
fn a_skill_has_the_same_evidence_in_every_language() {
    for slug in ["marcus-rodriguez", "rodrigo-de-leon"] {
        let [en, es] = ["en", "es"].map(|language| index(&data(shipped(), language, slug)));
        assert_eq!(en, es, "{slug}");
    }
}

/// Adds a word of its own to every free text of the items of a profile.
fn mark(value: &mut Value, key: &str, words: &mut Vec<String>) {
    let kept = [
        "id",
        "kind",
        "title",
        "url",
        "skills",
        "startDate",
        "endDate",
        "releaseDate",
        "date",
        "duration",
        "image",
        "imageAlt",
    ];
    match value {
        Value::String(text) if !kept.contains(&key) => {
            let word = format!("zword{}", words.len());
            text.push_str(", ");
            text.push_str(&word);
            words.push(word);
        }
        Value::Object(members) => {
            members.iter_mut().for_each(|(key, value)| mark(value, key, words));
        }
        Value::Array(elements) => elements.iter_mut().for_each(|item| mark(item, key, words)),
        _ => {}
    }
}

#[test]
fn item_numbers_equal_those_of_the_page() {
    let content = Content::fixture("every-kind");
    let mut profile = content.json("profiles/everything.json");
    let mut words = Vec::new();
    mark(&mut profile["sections"], "", &mut words);
    let listed =
        json!({ "id": "all", "kind": "skills", "items": [{ "name": "All", "keywords": words }] });
    profile["sections"].as_array_mut().unwrap().push(listed);
    content.write("profiles/everything.json", profile.to_string());

    let tree = content.build().tree;
    let texts = items(&tree, "en", "everything");
    let last = texts.len() - 1;
    let index = index(&data(&tree, "en", "everything"));
    let mut is_evidence = vec![false; texts.len()];
    for word in &words {
        let has =
            |text: &String| text.split(|c: char| !c.is_alphanumeric()).any(|part| part == word);
        for item in &index[word] {
            assert!(has(&texts[*item]), "item {item} lacks {word}: {}", texts[*item]);
            is_evidence[*item] = true;
        }
        assert!(index[word].contains(&last), "{word} is listed");
    }
    let silent: Vec<_> =
        texts.iter().zip(is_evidence).filter(|(_, proves)| !proves).map(|(text, _)| text).collect();
    // Languages and interests are no evidence.
    assert_eq!(silent.len(), 2, "{silent:#?}");
}

#[test]
fn pages_have_as_many_items_as_their_index() {
    let mut whole = Content::fixture("every-kind").json("profiles/everything.json");
    let sections = whole["sections"].as_array_mut().unwrap();
    let empty = json!({ "id": "empty", "title": "Empty", "kind": "list", "items": [] });
    sections.insert(0, empty);
    sections.push(json!({ "id": "notes-only", "kind": "notes", "text": "- a\n- b\n\nc" }));
    sections.push(json!({ "id": "prose-only", "kind": "prose", "text": "> a\n\n1. b\n2. c" }));
    let content = Content::fixture("every-kind");
    content.write("profiles/everything.json", whole.to_string());
    let tree = content.build().tree;
    for slug in ["everything", "nothing"] {
        items(&tree, "en", slug);
    }
    for language in ["en", "es"] {
        for slug in ["marcus-rodriguez", "rodrigo-de-leon"] {
            items(shipped(), language, slug);
        }
    }
}

#[test]
fn an_opened_card_refers_to_items_of_the_page() {
    let tree = Content::fixture("every-kind").build().tree;
    let texts = items(&tree, "en", "everything");
    let panel: Value = serde_json::from_str(file(&tree, "embed/en/everything/panel.json")).unwrap();
    let sections = panel["sections"].as_array().unwrap().iter();
    let shown = sections.flat_map(|section| section["items"].as_array().unwrap());
    let mut numbers = Vec::new();
    for item in shown {
        let number = usize::try_from(item["number"].as_u64().unwrap()).unwrap();
        let title = [&item["title"], &item["texts"][0]];
        let title = title.into_iter().find_map(Value::as_str).unwrap();
        let word = title.split_whitespace().next().unwrap();
        assert!(texts[number].contains(word), "{title:?} is not in {:?}", texts[number]);
        numbers.push(number);
    }
    numbers.sort_unstable();
    assert!(numbers.into_iter().eq(0..texts.len()), "a card shows every item once");
}

#[test]
fn every_shown_skill_links_to_its_evidence() {
    for language in ["en", "es"] {
        let page = Page::of(shipped(), &format!("{language}/marcus-rodriguez/index.html"));
        let index = index(&data(shipped(), language, "marcus-rodriguez"));
        let links = page.select(".sections .skill-link");
        assert!(links.len() > 50, "{} links", links.len());
        for link in &links {
            let href = link.value().attr("href").unwrap();
            let ids = href.strip_prefix("?skill=").unwrap().split(',');
            ids.for_each(|id| assert!(index.contains_key(id), "{href}"));
        }
        assert_eq!(links.len(), page.select(".matrix .keyword").len());
    }
}

#[test]
fn unmentioned_skills_of_an_entry_are_listed_below_it() {
    let content = Content::fixture("every-kind");
    let tree = content.build().tree;
    let page = Page::of(&tree, "en/everything/index.html");
    let lines: Vec<_> = page.select("#work .keywords").into_iter().map(page::text).collect();
    assert_eq!(lines, ["FLOW-MATIC, Punched tape"]);
    content.edit(
        "profiles/everything.json",
        "Third programmer",
        "With flow-matic, third programmer",
    );
    let tree = content.build().tree;
    let page = Page::of(&tree, "en/everything/index.html");
    let lines: Vec<_> = page.select("#work .keywords").into_iter().map(page::text).collect();
    assert_eq!(lines, ["Punched tape"]);
    let skills = data(&tree, "en", "everything")["skills"].clone();
    let tape = skills.as_array().unwrap().iter().find(|skill| skill["id"] == "punched-tape");
    assert_eq!(tape.unwrap()["period"], "1944\u{2009}–\u{2009}present");
}

#[test]
fn only_long_sections_among_many_are_folded() {
    let long = |slug: &str| -> Vec<String> {
        let profile = data(shipped(), "en", slug);
        let sections = profile["contents"].as_array().unwrap().clone();
        let long = sections.iter().filter(|section| section["is_long"] == true);
        long.map(|section| section["id"].as_str().unwrap().to_owned()).collect()
    };
    assert!(long("rodrigo-de-leon").is_empty());
    assert_eq!(
        long("marcus-rodriguez"),
        [
            "background-and-expertise",
            "philosophy-and-principles",
            "technology-stack",
            "approach-to-backend-architecture",
            "communication-style",
            "project-leadership-experience",
        ]
    );
}
