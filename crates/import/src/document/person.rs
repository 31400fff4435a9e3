//! Finds the name of a person, and ways to reach them, in lines of text.

mod others;

use super::contacts::MAX_LINE;
use super::headings::{Topic, is_about_document, matched, normalized};
use super::introductions;
use super::text::Text;
use super::towns::is_place;
use super::vocabulary::{self, Kind, is_symbol};
use others::{is_note_of_form, is_region, is_street, is_study};
use perfil_source::{Member, Value};
use std::ops::Range;

/// The most words of a name.
const MAX_NAME_WORDS: usize = 7;

/// Words between the name and the word for the document.
const BETWEEN: [&str; 12] =
    ["of", "for", "von", "de", "di", "van", "por", "の", "的", "–", "—", "-"];

/// Words for a collection of works, which are no part of a name either.
const PORTFOLIOS: [&str; 6] =
    ["portfolio", "portafolio", "portfólio", "포트폴리오", "ポートフォリオ", "个人主页"];

/// How people are addressed, which is no part of a name.
const HONORIFICS: [&str; 10] =
    ["mr", "mrs", "ms", "monsieur", "madame", "mademoiselle", "mme", "mlle", "herr", "frau"];

/// What is after the first letter of degrees that look like a name with an initial: `B.Arch`.
const DEGREES: [&str; 9] =
    ["tech", "arch", "pharm", "pharma", "design", "plan", "phil", "comm", "music"];

/// Words that join others, but not those of a name.
const JOINING: [&str; 11] =
    ["of", "Of", "OF", "and", "And", "AND", "the", "with", "With", "et", "und"];

/// How people say who they are.
pub(super) const GREETINGS: [&str; 8] =
    ["i'm ", "i’m ", "i am ", "my name is ", "this is ", "me llamo ", "soy ", "ich bin "];

/// The pronouns that people write after their names.
const PRONOUNS: [&str; 22] = [
    "he", "him", "his", "she", "her", "hers", "they", "them", "theirs", "er", "ihm", "ihn", "sie",
    "ihr", "il", "lui", "elle", "ella", "él", "ela", "ele", "any",
];

/// Whether a text says by which pronouns somebody is referred to: `she/her`.
pub(super) fn are_pronouns(text: &str) -> bool {
    text.contains('/') && text.split('/').all(is_pronoun)
}

/// Whether a word is a pronoun.
pub(super) fn is_pronoun(word: &str) -> bool {
    PRONOUNS.contains(&word.trim().to_lowercase().as_str())
}

/// Whether a text can be the name of a person.
pub(super) fn can_be_name(text: &str) -> bool {
    let text = strip_symbols(text);
    if text.len() > MAX_LINE {
        return false;
    }
    let words = text.split_whitespace().count();
    let is_hangul = text.chars().all(perfil_text::is_hangul)
        && (2..=4).contains(&text.chars().count())
        && !vocabulary::has(text, Kind::Place);
    // A longer text in Hangul is a sentence or a motto.
    let is_saying = text.chars().any(perfil_text::is_hangul)
        && (words > 3 || text.chars().filter(|c| perfil_text::is_hangul(*c)).count() > 8);
    let is_dense = (text.chars().any(perfil_text::is_spaceless) && words < 4) || is_hangul;
    let has_sign =
        text.contains(|c: char| "@/|:;!?#&+=_<>{}[]【】『』".contains(c) || c.is_numeric());
    let is_short = text.chars().count() <= 60 && (1..=MAX_NAME_WORDS).contains(&words);
    let begins = text.split_whitespace().filter(|word| word.chars().count() > 3);
    let is_lower = |word: &str| word.chars().next().is_some_and(char::is_lowercase);
    let lower = begins.clone().filter(|word| is_lower(word)).count();
    let is_named = lower * 2 <= begins.count();
    let is_other = matched(text)
        .is_some_and(|found| found.is_whole || words > 3 || found.topic == Topic::Document)
        || (words > 1 && is_place(text))
        || vocabulary::has(text, Kind::Job)
        || vocabulary::has(text, Kind::School)
        || vocabulary::label(text).is_some()
        || vocabulary::is(text, Kind::Personal)
        || is_study(text)
        || text.starts_with("THE ")
        || text.split(' ').any(|word| JOINING.contains(&word))
        || (words > 1 && is_street(text));
    is_short
        && !is_note_of_form(text)
        && !is_reading_label(text)
        && !is_region(text)
        && !is_saying
        && !has_sign
        && is_named
        && (words > 1 || is_dense || has_initial(text))
        && text.chars().filter(|c| c.is_alphabetic()).count() > 1
        && !text.ends_with(['.', ','])
        && !is_other
}

/// Whether a text is a name after an initial: `A.Solano`.
fn has_initial(text: &str) -> bool {
    text.split_once('.').is_some_and(|(initial, name)| {
        let is_name = name.chars().count() > 3 && name.chars().all(char::is_alphabetic);
        initial.chars().count() == 1
            && initial.chars().all(char::is_uppercase)
            && name.starts_with(char::is_uppercase)
            && is_name
            && !vocabulary::has(text, Kind::Degree)
            && !DEGREES.contains(&name.to_lowercase().as_str())
    })
}

/// Removes the spaces that only make a name wider: `李 小 龍`.
pub(super) fn narrow_name(fields: &mut [Member]) {
    let field = fields.iter_mut().find(|field| field.key == "name");
    let Some(Value::String(name)) = field.map(|field| &mut field.value.value) else { return };
    let is_letter =
        |word: &str| word.chars().count() == 1 && word.chars().all(perfil_text::is_dense);
    if name.split_whitespace().count() > 2 && name.split_whitespace().all(is_letter) {
        name.retain(|c| !c.is_whitespace());
    }
}

/// Whether a name is followed by a place: `Mira Solano, Porto`.
pub(super) fn is_town_after(text: &str, at: usize) -> bool {
    let (name, rest) = (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
    let is_title = rest.split_whitespace().any(|word| {
        word.contains('.') && !word.ends_with('.') || word.chars().skip(1).any(char::is_uppercase)
    });
    let is_short = (1..=3).contains(&rest.split_whitespace().count());
    let rest = rest.trim().trim_end_matches('.');
    can_be_name(name)
        && is_short
        && !is_title
        && rest.chars().count() > 4
        && !rest.contains(|c: char| c.is_ascii_digit())
        && !vocabulary::has(rest, Kind::Degree)
}

/// Whether a text announces how a name is pronounced.
pub(super) fn is_reading_label(text: &str) -> bool {
    matches!(text.trim_matches([':', '：', ' ', '\t', '\u{3000}']), "ふりがな" | "フリガナ")
}

/// Returns the part of a heading that can be a name, before what the person does.
pub(super) fn first_part(heading: &str) -> &str {
    let name = heading.get(name_in(heading)).unwrap_or_default();
    let cut =
        ["\t", " - ", " – ", "– ", " — ", "— ", "|", " · ", ", ", " (", "（", "：", " /", "/"];
    let end = cut.iter().filter_map(|it| name.find(it)).min().unwrap_or(name.len());
    strip_symbols(name.get(..end).unwrap_or_default())
}

/// Whether a heading is rather a name than something else; a name may be one word.
pub(super) fn is_likely_name(heading: &Text) -> bool {
    let plain = heading.plain();
    let name = first_part(&plain);
    let has_sign = name.contains(|c: char| "@/|:：!?#+=<>{}[]「」".contains(c));
    let is_labelled = vocabulary::label(name) == Some(Kind::NameLabel);
    // A label without a value announces something else.
    if plain.trim_end().ends_with([':', '：']) {
        return is_labelled;
    }
    if introductions::in_heading(&plain).is_some() {
        return true;
    }
    let is_word = name.split_whitespace().count() == 1 && name.chars().count() > 1;
    let is_other = vocabulary::has(name, Kind::Job) || matched(name).is_some();
    let is_other = is_other || is_note_of_form(name);
    can_be_name(name) || is_labelled || (is_word && !has_sign && !is_other)
}

/// Returns a text without pictures and signs at both ends.
pub(super) fn strip_symbols(text: &str) -> &str {
    let is_sign = |c: char| is_symbol(c) || c.is_whitespace() || "|•·~-–—,:=".contains(c);
    let mut text = text;
    // `:computer:` is a picture, too.
    while let Some(code) = text.trim_end().strip_suffix(':').and_then(|it| it.rfind(':'))
        && text.get(code + 1..).is_some_and(is_code)
    {
        text = text.get(..code).unwrap_or_default();
    }
    text.trim_matches(is_sign)
}

fn is_code(text: &str) -> bool {
    let name = text.trim_end().trim_end_matches(':');
    name.len() > 1 && name.chars().all(|c| c.is_ascii_lowercase() || "_-+0123456789".contains(c))
}

/// Returns the range of the name in a heading, without the words for the document and greetings.
pub(super) fn name_in(text: &str) -> Range<usize> {
    let range = introductions::in_heading(text).unwrap_or(0..text.len());
    let range = without_honorific(text, range);
    shrink(text, range.clone(), false)
        .or_else(|| shrink(text, range.clone(), true))
        .unwrap_or(range)
}

/// Removes how somebody is addressed from the start of a range: `Mrs. Mira Solano`.
fn without_honorific(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = text.get(range.clone()).unwrap_or_default();
    let Some((first, rest)) = inner.split_once(' ') else { return range };
    let word = first.trim_end_matches('.').to_lowercase();
    let is_one = HONORIFICS.contains(&word.as_str()) && rest.trim().contains(' ');
    if is_one { range.end - rest.len()..range.end } else { range }
}

/// Removes the words for the document from the start or the end of a range.
fn shrink(text: &str, range: Range<usize>, is_start: bool) -> Option<Range<usize>> {
    let inner = text.get(range.clone())?;
    if inner.len() > 200 || is_about_document(inner) {
        return None;
    }
    let is_document = |part: &str| {
        let is_known = matched(part).is_some_and(|found| {
            found.is_document && found.is_exact && !normalized(part).is_empty()
        });
        is_known || PORTFOLIOS.contains(&part.trim().to_lowercase().as_str())
    };
    let cuts = inner.char_indices().map(|(at, _)| at).skip(1).filter(|at| {
        let before = inner.get(..*at).and_then(|it| it.chars().next_back());
        let after = inner.get(*at..).and_then(|it| it.chars().next());
        let is_dense = |c: Option<char>| c.is_some_and(perfil_text::is_spaceless);
        let is_spaced = after.is_none_or(char::is_whitespace);
        before.is_some_and(|c| {
            c.is_whitespace() || "：:–—|(（".contains(c) || (c == '-' && is_spaced)
        }) || is_dense(before)
            || is_dense(after)
    });
    let mut found = cuts.filter_map(|at| {
        let (first, last) = inner.split_at(at);
        let (document, name, start) =
            if is_start { (first, last, range.start + at) } else { (last, first, range.start) };
        (is_document(document) && !is_document(name)).then(|| start..start + name.len())
    });
    // The longest words for the document are removed.
    let found = if is_start { found.last() } else { found.next() }?;
    let mut kept = text.get(found.clone())?;
    let mut start = found.start;
    loop {
        let before = kept.len();
        let trimmed = kept.trim_start_matches(|c: char| c.is_whitespace() || ":|)）".contains(c));
        start += kept.len() - trimmed.len();
        kept = trimmed.trim_end_matches(|c: char| c.is_whitespace() || ":|(（".contains(c));
        for word in BETWEEN {
            if let Some(rest) = kept.strip_prefix(word).filter(|rest| is_cut(rest, word, true)) {
                start += word.len();
                kept = rest;
            }
            if let Some(rest) = kept.strip_suffix(word).filter(|rest| is_cut(rest, word, false)) {
                kept = rest;
            }
        }
        kept = kept.strip_suffix("'s").or_else(|| kept.strip_suffix("’s")).unwrap_or(kept);
        if kept.len() == before {
            break;
        }
    }
    (!kept.is_empty()).then(|| start..start + kept.len())
}

fn is_cut(rest: &str, word: &str, is_start: bool) -> bool {
    let next = if is_start { rest.chars().next() } else { rest.chars().next_back() };
    !word.chars().all(char::is_alphabetic)
        || word.chars().any(perfil_text::is_spaceless)
        || next.is_some_and(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_headings() {
        for (heading, name) in [
            ("Mira Solano", "Mira Solano"),
            ("Mira Solano's CV", "Mira Solano"),
            ("Curriculum Vitae of Mira Solano", "Mira Solano"),
            ("Lebenslauf von Mira Solano", "Mira Solano"),
            ("Resume: Mira Solano", "Mira Solano"),
            ("Mira Solano - Curriculum Vitae", "Mira Solano"),
            ("山田花子の職務経歴書", "山田花子"),
            ("李雷的简历", "李雷"),
            ("Hi, I'm Mira Solano!", "Mira Solano"),
        ] {
            assert_eq!(heading.get(name_in(heading)), Some(name), "{heading}");
        }
        for text in ["Summary", "Software Engineer", "Work Experience", "2019 – 2021", "Lebenslauf"]
        {
            assert!(!can_be_name(text), "{text}");
        }
    }
}
