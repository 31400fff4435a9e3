//! What both formats have in common: places, languages, addresses.

use super::resume::Entry;
use super::words::word;
use crate::tree;
use perfil_model::language::{Tag, country_name, language_name};
use perfil_source::Node;
use perfil_text::escape_html;
use std::ops::Range;

/// The skills of the language grid, in its order, with their names in a `SkillsPassport` and in a
/// `Candidate`.
pub(super) const GRID: [(&str, &str, &[&str]); 5] = [
    ("listening", "Listening", &["CEF-Understanding-Listening"]),
    ("reading", "Reading", &["CEF-Understanding-Reading"]),
    ("interaction", "SpokenInteraction", &["CEF-Speaking-Interaction"]),
    ("production", "SpokenProduction", &["CEF-Speaking-Production"]),
    ("writing", "Writing", &["CEF-Writing-Production", "CEF-Writing-Interaction"]),
];

/// Returns the code of a country (ISO 3166-1): Europass has those of the European Union, which
/// differ in two.
pub(super) fn country_code(written: &str) -> String {
    match written.to_uppercase().as_str() {
        "UK" => "GB".to_owned(),
        "EL" => "GR".to_owned(),
        code => code.to_owned(),
    }
}

/// Returns the name of a country in the language of the file, or what is written if it is no code.
pub(super) fn country(written: &str, language: Option<&Tag>) -> String {
    let code = country_code(written);
    let english = Tag::parse("en");
    let language = language.or(english.as_ref());
    let name = language.and_then(|language| country_name(&code, language));
    name.map_or_else(|| written.to_owned(), str::to_owned)
}

/// Returns the name of a language in the language of the file, or what is written if it is no code.
/// Some files have the address of a code: `…/authority/language/ENG`.
pub(super) fn language(written: &str, language: Option<&Tag>) -> String {
    let code = written.rsplit('/').next().unwrap_or(written);
    let english = Tag::parse("en");
    let language = language.or(english.as_ref());
    let name = language.and_then(|language| language_name(code, language));
    name.unwrap_or_else(|| code.to_owned())
}

/// Returns a word of Europass in the language of the file.
pub(super) fn word_in(id: &str, language: Option<&Tag>) -> &'static str {
    let english = Tag::parse("en");
    language.or(english.as_ref()).map_or("", |language| word(id, language))
}

/// Returns how well somebody knows a language: one level if it is the same in all skills.
pub(super) fn fluency(levels: &[(&str, String)], language: Option<&Tag>) -> Option<String> {
    let (_, first) = levels.first()?;
    if levels.len() == GRID.len() && levels.iter().all(|(_, level)| level == first) {
        return Some(first.clone());
    }
    let each = levels.iter().map(|(skill, level)| format!("{} {level}", word_in(skill, language)));
    Some(each.collect::<Vec<_>>().join(", "))
}

/// Returns an entry of the languages.
pub(super) fn spoken(
    name: Option<Node>,
    fluency: Option<Node>,
    span: Range<usize>,
) -> Option<Node> {
    name.as_ref()?;
    Entry::default().put("language", name).put("fluency", fluency).finish(span)
}

/// Returns the name of a network as it writes itself.
pub(super) fn network(written: &str) -> String {
    const NAMES: [&str; 14] = [
        "LinkedIn",
        "GitHub",
        "GitLab",
        "YouTube",
        "WhatsApp",
        "ResearchGate",
        "ORCID",
        "TikTok",
        "WeChat",
        "SoundCloud",
        "VKontakte",
        "Stack Overflow",
        "Google Talk",
        "MSN",
    ];
    let letters = |name: &str| {
        let letters = name.chars().filter(|c| c.is_alphanumeric());
        letters.collect::<String>().to_lowercase()
    };
    let known = NAMES.iter().find(|name| letters(name) == letters(written));
    let is_code = !written.contains(|c: char| c.is_whitespace() || c.is_uppercase());
    match known {
        Some(name) => (*name).to_owned(),
        None if is_code => perfil_source::label(written),
        None => written.to_owned(),
    }
}

/// Returns texts with commas between them, without repetitions.
pub(super) fn joined(parts: impl IntoIterator<Item = Option<String>>) -> Option<String> {
    let mut all: Vec<String> = Vec::new();
    for part in parts.into_iter().flatten().filter(|part| !part.trim().is_empty()) {
        if !all.contains(&part) {
            all.push(part);
        }
    }
    (!all.is_empty()).then(|| all.join(", "))
}

/// Returns a text in HTML followed by links.
pub(super) fn with_links(text: Option<Node>, links: &[(String, Range<usize>)]) -> Option<Node> {
    let (first, last) = (links.first(), links.last());
    let Some(((_, first), (_, last))) = first.zip(last) else { return text };
    let escaped = |url: &str| {
        let url = url.replace('&', "&amp;").replace('"', "%22");
        url.replace('<', "%3C").replace('>', "%3E")
    };
    let paragraphs = links.iter().map(|(url, _)| {
        let url = escaped(url);
        format!("<p><a href=\"{url}\">{url}</a></p>")
    });
    let paragraphs: String = paragraphs.collect();
    match text {
        None => Some(tree::text(paragraphs, first.start..last.end)),
        Some(text) => match text.as_str() {
            Some(written) => {
                let is_html = written.contains('<');
                let before = if is_html {
                    written.to_owned()
                } else {
                    format!("<p>{}</p>", escape_html(written).replace('\n', "<br>"))
                };
                Some(tree::text(format!("{before}{paragraphs}"), text.span))
            }
            None => Some(text),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_that_are_all_the_same_are_one() {
        let levels = |all: [&str; 5]| -> Vec<(&str, String)> {
            GRID.iter().zip(all).map(|((skill, ..), level)| (*skill, level.to_owned())).collect()
        };
        let german = Tag::parse("de");
        assert_eq!(fluency(&levels(["C1"; 5]), None).as_deref(), Some("C1"));
        let mixed = levels(["C1", "C1", "B2", "B2", "B1"]);
        let expected = "Hören C1, Lesen C1, An Gesprächen teilnehmen B2, \
            Zusammenhängendes Sprechen B2, Schreiben B1";
        assert_eq!(fluency(&mixed, german.as_ref()).as_deref(), Some(expected));
        assert_eq!(fluency(&mixed[..1], None).as_deref(), Some("Listening C1"));
        assert_eq!(fluency(&[], None), None);
    }

    #[test]
    fn codes_are_names() {
        let spanish = Tag::parse("es");
        assert_eq!(country("uk", spanish.as_ref()), "Reino Unido");
        assert_eq!(country("EL", None), "Greece");
        assert_eq!(country("Elsewhere", None), "Elsewhere");
        assert_eq!(language("fre", spanish.as_ref()), "Francés");
        assert_eq!(
            language("http://publications.europa.eu/authority/language/ENG", None),
            "English"
        );
        assert_eq!(language("Elvish", None), "Elvish");
        assert_eq!(network("linkedin"), "LinkedIn");
        assert_eq!(network("stack-overflow"), "Stack Overflow");
        assert_eq!(network("mastodon"), "Mastodon");
        assert_eq!(network("Tide Scholar"), "Tide Scholar");
    }
}
