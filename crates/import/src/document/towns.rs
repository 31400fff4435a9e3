//! Tells the places in heads of entries: `Porto, Portugal`, `Boston MA`, `Remote`.

use super::head_parts::{clean, is_in_brackets};
use super::headings::normalized;
use super::text::Text;
use super::vocabulary::{Kind, has, is};
use perfil_model::language::{Tag, country_names};
use std::collections::HashSet;
use std::sync::LazyLock;

/// The codes of the states and provinces that people write after a town (USPS, Canada Post).
const REGIONS: &str = "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE \
                       NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB \
                       NB NL NS ON PE QC SK";

/// The codes of countries (ISO 3166-1) that people write after a town or an organisation, without
/// those that are words of CVs (`IT`, `QA`).
const COUNTRIES: &str = "US UK GB FR ES DE AT CH NL BE PT PL CZ SK HU RO BG GR TR RU UA BY KZ GE IE SE NO \
                         DK FI EE LV LT IN CN JP KR TW HK SG MY ID TH VN PH AU NZ MX BR AR CL CO PE UY \
                         ZA NG KE EG MA TN AE SA IL PK BD LK";

/// The words at the end of the name of a company that the law demands.
const LEGAL: &[&str] = &[
    "inc",
    "ltd",
    "llc",
    "llp",
    "gmbh",
    "corp",
    "corporation",
    "co",
    "company",
    "ag",
    "kg",
    "ug",
    "sa",
    "s.a",
    "sas",
    "sarl",
    "srl",
    "s.r.l",
    "sl",
    "s.l",
    "slu",
    "bv",
    "b.v",
    "nv",
    "oy",
    "ab",
    "as",
    "aps",
    "plc",
    "pty",
    "pte",
    "kft",
    "sp. z o.o",
    "s.p.a",
    "spa",
    "lda",
    "ltda",
    "limited",
    "gbr",
    "ohg",
    "e.v",
    "mbh",
];

/// The folded names of all countries, in the languages that can be recognized.
static COUNTRY_NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let tags: Vec<Tag> = crate::detect::tags().filter_map(Tag::parse).collect();
    let codes = ('A'..='Z').flat_map(|a| ('A'..='Z').map(move |b| format!("{a}{b}")));
    let names = |code: String| {
        let names = country_names(&code, &tags).into_iter();
        names.map(|(_, name)| normalized(name)).collect::<Vec<_>>()
    };
    codes.flat_map(names).collect()
});

/// Whether a part of a head is a place.
pub(super) fn is_town(part: &Text) -> bool {
    let plain = part.plain();
    let text = plain.trim_matches(|c: char| "()（）[]. ".contains(c));
    if is_place(text) || with_region(text) {
        return true;
    }
    // `Hybrid / Ovar, Portugal`
    if let Some((how, town)) = text.split_once(" / ")
        && is_place(how)
    {
        return is_place(town) || town.split(',').map(str::trim).all(is_name) && !is_firm(town);
    }
    // `Ovar (remote)`
    if let Some((town, how)) = plain.trim().strip_suffix(')').and_then(|it| it.rsplit_once(" (")) {
        let are_places = how.split(',').all(|part| is_place(part) || part.trim() == "office");
        let is_town = !is_firm(town) && town.split(',').all(is_name) && !has(town, Kind::Job);
        return is_town && are_places;
    }
    let words = text.split_whitespace().count();
    let is_other = has(text, Kind::Job) || has(text, Kind::School) || has(text, Kind::Degree);
    if is_other || text.contains(|c: char| c.is_ascii_digit()) || words > 7 {
        return false;
    }
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    (2..=3).contains(&parts.len()) && parts.iter().all(|part| is_name(part) && !is_firm(part))
}

/// Whether a part is a place that ends with a known one: `Ovar, Portugal`.
pub(super) fn is_known_town(part: &Text) -> bool {
    let plain = part.plain();
    // `Ovar, Tx`
    let code = plain.rsplit_once(", ").map(|(_, code)| code.to_uppercase());
    let is_code = code.is_some_and(|code| REGIONS.split(' ').any(|region| region == code));
    is_town(part) && (is_code || plain.rsplit([',', ' ']).next().is_some_and(is_region))
}

/// Whether a text is a known place: a town, a country, or a word for work from anywhere.
pub(super) fn is_place(text: &str) -> bool {
    let text = text.trim_matches(|c: char| "()（）[]. ".contains(c));
    let is_code = text.len() == 2 && COUNTRIES.split(' ').any(|code| code == text);
    is(text, Kind::Place) || is_code || COUNTRY_NAMES.contains(&normalized(text))
}

/// Whether a text is a state, a province or a country, which follow a town.
fn is_region(text: &str) -> bool {
    let is_code = text.len() == 2 && REGIONS.split(' ').any(|code| code == text);
    is_code || is_place(text)
}

/// Whether a text is `Boston MA`.
fn with_region(text: &str) -> bool {
    let Some((town, code)) = text.rsplit_once(' ') else { return false };
    let is_code = REGIONS.split(' ').any(|region| region == code);
    is_code && is_name(town) && !is_firm(town) && !has(town, Kind::Job)
}

/// Whether a text can be the name of a town.
fn is_name(text: &str) -> bool {
    let is_upper = text.chars().next().is_some_and(|c| !c.is_lowercase());
    let is_between = |word: &str| matches!(word, "de" | "la" | "del" | "do" | "da" | "am" | "of");
    let words = text.split_whitespace().filter(|word| !is_between(word)).count();
    is_upper && (1..=3).contains(&words) && !text.contains([';', ':', '|', '/', '@', '&'])
}

/// Whether a text ends with a word for a company.
pub(super) fn is_firm(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    is(last, Kind::Firm)
}

/// Whether a word is one that the law demands at the end of the name of a company.
pub(super) fn is_legal(word: &str) -> bool {
    LEGAL.contains(&word.to_lowercase().as_str())
}

/// Whether a text is the whole name of a company, with the word that the law demands.
pub(super) fn is_company(text: &str) -> bool {
    // Its place may follow it.
    let end = text.find([',', '(', '（']).filter(|at| *at > 0).unwrap_or(text.len());
    let text = match text.get(end..).map(|rest| rest.trim_start_matches([',', ' ']).to_lowercase())
    {
        // `Kestrel Co., Ltd`
        Some(rest) if LEGAL.iter().any(|word| rest.trim_end_matches('.') == *word) => text,
        // A sentence goes on in small letters.
        _ if text.get(end..).is_some_and(|rest| {
            rest.trim_start_matches([',', ' ']).starts_with(char::is_lowercase)
        }) =>
        {
            text
        }
        _ => text.get(..end).unwrap_or(text).trim_end(),
    };
    let lower = text.trim_end_matches(['.', ',', ')']).to_lowercase();
    let is_ended = |word: &str| {
        let before = lower.strip_suffix(word);
        before.is_some_and(|it| it.ends_with([' ', ',']) && !it.trim().is_empty())
    };
    let is_dense =
        ["株式会社", "有限会社", "合同会社", "有限公司", "주식회사", "ооо ", "зао ", "оао "];
    let is_name = |word: &str| word.chars().count() < 4 || !word.starts_with(char::is_lowercase);
    let most = if text.split_whitespace().all(is_name) { 9 } else { 6 };
    let is_short = lower.split_whitespace().count() < most;
    is_short && LEGAL.iter().any(|word| is_ended(word))
        || is_dense.iter().any(|word| lower.contains(word))
}

/// Joins a town and its country, which a comma separated, where other parts are left for the names.
pub(super) fn join_towns(parts: &mut Vec<Text>) {
    let is_own = |part: &Text| {
        let plain = part.plain();
        is_name(&plain)
            && !is_place(&plain)
            && !is_firm(&plain)
            && ![Kind::Job, Kind::School, Kind::Degree].iter().any(|kind| has(&plain, *kind))
    };
    let found = (1..parts.len()).find(|at| {
        let (Some(town), Some(country)) = (parts.get(at - 1), parts.get(*at)) else { return false };
        let gap = country.span().start.saturating_sub(town.span().end);
        is_region(&country.plain()) && is_own(town) && gap < 4
    });
    // With a position, the first of three may be that, and the second the organisation.
    let has_job = parts.iter().any(|part| has(&part.plain(), Kind::Job));
    if let Some(at) = found.filter(|at| parts.len() > 3 || (*at > 1 && !has_job)) {
        let country = parts.remove(at);
        if let Some(town) = parts.get_mut(at - 1) {
            town.append(", ", &country);
        }
    }
}

/// Splits a place off the end of a name: `Kestrel Ltd, Porto, Portugal`.
pub(super) fn without_town(name: &Text) -> Option<(Text, Text)> {
    let plain = name.plain();
    // `Kestrel (Porto, Portugal)`
    if let Some(at) = plain.find(['(', '（']).filter(|at| *at > 0 && plain.ends_with([')', '）']))
    {
        let town = clean(&name.part(at..plain.len()))?;
        let is_known = town.plain().rsplit(',').next().is_some_and(is_region) && is_town(&town);
        return is_known.then(|| Some((clean(&name.part(0..at))?, town)))?;
    }
    let commas = plain.match_indices(',').map(|(at, _)| at);
    let commas: Vec<usize> = commas.filter(|at| !is_in_brackets(&plain, *at)).collect();
    let last = *commas.last()?;
    let region = plain.get(last + 1..)?.trim();
    if !is_region(region) {
        return None;
    }
    let before = commas.iter().rev().nth(1).copied();
    let town = before.and_then(|at| Some((at, plain.get(at + 1..last)?.trim())));
    let cut = match town {
        Some((at, town)) if is_name(town) && !is_firm(town) => at,
        _ => last,
    };
    Some((clean(&name.part(0..cut))?, clean(&name.part(cut..plain.len()))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn companies_have_legal_forms() {
        for text in [
            "Kestrel AG",
            "Kestrel AG, Wil SG",
            "Kestrel Co., Ltd",
            "株式会社なみ",
            "Kestrel S.A. (Porto)",
        ] {
            assert!(is_company(text), "{text}");
        }
        for text in ["A tide company, which was small", "Kestrel", "Sociedade", "Mechanic", "AG"] {
            assert!(!is_company(text), "{text}");
        }
    }

    #[test]
    fn places_are_told_from_organisations() {
        let is = |text: &str| is_town(&Text::of(text, 0..text.len()));
        for text in
            ["Porto, Portugal", "Boston MA", "Remote", "Tallinn, Estonia", "VN", "São Paulo, BR"]
        {
            assert!(is(text), "{text}");
        }
        for text in ["Kestrel", "Senior SE", "Kestrel Ltd, Porto", "IT", "Cometa Labs", "QA"] {
            assert!(!is(text), "{text}");
        }
    }
}
