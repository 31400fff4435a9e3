//! The report of what a file says and no page shows.

use super::element::{Element, Xml};
use perfil_source::Problem;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What is private wherever it is in a CV that employers ask for.
const PERSONAL: [&str; 10] = [
    "Demographics",
    "Birthdate",
    "BirthDate",
    "Gender",
    "GenderCode",
    "Nationality",
    "NationalityCode",
    "Visa",
    "ResidencyCountryCode",
    "MaritalStatusCode",
];

/// Pictures and other files inside the file.
const FILES: [&str; 6] =
    ["Photo", "Signature", "Attachment", "AttachmentList", "EmbeddedData", "SupportingMaterials"];

/// Codes of classifications, which say nothing to a reader.
const CODES: [&str; 3] = ["FieldOfStudy", "IndustryCode", "JobCategoryCode"];

/// The parts of an address that are read as private values.
const ADDRESS: [&str; 6] =
    ["AddressLine", "AddressLine2", "PostalCode", "StreetName", "BuildingNumber", "Unit"];

/// Returns a warning for each kind of element that has not been read, and for what the file hides.
pub(super) fn of<'a>(file: &'a Xml<'a>) -> Vec<Problem> {
    let root = file.root();
    let mut unread: BTreeMap<&str, (usize, Range<usize>)> = BTreeMap::new();
    for element in unread_below(root) {
        let entry = unread.entry(element.name()).or_insert((0, start(element)));
        entry.0 += 1;
    }
    let mut report: Vec<Problem> =
        unread.into_iter().map(|(name, (count, span))| left_out(name, count, span)).collect();
    let mut named = BTreeSet::new();
    for (at, field) in file.hidden() {
        let message = format!("{field} is private: the file says that it is not printed");
        let remedy = "No action needed. To publish it, print it in the CV.";
        if named.insert(field) {
            report.push(Problem::warning(Some(at..at + 1), message, remedy));
        }
    }
    report.extend(street(root));
    report.sort_by_key(|problem| problem.span.as_ref().map(|span| span.start));
    report
}

fn start(element: Element) -> Range<usize> {
    let start = element.range().start;
    start..start + 1
}

fn left_out(name: &str, count: usize, span: Range<usize>) -> Problem {
    let (why, remedy) = if PERSONAL.contains(&name) {
        ("it is private", "No action needed.")
    } else if CODES.contains(&name) {
        ("it is a code, and the file has no words for it", "No action needed.")
    } else if FILES.contains(&name) {
        let remedy = "Put a portrait into the content folder, and name it in the profile.";
        ("no page shows a file inside a file", remedy)
    } else {
        ("a profile has no place for it", "No action needed if it is not for readers.")
    };
    let times = if count > 1 { format!(" ({count} times)") } else { String::new() };
    Problem::warning(Some(span), format!("{name}{times} is left out: {why}"), remedy)
}

/// Returns the outermost elements of which nothing has been read.
fn unread_below(element: Element) -> Vec<Element> {
    let mut unread = Vec::new();
    for child in element.children() {
        match (has_read(child), has_unread(child)) {
            (_, false) => {}
            (false, true) => unread.push(child),
            (true, true) => unread.extend(unread_below(child)),
        }
    }
    unread
}

/// Whether anything of an element has been read.
fn has_read(element: Element) -> bool {
    element.is_read() || element.children().any(has_read)
}

/// Whether an element has a text that has not been read, or a value in an attribute of its own.
fn has_unread(element: Element) -> bool {
    let is_dated = element.attribute("year").is_some();
    let is_unread = !element.is_read() && (element.has_text() || is_dated);
    is_unread || element.children().any(has_unread)
}

/// Returns a note about a street, which is read as a private value.
fn street(root: Element) -> Option<Problem> {
    let places = ["LearnerInfo/Identification/ContactInfo/Address/Contact"];
    let old = places.iter().find_map(|path| root.at(path));
    let mut channels =
        root.at("CandidatePerson").into_iter().flat_map(|it| it.all("Communication"));
    let address = old.or_else(|| channels.find_map(|it| it.at("Address")))?;
    let line = address.children().find(|part| ADDRESS.contains(&part.name()) && part.has_text())?;
    let message = "the street and the postal code are private: no page shows them";
    let remedy = "No action needed.";
    Some(Problem::warning(Some(start(line)), message, remedy))
}
