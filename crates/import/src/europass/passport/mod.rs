//! Reads a `SkillsPassport` (<http://europass.cedefop.europa.eu/Europass>, version 3), which Cedefop's
//! editor wrote from 2012 to 2020.

mod achievements;
mod entries;
mod person;
mod skills;

use super::element::Element;
use super::resume::{Entry, Resume};
use crate::tree;
use perfil_model::language::Tag;
use perfil_source::{Node, privacy};

/// The parts of the information about a person, in their usual order.
const PARTS: [&str; 6] =
    ["Identification", "Headline", "WorkExperience", "Education", "Skills", "Achievement"];

/// Elements that are about the file, or that refer to what is not part of a CV.
const ABOUT_THE_FILE: [&str; 4] =
    ["DocumentInfo", "PrintingPreferences", "Documentation", "ReferenceTo"];

/// Reads a file, whose root is the passport or only the information about the person.
pub(super) fn read(root: Element) -> Resume {
    let language =
        root.attribute("locale").and_then(|locale| Tag::parse(&locale.replace('_', "-")));
    let mut resume = Resume::new(language);
    ABOUT_THE_FILE.iter().filter_map(|name| root.at(name)).for_each(Element::mark);
    let Some(learner) =
        root.at("LearnerInfo").or(Some(root).filter(|it| it.name() == "LearnerInfo"))
    else {
        return resume;
    };
    learner.all("Documentation").for_each(Element::mark);
    for part in order(root) {
        match part {
            "Identification" => {
                if let Some(person) = learner.at("Identification") {
                    person::read(person, name_order(root), &mut resume);
                }
            }
            "Headline" => headline(learner, &mut resume),
            "WorkExperience" => entries::work(learner, &mut resume),
            "Education" => entries::education(learner, &mut resume),
            "Skills" => learner.all("Skills").for_each(|it| skills::read(it, &mut resume)),
            _ => achievements::read(learner, &mut resume),
        }
    }
    resume
}

/// Returns the order of a part's fields that the owner chose.
fn chosen<'a>(root: Element<'a>, field: &str) -> Vec<&'a str> {
    let documents = root.at("PrintingPreferences").into_iter().flat_map(|it| it.all("Document"));
    let mut fields = documents.flat_map(|document| document.all("Field"));
    let field = fields.find(|it| it.attribute("name") == Some(field));
    let order = field.and_then(|field| field.attribute("order")).unwrap_or_default();
    order.split_whitespace().collect()
}

/// Returns the parts in the order that the owner chose.
fn order(root: Element) -> Vec<&'static str> {
    let chosen = chosen(root, "LearnerInfo");
    let place = |part: &str| chosen.iter().position(|it| *it == part).unwrap_or(PARTS.len());
    let mut parts = PARTS.to_vec();
    parts.sort_by_key(|part| place(part));
    parts
}

/// Returns the names of a person's parts in the order in which the owner writes them.
fn name_order(root: Element) -> [&'static str; 2] {
    match chosen(root, "LearnerInfo.Identification.PersonName").as_slice() {
        ["Surname", "FirstName"] => ["Surname", "FirstName"],
        _ => ["FirstName", "Surname"],
    }
}

/// Reads what stands below the name: a position, or a statement of several sentences.
fn headline(learner: Element, resume: &mut Resume) {
    // An early version had only the position.
    let Some(headline) = learner.at("Headline") else {
        resume.basics.put("label", learner.label("Occupation"));
        return;
    };
    let kind = headline.at("Type");
    let code = kind.and_then(|kind| kind.line_at("Code"));
    if let Some(kind) = kind {
        kind.mark();
    }
    match code.as_deref() {
        Some("personal_statement") => {
            resume.basics.put("summary", headline.rich("Description"));
        }
        _ => {
            resume.basics.put("label", headline.label("Description"));
        }
    }
}

/// Returns the dates of a period as members of an entry.
fn period(element: Element, entry: &mut Entry) {
    let Some(period) = element.at("Period") else { return };
    let is = |value: &str| {
        period.line_at("Current").is_some_and(|current| current.eq_ignore_ascii_case(value))
    };
    let (start, end) = (date(period, "From"), date(period, "To"));
    // The file says that what has no end is over.
    let end = end.or_else(|| start.clone().filter(|_| is("false"))).filter(|_| !is("true"));
    entry.put("startDate", start).put("endDate", end);
    for unused in ["Current", "Duration", "DurationEquivalent"] {
        period.all(unused).for_each(Element::mark);
    }
}

/// Returns a date, whose parts are attributes or elements in the form of XML Schema: `--05`, `---01`.
fn date(element: Element, path: &str) -> Option<Node> {
    let date = element.at(path)?;
    let part = |attribute: &str, name: &str| {
        let written = date.attribute(attribute).map(str::to_owned);
        let written = written.or_else(|| date.line_at(name))?;
        let digits = written.trim_matches(|c: char| !c.is_ascii_digit());
        digits.parse::<u16>().ok().filter(|number| *number > 0)
    };
    let (year, month, day) = (part("year", "Year"), part("month", "Month"), part("day", "Day"));
    let text = match (year, month, day) {
        (Some(year), Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(year), Some(month), None) => format!("{year:04}-{month:02}"),
        (Some(year), None, _) => format!("{year:04}"),
        (None, ..) => date.line()?,
    };
    date.mark();
    let text = tree::text(text, date.range());
    Some(if date.is_hidden() { privacy::wrap(text) } else { text })
}
