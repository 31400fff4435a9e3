//! How well the documents in a folder are read. It prints a table, and fails for nothing:
//!
//! ```sh
//! DOCUMENTS=folder cargo test -p perfil-import --test measure -- --ignored --nocapture
//! ```
//!
//! What is right is in `expected.tsv` of the folder, if it is there: the file, the name of the person,
//! `y` if there are dated jobs, how many, and the e-mail address.

#![allow(clippy::expect_used)] // A test that cannot read its input has failed.

use perfil_import::{ImportContext, Source, import};
use perfil_source::{Node, Value};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// What was counted: what is right, and of how many.
#[derive(Default)]
struct Totals {
    counts: Vec<(&'static str, usize, usize)>,
}

impl Totals {
    fn count(&mut self, what: &'static str, is_right: bool) {
        let right = usize::from(is_right);
        match self.counts.iter_mut().find(|(name, ..)| *name == what) {
            Some((_, rights, all)) => (*rights, *all) = (*rights + right, *all + 1),
            None => self.counts.push((what, right, 1)),
        }
    }
}

/// What is right about a file.
struct Expected {
    name: String,
    jobs: usize,
    email: String,
}

#[test]
#[ignore = "it needs a folder of documents"]
fn documents_of_a_folder() {
    let Ok(folder) = env::var("DOCUMENTS") else { return };
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("the folder can be read")
        .flatten()
        .map(|file| file.path())
        .filter(|path| is_document(path))
        .collect();
    files.sort();
    let table = fs::read_to_string(Path::new(&folder).join("expected.tsv")).unwrap_or_default();
    let expected: HashMap<&str, Expected> = table.lines().filter_map(expected).collect();
    let mut totals = Totals::default();
    for file in &files {
        measure(file, &expected, &mut totals);
    }
    eprintln!();
    for (what, right, all) in totals.counts {
        eprintln!("{what:<32}{right} of {all}");
    }
}

fn expected(row: &str) -> Option<(&str, Expected)> {
    let mut cells = row.split('\t');
    let (file, name, _, jobs) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    let email = cells.next().unwrap_or_default().to_owned();
    Some((file, Expected { name: name.to_owned(), jobs: jobs.parse().ok()?, email }))
}

fn is_document(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "md" || ending == "txt")
}

fn measure(path: &Path, expected: &HashMap<&str, Expected>, totals: &mut Totals) {
    let bytes = fs::read(path).expect("the file can be read");
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let source = Source { name: &name, bytes: &bytes, language: None };
    let Ok(imported) = import(&[source], &ImportContext::default()) else {
        totals.count("that build", false);
        return eprintln!("{name}: is not read");
    };
    let errors = problems(&imported.node);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let field = |key: &str| imported.node.get(key).and_then(Node::as_str).unwrap_or_default();
    let jobs = dated_jobs(&imported.node);
    let lost = lost_words(&text, &imported.node);
    totals.count("that build", errors.is_empty());
    let mut wrong: Vec<String> = Vec::new();
    if let Some(expected) = expected.get(name.as_str()) {
        let is_same = |a: &str, b: &str| words_of(a, 1) == words_of(b, 1);
        let mut compare = |what: &'static str, is_right: bool| {
            totals.count(what, is_right);
            if !is_right {
                wrong.push(what.to_owned());
            }
        };
        if !expected.name.is_empty() {
            compare("with the right name", is_same(&expected.name, field("name")));
        }
        if !expected.email.is_empty() {
            compare("with the right e-mail address", expected.email == field("email"));
        }
        compare("with dated jobs, if any", (jobs > 0) == (expected.jobs > 0));
        compare("with the right number of jobs", jobs == expected.jobs);
    }
    totals.count("with every word", lost.is_empty());
    let language = field("language");
    eprintln!(
        "{name}: {:?} {language} <{}> {jobs} dated jobs, wrong {wrong:?}, {} lost {:?} {errors:?}",
        field("name"),
        field("email"),
        lost.len(),
        lost.iter().take(8).collect::<Vec<_>>(),
    );
    if env::var("SHOW").is_ok_and(|shown| name.contains(&shown)) {
        eprintln!("{}", perfil_source::to_json(&imported.node));
    }
}

fn problems(node: &Node) -> Vec<String> {
    let mut context = perfil_source::Context::new(vec!["en".to_owned()]);
    perfil_model::profile::Profile::read(node, &mut context);
    let (problems, _) = context.finish();
    problems.into_iter().filter(perfil_source::Problem::is_error).map(|it| it.message).collect()
}

/// Counts the jobs with dates, and their roles.
fn dated_jobs(node: &Node) -> usize {
    let has_date = |node: &Node| ["startDate", "endDate"].iter().any(|key| node.get(key).is_some());
    let mut count = 0;
    for section in node.get("sections").map_or(&[][..], Node::elements) {
        count += dated_jobs(section);
        let kind = section.get("kind").and_then(Node::as_str);
        let list = section.get("list").and_then(Node::as_str);
        if kind != Some("timeline") || matches!(list, Some("education" | "volunteer")) {
            continue;
        }
        for item in section.get("items").map_or(&[][..], Node::elements) {
            let roles = item.get("roles").map_or(&[][..], Node::elements);
            count += roles.iter().chain([item]).filter(|it| has_date(it)).count();
        }
    }
    count
}

/// Titles of documents and labels, which a page shows in its own way or not at all.
const TITLES: &str = include_str!("../src/document/headings.tsv");
const LABELS: &str = include_str!("../src/document/vocabulary.tsv");

/// Words for which a page has its own form: of durations, of dates, between other words, and greetings.
const OWN_WORDS: &str = "year years month months mois meses mesi monat monate monaten jahr jahre año años anni \
                         месяц месяца месяцев лет года present at chez bei hos presso hi hello hola привет";

/// Returns the words of a document that are nowhere in its profile. Markup and addresses are no words,
/// and a page has words of its own for dates and for the labels before a colon or alone on a line.
fn lost_words(text: &str, node: &Node) -> Vec<String> {
    let mut known = HashSet::new();
    collect(node, &mut known);
    let visible = visible(text);
    let all: Vec<String> = words_of(&visible, 1);
    let is_year =
        |word: &String| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    for (at, _) in all.iter().enumerate().filter(|(_, word)| is_year(word)) {
        known.extend(all.iter().skip(at.saturating_sub(3)).take(7).cloned());
    }
    let labels = visible.split([':', '：']).filter_map(|before| before.lines().last());
    known.extend(labels.flat_map(|label| words_of(label, 1)));
    let phrases = phrases(&["contact", "document"]);
    let cells = visible.lines().flat_map(|line| line.split('|'));
    let cells = cells.filter(|cell| phrases.contains(&words_of(cell, 1).join(" ")));
    known.extend(cells.flat_map(|cell| words_of(cell, 1)));
    // What the document is says its page, also beside the name.
    known.extend(phrases_of_titles(&["document"]).flat_map(|phrase| words_of(phrase, 1)));
    let lines: Vec<&str> = visible.lines().collect();
    for (head, _) in lines.iter().zip(lines.iter().skip(1)).filter(|(_, below)| is_rule(below)) {
        let names = head.split('|').filter(|cell| words_of(cell, 1).len() < 5);
        known.extend(names.flat_map(|cell| words_of(cell, 1)));
    }
    // A page writes durations, and joins positions and organisations, in its own way.
    known.extend(words_of(OWN_WORDS, 1));
    let mut lost: Vec<String> = Vec::new();
    for word in words_of(&visible, 4) {
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
    all.map(|phrase| words_of(phrase, 1).join(" ")).collect()
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
fn words_of(text: &str, least: usize) -> Vec<String> {
    let mut words = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let letters: Vec<char> = perfil_text::fold(word).chars().collect();
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

fn collect(node: &Node, known: &mut HashSet<String>) {
    match &node.value {
        Value::String(text) => known.extend(words_of(text, 1)),
        Value::Array(elements) => elements.iter().for_each(|it| collect(it, known)),
        Value::Object(members) => members.iter().for_each(|member| collect(&member.value, known)),
        _ => {}
    }
}
