//! How well the documents in a folder are read. It prints a table, and fails for nothing:
//!
//! ```sh
//! DOCUMENTS=folder cargo test -p perfil-import --test measure -- --ignored --nocapture
//! ```

#![allow(clippy::expect_used)] // A test that cannot read its input has failed.

use perfil_import::{ImportContext, Kind, Source, import};
use perfil_source::{Node, Value};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// What was counted.
#[derive(Default)]
struct Totals {
    files: usize,
    built: usize,
    named: usize,
    with_address: usize,
    with_email: usize,
    dated: usize,
    whole: usize,
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
    let mut totals = Totals::default();
    for file in &files {
        measure(file, &mut totals);
    }
    let Totals { files, built, named, with_address, with_email, dated, whole } = totals;
    eprintln!("\nfiles                        {files}");
    eprintln!("that build                   {built}");
    eprintln!("with a name                  {named}");
    eprintln!("with their e-mail address    {with_email} of {with_address}");
    eprintln!("with dated jobs              {dated}");
    eprintln!("with every word              {whole}");
}

fn is_document(path: &Path) -> bool {
    path.extension().is_some_and(|ending| {
        ["md", "txt", "html", "htm"].iter().any(|it| ending.eq_ignore_ascii_case(it))
    })
}

fn measure(path: &Path, totals: &mut Totals) {
    let bytes = fs::read(path).expect("the file can be read");
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let source = Source { name: &name, bytes: &bytes, language: None };
    totals.files += 1;
    let Ok(imported) = import(&[source], &ImportContext::default()) else {
        return eprintln!("{name}: is not read");
    };
    let errors = problems(&imported.node);
    let mut text = String::from_utf8_lossy(&bytes).into_owned();
    if imported.kind == Kind::WebPage {
        text = shown(&text);
    }
    let field = |key: &str| imported.node.get(key).and_then(Node::as_str).unwrap_or_default();
    let jobs = dated_jobs(&imported.node);
    let lost = lost_words(&text, &imported.node);
    let has_address =
        text.split(|c: char| c.is_whitespace() || "<>()[]|\"'：:,".contains(c)).any(is_address);
    totals.built += usize::from(errors.is_empty());
    totals.named += usize::from(!field("name").is_empty() && !is_of_file(&name, field("name")));
    totals.with_address += usize::from(has_address);
    totals.with_email += usize::from(has_address && !field("email").is_empty());
    totals.dated += usize::from(jobs > 0);
    totals.whole += usize::from(lost.is_empty());
    let language = field("language");
    eprintln!(
        "{name}: {:?} {language} <{}> {jobs} dated jobs, {} lost {:?} {errors:?}",
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

fn is_of_file(file: &str, name: &str) -> bool {
    let stem = file.split('.').next().unwrap_or_default().replace(['-', '_'], " ");
    stem.eq_ignore_ascii_case(name)
}

fn is_address(word: &str) -> bool {
    word.split_once('@').is_some_and(|(user, host)| {
        let top = host.rsplit('.').next().unwrap_or_default();
        !user.is_empty()
            && host.contains('.')
            && top.len() > 1
            && top.chars().all(char::is_alphabetic)
    })
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

/// Returns the words of a document that are nowhere in its profile. Markup and addresses are no words,
/// and a page has words of its own for dates and for the labels before a colon.
fn lost_words(text: &str, node: &Node) -> Vec<String> {
    let mut known = HashSet::new();
    collect(node, &mut known);
    let visible = visible(text);
    let all: Vec<&str> = visible.split(|c: char| !c.is_alphanumeric()).collect();
    let is_year =
        |word: &&str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let filled: Vec<&str> = all.into_iter().filter(|word| !word.is_empty()).collect();
    let mut dated = HashSet::new();
    for (at, _) in filled.iter().enumerate().filter(|(_, word)| is_year(word)) {
        let beside = filled.iter().skip(at.saturating_sub(3)).take(7);
        dated.extend(beside.map(|word| word.to_lowercase()));
    }
    let labels: HashSet<String> = visible
        .split([':', '：'])
        .filter_map(|before| before.lines().last())
        .flat_map(words)
        .collect();
    let mut lost: Vec<String> = Vec::new();
    for word in words(&visible) {
        let is_written = known.contains(&word) || dated.contains(&word) || labels.contains(&word);
        if !is_written && !lost.contains(&word) && !word.chars().all(char::is_numeric) {
            lost.push(word);
        }
    }
    lost
}

/// Returns a web page without what no browser shows.
fn shown(page: &str) -> String {
    let mut shown = page.to_owned();
    for name in ["head", "script", "style", "svg", "nav", "noscript", "button", "template"] {
        let (start, end) = (format!("<{name}"), format!("</{name}>"));
        while let Some(at) = shown.find(&start) {
            let length = shown[at..].find(&end).map_or(shown.len() - at, |it| it + end.len());
            if shown[at + start.len()..].starts_with(|c: char| c.is_alphanumeric()) {
                shown.replace_range(at..at + start.len(), "<");
            } else {
                shown.replace_range(at..at + length, " ");
            }
        }
    }
    shown
}

fn visible(text: &str) -> String {
    let mut visible = String::new();
    let body = text.strip_prefix("---\n").and_then(|rest| Some(rest.split_once("\n---")?.1));
    let mut rest = body.unwrap_or(text);
    while let Some(at) = rest.find('<') {
        visible.push_str(&rest[..at]);
        let tag = &rest[at..];
        let end = if tag.starts_with("<!--") { "-->" } else { ">" };
        rest = match tag.find(end) {
            Some(length) => &tag[length + end.len()..],
            None => &tag[1..],
        };
        visible.push(' ');
    }
    visible.push_str(rest);
    let visible = visible.replace("&nbsp;", " ").replace("&emsp;", " ").replace("&mdash;", " ");
    // The addresses of links are not read.
    let mut shown = String::new();
    let mut rest = visible.as_str();
    while let Some(at) = rest.find("](") {
        shown.push_str(&rest[..at]);
        shown.push(' ');
        let after = &rest[at + 2..];
        rest = after.find(')').map_or(after, |end| &after[end + 1..]);
    }
    shown.push_str(rest);
    shown
}

fn words(text: &str) -> Vec<String> {
    let is_word = |c: char| c.is_alphanumeric();
    let words = text.split(|c: char| !is_word(c)).filter(|word| word.chars().count() > 3);
    words.map(str::to_lowercase).collect()
}

fn collect(node: &Node, known: &mut HashSet<String>) {
    match &node.value {
        Value::String(text) => known.extend(words(text)),
        Value::Array(elements) => elements.iter().for_each(|it| collect(it, known)),
        Value::Object(members) => members.iter().for_each(|member| collect(&member.value, known)),
        _ => {}
    }
}
