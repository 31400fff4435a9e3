//! Reads a `Candidate` (<http://www.europass.eu/1.0>), which Europass writes since 2020 and attaches to
//! its PDFs: the one of HR Open Standards with elements of the European Union.

mod activities;
mod history;
mod person;
mod skills;

use super::element::Element;
use super::resume::{Entry, Resume};
use perfil_model::language::Tag;
use perfil_source::Node;

/// Elements that are about the file, or repeat the person as its sender.
const ABOUT_THE_FILE: [&str; 7] = [
    "DocumentID",
    "AlternateDocumentID",
    "DocumentIDGroup",
    "ProcessingInformation",
    "CandidateSupplier",
    "PositionSeekingStatusCode",
    "RenderingInformation",
];

/// Reads a file.
pub(super) fn read(root: Element) -> Resume {
    let profile = root.at("CandidateProfile");
    let language = profile.and_then(|profile| profile.attribute("languageCode"));
    let mut resume = Resume::new(language.and_then(|it| Tag::parse(&it.replace('_', "-"))));
    ABOUT_THE_FILE.iter().flat_map(|name| root.all(name)).for_each(Element::mark);
    let person = root.at("CandidatePerson");
    if let Some(person) = person {
        person::read(person, &mut resume);
    }
    if let Some(profile) = profile {
        ["ID", "ProfileName"].iter().flat_map(|name| profile.all(name)).for_each(Element::mark);
        let wanted = profile.at("CandidatePositionPreferences");
        let label = wanted.and_then(|it| it.short("PositionTitle"));
        resume.basics.put("label", label.or_else(|| wanted?.rich("Description")));
        resume.basics.put("summary", profile.rich("ExecutiveSummary"));
        history::work(profile, &mut resume);
        history::education(profile, &mut resume);
        if let Some(person) = person {
            skills::native(person, &mut resume);
        }
        skills::read(profile, &mut resume);
        activities::read(profile, &mut resume);
    }
    resume
}

/// Adds the dates of a period to an entry.
fn period(period: Option<Element>, entry: &mut Entry) {
    let Some(period) = period else { return };
    let says = |value: &str| {
        let current = period.at("Ongoing").or_else(|| period.at("CurrentIndicator"));
        current.and_then(Element::line).is_some_and(|it| it.eq_ignore_ascii_case(value))
    };
    let (start, end) = (date(period, "StartDate"), date(period, "EndDate"));
    // The file says that what has no end is over.
    let end = end.or_else(|| start.clone().filter(|_| says("false"))).filter(|_| !says("true"));
    entry.put("startDate", start).put("endDate", end);
    ["Ongoing", "CurrentIndicator"].iter().flat_map(|it| period.all(it)).for_each(Element::mark);
}

/// Returns a date, which may be a text of its own.
fn date(element: Element, path: &str) -> Option<Node> {
    let date = element.at(path)?;
    let inner = ["FormattedDateTime", "DateText"].into_iter().find_map(|name| date.at(name));
    let inner = inner.unwrap_or(date);
    let text = inner.line()?;
    date.mark();
    Some(inner.value(text))
}
