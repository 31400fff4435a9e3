//! Finds the name of a person, and ways to reach them, in lines of text.

use super::headings::{Topic, is_about_document, matched, normalized};
use super::text::Text;
use super::vocabulary::{self, Kind, is_symbol};
use crate::addresses;
use std::ops::Range;

/// The most words of a name.
const MAX_NAME_WORDS: usize = 7;

/// The longest line in which ways to reach somebody are looked for, in bytes.
const MAX_LINE: usize = 4_000;

/// Words between the name and the word for the document.
const BETWEEN: [&str; 12] =
    ["of", "for", "von", "de", "di", "van", "por", "の", "的", "–", "—", "-"];

/// Words for a collection of works, which are no part of a name either.
const PORTFOLIOS: [&str; 6] =
    ["portfolio", "portafolio", "portfólio", "포트폴리오", "ポートフォリオ", "个人主页"];

/// How people say who they are.
const GREETINGS: [&str; 8] =
    ["i'm ", "i’m ", "i am ", "my name is ", "this is ", "me llamo ", "soy ", "ich bin "];

/// A way to reach a person.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Contact {
    Email(String),
    Phone(String),
    Url(String),
}

/// Whether a text can be the name of a person.
pub(super) fn can_be_name(text: &str) -> bool {
    let text = strip_symbols(text);
    if text.len() > MAX_LINE {
        return false;
    }
    let words = text.split_whitespace().count();
    let is_dense = text.chars().any(perfil_text::is_spaceless) && words < 4;
    let has_sign = text.contains(|c: char| "@/|:;!?#&+=_<>{}[]0123456789".contains(c));
    let is_short = text.chars().count() <= 60 && (1..=MAX_NAME_WORDS).contains(&words);
    let begins = text.split_whitespace().filter(|word| word.chars().count() > 3);
    let is_lower = |word: &str| word.chars().next().is_some_and(char::is_lowercase);
    let lower = begins.clone().filter(|word| is_lower(word)).count();
    let is_named = lower == 0 || lower < begins.count();
    let is_other = matched(text)
        .is_some_and(|found| found.is_whole || words > 3 || found.topic == Topic::Document)
        || vocabulary::has(text, Kind::Job)
        || vocabulary::has(text, Kind::School);
    is_short
        && !has_sign
        && is_named
        && (words > 1 || is_dense)
        && text.chars().filter(|c| c.is_alphabetic()).count() > 1
        && !text.ends_with(['.', ','])
        && !is_other
}

/// Returns the part of a heading that can be a name, before what the person does.
pub(super) fn first_part(heading: &str) -> &str {
    let name = heading.get(name_in(heading)).unwrap_or_default();
    let cut = [" - ", " – ", " — ", " | ", " · ", ", ", " (", "（", "：", " /", "/"];
    let end = cut.iter().filter_map(|it| name.find(it)).min().unwrap_or(name.len());
    strip_symbols(name.get(..end).unwrap_or_default())
}

/// Whether a heading is rather a name than something else; a name may be one word.
pub(super) fn is_likely_name(heading: &Text) -> bool {
    let plain = heading.plain();
    let name = first_part(&plain);
    let has_sign = name.contains(|c: char| "@/|:：!?#+=<>{}[]「」".contains(c));
    let is_labelled = vocabulary::label(name) == Some(Kind::NameLabel);
    let is_word = name.split_whitespace().count() == 1 && name.chars().count() > 1;
    let is_other = vocabulary::has(name, Kind::Job) || matched(name).is_some();
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
    let mut range = 0..text.len();
    if let Some((at, greeting)) = GREETINGS.iter().find_map(|greeting| {
        let lower = text.to_lowercase();
        let at = lower.find(greeting).filter(|_| lower.len() == text.len())?;
        Some((at, greeting))
    }) {
        range.start = at + greeting.len();
        let rest = text.get(range.start..).unwrap_or_default();
        let end = rest.find(['.', '!', ',', '?']).unwrap_or(rest.len());
        range.end = range.start + end;
    }
    shrink(text, range.clone(), false)
        .or_else(|| shrink(text, range.clone(), true))
        .unwrap_or(range)
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

/// Whether a line has a way to reach the person.
pub(super) fn is_contact(text: &Text) -> bool {
    let mut links = text.runs.iter().filter_map(|run| run.link.as_deref());
    let has_link = links.any(|link| link.starts_with("mailto:") || link.starts_with("tel:"));
    has_link || !contacts(&text.plain(), false).is_empty()
}

/// Returns the ways to reach a person in a text, each with its position. Hosts without a path count
/// only where an address is expected.
pub(super) fn contacts(text: &str, is_expected: bool) -> Vec<(Range<usize>, Contact)> {
    let mut found = Vec::new();
    if text.len() > MAX_LINE {
        return found;
    }
    let is_end = |c: char| c.is_whitespace() || ",;|<>()[]（），；、\"".contains(c);
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let length = rest.find(is_end).unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or_default();
        let (skipped, clean) = clean_word(word);
        if let Some(contact) = word_contact(clean, is_expected) {
            found.push((at + skipped..at + skipped + clean.len(), contact));
        }
        at += length;
        at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    }
    if let Some((range, phone)) = phone(text, &found) {
        found.push((range, Contact::Phone(phone)));
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Returns a word without signs around it, and the length of those before it.
fn clean_word(word: &str) -> (usize, &str) {
    // A label may be directly before it.
    let label = word.rfind(['：', ':']).filter(|at| {
        let rest = word.get(*at..).unwrap_or_default();
        !rest.starts_with("://") && !word.starts_with("http") && rest.contains(['@', '.'])
    });
    let start = label.map_or(0, |at| {
        at + word.get(at..).and_then(|it| it.chars().next()).map_or(1, char::len_utf8)
    });
    let rest = word.get(start..).unwrap_or_default();
    let clean = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '+');
    let skipped = start + rest.len() - clean.len();
    (skipped, clean.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/'))
}

fn word_contact(word: &str, is_expected: bool) -> Option<Contact> {
    if let Some(email) = email(word) {
        return Some(Contact::Email(email.to_owned()));
    }
    let lower = word.to_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        return url::Url::parse(word).is_ok().then(|| Contact::Url(word.to_owned()));
    }
    let is_plain = word.chars().all(|c| !c.is_uppercase()) || is_expected;
    let host = lower.split('/').next().unwrap_or_default();
    let is_path = host.contains('.') && word.len() > host.len() + 1;
    let is_known = lower.starts_with("www.") || is_path || is_expected;
    let is_address = is_plain && is_known && addresses::is_bare(word) && !word.contains("..");
    is_address.then(|| Contact::Url(format!("https://{word}")))
}

/// Returns the e-mail address that a word is.
pub(super) fn email(word: &str) -> Option<&str> {
    let word = word.strip_prefix("mailto:").unwrap_or(word);
    let word = word.split('?').next()?;
    let (user, host) = word.split_once('@')?;
    let (name, top) = host.rsplit_once('.')?;
    let is_user = |c: char| c.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
    let is_host = |c: char| c.is_alphanumeric() || ".-".contains(c);
    let is_email = !user.is_empty()
        && user.chars().all(is_user)
        && !name.is_empty()
        && name.chars().all(is_host)
        && top.chars().count() > 1
        && top.chars().all(char::is_alphabetic);
    is_email.then_some(word)
}

/// Returns the first telephone number outside of what was found already.
fn phone(text: &str, found: &[(Range<usize>, Contact)]) -> Option<(Range<usize>, String)> {
    let is_part = |c: char| c.is_numeric() || " +()-–./\u{a0}\u{2011}".contains(c);
    let mut at = 0;
    while let Some(start) =
        text.get(at..).and_then(|rest| rest.find(|c: char| c.is_numeric() || "+(".contains(c)))
    {
        let start = at + start;
        let rest = text.get(start..)?;
        let length = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
        let number = rest.get(..length)?.trim_end_matches(|c: char| !c.is_numeric());
        let digits = number.chars().filter(|c| c.is_numeric()).count();
        let range = start..start + number.len();
        let is_known = found.iter().any(|(it, _)| it.start < range.end && range.start < it.end);
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let is_inner =
            before.is_some_and(|c| c.is_alphanumeric() || "/#.@".contains(c) && !c.is_whitespace());
        let is_number =
            (8..=15).contains(&digits) || (digits == 7 && number.contains(['+', '-', ' ']));
        let years = number.split(|c: char| !c.is_numeric()).filter(|it| it.len() == 4);
        let years = years.filter(|it| it.starts_with("19") || it.starts_with("20")).count();
        let is_date = !number.starts_with(['+', '(']) && (years > 1 || years > 0 && digits < 9);
        if is_number && !is_known && !is_inner && !is_date {
            return Some((range, number.trim().to_owned()));
        }
        at = start + length.max(1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    None
}

/// Returns the label of a profile on another site, by its host.
pub(super) fn label_of(address: &str) -> String {
    const SITES: [(&str, &str); 22] = [
        ("github.com", "GitHub"),
        ("gitlab.com", "GitLab"),
        ("linkedin.com", "LinkedIn"),
        ("twitter.com", "Twitter"),
        ("x.com", "X"),
        ("stackoverflow.com", "Stack Overflow"),
        ("medium.com", "Medium"),
        ("dev.to", "DEV"),
        ("orcid.org", "ORCID"),
        ("scholar.google.com", "Google Scholar"),
        ("researchgate.net", "ResearchGate"),
        ("bitbucket.org", "Bitbucket"),
        ("t.me", "Telegram"),
        ("facebook.com", "Facebook"),
        ("instagram.com", "Instagram"),
        ("youtube.com", "YouTube"),
        ("xing.com", "XING"),
        ("kaggle.com", "Kaggle"),
        ("zhihu.com", "知乎"),
        ("juejin.cn", "掘金"),
        ("qiita.com", "Qiita"),
        ("zenn.dev", "Zenn"),
    ];
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.trim_start_matches("www.");
    let is_site = |site: &str| {
        let before = host.strip_suffix(site);
        before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
    };
    let known = SITES.iter().find(|(site, _)| is_site(site));
    known.map_or_else(|| host.to_owned(), |(_, name)| (*name).to_owned())
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

    #[test]
    fn ways_to_reach_a_person_are_found() {
        let of = |text: &str| -> Vec<String> {
            let all = contacts(text, false).into_iter();
            all.map(|(_, contact)| match contact {
                Contact::Email(it) | Contact::Phone(it) | Contact::Url(it) => it,
            })
            .collect()
        };
        assert_eq!(
            of("📧 mira@example.org · 📱 +351 912 345 678"),
            ["mira@example.org", "+351 912 345 678"]
        );
        assert_eq!(of("邮箱：mira@example.org"), ["mira@example.org"]);
        assert_eq!(of("+49 (0)711 123456 · x"), ["+49 (0)711 123456"]);
        assert_eq!(
            of("github.com/mira, https://mira.example/"),
            ["https://github.com/mira", "https://mira.example/"]
        );
        for text in
            ["2019 - 2021", "Node.js and ASP.NET", "03/2018 - 08/2019", "4050 Porto", "e.g. this"]
        {
            assert_eq!(of(text), Vec::<String>::new(), "{text}");
        }
    }
}
