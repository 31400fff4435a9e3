//! The seeds compared with the built pages: no part of either document may get lost.

use crate::content::{Content, data, root, shipped};
use crate::page::{Page, text};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

const PROFILES: [&str; 2] = ["rodrigo-de-leon", "marcus-rodriguez"];

/// What is the same in both languages: names, and words that Spanish-speaking engineers use as they
/// are. Anything else that is the same was not translated.
const SAME: &[&str] = &["Python", "Marcus Rodriguez", "Perfil"];

/// The words of a text. Figures include their signs; the separators of a document are omitted,
/// because a page expresses them by its layout.
fn words(text: &str) -> String {
    let is_word = |c: char| c.is_alphanumeric() || "%+&".contains(c);
    let spaced: String = text.chars().map(|c| if is_word(c) { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A line of a seed without the number of its step, which the page counts itself.
fn line(written: &str) -> String {
    let text = written.trim();
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    words(digits.strip_prefix(". ").unwrap_or(text))
}

/// The lines of a seed that a page lacks, or has in another order.
fn missing(seed: &str, page: &Page) -> Vec<String> {
    let shown = page.select("main").into_iter().map(text).collect::<String>();
    missing_lines(seed, &shown, &page.text())
}

/// The lines of a seed that a text lacks, or has in another order. `whole` is the complete text.
pub(crate) fn missing_lines(seed: &str, shown: &str, whole: &str) -> Vec<String> {
    let seed = fs::read_to_string(data().join("seeds").join(seed)).unwrap();
    let (shown, whole) = (words(shown), words(whole));

    let mut rest = shown.as_str();
    let mut missing = Vec::new();
    for line in seed.lines().map(line).filter(|line| !line.is_empty()) {
        if let Some(at) = rest.find(&line) {
            rest = &rest[at + line.len()..];
        } else if line == "English Español" && whole.contains(&line) {
            // The choice of languages is above the page, and not part of it.
        } else {
            let place = if shown.contains(&line) { "elsewhere" } else { "nowhere" };
            missing.push(format!("{place}: {line}"));
        }
    }
    missing
}

fn check(seed: &str, profile: &str) {
    let page = Page::of(shipped(), &format!("en/{profile}/index.html"));
    assert_eq!(missing(seed, &page), Vec::<String>::new());
}

#[test]
fn both_seeds_are_built_from_their_original_files() {
    let content = Content::shipped();
    let folder = content.path().join("profiles");
    for (seed, ending) in [("rodrigo-de-leon", "txt"), ("marcus-rodriguez", "md")] {
        fs::remove_file(folder.join(format!("{seed}.json"))).unwrap();
        let file = format!("{seed}.{ending}");
        fs::copy(data().join("seeds").join(&file), folder.join(&file)).unwrap();
    }
    let tree = content.build().tree;
    for (seed, profile) in
        [("rodrigo-de-leon.txt", "rodrigo-de-leon"), ("marcus-rodriguez.md", "marcus-rodriguez")]
    {
        // On the other page everything except the words around dates is borrowed.
        let page = Page::of(&tree, &format!("en/{profile}/index.html"));
        assert_eq!(missing(seed, &page), Vec::<String>::new());
    }
}

#[test]
fn the_page_has_every_word_of_rodrigo() {
    check("rodrigo-de-leon.txt", "rodrigo-de-leon");
}

#[test]
fn the_page_has_every_word_of_marcus() {
    check("marcus-rodriguez.md", "marcus-rodriguez");
}

#[test]
fn dropped_changed_and_moved_words_are_found() {
    let content = Content::shipped();
    let file = "profiles/marcus-rodriguez.json";
    content.edit(file, "reducing false positives by 40%", "reducing false positives by 4%");
    content.edit(file, "\"name\": \"Ex-Uber\",", "");
    let mut profile = content.json(file);
    let sections = profile["sections"].as_array_mut().unwrap();
    let steps = sections.iter_mut().find_map(|section| {
        let inner = section.get_mut("sections")?.as_array_mut()?;
        inner.iter_mut().find(|section| section["kind"] == "steps")
    });
    steps.unwrap()["items"].as_array_mut().unwrap().swap(0, 1);
    content.write(file, profile.to_string());
    let page = Page::of(&content.build().tree, "en/marcus-rodriguez/index.html");
    let missing = missing("marcus-rodriguez.md", &page);
    let starts = ["nowhere: Ex Uber Core", "elsewhere: Architecture", "nowhere: Stripe Payment"];
    assert!(
        missing.iter().zip(starts).all(|(line, start)| line.starts_with(start)),
        "{missing:#?}"
    );
    assert_eq!(missing.len(), 3, "{missing:#?}");
}

#[test]
fn the_pages_have_as_many_items_as_the_seeds() {
    let rodrigo = Page::of(shipped(), "en/rodrigo-de-leon/index.html");
    let marcus = Page::of(shipped(), "en/marcus-rodriguez/index.html");
    for (page, selector, count) in [
        (&rodrigo, ".focus li", 3),
        (&rodrigo, "#what-i-build li", 6),
        (&rodrigo, "#engineering-principles dt", 6),
        (&rodrigo, "#selected-engineering-contributions li", 7),
        (&marcus, "#professional-experience .entry", 4),
        (&marcus, "#core-specialties dt", 8),
        (&marcus, "#core-philosophy blockquote", 1),
        (&marcus, "#design-principles dt", 6),
        (&marcus, "#technical-standards dt", 5),
        (&marcus, "#technology-stack section", 4),
        (&marcus, "#technology-stack dt", 15),
        (&marcus, "#system-design-methodology ol > li", 6),
        (&marcus, "#notable-achievements .figure-value", 5),
        (&marcus, "#team-leadership dt", 4),
    ] {
        assert_eq!(page.select(selector).len(), count, "{} {selector}", page.path);
    }
}

/// Every text of a profile that is written in both languages.
fn translations(value: &Value, found: &mut Vec<[String; 2]>) {
    match value {
        Value::Object(members) => {
            if let (Some(en), Some(es)) = (members.get("en"), members.get("es")) {
                found.push([en, es].map(|text| words(text.as_str().unwrap())));
            }
            members.values().for_each(|member| translations(member, found));
        }
        Value::Array(elements) => elements.iter().for_each(|item| translations(item, found)),
        _ => {}
    }
}

#[test]
fn the_spanish_page_has_only_spanish_texts() {
    for profile in PROFILES {
        let file = root().join(format!("public/profiles/{profile}.json"));
        let mut texts = Vec::new();
        translations(&serde_json::from_slice(&fs::read(file).unwrap()).unwrap(), &mut texts);
        assert!(texts.len() > 30, "{profile} has {} texts in both languages", texts.len());

        let page = Page::of(shipped(), &format!("es/{profile}/index.html"));
        let shown = words(&page.text());
        let elements: BTreeSet<_> =
            page.select("main *").into_iter().map(|element| words(&text(element))).collect();
        for [en, es] in &texts {
            assert!(shown.contains(es.as_str()), "{profile} lacks {es:?}");
            assert!(
                en != es || SAME.contains(&en.as_str()),
                "{profile} has {en:?} for Spanish too"
            );
            // Some words are Spanish in one place and English in another.
            let is_spanish_too = texts.iter().any(|[_, other]| other == en);
            assert!(is_spanish_too || !elements.contains(en), "{profile} shows {en:?} in Spanish");
        }
    }
}

#[test]
fn no_text_falls_back_to_the_other_language() {
    // The pages outside of the languages are in all of them.
    for page in Page::all(shipped()).iter().filter(|page| page.path.contains('/')) {
        let texts: Vec<_> = page.select("main [lang]").into_iter().map(text).collect();
        assert_eq!(texts, Vec::<String>::new(), "{}", page.path);
    }
}
