//! How well Perfil reads CVs in Markdown, plain text, Word, PDF and HTML.
//!
//! What is right is in the file `expected.tsv` of the folder, if it is there: in each row the file, the
//! name of the person, `y` if there are dated jobs, how many, and the e-mail address.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::Value;

use super::site::Site;
use super::{Tools, words};
use crate::table::row;

/// The extensions of documents, and whether what they say can be read without a reader of the format.
pub(super) const ENDINGS: [(&str, bool); 7] = [
    ("md", true),
    ("markdown", true),
    ("txt", true),
    ("docx", false),
    ("pdf", false),
    ("html", false),
    ("htm", false),
];

/// What is right about a document.
struct Expected {
    name: String,
    jobs: usize,
    email: String,
}

/// What was counted: what it is, how often it is right, and of how many.
#[derive(Default)]
struct Counts(Vec<(&'static str, usize, usize)>);

impl Counts {
    fn count(&mut self, what: &'static str, is_right: bool) {
        let right = usize::from(is_right);
        match self.0.iter_mut().find(|(name, ..)| *name == what) {
            Some((_, rights, all)) => (*rights, *all) = (*rights + right, *all + 1),
            None => self.0.push((what, right, 1)),
        }
    }
}

/// Builds a site of each document, and returns the rows of a table of how many are right.
pub(super) fn measure(
    tools: &Tools,
    folder: &Path,
    files: &[impl AsRef<Path>],
    is_listed: bool,
) -> Result<Vec<Vec<String>>> {
    let table = fs::read_to_string(folder.join("expected.tsv")).unwrap_or_default();
    let expected: HashMap<&str, Expected> = table.lines().filter_map(expected).collect();
    let mut counts = Counts::default();
    for file in files {
        let file = file.as_ref();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let wrong = faults(tools, file, expected.get(&*name), &mut counts)?;
        if is_listed && !wrong.is_empty() {
            println!("{}\n  {}", file.display(), wrong.join("\n  "));
        }
    }
    let rows = counts.0.iter().map(|(what, right, all)| row([what, right, all]));
    Ok(rows.collect())
}

fn expected(line: &str) -> Option<(&str, Expected)> {
    let mut cells = line.split('\t');
    let (file, name, _, jobs) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    let email = cells.next().unwrap_or_default().trim().to_owned();
    Some((file, Expected { name: name.to_owned(), jobs: jobs.trim().parse().ok()?, email }))
}

/// Returns what is wrong with the site of a document.
fn faults(
    tools: &Tools,
    file: &Path,
    expected: Option<&Expected>,
    counts: &mut Counts,
) -> Result<Vec<String>> {
    let site = Site::build(tools, file)?;
    counts.count("builds with no error", site.is_ok());
    let site = match site {
        Ok(site) => site,
        Err(errors) => return Ok(vec![format!("does not build: {errors}")]),
    };
    let basics = |key: &str| site.exported["basics"][key].as_str().unwrap_or_default();
    let jobs = site.exported["work"].as_array().into_iter().flatten();
    let jobs = jobs.filter(|job| ["startDate", "endDate"].iter().any(|key| job[*key].is_string()));
    let jobs = jobs.count();
    let mut faults = Vec::new();
    let mut compare = |what: &'static str, is_right: bool, found: &dyn std::fmt::Display| {
        counts.count(what, is_right);
        if !is_right {
            faults.push(format!("not: {what}: {found}"));
        }
    };
    if let Some(expected) = expected {
        let is_same = |a: &str, b: &str| words::of(a, 1) == words::of(b, 1);
        if !expected.name.is_empty() {
            let name = basics("name");
            compare("has the right name", is_same(&expected.name, name), &name);
        }
        if !expected.email.is_empty() {
            let email = basics("email");
            compare("has the right e-mail address", expected.email == email, &email);
        }
        if expected.jobs > 0 {
            compare("has dated jobs", jobs > 0, &jobs);
        }
        compare("has as many dated jobs", jobs == expected.jobs, &jobs);
    }
    let is_text = file.extension().is_some_and(|ending| {
        ENDINGS.iter().any(|(known, is_text)| *is_text && ending.eq_ignore_ascii_case(known))
    });
    if is_text {
        let text = String::from_utf8_lossy(&fs::read(file)?).into_owned();
        let lost = words::lost(&text, &said(&site));
        let some: Vec<&str> = lost.iter().take(8).map(String::as_str).collect();
        compare("shows every word", lost.is_empty(), &some.join(", "));
    }
    Ok(faults)
}

/// Returns what a site says in its exports.
fn said(site: &Site) -> String {
    fn add(value: &Value, said: &mut String) {
        match value {
            Value::String(text) => {
                said.push_str(text);
                said.push('\n');
            }
            Value::Array(elements) => elements.iter().for_each(|it| add(it, said)),
            Value::Object(members) => members.values().for_each(|it| add(it, said)),
            _ => {}
        }
    }
    let mut said = site.text.clone();
    add(&site.exported, &mut said);
    said
}
