//! Finds ways to reach a person in lines of text.

mod disguised;

use super::text::Text;
use crate::addresses;
use disguised::disguised;
use perfil_text::is_dense;
use std::ops::Range;

/// The longest line in which ways to reach somebody are looked for, in bytes.
pub(super) const MAX_LINE: usize = 4_000;

/// A way to reach a person.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Contact {
    Email(String),
    Phone(String),
    Url(String),
}

/// Whether a line has a way to reach the person.
pub(super) fn is_contact(text: &Text) -> bool {
    let mut links = text.runs.iter().filter_map(|run| run.link.as_deref());
    let has_link = links.any(|link| link.starts_with("mailto:") || link.starts_with("tel:"));
    has_link || !contacts(&text.plain(), false).is_empty()
}

/// Whether a line has an e-mail address or a telephone number.
pub(super) fn reaches(line: &str) -> bool {
    let found = contacts(line, false);
    found.iter().any(|(_, it)| matches!(it, Contact::Email(_) | Contact::Phone(_)))
}

/// Returns the ways to reach a person in a text, each with its position. Hosts without a path count
/// only where an address is expected.
pub(super) fn contacts(text: &str, is_expected: bool) -> Vec<(Range<usize>, Contact)> {
    let mut found = Vec::new();
    if text.len() > MAX_LINE {
        return found;
    }
    let disguised = disguised(text);
    let is_end = |c: char| c.is_whitespace() || ",;|<>()[]（），；、\"｜│┃丨︱¦".contains(c);
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let length = rest.find(is_end).unwrap_or(rest.len());
        let length = rest.get(..length).and_then(joined).unwrap_or(length);
        let word = rest.get(..length).unwrap_or_default();
        let (skipped, clean) = clean_word(word);
        if let Some(contact) = word_contact(clean, is_expected) {
            found.push((at + skipped..at + skipped + clean.len(), contact));
        }
        at += length;
        at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    }
    found.retain(|(range, _)| !disguised.iter().any(|(it, _)| overlap(it, range)));
    found.extend(disguised.into_iter().map(|(range, email)| (range, Contact::Email(email))));
    if let Some((range, phone)) = phone(text, &found) {
        found.push((range, Contact::Phone(phone)));
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Whether two ranges share a position.
fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Returns where the first address ends of two that a sign joins: `mira@example.org/solano@example.org`.
fn joined(word: &str) -> Option<usize> {
    let (first, last) = word.split_once(['/', '&'])?;
    let is_address = |part: &str| email(clean_word(part).1).is_some();
    let is_other = word.contains("mailto:") || word.contains("://");
    (!is_other && is_address(first) && is_address(last)).then_some(first.len())
}

/// Returns a word without signs around it, and the length of those before it.
pub(super) fn clean_word(word: &str) -> (usize, &str) {
    // A label may be directly before it.
    let label = word.rfind(['：', ':']).filter(|at| {
        let rest = word.get(*at..).unwrap_or_default();
        !rest.starts_with("://") && !word.starts_with("http") && rest.contains(['@', '.'])
    });
    // So may one in a script without spaces: `邮箱mira@example.org`.
    let user =
        word.split('@').next().filter(|user| user.len() < word.len() && !user.contains("://"));
    let label = user.and_then(|user| user.rfind(is_dense)).max(label);
    let label = label.or_else(|| user.and_then(glued_label));
    let start = label.map_or(0, |at| {
        at + word.get(at..).and_then(|it| it.chars().next()).map_or(1, char::len_utf8)
    });
    let rest = word.get(start..).unwrap_or_default();
    let clean = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '+');
    let skipped = start + rest.len() - clean.len();
    (skipped, clean.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/'))
}

/// Returns where a label ends to which the user of an address is joined without a space: `E-mailmira`.
fn glued_label(user: &str) -> Option<usize> {
    let label = ["E-mail", "E-Mail", "Email"].into_iter().find(|it| user.starts_with(it))?;
    let rest = user.get(label.len()..)?;
    let is_user = rest.starts_with(char::is_alphanumeric) && rest.chars().count() > 2;
    is_user.then(|| label.len() - 1)
}

pub(super) fn word_contact(word: &str, is_expected: bool) -> Option<Contact> {
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
    let word = word.strip_prefix("mailto:").unwrap_or(word).trim_start_matches('/');
    let word = word.split('?').next()?;
    let (user, host) = word.split_once('@')?;
    let (name, top) = host.rsplit_once('.')?;
    let is_user =
        |c: char| (c.is_alphanumeric() && !is_dense(c)) || ".!#$%&'*+/=?^_`{|}~-".contains(c);
    let is_host = |c: char| c.is_alphanumeric() || ".-".contains(c);
    let is_email = !user.is_empty()
        && user.chars().all(is_user)
        && !name.is_empty()
        && name.chars().all(is_host)
        && top.chars().count() > 1
        && top.chars().all(char::is_alphabetic);
    is_email.then_some(word)
}

/// Returns the part of an e-mail address before `@`, in lower case.
pub(super) fn user(address: &str) -> String {
    address.split('@').next().unwrap_or_default().to_lowercase()
}

/// Returns the first telephone number outside of what was found already.
pub(super) fn phone(
    text: &str,
    found: &[(Range<usize>, Contact)],
) -> Option<(Range<usize>, String)> {
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
        let is_known = found.iter().any(|(it, _)| overlap(it, &range));
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let is_inner =
            before.is_some_and(|c| c.is_alphanumeric() || "/#.@".contains(c) && !c.is_whitespace());
        let is_number =
            (8..=15).contains(&digits) || (digits == 7 && number.contains(['+', '-', ' ']));
        let years = number.split(|c: char| !c.is_numeric()).filter(|it| it.len() == 4);
        let years = years.filter(|it| it.starts_with("19") || it.starts_with("20")).count();
        let is_date = !number.starts_with('+')
            && (years > 1 || years > 0 && digits < 9 && !number.starts_with('('));
        // `11.077.733-J` is the number of a document.
        let after = rest.get(number.len()..).unwrap_or_default();
        let is_code = after.strip_prefix(['-', '/', '.']).unwrap_or(after);
        let is_code = is_code.starts_with(|c: char| c.is_ascii_alphabetic())
            && !after.starts_with(char::is_whitespace);
        let is_postal = number.split_once('-').is_some_and(|(area, street)| {
            let is_digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
            (4..6).contains(&area.len())
                && street.len() == 3
                && is_digits(area)
                && is_digits(street)
        });
        if is_number && !is_known && !is_inner && !is_date && !is_code && !is_postal {
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
        assert_eq!(of("E-mailmira42@example.org"), ["mira42@example.org"]);
        assert_eq!(
            of("mira@example.org/solano@example.org"),
            ["mira@example.org", "solano@example.org"]
        );
        assert_eq!(of("Mail: mira [at] example.org"), ["mira@example.org"]);
        assert_eq!(of("+49 (0)711 123456 · x"), ["+49 (0)711 123456"]);
        assert_eq!(
            of("github.com/mira, https://mira.example/"),
            ["https://github.com/mira", "https://mira.example/"]
        );
        for text in [
            "2019 - 2021",
            "(2000-2003",
            "11.077.733-J",
            "Belém, 67035-250",
            "Node.js and ASP.NET",
            "03/2018 - 08/2019",
            "4050 Porto",
            "e.g. this",
        ] {
            assert_eq!(of(text), Vec::<String>::new(), "{text}");
        }
    }
}
