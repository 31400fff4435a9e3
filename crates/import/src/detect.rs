//! The language of a file that does not state it, by its sentences; and languages by their names.

use crate::unmapped::is_localized;
use perfil_model::language::Tag;
use perfil_prose::Document;
use perfil_source::{Node, Value, privacy};
use whatlang::{Detector, Lang};

/// The languages that can be recognized, with their BCP 47 tags: those that have titles for sections.
const LANGUAGES: [(Lang, &str); 38] = [
    (Lang::Eng, "en"),
    (Lang::Spa, "es"),
    (Lang::Fra, "fr"),
    (Lang::Deu, "de"),
    (Lang::Por, "pt"),
    (Lang::Ita, "it"),
    (Lang::Nld, "nl"),
    (Lang::Swe, "sv"),
    (Lang::Dan, "da"),
    (Lang::Nob, "nb"),
    (Lang::Fin, "fi"),
    (Lang::Est, "et"),
    (Lang::Lav, "lv"),
    (Lang::Lit, "lt"),
    (Lang::Pol, "pl"),
    (Lang::Ces, "cs"),
    (Lang::Slk, "sk"),
    (Lang::Hun, "hu"),
    (Lang::Ron, "ro"),
    (Lang::Bul, "bg"),
    (Lang::Hrv, "hr"),
    (Lang::Srp, "sr"),
    (Lang::Slv, "sl"),
    (Lang::Ell, "el"),
    (Lang::Tur, "tr"),
    (Lang::Rus, "ru"),
    (Lang::Ukr, "uk"),
    (Lang::Bel, "be"),
    (Lang::Heb, "he"),
    (Lang::Ara, "ar"),
    (Lang::Pes, "fa"),
    (Lang::Hin, "hi"),
    (Lang::Tha, "th"),
    (Lang::Vie, "vi"),
    (Lang::Ind, "id"),
    (Lang::Jpn, "ja"),
    (Lang::Kor, "ko"),
    (Lang::Cmn, "zh"),
];

/// The parts of files that are about the file, and not about the person.
const ABOUT_THE_FILE: [&str; 9] = [
    "$schema",
    "meta",
    "metadata",
    "design",
    "locale",
    "locale_catalog",
    "settings",
    "layout",
    "layouts",
];

/// The least number of letters from which a language can be recognized.
const ENOUGH: usize = 80;

/// The least number of letters from which a language is certain.
const CERTAIN: usize = 120;

/// The least number of words of a sentence: names and terms are often of another language.
const SENTENCE: usize = 4;

/// How many letters of a file are looked at.
const AT_MOST: usize = 8_000;

/// Returns the language of the sentences of a file, if they leave no doubt.
pub(super) fn language(file: &Node) -> Option<Tag> {
    let mut sentences = String::new();
    for member in file.members() {
        if !ABOUT_THE_FILE.contains(&member.key.as_str()) {
            collect(&member.value, &mut sentences);
        }
    }
    of_sentences(&sentences)
}

/// Returns the tags of the languages that can be recognized.
pub(super) fn tags() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|(_, tag)| *tag)
}

/// Returns the language of sentences, if they leave no doubt.
pub(super) fn of_sentences(sentences: &str) -> Option<Tag> {
    if sentences.chars().filter(|c| c.is_alphabetic()).count() < ENOUGH {
        return None;
    }
    let found = detected(sentences)?;
    Tag::parse(found.tag).filter(|_| found.is_reliable)
}

/// Returns the language of a text of several sentences, if it is as good as certain: so many letters
/// that names and terms of another language weigh little.
pub(super) fn surely(text: &str) -> Option<Tag> {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    // A letter of a script without spaces says as much as several others.
    let weight: usize = letters.map(|c| if perfil_text::is_spaceless(c) { 3 } else { 1 }).sum();
    if weight < CERTAIN {
        return None;
    }
    let found = detected(text)?;
    Tag::parse(found.tag).filter(|_| found.is_reliable && found.is_certain)
}

/// The language that a text looks most like.
struct Detected {
    tag: &'static str,
    is_reliable: bool,
    is_certain: bool,
}

fn detected(text: &str) -> Option<Detected> {
    let found = if cfg!(feature = "apart") {
        perfil_apart::ask("languages", text.as_bytes())
    } else {
        detected_here(text)?.to_vec()
    };
    let [place, is_reliable, is_certain] = *found.as_slice() else { return None };
    let (_, tag) = LANGUAGES.get(usize::from(place))?;
    Some(Detected { tag, is_reliable: is_reliable == 1, is_certain: is_certain == 1 })
}

/// Returns the language that a text looks most like, as three numbers: its place among those that can be
/// recognized, whether that is reliable, and whether it is certain.
#[must_use]
pub fn detected_here(text: &str) -> Option<[u8; 3]> {
    let known = LANGUAGES.iter().map(|(language, _)| *language).collect();
    let found = Detector::with_allowlist(known).detect(text)?;
    let place = LANGUAGES.iter().position(|(language, _)| *language == found.lang())?;
    let is_certain = found.confidence() > 0.9;
    Some([u8::try_from(place).ok()?, found.is_reliable().into(), is_certain.into()])
}

/// Collects the sentences whose language nobody states.
fn collect(node: &Node, sentences: &mut String) {
    match &node.value {
        _ if sentences.len() > AT_MOST || is_localized(node) => {}
        Value::String(text) if is_sentence(text) => {
            sentences.push_str(&Document::parse(text).to_text());
            sentences.push('\n');
        }
        Value::Array(elements) => elements.iter().for_each(|it| collect(it, sentences)),
        Value::Object(members) => {
            let members = members.iter().filter(|member| !privacy::is_mark(member));
            members.for_each(|member| collect(&member.value, sentences));
        }
        _ => {}
    }
}

fn is_sentence(text: &str) -> bool {
    // Some scripts have no spaces between words.
    let is_dense = text.chars().filter(|c| !c.is_ascii() && c.is_alphabetic()).count() >= 12;
    is_dense || text.split_whitespace().count() >= SENTENCE
}

/// Returns a language by its tag or by its name, in English or in the language itself: `es`, `es_MX`,
/// `spanish`, `español`, `mandarin_chinese`.
pub(super) fn named(written: &str) -> Option<Tag> {
    let written = written.trim().to_lowercase();
    if let Some(tag) = Tag::parse(&written.replace('_', "-")) {
        return Some(tag);
    }
    let is_name = |name: &str| {
        let name = name.to_lowercase();
        written == name || written.starts_with(&(name + "_"))
    };
    let is_named = |language: &Lang| is_name(language.eng_name()) || is_name(language.name());
    let (_, tag) = LANGUAGES.iter().find(|(language, _)| is_named(language))?;
    Tag::parse(tag)
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_source::parse;

    fn of(json: &str) -> Option<String> {
        let node = parse(json.as_bytes()).expect("this is JSON");
        language(&node).map(|tag| tag.as_str().to_owned())
    }

    #[test]
    fn sentences_tell_their_language() {
        for (text, tag) in [
            (
                "Built the pipelines that carry the payments of four banks, and wrote the tests \
                 that keep them honest.",
                "en",
            ),
            (
                "Diseñé la canalización de datos que mueve los pagos de cuatro bancos y escribí \
                 las pruebas que la vigilan.",
                "es",
            ),
            (
                "Entwurf und Betrieb der Strecken, über die vier Banken ihre Zahlungen abwickeln, \
                 samt der Prüfungen dafür.",
                "de",
            ),
            (
                "Conception des chaînes de traitement qui portent les paiements de quatre banques, \
                 et des essais qui les surveillent.",
                "fr",
            ),
            (
                "Проектировал конвейеры, через которые проходят платежи четырёх банков, и писал \
                 проверки для них.",
                "ru",
            ),
            (
                "四つの銀行の決済を支えるデータ基盤を設計し、その正しさを確かめる試験を書きました。\
                 障害の対応と改善も担当し、チームの育成にも力を入れました。運用の自動化を進め、\
                 夜間の呼び出しを半分に減らしました。",
                "ja",
            ),
        ] {
            let json =
                format!("{{ \"work\": [{{ \"name\": \"Kestrel\", \"summary\": {text:?} }}] }}");
            assert_eq!(of(&json).as_deref(), Some(tag), "{text}");
        }
    }

    #[test]
    fn names_and_short_texts_tell_nothing() {
        for json in [
            "{}",
            r#"{ "basics": { "name": "José García Márquez", "label": "Ingeniero de datos" } }"#,
            r#"{ "skills": [{ "name": "Rust", "keywords": ["Tokio", "Leptos", "Axum", "Serde"] }] }"#,
            r#"{ "summary": { "es": "Diseñé la canalización de datos que mueve los pagos de cuatro bancos y escribí las pruebas que la vigilan." } }"#,
        ] {
            assert_eq!(of(json), None, "{json}");
        }
    }

    #[test]
    fn a_language_has_a_tag_and_names() {
        for (written, tag) in [
            ("es", Some("es")),
            ("pt_BR", Some("pt-BR")),
            ("Spanish", Some("es")),
            ("español", Some("es")),
            ("mandarin_chinese", Some("zh")),
            ("Klingon warrior", None),
        ] {
            assert_eq!(named(written).as_ref().map(Tag::as_str), tag, "{written}");
        }
    }
}
