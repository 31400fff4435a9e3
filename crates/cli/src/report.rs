//! Findings, written for people and for tools.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use perfil_site::{Coverage, Finding};
use serde_json::{Value, json};
use std::io::{self, Write as _};
use std::ops::Range;
use std::path::Path;

/// The maximum length of a line that is shown, in bytes: nobody writes or reads longer ones.
const LONGEST: usize = 2000;

/// Writes every finding with its place, its line and its remedy; in colour on a terminal.
pub(crate) fn text<'a>(findings: impl IntoIterator<Item = &'a Finding>) {
    let renderer = Renderer::styled();
    for finding in findings {
        anstream::eprintln!("{}\n", renderer.render(&[group(finding)]));
    }
}

fn group(finding: &Finding) -> Group<'_> {
    let problem = &finding.problem;
    let level = if finding.is_error() { Level::ERROR } else { Level::WARNING };
    let title = level.primary_title(problem.message.as_str());
    let file = display_path(&finding.file);
    let help = Level::HELP.message(problem.remedy.as_str());
    let (Some(span), Some(place)) = (&problem.span, finding.place) else {
        return title.element(Origin::path(file)).element(help);
    };
    let Some((line, span)) = line(&finding.text, span) else {
        let origin = Origin::path(file).line(place.line).char_column(place.column);
        return title.element(origin).element(help);
    };
    let annotation = AnnotationKind::Primary.span(span).label(problem.path.to_string());
    let snippet = Snippet::source(line).line_start(place.line).path(file).annotation(annotation);
    title.element(snippet).element(help)
}

/// Returns the line in which a span begins, and the part of the span in it: a list that should have
/// been a text is shown by its first line. Returns `None` for a line that is too long to show.
fn line<'a>(text: &'a str, span: &Range<usize>) -> Option<(&'a str, Range<usize>)> {
    let at = span.start.min(text.len());
    let near = &text.as_bytes()[at.saturating_sub(LONGEST)..at];
    let start = match near.iter().rposition(|byte| *byte == b'\n') {
        Some(newline) => at - near.len() + newline + 1,
        None if near.len() == at => 0,
        None => return None,
    };
    let rest = &text.as_bytes()[start..];
    let length = rest.iter().take(LONGEST + 1).position(|byte| *byte == b'\n');
    let length = length.or((rest.len() <= LONGEST).then_some(rest.len()))?;
    let line = text[start..start + length].trim_end_matches('\r');
    // Editors do not count a byte order mark as a character.
    let mark = if line.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let within = |at: usize| at.saturating_sub(start + mark).min(line.len() - mark);
    Some((&line[mark..], within(at)..within(span.end.max(at))))
}

/// Writes how many findings of each severity there are.
pub(crate) fn summary(findings: &[Finding]) {
    let errors = findings.iter().filter(|finding| finding.is_error()).count();
    let warnings = findings.len() - errors;
    match (errors, warnings) {
        (0, 0) => anstream::println!("No problems."),
        _ => anstream::println!("{}, {}.", count(errors, "error"), count(warnings, "warning")),
    }
}

/// Returns a number with its noun, in the plural where needed.
pub(crate) fn count(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}

/// Writes the share of each profile that exists in each language, and its format, in a table for
/// each site.
pub(crate) fn coverage(coverage: &[Coverage]) {
    let tags = |row: &Coverage| -> Vec<String> {
        row.shares.iter().map(|share| format!("{:>8}", share.language.as_str())).collect()
    };
    for rows in coverage.chunk_by(|a, b| tags(a) == tags(b)) {
        let heads = rows.first().map(tags).unwrap_or_default();
        if !heads.is_empty() {
            table(&heads.concat(), rows);
        }
    }
}

fn table(heads: &str, rows: &[Coverage]) {
    let names: Vec<String> = rows.iter().map(|row| display_path(&row.file)).collect();
    let width = names.iter().map(|name| name.chars().count()).max().unwrap_or_default();
    anstream::println!("{:width$}{heads}  Format", "Written in");
    for (row, name) in rows.iter().zip(&names) {
        let cells = row.shares.iter().map(|share| format!("{:>6} %", share.percent()));
        let cells = cells.collect::<Vec<_>>().concat();
        anstream::println!("{name:width$}{cells}  {}", row.kind);
    }
    anstream::println!();
}

/// Writes to the standard output.
pub(crate) fn write_out(bytes: &[u8]) {
    // A reader that stops early, such as `head`, is not an error.
    let _ = io::stdout().write_all(bytes);
}

/// Returns the findings as JSON for tools.
pub(crate) fn problems(findings: &[Finding]) -> Value {
    findings
        .iter()
        .map(|finding| {
            let problem = &finding.problem;
            json!({
                "severity": if finding.is_error() { "error" } else { "warning" },
                "file": display_path(&finding.file),
                "line": finding.place.map(|place| place.line),
                "column": finding.place.map(|place| place.column),
                "path": problem.path.to_string(),
                "message": problem.message,
                "remedy": problem.remedy,
            })
        })
        .collect()
}

/// Returns the findings as pages show them: as for tools, and with the line of each, if it may be
/// shown.
pub(crate) fn page_problems(findings: &[Finding], has_source: bool) -> Vec<Value> {
    let described = problems(findings);
    let described = described.as_array().into_iter().flatten().cloned();
    let add_source = |(mut problem, finding): (Value, &Finding)| {
        problem["source"] = if has_source { source(finding) } else { Value::Null };
        problem
    };
    described.zip(findings).map(add_source).collect()
}

/// Returns the line in which a finding begins, in three parts: before, in and after its span.
fn source(finding: &Finding) -> Value {
    let span = finding.problem.span.as_ref().filter(|_| finding.place.is_some());
    let Some((line, span)) = span.and_then(|span| line(&finding.text, span)) else {
        return Value::Null;
    };
    json!({
        "before": &line[..span.start],
        "marked": &line[span.clone()],
        "after": &line[span.end..],
    })
}

/// Returns the translation coverage as JSON for tools.
pub(crate) fn shares(coverage: &[Coverage]) -> Value {
    coverage
        .iter()
        .map(|row| {
            let languages: serde_json::Map<_, _> = row
                .shares
                .iter()
                .map(|share| {
                    let counts = json!({ "written": share.written, "all": share.all });
                    (share.language.to_string(), counts)
                })
                .collect();
            json!({
                "file": display_path(&row.file),
                "format": row.kind.to_string(),
                "languages": languages,
            })
        })
        .collect()
}

/// Returns a path with forward slashes on every system, without a leading `.`.
pub(crate) fn display_path(path: &Path) -> String {
    let inner = path.strip_prefix(".").unwrap_or(path);
    let path = if inner.as_os_str().is_empty() { path } else { inner };
    path.display().to_string().replace('\\', "/")
}
