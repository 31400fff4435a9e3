//! `YAMLResume` in other languages than English: values from its lists are English, names are translated.

use crate::content::{Content, listed, root};
use crate::page::Page;
use crate::yaml_resume::site;
use std::fs;

/// A German file, in which what was chosen from the format's lists is English.
const GERMAN: &str = "
content:
  basics: {name: Ines Aldana, headline: Hält die Flüsse auf den Karten fest}
  location: {city: Passau, country: Czech Republic}
  education:
    - {institution: Uni Passau, degree: Bachelor, area: Vermessungswesen, startDate: 2001}
    - {institution: Uni Wien, degree: Master, startDate: 2003}
    - {institution: TU Graz, degree: Diplom, area: Vermessung, startDate: 2005}
  skills:
    - {name: Vermessung, level: Expert}
    - {name: Segeln, level: Fortgeschritten}
  languages:
    - {language: German, fluency: Native or Bilingual Proficiency}
    - {language: Cantonese, fluency: Elementary Proficiency, keywords: [HSK 2]}
locale: {language: de}
";

/// Returns a site in these languages, with words of its own for German.
fn multilingual(languages: &str) -> Content {
    let content = site(GERMAN.as_bytes());
    content.edit("site.json", "[\"en\", \"es\"]", languages);
    let words = fs::read_to_string(root().join("public/locales/en.json")).unwrap();
    content
        .write("locales/de.json", words.replace("\"name\": \"English\"", "\"name\": \"Deutsch\""));
    content
}

/// The texts of a page's content that are marked as being in a language.
fn marked(content: &Content, path: &str, language: &str) -> Vec<String> {
    let built = content.build();
    let page = Page::of(&built.tree, path);
    let marked = page.select(&format!("main section [lang={language}]"));
    marked.iter().map(|it| it.text().concat().trim().to_owned()).collect()
}

#[test]
fn chosen_values_are_marked_as_english_and_names_translated() {
    let content = multilingual("[\"de\", \"en\", \"es\"]");
    content.edit("site.json", "\"defaultLanguage\": \"en\"", "\"defaultLanguage\": \"de\"");
    assert_eq!(
        marked(&content, "de/index.html", "en"),
        [
            "Master",
            "Expert",
            "Native or Bilingual Proficiency",
            "Cantonese",
            "Elementary Proficiency (HSK 2)",
        ]
    );
    let built = content.build();
    for (path, shown) in [
        ("de/index.html", ["Deutsch", "Tschechien", "Diplom"]),
        ("en/index.html", ["German", "Czech Republic", "Diplom"]),
        ("es/index.html", ["Alemán", "Chequia", "Diplom"]),
    ] {
        let text = Page::of(&built.tree, path).text();
        for word in shown {
            assert!(text.contains(word), "{word} is not in {path}: {text}");
        }
    }
    // What the owner wrote is German, and so it is marked on a page in another language only.
    let german = marked(&content, "en/index.html", "de");
    assert!(german.iter().any(|text| text == "Diplom Vermessung"), "{german:?}");
    assert!(german.iter().any(|text| text == "Fortgeschritten"), "{german:?}");
    assert!(!german.iter().any(|text| text == "Expert"), "{german:?}");
}

#[test]
fn joined_files_say_each_value_in_its_language() {
    let content = multilingual("[\"de\", \"en\"]");
    content.edit("site.json", "\"defaultLanguage\": \"en\"", "\"defaultLanguage\": \"de\"");
    let english = GERMAN
        .replace("Hält die Flüsse auf den Karten fest", "Keeps rivers on maps")
        .replace("Diplom,", "Diploma,")
        .replace("Vermessung", "Surveying")
        .replace("Surveyingswesen", "Geodesy")
        .replace("Segeln, level: Fortgeschritten", "Sailing, level: Advanced")
        .replace("language: de", "language: en");
    content.write("profiles/ada-lovelace.en.yml", english);
    let built = content.build();
    let found = listed(&built.findings);
    assert!(!found.contains(" here and "), "{found}");
    assert_eq!(marked(&content, "en/index.html", "de"), Vec::<String>::new());
    let english = marked(&content, "de/index.html", "en");
    assert_eq!(english.len(), 5, "{english:?}");
    let (german, english) = (
        Page::of(&built.tree, "de/index.html").text(),
        Page::of(&built.tree, "en/index.html").text(),
    );
    for (word, other) in [
        ("Fortgeschritten", "Advanced"),
        ("Diplom", "Diploma"),
        ("Deutsch", "German"),
        ("Segeln", "Sailing"),
    ] {
        assert!(german.contains(word), "{word}: {german}");
        assert!(english.contains(other), "{other}: {english}");
    }
    for word in ["Advanced", "Diploma", "German", "Sailing"] {
        assert!(!german.contains(word), "{word}: {german}");
    }
}
