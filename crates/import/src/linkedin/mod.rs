//! Imports LinkedIn's export of a member's data, a ZIP of CSV files: first as a JSON Resume, and
//! from that as a profile.
//!
//! Data about others (messages, connections) and about the member's activity on LinkedIn does not
//! belong in a CV and is left out. Addresses and numbers are private, because nobody exports them
//! to publish them.

mod tables;

use crate::tree::{list, member, object, text};
use perfil_source::privacy::wrap;
use perfil_source::{Member, Node, Problem};
use std::io::{Cursor, Read};
use tables::{TABLES, Table};
use zip::ZipArchive;

/// The limits on the size of a file in the archive, in bytes, and on the number of files.
const MAX_FILE_BYTES: u64 = 4 << 20;
const MAX_FILES: usize = 2_000;

/// Columns of the member's own row, and the fields of `basics` that they become.
const BASICS: [(&str, &str); 2] = [("Headline", "label"), ("Summary", "summary")];

/// Reads an export as a résumé.
pub(super) fn resume(bytes: &[u8]) -> Result<(Node, Vec<Problem>), Problem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| {
        Problem::error(
            None,
            format!("this is no ZIP archive: {error}"),
            "Use the file that LinkedIn sent.",
        )
    })?;
    if archive.len() > MAX_FILES {
        let message = format!("the archive has more than {MAX_FILES} files");
        return Err(Problem::error(None, message, "Use the file that LinkedIn sent."));
    }
    // A file whose name cannot be read is not one of the files that are used.
    let names: Vec<String> =
        archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
    let mut report = Vec::new();
    let mut members = Vec::new();
    let mut basics = Vec::new();
    let mut left_out = Vec::new();
    for path in names {
        let name = path.rsplit('/').next().unwrap_or(&path);
        let table = TABLES.iter().find(|table| table.file == name);
        let is_own = ["Profile.csv", "Email Addresses.csv", "PhoneNumbers.csv"].contains(&name);
        if table.is_none() && !is_own {
            if !name.is_empty() {
                left_out.push(name.to_owned());
            }
            continue;
        }
        let rows = rows(&mut archive, &path, (name, table))?;
        match table {
            Some(table) => members.extend(section(table, &rows)),
            None => own(name, &rows, &mut basics),
        }
    }
    if basics.is_empty() && members.is_empty() {
        let message = "the archive has none of the files of LinkedIn's export".to_owned();
        return Err(Problem::error(
            None,
            message,
            "Ask LinkedIn for the larger archive, with your profile.",
        ));
    }
    if !left_out.is_empty() {
        left_out.sort();
        let message =
            format!("left out, because they are no part of a CV: {}", left_out.join(", "));
        let remedy = "No action needed.";
        report.push(Problem::warning(None, message, remedy));
    }
    let mut all = vec![member("basics", object(basics, 0..0))];
    all.extend(members);
    Ok((object(all, 0..0), report))
}

/// A row: the names of its columns, and their values.
type Row = Vec<(String, String)>;

fn rows(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    path: &str,
    (name, table): (&str, Option<&Table>),
) -> Result<Vec<Row>, Problem> {
    let failed = |error: String| {
        Problem::error(None, format!("{name}: {error}"), "Use the file that LinkedIn sent.")
    };
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
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let columns = reader.headers().map_err(|error| failed(error.to_string()))?.clone();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| failed(error.to_string()))?;
        let pairs = columns.iter().zip(&record);
        let filled = pairs.filter(|(_, value)| !value.trim().is_empty());
        rows.push(
            filled.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect(),
        );
    }
    if !rows.is_empty() && columns.len() < 2 && name != "Skills.csv" {
        return Err(failed("it has no columns".to_owned()));
    }
    if let Some(table) = table.filter(|table| columns.iter().all(|name| name.trim() != table.key)) {
        return Err(failed(format!("the column {:?} is missing", table.key)));
    }
    Ok(rows)
}

/// Returns the rows of a table as a section.
fn section(table: &Table, rows: &[Row]) -> Option<Member> {
    let items: Vec<Node> = rows
        .iter()
        .map(|row| {
            let fields = row.iter().map(|(column, value)| {
                let known = table.columns.iter().find(|(name, _)| name == column);
                // A column that LinkedIn may add later is kept like any unknown field.
                let field = known.map_or(column.as_str(), |(_, field)| *field);
                let is_date = field.ends_with("Date") || field == "date";
                let value = if is_date { date(value) } else { value.clone() };
                member(field, text(value, 0..0))
            });
            object(fields.collect(), 0..0)
        })
        .collect();
    (!items.is_empty()).then(|| member(table.section.key(), list(items, 0..0)))
}

/// Reads the data about the member.
fn own(name: &str, rows: &[Row], basics: &mut Vec<Member>) {
    let Some(row) = rows.first() else { return };
    let cell = |row: &Row, column: &str| {
        row.iter().find(|(name, _)| name == column).map(|(_, value)| value.clone())
    };
    let field = |key: &str, value: String| member(key, text(value, 0..0));
    match name {
        "Profile.csv" => {
            let names = ["First Name", "Last Name"].map(|column| cell(row, column));
            let name = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
            if !name.is_empty() {
                basics.push(field("name", name));
            }
            for (column, key) in BASICS {
                basics.extend(cell(row, column).map(|value| field(key, value)));
            }
            if let Some(place) = cell(row, "Geo Location") {
                let city = place.split(',').next().unwrap_or_default().trim().to_owned();
                let region = place.split_once(',').map(|(_, rest)| rest.trim().to_owned());
                let mut fields = vec![field("city", city)];
                fields.extend(region.map(|region| field("region", region)));
                basics.push(member("location", object(fields, 0..0)));
            }
            let known =
                ["First Name", "Last Name", "Headline", "Summary", "Geo Location"].as_slice();
            // Birthdays and streets are kept, but as private values.
            for (column, value) in row.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
                basics.push(member(column, wrap(text(value.clone(), 0..0))));
            }
        }
        "Email Addresses.csv" => {
            let first = rows.iter().find(|row| cell(row, "Primary").as_deref() == Some("Yes"));
            let address = cell(first.unwrap_or(row), "Email Address");
            basics.extend(address.map(|it| member("email", wrap(text(it, 0..0)))));
        }
        _ => {
            let number = cell(row, "Number");
            basics.extend(number.map(|it| member("phone", wrap(text(it, 0..0)))));
        }
    }
}

/// The beginnings of months, as LinkedIn's exports write them.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Converts `Mar 2019`, `Mar 5, 2019` and `2019` to ISO 8601; returns anything else unchanged.
fn date(written: &str) -> String {
    let words: Vec<&str> = written.split([' ', ',', '/']).filter(|word| !word.is_empty()).collect();
    let is_year = |word: &&&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let Some(year) = words.iter().find(is_year) else { return written.to_owned() };
    let month = words.iter().find_map(|word| {
        let start = word.get(..3)?.to_lowercase();
        MONTHS.iter().position(|month| *month == start)
    });
    let Some(month) = month else {
        return if words.len() == 1 { (*year).to_owned() } else { written.to_owned() };
    };
    let day = words.iter().find(|word| word.len() <= 2).and_then(|word| word.parse::<u8>().ok());
    match day {
        Some(day) => format!("{year}-{:02}-{day:02}", month + 1),
        None => format!("{year}-{:02}", month + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn linkedin_dates_keep_their_precision() {
        for (written, read) in [
            ("Mar 2019", "2019-03"),
            ("Mar 5, 2019", "2019-03-05"),
            ("2019", "2019"),
            ("soon", "soon"),
            ("Quintember 2019", "Quintember 2019"),
        ] {
            assert_eq!(date(written), read);
        }
    }
}
