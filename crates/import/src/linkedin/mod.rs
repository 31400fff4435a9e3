//! Imports LinkedIn's export of a member's data, a ZIP of CSV files: first as a JSON Resume, and
//! from that as a profile.
//!
//! Data about others (messages, connections) and about the member's activity on LinkedIn does not
//! belong in a CV and is left out. Addresses and numbers are private, because nobody exports them
//! to publish them.

mod person;
mod tables;

use crate::ImportContext;
use crate::places::Places;
use crate::resume_tree::ResumeTree;
use crate::titles;
use crate::tree::{list, member, object, text};
use perfil_source::{Member, Node, Problem};
use std::io::{Cursor, Read};
use tables::{TABLES, Table};
use zip::ZipArchive;

/// The limits on the size of a file in the archive, in bytes, and on the number of files.
const MAX_FILE_BYTES: u64 = 4 << 20;
const MAX_FILES: usize = 2_000;

/// What to do if the archive is not what it should be.
const REMEDY: &str = "Use the file that LinkedIn sent.";

/// An export as a résumé.
pub(super) struct Export {
    /// The résumé.
    pub(super) resume: Node,
    /// What was left out.
    pub(super) report: Vec<Problem>,
    /// Where its values are.
    pub(super) places: Places,
}

/// Names the place of a row, or of one of its values.
fn place(table: &str, row: usize, column: Option<&str>) -> String {
    let column = column.map(|column| format!(", {column}")).unwrap_or_default();
    format!("{table}, row {row}{column}")
}

/// A row of a table.
struct Row {
    /// Its number, as a spreadsheet shows it: the names of the columns are row 1.
    number: usize,
    /// The names of its columns, and their values that are not empty.
    values: Vec<(String, String)>,
}

impl Row {
    fn get(&self, column: &str) -> Option<&str> {
        self.values.iter().find(|(name, _)| name == column).map(|(_, value)| value.as_str())
    }

    fn columns(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(|(name, _)| name.as_str())
    }
}

/// Reads an export. Titles are in these languages.
pub(super) fn resume(bytes: &[u8], context: &ImportContext) -> Result<Export, Problem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| {
        Problem::error(None, format!("this is no ZIP archive: {error}"), REMEDY)
    })?;
    if archive.len() > MAX_FILES {
        let message = format!("the archive has more than {MAX_FILES} files");
        return Err(Problem::error(None, message, REMEDY));
    }
    // A file whose name cannot be read is not one of the files that are used.
    let paths: Vec<String> =
        archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
    let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let (mut report, mut places) = (Vec::new(), Places::default());
    let mut resume = ResumeTree::default();
    let mut is_export = false;
    for table in person::TABLES {
        let Some(path) = paths.iter().find(|path| name(path) == table) else { continue };
        let rows = rows(&mut archive, path, table, None)?;
        person::read(table, &rows, &mut resume.basics, &mut places, &mut report);
        is_export = true;
    }
    for table in &TABLES {
        let Some(path) = paths.iter().find(|path| name(path) == table.file) else { continue };
        let rows = rows(&mut archive, path, table.file, Some(table))?;
        section(table, &rows, context, &mut resume, &mut places, &mut report);
        is_export = true;
    }
    if !is_export {
        let message = "the archive has none of the files of LinkedIn's export".to_owned();
        let remedy = "Ask LinkedIn for the larger archive, with your profile.";
        return Err(Problem::error(None, message, remedy));
    }
    let is_read = |name: &String| {
        person::TABLES.contains(&name.as_str()) || TABLES.iter().any(|table| table.file == name)
    };
    let mut left_out: Vec<String> =
        paths.iter().map(|path| name(path)).filter(|it| !it.is_empty() && !is_read(it)).collect();
    if !left_out.is_empty() {
        left_out.sort();
        let message =
            format!("left out, because they are no part of a CV: {}", left_out.join(", "));
        report.push(Problem::warning(None, message, "No action needed."));
    }
    Ok(Export { resume: resume.finish(0..0), report, places })
}

fn rows(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    path: &str,
    name: &str,
    table: Option<&Table>,
) -> Result<Vec<Row>, Problem> {
    let failed = |error: String| Problem::error(None, format!("{name}: {error}"), REMEDY);
    let file = archive.by_name(path).map_err(|error| failed(error.to_string()))?;
    let mut bytes = Vec::new();
    // The sizes that the archive declares cannot be trusted.
    file.take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| failed(error.to_string()))?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(failed(format!("it is larger than {} MiB", MAX_FILE_BYTES >> 20)));
    }
    let text = std::str::from_utf8(&bytes)
        .map_err(|error| failed(format!("byte {} is not UTF-8", error.valid_up_to() + 1)))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        // LinkedIn writes a table without rows as an empty file.
        return Ok(Vec::new());
    }
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let columns = reader.headers().map_err(|error| failed(error.to_string()))?.clone();
    let mut rows = Vec::new();
    for (index, record) in reader.records().enumerate() {
        let record = record.map_err(|error| failed(error.to_string()))?;
        let pairs = columns.iter().zip(&record);
        let filled = pairs.filter(|(_, value)| !value.trim().is_empty());
        let values = filled.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
        rows.push(Row { number: index + 2, values: values.collect() });
    }
    if let Some(table) = table.filter(|table| columns.iter().all(|name| name.trim() != table.key)) {
        return Err(failed(format!("the column {:?} is missing", table.key)));
    }
    Ok(rows)
}

/// Adds the rows of a table as a section.
fn section(
    table: &Table,
    rows: &[Row],
    context: &ImportContext,
    resume: &mut ResumeTree,
    places: &mut Places,
    report: &mut Vec<Problem>,
) {
    let mut items = Vec::new();
    for row in rows.iter().filter(|row| !row.values.is_empty()) {
        // A member can hide a recommendation.
        if row.get("Status").is_some_and(|status| !status.eq_ignore_ascii_case("visible")) {
            let message = format!("{}, row {} is left out: it is hidden", table.file, row.number);
            report.push(Problem::warning(None, message, "No action needed."));
            continue;
        }
        items.push(item(table, row, places));
    }
    let Some(span) = items.first().map(|first: &Node| first.span.clone()) else { return };
    let title = table.title.map(|id| titles::title(id, context, &span));
    let key = table.title.unwrap_or(table.list.key());
    resume.list(key, span.clone(), table.list, title, list(items, span));
}

fn item(table: &Table, row: &Row, places: &mut Places) -> Node {
    let (mut fields, mut details): (Vec<Member>, Vec<Node>) = (Vec::new(), Vec::new());
    let whole = places.add(place(table.file, row.number, None));
    for (column, value) in &row.values {
        let is_name = column == "First Name" && table.file == "Recommendations_Received.csv";
        let name = [Some(value.as_str()), row.get("Last Name")].into_iter().flatten();
        let value = if is_name { name.collect::<Vec<_>>().join(" ") } else { value.clone() };
        let value = text(value, places.add(place(table.file, row.number, Some(column))));
        let known = table.columns.iter().find(|(name, _)| name == column);
        if table.ignored.contains(&column.as_str()) {
            continue;
        }
        if table.details.contains(&column.as_str()) {
            let label = text(perfil_source::label(column), value.span.clone());
            details
                .push(object(vec![member("label", label), member("text", value)], whole.clone()));
        } else {
            // A column that LinkedIn may add later is kept like any unknown field.
            fields.push(member(known.map_or(column.as_str(), |(_, field)| *field), value));
        }
    }
    if !details.is_empty() {
        fields.push(member("details", list(details, whole.clone())));
    }
    object(fields, whole)
}
