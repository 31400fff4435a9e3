//! The words of documents.

use std::collections::HashSet;

/// Titles of documents and labels, which a page shows in its own way or not at all.
const TITLES: &str = include_str!("../../../crates/import/src/document/headings.tsv");
const LABELS: &str = include_str!("../../../crates/import/src/document/vocabulary.tsv");

/// Words for which a page has its own form: of durations, of dates, between other words, and greetings.
const OWN_WORDS: &str = "year years month months mois meses mesi monat monate monaten jahr jahre año años \
                         anni месяц месяца месяцев лет года present at chez bei hos presso hi hello hola привет";

/// Returns the words of a document that are not among those of its site. Markup and addresses are no words,
/// and a page has words of its own for dates and for the labels before a colon or alone on a line.
pub(super) fn lost(text: &str, said: &str) -> Vec<String> {
    let mut known: HashSet<String> = of(said, 1).into_iter().collect();
    known.extend(of(OWN_WORDS, 1));
    let visible = visible(text);
    let all: Vec<String> = of(&visible, 1);
    let is_year =
        |word: &String| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    for (at, _) in all.iter().enumerate().filter(|(_, word)| is_year(word)) {
        known.extend(all.iter().skip(at.saturating_sub(3)).take(7).cloned());
    }
    let labels = visible.split([':', '：']).filter_map(|before| before.lines().last());
    known.extend(labels.flat_map(|label| of(label, 1)));
    let phrases = phrases(&["contact", "document"]);
    let cells = visible.lines().flat_map(|line| line.split('|'));
    let cells = cells.filter(|cell| phrases.contains(&of(cell, 1).join(" ")));
    known.extend(cells.flat_map(|cell| of(cell, 1)));
    // What the document is says its page, also beside the name.
    known.extend(phrases_of_titles(&["document"]).flat_map(|phrase| of(phrase, 1)));
    let lines: Vec<&str> = visible.lines().collect();
    for (head, _) in lines.iter().zip(lines.iter().skip(1)).filter(|(_, below)| is_rule(below)) {
        let names = head.split('|').filter(|cell| of(cell, 1).len() < 5);
        known.extend(names.flat_map(|cell| of(cell, 1)));
    }
    let mut lost: Vec<String> = Vec::new();
    for word in of(&visible, 4) {
        // Where a date ends, its last letter is beside the next word.
        let is_number = word.chars().all(|c| c.is_numeric() || "年月日년월일".contains(c))
            || word.starts_with(['年', '月', '日', '在', '今']);
        if !known.contains(&word) && !lost.contains(&word) && !is_number {
            lost.push(word);
        }
    }
    lost
}

/// Whether a line is between the head of a table and its rows.
fn is_rule(line: &str) -> bool {
    line.contains('-') && line.contains('|') && line.chars().all(|c| "|-: ".contains(c))
}

/// Returns the titles about these topics, and all labels.
fn phrases(topics: &[&str]) -> HashSet<String> {
    let labels = LABELS.lines().filter_map(|row| {
        let (kind, words) = row.split_once('\t')?;
        let is_label = kind.ends_with("_label") || matches!(kind, "email" | "phone" | "url");
        is_label.then_some(words)
    });
    let labels = labels.flat_map(|words| words.split(';'));
    let all = phrases_of_titles(topics).chain(labels);
    all.map(|phrase| of(phrase, 1).join(" ")).collect()
}

fn phrases_of_titles(topics: &[&str]) -> impl Iterator<Item = &'static str> {
    TITLES.lines().flat_map(|row| {
        let mut cells = row.split('\t');
        let is_title = cells.next().is_some_and(|topic| topics.contains(&topic));
        cells.nth(1).filter(|_| is_title).unwrap_or_default().split(';')
    })
}

/// Returns what a reader sees of a document: no front matter, no tags, no addresses of links, no images,
/// and nothing that is for a program.
fn visible(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let body = text.strip_prefix("---\n").and_then(|rest| Some(rest.split_once("\n---")?.1));
    let mut visible = body.unwrap_or(&text).to_owned();
    for (open, close) in [
        ("<!--", "-->"),
        ("<style", "</style>"),
        ("<script", "</script>"),
        ("<head>", "</head>"),
        ("{%", "%}"),
        ("{{", "}}"),
        ("{:", "}"),
        ("![", ")"),
        ("](", ")"),
        ("<", ">"),
    ] {
        visible = without(&visible, open, close);
    }
    let is_shown = |line: &&str| !line.trim_start().starts_with(['@', '\\', '`']);
    let lines: Vec<&str> = visible.lines().filter(is_shown).collect();
    lines.join("\n").replace("&nbsp;", " ").replace("&emsp;", " ").replace("&mdash;", " ")
}

/// Returns a text without what is between two signs.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        shown.push_str(before);
        shown.push(' ');
        rest = after.split_once(close).map_or(after, |(_, after)| after);
    }
    shown + rest
}

/// Returns the words of a text with at least so many letters, and each pair of letters of a script
/// without spaces.
pub(super) fn of(text: &str, least: usize) -> Vec<String> {
    let mut words = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let letters: Vec<char> = word.to_lowercase().chars().collect();
        let is_dense = |c: &char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
        if letters.iter().any(is_dense) {
            let pairs = letters.windows(2).filter(|pair| pair.iter().all(is_dense));
            words.extend(pairs.map(|pair| pair.iter().collect::<String>()));
        } else if letters.len() >= least {
            words.push(letters.into_iter().collect());
        }
    }
    words
}
