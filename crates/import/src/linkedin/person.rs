//! The tables about the member: their profile, and how to reach them.

use super::{Row, place};
use crate::places::Places;
use crate::tree::{list, member, object, text};
use perfil_source::privacy::wrap;
use perfil_source::{Member, Node, Problem};
use std::ops::Range;

/// The tables about the member.
pub(super) const TABLES: [&str; 3] = ["Profile.csv", "Email Addresses.csv", "PhoneNumbers.csv"];

/// Columns of the member's own row, and the fields of `basics` that they become.
const FIELDS: [(&str, &str); 2] = [("Headline", "label"), ("Summary", "summary")];

/// The columns of the row that are read in another way.
const OTHERS: [&str; 5] =
    ["First Name", "Last Name", "Geo Location", "Twitter Handles", "Websites"];

/// Reads a table about the member into `basics`. Addresses and numbers become private, because nobody
/// exports them to publish them.
pub(super) fn read(
    table: &str,
    rows: &[Row],
    basics: &mut Vec<Member>,
    places: &mut Places,
    report: &mut Vec<Problem>,
) {
    match table {
        "Profile.csv" => {
            if let Some(row) = rows.first() {
                profile(row, basics, places, report);
            }
        }
        "Email Addresses.csv" => {
            let primary = rows.iter().find(|row| row.get("Primary") == Some("Yes"));
            let mut addresses = primary.into_iter().chain(rows);
            let found = addresses.find_map(|row| Some((row, row.get("Email Address")?)));
            basics.extend(found.map(|(row, address)| {
                let span = places.add(place(table, row.number, Some("Email Address")));
                member("email", wrap(text(address, span)))
            }));
        }
        _ => {
            let numbers = rows.iter().filter_map(|row| Some((row, row.get("Number")?)));
            let numbers: Vec<Node> = numbers
                .map(|(row, number)| {
                    text(number, places.add(place(table, row.number, Some("Number"))))
                })
                .collect();
            if let Some(span) = numbers.first().map(|first| first.span.clone()) {
                basics.push(member("phone", wrap(list(numbers, span))));
            }
        }
    }
}

fn profile(row: &Row, basics: &mut Vec<Member>, places: &mut Places, report: &mut Vec<Problem>) {
    let mut span = |column: &str| places.add(place("Profile.csv", row.number, Some(column)));
    let names = ["First Name", "Last Name"].map(|column| row.get(column));
    let name = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
    if !name.is_empty() {
        basics.push(member("name", text(name, span("First Name"))));
    }
    for (column, key) in FIELDS {
        basics.extend(row.get(column).map(|value| member(key, text(value, span(column)))));
    }
    if let Some(place) = row.get("Geo Location") {
        basics.push(member("location", location(place, &span("Geo Location"))));
    }
    let mut profiles = Vec::new();
    if let Some(handles) = row.get("Twitter Handles") {
        let span = span("Twitter Handles");
        profiles.extend(values(handles).map(|handle| {
            let url =
                text(format!("https://x.com/{}", handle.trim_start_matches('@')), span.clone());
            let network = member("network", text("X", span.clone()));
            let username = member("username", text(handle, span.clone()));
            object(vec![network, username, member("url", url)], span.clone())
        }));
    }
    if let Some(websites) = row.get("Websites") {
        let span = span("Websites");
        profiles.extend(values(websites).map(|website| website_of(website, &span)));
    }
    if let Some(span) = profiles.first().map(|first| first.span.clone()) {
        basics.push(member("profiles", list(profiles, span)));
    }
    let is_read = |name: &str| OTHERS.contains(&name) || FIELDS.iter().any(|(it, _)| *it == name);
    let left_out: Vec<&str> = row.columns().filter(|name| !is_read(name)).collect();
    if !left_out.is_empty() {
        let message = format!(
            "Profile.csv: left out, because they are not for readers: {}",
            left_out.join(", ")
        );
        report.push(Problem::warning(None, message, "No action needed."));
    }
}

/// Returns the values of a list as LinkedIn writes it: `[a,b]`.
fn values(written: &str) -> impl Iterator<Item = &str> {
    let inner = written.trim().trim_start_matches('[').trim_end_matches(']');
    inner.split(',').map(str::trim).filter(|value| !value.is_empty())
}

/// Returns a website, which has its kind before its address: `BLOG:https://example.org`.
fn website_of(written: &str, span: &Range<usize>) -> Node {
    let (kind, url) = match written.split_once(':') {
        Some((kind, url)) if !url.starts_with("//") => (Some(kind), url),
        _ => (None, written),
    };
    // "Other" says nothing to a reader, who sees the host instead.
    let kind = kind.filter(|kind| !kind.eq_ignore_ascii_case("other") && !kind.is_empty());
    let label = kind.map(|kind| {
        let (first, rest) = kind.split_at(kind.chars().next().map_or(0, char::len_utf8));
        member("network", text(first.to_uppercase() + &rest.to_lowercase(), span.clone()))
    });
    let url = member("url", text(url, span.clone()));
    object(label.into_iter().chain([url]).collect(), span.clone())
}

/// Returns a place, whose parts are the city, the region and the country, or some of them.
fn location(written: &str, span: &Range<usize>) -> Node {
    let parts: Vec<&str> = written.split(',').map(str::trim).collect();
    let field = |key: &str, part: &str| member(key, text(part, span.clone()));
    let fields = match parts.as_slice() {
        [city, region @ .., country] if !region.is_empty() => vec![
            field("city", city),
            field("region", &region.join(", ")),
            field("country", country),
        ],
        [city, region] => vec![field("city", city), field("region", region)],
        _ => vec![field("city", written)],
    };
    object(fields, span.clone())
}
