//! The documentation of the card: Markdown of ours, one file for each language.

use leptos::prelude::*;
use perfil_model::language::Tag;
use perfil_view::{Language, Markup};
use pulldown_cmark::{Options, Parser, html};

/// The documentation by language; the first one is the fallback.
const TEXTS: [(&str, &str); 2] = [("en", include_str!("en.md")), ("es", include_str!("es.md"))];

/// The values in the examples of the documentation.
pub(super) struct Filled<'a> {
    /// The address of the site.
    pub site: &'a str,
    /// The name of a profile in URLs.
    pub profile: &'a str,
    /// The person's name.
    pub name: &'a str,
    /// The language of the person's page.
    pub lang: &'a str,
    /// The address of the person's page.
    pub address: &'a str,
    /// The ids of the sections about what the site does not have.
    pub absent: &'a [&'static str],
}

/// Returns the documentation in a language, or else in English, together with the language in that
/// case.
pub(super) fn text(tag: &Tag, filled: &Filled) -> (Markup, Option<Language>) {
    let in_language = TEXTS
        .iter()
        .find(|(lang, _)| Tag::parse(lang).is_some_and(|written| written.is_same_language(tag)));
    let (_, text) = in_language.unwrap_or(&TEXTS[0]);
    let language = in_language
        .is_none()
        .then(|| Language { lang: TEXTS[0].0.to_owned(), dir: "ltr".to_owned() });
    (Markup(markup(&text_with(&without(text, filled.absent), filled))), language)
}

/// Returns the text without the sections that have these ids, and without those inside them.
fn without(text: &str, ids: &[&str]) -> String {
    let mut left_out = None;
    let mut kept = String::new();
    for line in text.split_inclusive('\n') {
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        // Each heading has an id; code has lines with `#`, too.
        let is_heading = level > 0 && line.contains("{#");
        if is_heading && left_out.is_none_or(|outer| level <= outer) {
            let is_absent = ids.iter().any(|id| line.contains(&format!("{{#{id}}}")));
            left_out = is_absent.then_some(level);
        }
        if left_out.is_none() {
            kept.push_str(line);
        }
    }
    kept
}

/// Replaces the placeholders. Most are in code, which Markdown leaves unchanged.
fn text_with(text: &str, filled: &Filled) -> String {
    let name = leptos::html::span().child(filled.name.to_owned()).to_html();
    let name = name.trim_start_matches("<span>").trim_end_matches("</span>");
    [
        ("{site}", filled.site),
        ("{profile}", filled.profile),
        ("{name}", name),
        ("{lang}", filled.lang),
        ("{address}", filled.address),
    ]
    .iter()
    .fold(text.to_owned(), |text, (place, value)| text.replace(place, value))
}

fn markup(text: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut written = String::with_capacity(text.len() * 2);
    html::push_html(&mut written, Parser::new_ext(text, options));
    // Screen readers need to know that the first row of a table names the columns.
    // Code runs from left to right in every language.
    written.replace("<th>", "<th scope=\"col\">").replace("<pre>", "<pre dir=\"ltr\">")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_left_out_with_those_inside_it() {
        let text = "## A {#a}\n1\n### B {#b}\n2\n## C {#c}\n3\n";
        assert_eq!(without(text, &["a"]), "## C {#c}\n3\n");
        assert_eq!(without(text, &["b"]), "## A {#a}\n1\n## C {#c}\n3\n");
        assert_eq!(without(text, &[]), text);
    }

    #[test]
    fn every_language_has_the_same_sections() {
        let ids = |text: &str| -> Vec<String> {
            text.lines().filter_map(|line| Some(line.split_once("{#")?.1.to_owned())).collect()
        };
        for (lang, text) in TEXTS {
            assert_eq!(ids(text), ids(TEXTS[0].1), "{lang}");
        }
    }
}
