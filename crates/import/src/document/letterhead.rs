//! Splits the lines of a letterhead into parts: labels, addresses, places, and what separates them.

use super::contacts::{contacts, is_contact};
use super::person::strip_symbols;
use super::text::Text;
use super::vocabulary::{Kind, is_symbol, label, symbol};
use super::wide_labels::{beside, wide_label};
use std::sync::Arc;

/// Signs between the parts of a line.
const SIGNS: &str = "•·|∙⋅●◦‧｜¦│┃❘∣丨︱\t\n";

/// Signs that separate parts only with a space on both sides, in lines with a way to reach somebody.
const SPACED: [&str; 10] =
    [" - ", " – ", " — ", " -- ", " / ", " // ", " * ", " ~ ", " :: ", " ⟡ "];

/// The longest label, in characters.
const MAX_LABEL: usize = 28;

/// The names of languages in which people offer their documents, as they write them.
const LANGUAGES: [&str; 12] = [
    "english",
    "español",
    "français",
    "deutsch",
    "português",
    "italiano",
    "català",
    "galego",
    "nederlands",
    "polski",
    "العربية",
    "עברית",
];

/// A part of a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Segment {
    /// The label before it.
    pub(super) label: Option<Text>,
    /// What its label or its symbol announces.
    pub(super) kind: Option<Kind>,
    pub(super) text: Text,
}

impl Segment {
    /// Whether it tells how to reach the person, or where they are.
    pub(super) fn is_informing(&self) -> bool {
        let mut links = self.text.runs.iter().filter_map(|run| run.link.as_deref());
        self.kind.is_some()
            || links
                .any(|link| link.contains("://") || link.contains('@') || link.starts_with("tel:"))
            || !contacts(&self.text.plain(), false).is_empty()
    }
}

/// Whether the parts are the languages of a document.
pub(super) fn is_languages(parts: &[Segment]) -> bool {
    const CODES: &[&str] =
        &["EN", "DE", "FR", "ES", "IT", "PT", "RU", "UA", "PL", "TR", "JA", "JP", "ZH", "KO"];
    let is_language = |part: &Segment| {
        let plain = part.text.plain();
        let written = plain.trim().trim_matches(['[', ']']);
        LANGUAGES.contains(&written.to_lowercase().as_str()) || CODES.contains(&written)
    };
    parts.len() > 1 && parts.iter().all(is_language)
}

/// Returns the parts of a line.
pub(super) fn segments(line: &Text) -> Vec<Segment> {
    let plain = line.plain();
    if let Some(parts) = beside::split(line, &plain) {
        return parts.iter().flat_map(segments).collect();
    }
    if let Some(segment) = wide_label(line, &plain) {
        return vec![segment];
    }
    let cuts = cuts(line, &plain);
    let mut parts = Vec::new();
    let mut start = 0;
    for (from, to) in cuts.into_iter().chain([(plain.len(), plain.len())]) {
        if from >= start {
            parts.push(line.part(start..from));
        }
        start = start.max(to);
    }
    let clean = |part: &Text| {
        let plain = part.plain();
        let text = plain.trim_matches(|c: char| c.is_whitespace() || ",;，；、".contains(c));
        let start = plain.find(text).unwrap_or_default();
        part.part(start..start + text.len())
    };
    let parts = parts.iter().map(clean).filter(|part| !part.is_empty());
    let mut all: Vec<Segment> = Vec::new();
    for part in parts.map(|part| segment(&part)) {
        // A label or a symbol alone belongs to what follows it.
        let is_waiting =
            all.last().is_some_and(|last| last.text.is_empty() && part.label.is_none());
        match all.pop_if(|_| is_waiting) {
            Some(last) => all.push(Segment {
                label: last.label,
                kind: part.kind.or(last.kind),
                text: part.text,
            }),
            None => all.push(part),
        }
    }
    all.retain(|part| !part.text.is_empty() || part.label.is_some());
    all
}

/// Returns the ranges that separate the parts of a line, in their order.
fn cuts(line: &Text, plain: &str) -> Vec<(usize, usize)> {
    let has_contact = is_contact(line) || line.runs.iter().any(|run| run.link.is_some());
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    let mut before = ' ';
    for (at, c) in plain.char_indices() {
        if SIGNS.contains(c) {
            // A gap may stand for the colon after a label.
            if c == '\t' && labelled(plain, at).is_some() {
                continue;
            }
            cuts.push((at, at + c.len_utf8()));
        } else if is_symbol(c) && before.is_whitespace() && at > 0 {
            // A picture begins a part.
            cuts.push((at, at));
        }
        before = c;
    }
    if has_contact {
        for sign in SPACED {
            cuts.extend(plain.match_indices(sign).map(|(at, _)| (at, at + sign.len())));
        }
        // `name@host, +1 555 0100, City`: what is between ways to reach somebody.
        let found = contacts(plain, false);
        for (range, _) in &found {
            let after = plain.get(range.end..).unwrap_or_default();
            if after.starts_with([',', ';', '，', '；', '、', '،']) {
                cuts.push((range.end, range.end));
            }
            let start = plain.get(..range.start).unwrap_or_default().trim_end();
            if start.ends_with([',', ';', '，', '；', '،']) {
                cuts.push((start.len(), start.len()));
            }
        }
        let mut at = 0;
        for (index, run) in line.runs.iter().enumerate() {
            let end = at + run.text.len();
            let next = line.runs.get(index + 1).and_then(|next| next.link.as_ref());
            let is_last = |link| next.is_none_or(|next| !Arc::ptr_eq(next, link));
            if run.link.as_ref().is_some_and(is_last) {
                cuts.extend([(end, end)]);
            }
            at = end;
        }
    }
    cuts.sort_unstable();
    cuts
}

/// Returns the label that ends at a gap, and where it begins: `Name`, in `Name <gap> Mira Solano`.
fn labelled(plain: &str, at: usize) -> Option<(Kind, usize)> {
    let before = plain.get(..at)?;
    let sign = before.rfind(|c| SIGNS.contains(c));
    let after_sign = sign.and_then(|at| Some(at + before.get(at..)?.chars().next()?.len_utf8()));
    let start = after_sign.unwrap_or_default();
    let name = before.get(start..)?;
    let after = plain.get(at + 1..)?.split(|c| SIGNS.contains(c)).next()?.trim();
    let is_value = after.chars().any(char::is_alphanumeric) && label(after).is_none();
    label(strip_symbols(name)).filter(|_| is_value).map(|kind| (kind, start))
}

/// Returns what a line announces, if it begins with a label.
pub(super) fn label_of_segment(line: &Text) -> Option<Kind> {
    segment(line).kind
}

/// Splits a part into its label and its text.
fn segment(part: &Text) -> Segment {
    let plain = part.plain();
    let kind = code(&plain).or_else(|| {
        let signs: String =
            plain.chars().take_while(|c| is_symbol(*c) || c.is_whitespace()).collect();
        let kind = symbol(&signs).filter(|_| !signs.trim().is_empty());
        kind.map(|kind| (Some(kind), signs.len()))
            .or((!signs.is_empty()).then_some((None, signs.len())))
    });
    let (kind, start) = kind.unwrap_or((None, 0));
    let part = part.part(start..plain.len());
    let plain = part.plain();
    let colon = plain.char_indices().find(|(_, c)| [':', '：'].contains(c));
    if let Some((at, sign)) = colon {
        let name = strip_symbols(plain.get(..at).unwrap_or_default());
        let rest = plain.get(at + sign.len_utf8()..).unwrap_or_default();
        let is_label = name.chars().count() <= MAX_LABEL
            && !rest.starts_with("//")
            && !name.contains('@')
            && !matches!(name, "mailto" | "tel" | "http" | "https")
            && name.chars().any(char::is_alphabetic);
        if is_label {
            let value = part.part(at + sign.len_utf8()..plain.len());
            let label_text = part.part(0..at);
            let known = label(name).or(kind);
            return Segment { label: Some(label_text), kind: known, text: value };
        }
    }
    if let Some(at) = plain.find('\t')
        && let Some((known, 0)) = labelled(&plain, at)
    {
        let value = part.part(at + 1..plain.len());
        return Segment { label: Some(part.part(0..at)), kind: Some(known), text: value };
    }
    // `Tel +1 555 0100`: a known label without a colon.
    if let Some((first, rest)) = plain.split_once(char::is_whitespace)
        && let Some(known) = label(first.trim_end_matches('.'))
        && !contacts(rest, known == Kind::Url).is_empty()
    {
        let end = plain.len() - rest.len();
        let label = Some(part.part(0..first.len()));
        return Segment { label, kind: Some(known), text: part.part(end..plain.len()) };
    }
    if label(&plain).is_some() && part.runs.iter().all(|run| run.link.is_none()) {
        let known = label(&plain).or(kind);
        let is_contact_label = matches!(known, Some(Kind::Email | Kind::Phone | Kind::Url));
        if is_contact_label {
            return Segment { label: Some(part), kind: known, text: Text::default() };
        }
    }
    Segment { label: None, kind, text: part }
}

/// Reads a short code such as `:email:` before a value.
fn code(plain: &str) -> Option<(Option<Kind>, usize)> {
    let rest = plain.strip_prefix(':')?;
    let end = rest.find(':').filter(|end| (2..25).contains(end))?;
    let name = rest.get(..end)?;
    let is_code = name.chars().all(|c| c.is_ascii_lowercase() || "_-+0123456789".contains(c));
    is_code.then(|| (symbol(name), end + 2))
}
