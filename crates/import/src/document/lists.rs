//! Decides the kind of section for a bulleted list, from its heading and the form of its lines.

use super::outline::Line;
use super::pairs::Pair;
use crate::tree::{list, member, object, text};
use perfil_source::{Member, Node};
use std::ops::Range;

/// A section without its id and its title.
pub(crate) struct Content {
    /// Its kind.
    pub(crate) kind: &'static str,
    /// Its fields.
    pub(crate) fields: Vec<Member>,
    /// A second section from the same list, which follows without a title.
    pub(crate) next: Option<(&'static str, Node)>,
}

/// Stems of words in headings, in the languages of the documents seen so far.
const STUDIES: [&str; 6] = ["educa", "formaci", "estudio", "studies", "academic", "académic"];
const CERTIFICATES: [&str; 2] = ["certif", "licen"];
const RESULTS: [&str; 6] = ["achievement", "result", "impact", "metric", "logro", "métrica"];
const SKILLS: [&str; 10] = [
    "stack",
    "technolog",
    "tecnolog",
    "skill",
    "habilidad",
    "tools",
    "herramient",
    "framework",
    "programming language",
    "lenguajes de programa",
];

/// Whether a heading contains one of these words.
pub(super) fn has(title: &str, words: &[&str]) -> bool {
    let title = title.to_lowercase();
    words.iter().any(|word| title.contains(word))
}

/// Returns the content of a list below these headings, the outermost first.
pub(super) fn bullets(titles: &[&str], lines: &[Line], span: Range<usize>) -> Content {
    let own = titles.last().copied().unwrap_or_default();
    let pairs: Vec<Pair> = lines.iter().map(Pair::of).collect();
    let all = |is: fn(&Pair) -> bool| pairs.iter().all(is);
    let is_colon = |pair: &Pair| matches!(pair, Pair::Colon(..));
    if pairs.iter().any(|pair| pair.both().is_some_and(|(term, _)| length(&term.text).is_some())) {
        return timeline(lines, &pairs, span);
    }
    if has(own, &STUDIES) && pairs.iter().any(|pair| matches!(pair, Pair::Dash(..))) {
        return studies(own, lines, &pairs, span);
    }
    if all(|pair| matches!(pair, Pair::Alone(_))) && has(own, &CERTIFICATES) {
        let items = pairs.iter().filter_map(alone).collect();
        return Content { kind: "certificates", fields: vec![items_of(items, span)], next: None };
    }
    if all(is_colon) && titles.iter().any(|title| has(title, &SKILLS)) {
        return mapped("skills", &pairs, span, |name, value| {
            vec![member("name", strip_markup(name)), member("keywords", keywords(value, 1))]
        });
    }
    let are_short = || lines.iter().all(|line| line.text.split_whitespace().count() <= 20);
    if all(is_colon) && has(own, &RESULTS) && are_short() {
        return mapped("metrics", &pairs, span, |title, value| {
            vec![
                member("title", strip_markup(title)),
                member("text", node(value)),
                member("figures", figures(value)),
            ]
        });
    }
    if all(is_colon) || all(|pair| matches!(pair, Pair::Dash(..))) {
        return mapped("terms", &pairs, span, |term, value| {
            vec![member("term", strip_markup(term)), member("text", node(value))]
        });
    }
    let items =
        lines.iter().map(|line| object(vec![member("text", node(line))], line.span.clone()));
    Content { kind: "list", fields: vec![items_of(items.collect(), span)], next: None }
}

fn mapped(
    kind: &'static str,
    pairs: &[Pair],
    span: Range<usize>,
    fields: impl Fn(&Line, &Line) -> Vec<Member>,
) -> Content {
    let both = pairs.iter().filter_map(Pair::both);
    let items =
        both.map(|(term, value)| object(fields(term, value), term.span.start..value.span.end));
    Content { kind, fields: vec![items_of(items.collect(), span)], next: None }
}

fn items_of(items: Vec<Node>, span: Range<usize>) -> Member {
    member("items", list(items, span))
}

/// Returns a text in Markdown.
pub(crate) fn node(line: &Line) -> Node {
    text(line.text.clone(), line.span.clone())
}

/// Returns a text for a field that shows no markup.
pub(crate) fn strip_markup(line: &Line) -> Node {
    let text = &line.text;
    if !text.contains(['*', '`', '\\', '[', '~', '_']) {
        return crate::tree::text(text.clone(), line.span.clone());
    }
    // The number of a list or the sign of a quotation is a word here.
    let escaped = format!("\u{200b}{text}");
    let plain = perfil_prose::Document::parse(&escaped).to_text();
    let plain = plain.trim_start_matches('\u{200b}').trim();
    // Emphasis that began or ends in another part is none here.
    let is_cut = plain.matches("**").count() % 2 == 1;
    let plain = if is_cut { &*plain.replace(" **", " ") } else { plain };
    let plain = if is_cut { plain.trim_matches('*') } else { plain };
    crate::tree::text(plain, line.span.clone())
}

/// Reads entries that state how long they took, and the lines that are not entries.
fn timeline(lines: &[Line], pairs: &[Pair], span: Range<usize>) -> Content {
    let (mut items, mut highlights) = (Vec::new(), Vec::new());
    for (line, pair) in lines.iter().zip(pairs) {
        let dated = pair.both().and_then(|(term, value)| Some((term, value, length(&term.text)?)));
        let Some((term, value, (duration, at))) = dated else {
            highlights.push(node(line));
            continue;
        };
        let named = term.part(0..at);
        let mut fields = employer(&named);
        fields.push(member("duration", text(duration, term.span.clone())));
        fields.push(member("summary", node(value)));
        items.push(object(fields, line.span.clone()));
    }
    let mut fields = vec![items_of(items, span.clone())];
    if !highlights.is_empty() {
        fields.push(member("highlights", list(highlights, span)));
    }
    Content { kind: "timeline", fields, next: None }
}

/// `Ex-Netflix Backend Infrastructure Team`, or `Engineer at Netflix`.
fn employer(line: &Line) -> Vec<Member> {
    let whole = line.text.len();
    let former = ["Ex-", "ex-"].iter().any(|former| line.text.starts_with(former));
    if let Some(at) = line.text.find(' ').filter(|_| former) {
        let (name, position) = (line.part(0..at), line.part(at..whole));
        return vec![
            member("name", strip_markup(&name)),
            member("position", strip_markup(&position)),
        ];
    }
    for between in [" at ", " @ ", " en "] {
        if let Some(at) = line.text.find(between) {
            let (position, name) = (line.part(0..at), line.part(at + between.len()..whole));
            return vec![
                member("name", strip_markup(&name)),
                member("position", strip_markup(&position)),
            ];
        }
    }
    vec![member("name", strip_markup(line))]
}

/// Returns a duration in ISO 8601, and the byte position in the text where it begins: `(4 years)`.
pub(super) fn length(value: &str) -> Option<(String, usize)> {
    let at = value.rfind('(')?;
    let inner = value[at + 1..].trim_end().strip_suffix(')')?;
    let (number, unit) = inner.split_once(' ')?;
    let number: u32 = number.parse().ok()?;
    let letter = match unit.to_lowercase().as_str() {
        "year" | "years" | "yr" | "yrs" | "año" | "años" => 'Y',
        "month" | "months" | "mes" | "meses" => 'M',
        _ => return None,
    };
    Some((format!("P{number}{letter}"), at))
}

/// Reads degrees with their schools; a line without a school is a certificate.
fn studies(title: &str, lines: &[Line], pairs: &[Pair], span: Range<usize>) -> Content {
    let (mut items, mut others) = (Vec::new(), Vec::new());
    for (line, pair) in lines.iter().zip(pairs) {
        match pair {
            Pair::Dash(degree, school) | Pair::Colon(degree, school) => {
                let mut fields = vec![member("name", strip_markup(school))];
                let at = degree.text.find(' ').unwrap_or(degree.text.len());
                fields.push(member("studyType", strip_markup(&degree.part(0..at))));
                let area = degree.part(at..degree.text.len());
                if !area.text.is_empty() {
                    fields.push(member("area", strip_markup(&area)));
                }
                items.push(object(fields, line.span.clone()));
            }
            Pair::Alone(name) if has(title, &CERTIFICATES) => others.push(named(name)),
            Pair::Alone(name) => items.push(named(name)),
            Pair::Running => items.push(named(line)),
        }
    }
    let next = (!others.is_empty()).then(|| ("certificates", list(others, span.clone())));
    Content { kind: "timeline", fields: vec![items_of(items, span)], next }
}

fn named(line: &Line) -> Node {
    object(vec![member("name", strip_markup(line))], line.span.clone())
}

fn alone(pair: &Pair) -> Option<Node> {
    match pair {
        Pair::Alone(name) => Some(named(name)),
        _ => None,
    }
}

/// Reads `Python (Django, FastAPI), Go`: names with their parts, as deep as a page shows them.
fn keywords(line: &Line, levels: u8) -> Node {
    let mut names = Vec::new();
    let (mut start, mut depth) = (0, 0_u32);
    for (at, c) in line.text.char_indices().chain([(line.text.len(), ',')]) {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' | ';' if depth == 0 || at == line.text.len() => {
                let name = line.part(start..at);
                if !name.text.is_empty() {
                    names.push(keyword(&name, levels));
                }
                start = (at + 1).min(line.text.len());
            }
            _ => {}
        }
    }
    list(names, line.span.clone())
}

fn keyword(line: &Line, levels: u8) -> Node {
    let inner = line.text.strip_suffix(')').and_then(|rest| rest.split_once(" ("));
    let Some((name, _)) = inner.filter(|_| levels > 0) else { return strip_markup(line) };
    let parts = line.part(name.len() + 2..line.text.len() - 1);
    let fields = vec![
        member("name", strip_markup(&line.part(0..name.len()))),
        member("keywords", keywords(&parts, levels - 1)),
    ];
    object(fields, line.span.clone())
}

/// Words that end the label of a figure.
const ENDS: [&str; 10] = ["with", "by", "and", "to", "from", "con", "en", "y", "for", "in"];

/// Returns the figures in a text, each with what it counts: `200M+ users`.
fn figures(line: &Line) -> Node {
    let words: Vec<&str> = line.text.split_whitespace().collect();
    let mut figures = Vec::new();
    for (index, word) in words.iter().enumerate().filter(|(_, word)| is_figure(word)) {
        let value = word.trim_end_matches(['.', ',', ';']);
        let counted = words[index + 1..]
            .iter()
            .take_while(|next| !ENDS.contains(&next.to_lowercase().as_str()) && !is_figure(next));
        let counted: Vec<&str> = counted.take(4).copied().collect();
        let label = if value.len() < word.len() { String::new() } else { counted.join(" ") };
        let mut fields = vec![member("value", text(value, line.span.clone()))];
        let label = label.trim_end_matches(['.', ',', ';']);
        if !label.is_empty() {
            fields.push(member("label", text(label, line.span.clone())));
        }
        figures.push(object(fields, line.span.clone()));
    }
    list(figures, line.span.clone())
}

fn is_figure(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || ['+', '<', '>', '~', '$', '€'].contains(&c))
        && word.contains(|c: char| c.is_ascii_digit())
}
