//! Splits the lines of heads into parts.

use super::listed_entries::label_of_line;
use super::person::strip_symbols;
use super::text::{Text, joined};
use super::towns::is_company;
use super::vocabulary::{Kind, has, is};

/// Signs between the parts of a head.
pub(super) const SEPARATORS: [&str; 22] = [
    "\t", "\n", " | ", " · ", " • ", " — ", " – ", " - ", " // ", " @ ", "｜", " ∙ ", " :: ",
    " -- ", " ~ ", "|", "　", "—", "：", "│", "❘", "∣",
];

/// Words between a position and an organisation.
pub(super) const AT: [&str; 10] =
    [" at ", " bei ", " chez ", " presso ", " w ", " в ", " na ", " em ", " en ", " hos "];

/// The most words of the name of an organisation before a colon.
const MAX_LABEL_WORDS: usize = 5;

/// Adds the parts of a line.
pub(super) fn split(line: &Text, parts: &mut Vec<Text>) {
    let plain = line.plain();
    if line.is_cell || labelled_position(line).is_some() {
        return parts.extend(clean(line));
    }
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for separator in SEPARATORS {
        let found = plain.match_indices(separator);
        cuts.extend(found.map(|(at, _)| (at, at + separator.len())));
    }
    // `Waiter @Kestrel`
    let at_signs = plain.match_indices(" @").filter(|(at, sign)| {
        plain.get(at + sign.len()..).is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    });
    cuts.extend(at_signs.map(|(at, sign)| (at, at + sign.len())));
    // Where strong text ends, another part begins, unless it goes on as a sentence.
    let strong = line.strong_start();
    let rest = plain.get(strong..).unwrap_or_default();
    let is_sentence = rest.trim_start().starts_with(|c: char| c.is_lowercase());
    let has_letters = rest.chars().any(char::is_alphabetic);
    if strong > 0 && has_letters && (!is_sentence || rest.trim_start().starts_with("at ")) {
        cuts.push((strong, strong));
    }
    // So does one where a link ends that it begins with.
    let linked = line.runs.iter().take_while(|run| run.link.is_some());
    let linked: usize = linked.map(|run| run.text.len()).sum();
    let after = plain.get(linked..).unwrap_or_default().trim_start();
    if linked > 0 && after.starts_with([',', ':', '-', '–', '—', '(', '|', '·']) {
        cuts.push((linked, linked));
    }
    cuts.sort_unstable();
    let mut start = 0;
    for (from, to) in cuts.into_iter().chain([(plain.len(), plain.len())]) {
        if from >= start && !is_in_brackets(&plain, from) {
            parts.extend(clean(&line.part(start..from)));
            start = to;
        }
    }
}

/// Whether a position is inside brackets.
pub(super) fn is_in_brackets(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let open = before.matches(['(', '（']).count();
    let closed = before.matches([')', '）']).count();
    open > closed && text.get(at..).is_some_and(|rest| rest.contains([')', '）']))
}

/// Splits `Engineer at Kestrel`, if what precedes is a position.
pub(super) fn at_words(part: &Text) -> Vec<Text> {
    let plain = part.plain();
    let found = AT.iter().find_map(|word| {
        let at = plain.find(word)?;
        let before = plain.get(..at)?;
        let is_verb =
            ["worked", "working", "employed"].contains(&before.trim().to_lowercase().as_str());
        let is_job = has(before, Kind::Job);
        // `University of Porto at Ovar` is one name.
        let is_other = *word == " at " && !is_verb && !has(before, Kind::School);
        (is_job || is_other).then_some((at, at + word.len()))
    });
    // `Engineer in the Kestrel company`, but not in a subject or a town.
    let within = || {
        let (before, after) = plain.split_once(" in ")?;
        let is_split = has(before, Kind::Job) && !has(after, Kind::Job) && is_company(after);
        is_split.then_some((before.len(), before.len() + 4))
    };
    match found.or_else(within) {
        Some((from, to)) => [part.part(0..from), part.part(to..plain.len())].into(),
        None => vec![part.clone()],
    }
}

/// Returns the position after its label: `Position: Engineer`.
pub(super) fn labelled_position(part: &Text) -> Option<Text> {
    let (label, position) = label_of_line(part)?;
    is(&label, Kind::HeadlineLabel).then(|| position.trimmed())
}

/// Whether a part is a street with its number, or a town with its code: `Kaistrasse 12`, `4058 Basel`.
pub(super) fn is_address(part: &str) -> bool {
    let is_number = |word: &str| word.len() <= 6 && word.chars().all(|c| c.is_ascii_digit());
    let words: Vec<&str> = part.split_whitespace().collect();
    let is_code = words.first().is_some_and(|word| word.len() > 3 && is_number(word));
    words.len() > 1 && (is_code || words.last().is_some_and(|word| is_number(word)))
}

/// Splits `Kestrel: Engineer`, if only what follows is a position.
pub(super) fn before_colon(part: &Text) -> Vec<Text> {
    let plain = part.plain();
    let found = plain.split_once(": ").filter(|(before, after)| {
        before.split_whitespace().count() <= MAX_LABEL_WORDS
            && has(after, Kind::Job)
            && !has(before, Kind::Job)
            && !is(before, Kind::HeadlineLabel)
    });
    match found {
        Some((before, after)) => {
            let parts =
                [part.part(0..before.len()), part.part(plain.len() - after.len()..plain.len())];
            parts.iter().filter_map(clean).collect()
        }
        None => vec![part.clone()],
    }
}

/// Splits a part that has both a position and an organisation in it.
pub(super) fn within_one(parts: Vec<Text>) -> Vec<Text> {
    before_slash(with_bracketed(parts))
}

/// Splits `Kestrel (Engineer | Porto)`, if no part but that in brackets is a position.
fn with_bracketed(parts: Vec<Text>) -> Vec<Text> {
    let is_job = |text: &str| has(text, Kind::Job);
    let outside = |plain: &str| plain.find(['(', '（', '[']).unwrap_or(plain.len());
    if parts.iter().any(|part| part.plain().get(..outside(&part.plain())).is_some_and(is_job)) {
        return parts;
    }
    let apart = |part: &Text| {
        let plain = part.plain();
        let open = outside(&plain);
        let sign = plain.get(open..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8);
        let inner =
            plain.get(open + sign..).and_then(|it| it.trim_end().strip_suffix([')', '）', ']']));
        let inner = inner.filter(|inner| {
            open > 0
                && is_job(inner)
                && !inner.starts_with(char::is_lowercase)
                && !inner.contains(['(', '（', '['])
        });
        let Some(inner) = inner else { return vec![part.clone()] };
        let mut all: Vec<Text> = clean(&part.part(0..open)).into_iter().collect();
        split(&part.part(open + sign..open + sign + inner.len()), &mut all);
        all
    };
    parts.iter().flat_map(apart).collect()
}

/// Splits `Engineer / Kestrel, Porto` at its only slash, if it is all there is and only what precedes is a position.
fn before_slash(parts: Vec<Text>) -> Vec<Text> {
    let [part] = parts.as_slice() else { return parts };
    let plain = part.plain();
    let found = plain.split_once(" / ").filter(|(before, after)| {
        let is_placed = after.split_once(',').is_some_and(|(name, _)| !has(name, Kind::Job));
        // `エンジニア / ケストレル株式会社`
        let is_firm = is_company(after) && !is_company(before);
        has(before, Kind::Job)
            && (is_placed || is_firm)
            && !after.contains('/')
            && !before.contains(',')
    });
    let Some((before, after)) = found else { return parts };
    let start = plain.len() - after.len();
    vec![part.part(0..before.len()), part.part(start..plain.len())]
}

/// Splits `Asst. keeper. Kestrel Ltd` at the end of the sentence before a company.
pub(super) fn before_company(part: &Text) -> Vec<Text> {
    let plain = part.plain();
    let cut = plain.rfind(". ").filter(|at| {
        plain.get(at + 2..).is_some_and(is_company) && !plain.get(..*at).is_some_and(is_company)
    });
    match cut {
        Some(at) => {
            let parts = [part.part(0..at), part.part(at + 2..plain.len())];
            parts.iter().filter_map(clean).collect()
        }
        None => vec![part.clone()],
    }
}

/// Splits a part at its commas, except before the form of a company.
pub(super) fn commas(part: &Text) -> Vec<Text> {
    let plain = part.plain();
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, comma) in plain.match_indices([',', '，', '、', '،']) {
        let rest = plain.get(at + comma.len()..).unwrap_or_default();
        let next = rest.split([',', '，', '、', '،']).next().unwrap_or_default().trim();
        if !is(next, Kind::Firm) && !is_in_brackets(&plain, at) {
            parts.extend(clean(&part.part(start..at)));
            start = at + comma.len();
        }
    }
    parts.extend(clean(&part.part(start..plain.len())));
    match parts.as_slice() {
        // `Kestrel, Porto, Portugal`: the place has a comma of its own.
        [first, second, city, country] if is_upper(city) && is_upper(country) => {
            let place = joined_with_comma(city, country);
            vec![first.clone(), second.clone(), place]
        }
        _ => parts,
    }
}

pub(super) fn is_upper(part: &Text) -> bool {
    part.plain().split_whitespace().count() <= 3 && !has(&part.plain(), Kind::Job)
}

pub(super) fn joined_with_comma(first: &Text, second: &Text) -> Text {
    let mut whole = joined(std::slice::from_ref(first));
    whole.append(", ", second);
    whole
}

/// Returns a part without the signs that only separated it from others.
pub(super) fn clean(part: &Text) -> Option<Text> {
    let plain = part.plain();
    let text = strip_symbols(&plain);
    let is_sign = |c: char| c.is_whitespace() || ",;:|·•–—-@〜~～/、。，،".contains(c);
    let mut text = text.trim_matches(is_sign);
    // The end of a sentence before it, but not the beginning of `.NET`.
    text = text.strip_prefix(". ").unwrap_or(text);
    // `Waiter | at Kestrel`
    let at = text.strip_prefix("at ").filter(|rest| rest.starts_with(char::is_uppercase));
    text = at.unwrap_or(text);
    for (open, close) in [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】')] {
        let (opened, closed) = (text.matches(open).count(), text.matches(close).count());
        if text.starts_with(open) && text.ends_with(close) && opened == 1 {
            text = text.trim_start_matches(open).trim_end_matches(close);
        } else if opened > closed {
            text = text.strip_suffix(open).or_else(|| text.strip_prefix(open)).unwrap_or(text);
        } else if closed > opened {
            text = text.strip_suffix(close).or_else(|| text.strip_prefix(close)).unwrap_or(text);
        }
        text = text.trim_matches(is_sign);
    }
    if !text.chars().any(char::is_alphanumeric) {
        return None;
    }
    let start = plain.find(text)?;
    Some(part.part(start..start + text.len()))
}
