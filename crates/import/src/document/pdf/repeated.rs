//! Leaves out what is on every page: running titles, and the numbers of pages.

use super::lines::Line;
use std::collections::HashMap;

/// The parts of a page that running titles are in.
const TOP: f64 = 0.1;
const BOTTOM: f64 = 0.9;

/// Where numbers of pages begin.
const LOW: f64 = 0.86;

/// Words between the number of a page and that of all pages, and before them.
const OF_PAGES: [&str; 24] = [
    "of",
    "/",
    "von",
    "de",
    "sur",
    "di",
    "из",
    "van",
    "av",
    "af",
    "z",
    "из:",
    "|",
    "page",
    "seite",
    "página",
    "pagina",
    "side",
    "sida",
    "strona",
    "стр.",
    "страница",
    "p.",
    "-",
];

/// Removes them from the lines of all pages, whose heights are given.
pub(super) fn without(lines: Vec<Line>, heights: &[f64]) -> Vec<Line> {
    let part = |line: &Line| line.base / heights.get(line.page).copied().unwrap_or(1.0).max(1.0);
    let is_margin = |line: &Line| part(line) < TOP || part(line) > BOTTOM;
    let mut pages: HashMap<(String, bool), Vec<usize>> = HashMap::new();
    for line in lines.iter().filter(|line| is_margin(line)) {
        let pages = pages.entry((pattern(&line.plain()), part(line) < TOP)).or_default();
        if pages.last() != Some(&line.page) {
            pages.push(line.page);
        }
    }
    let count = heights.len();
    let is_left_out = |line: &Line| {
        let plain = line.plain();
        let is_top = part(line) < TOP;
        let is_low = part(line) > LOW;
        if is_number(&plain, line.page + 1, count) && (is_low || (is_top && count > 1)) {
            return true;
        }
        if !is_margin(line) {
            return false;
        }
        let found = pages.get(&(pattern(&plain), is_top)).map_or(0, Vec::len);
        let is_repeated = found > 1 && found * 2 >= count;
        // What is at the top of the first page is the letterhead.
        let is_first = line.page == 0 && (is_top || plain.contains('@'));
        let has_number = part(line) > 0.93
            && plain.contains('\t')
            && plain.split('\t').any(|part| is_number(part, line.page + 1, count));
        (is_repeated || has_number) && !is_first
    };
    let kept = lines.into_iter().filter(|line| !is_left_out(line));
    kept.map(|line| without_number(line, count)).collect()
}

/// Removes the number of the page beside an address at the bottom of it.
fn without_number(mut line: Line, count: usize) -> Line {
    let is_last = |span: &super::words::Span| {
        span.text.starts_with('\t') && is_number(&span.text, line.page + 1, count)
    };
    if line.plain().contains('@') && line.spans.last().is_some_and(is_last) {
        line.spans.pop();
        line.columns.pop();
    }
    line
}

/// Returns a text in which all numbers are the same.
fn pattern(text: &str) -> String {
    let text = text.chars().map(|c| if c.is_numeric() { '#' } else { c });
    let mut pattern: String = text.collect();
    while pattern.contains("##") {
        pattern = pattern.replace("##", "#");
    }
    pattern
}

/// Whether a text is the number of its page: `2`, `– 2 –`, `Page 2 of 3`.
fn is_number(text: &str, page: usize, count: usize) -> bool {
    let text =
        text.to_lowercase().replace(['/', '–', '—', '-', '|', '·', '•', '(', ')', '[', ']'], " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let numbers: Vec<usize> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let is_known = |word: &&str| word.parse::<usize>().is_ok() || OF_PAGES.contains(word);
    let is_right = match numbers.as_slice() {
        [number] => *number == page,
        [number, all] => *number == page && *all >= count,
        _ => false,
    };
    is_right && words.len() < 6 && words.iter().all(is_known)
}
