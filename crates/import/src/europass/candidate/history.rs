//! Reads work and education.

use super::{period, person};
use crate::europass::element::Element;
use crate::europass::parts::with_links;
use crate::europass::resume::{Entry, Resume};
use crate::tree;
use perfil_model::profile::ResumeList;
use perfil_source::Node;
use std::ops::Range;

/// What is known of an organisation besides its name.
#[derive(Default)]
struct Contact {
    town: Option<String>,
    country: Option<String>,
    place: Option<Range<usize>>,
    links: Vec<(String, Range<usize>)>,
}

impl Contact {
    /// Reads the contact of an organisation and the links beside it.
    fn of(organisation: Element) -> Self {
        let mut contact = Self::default();
        for channel in organisation.all("OrganizationContact").flat_map(Element::children) {
            if let Some(address) = channel.at("Address") {
                contact.town = contact.town.or_else(|| address.line_at("CityName"));
                contact.country = contact.country.or_else(|| address.line_at("CountryCode"));
                contact.place = contact.place.or_else(|| Some(address.range()));
                address.mark();
            }
            let kind = channel.line_at("ChannelCode").unwrap_or_default().to_lowercase();
            if let Some(uri) = channel.at("URI").filter(|_| kind == "web")
                && let Some(text) = uri.line()
            {
                contact.links.push((text, uri.place()));
            }
        }
        contact.links.extend(links(organisation));
        contact
    }

    /// Puts the place and the first link into an entry, and returns the other links.
    fn put(mut self, entry: &mut Entry, resume: &Resume) -> Vec<(String, Range<usize>)> {
        let text = person::place(self.town, self.country, resume.language.as_ref());
        let place = text.zip(self.place).map(|(text, place)| tree::text(text, place));
        entry.put("location", place);
        if !self.links.is_empty() {
            let (url, place) = self.links.remove(0);
            entry.put("url", Some(tree::text(url, place)));
        }
        self.links
    }
}

/// Returns the links of an entry.
pub(super) fn links(entry: Element) -> Vec<(String, Range<usize>)> {
    let of = |link: Element| {
        let inner = link.at("URI").unwrap_or(link);
        Some((inner.line()?, inner.place()))
    };
    entry.all("Link").filter_map(of).collect()
}

/// Reads the employments, each of which can have several positions.
pub(super) fn work(profile: Element, resume: &mut Resume) {
    let employers = profile.all("EmploymentHistory").flat_map(|it| it.all("EmployerHistory"));
    for employer in employers {
        let contact = || Contact::of(employer);
        let mut positions: Vec<Option<Element>> =
            employer.all("PositionHistory").map(Some).collect();
        if positions.is_empty() {
            positions.push(None);
        }
        for position in positions {
            let mut entry = Entry::default();
            entry.put("name", employer.short("OrganizationName"));
            entry.put("position", position.and_then(|it| it.short("PositionTitle")));
            let own = position.and_then(|it| it.at("EmploymentPeriod"));
            period(own.or_else(|| employer.at("EmploymentPeriod")), &mut entry);
            entry.put("department", employer.short("Department"));
            let mut contact = contact();
            if let Some(position) = position {
                here(position, &mut contact);
            }
            let more = contact.put(&mut entry, resume);
            let text = position.and_then(|it| it.rich("Description"));
            entry.put("summary", with_links(text, &more));
            let span = position.map_or(employer.range(), Element::range);
            resume.add(ResumeList::Work, entry.finish(span));
        }
    }
}

/// Takes the place of a position instead of that of its employer.
fn here(position: Element, contact: &mut Contact) {
    let town = position.at("City").and_then(|city| Some((city, city.line()?)));
    let country = position.line_at("Country");
    if let Some((city, town)) = town {
        contact.town = Some(town);
        contact.place = Some(city.place());
        contact.country = country.or(contact.country.take());
    } else if let Some(country) = country {
        contact.place = contact.place.take().or_else(|| Some(position.at("Country")?.place()));
        contact.country = Some(country);
    }
}

/// Reads the schools.
pub(super) fn education(profile: Element, resume: &mut Resume) {
    let histories = profile.all("EducationHistory").flat_map(Element::children);
    for school in histories {
        let mut entry = Entry::default();
        entry.put("institution", school.short("OrganizationName"));
        let degree = school.at("EducationDegree");
        let of = |path: &str| degree.and_then(|degree| degree.short(path));
        entry.put("studyType", of("DegreeName").or_else(|| school.short("ProgramName")));
        if let Some(degree) = degree {
            entry.put("area", field(degree));
        }
        period(school.at("AttendancePeriod"), &mut entry);
        let grade = of("FinalGrade/ScoreText").or_else(|| of("FinalGrade/ScoreNumeric"));
        entry.put("score", grade);
        entry.put("level", level(school));
        entry.put("credits", credits(degree)).put("thesis", of("Thesis"));
        entry.put("classification", of("NationalClassification"));
        let more = Contact::of(school).put(&mut entry, resume);
        let text = degree.and_then(|degree| degree.rich("OccupationalSkillsCovered"));
        let text = text.or_else(|| school.at("AttendancePeriod")?.rich("Description"));
        entry.put("summary", with_links(text, &more));
        resume.add(ResumeList::Education, entry.finish(school.range()));
    }
}

/// Returns the subject, if it is written in words. Most files have only codes.
fn field(degree: Element) -> Option<Node> {
    let fields = degree.all("FieldOfStudy");
    let is_words = |text: &String| text.contains(char::is_alphabetic);
    fields.filter(|field| field.attribute("typeCode") != Some("URI")).find_map(|field| {
        let text = field.line().filter(is_words)?;
        Some(field.value(text))
    })
}

/// Returns the level in the European Qualifications Framework.
fn level(school: Element) -> Option<Node> {
    let level = school.at("EducationLevelCode")?;
    let text = level.line()?;
    let is_number = text.len() == 1 && text.starts_with(|c: char| c.is_ascii_digit());
    Some(level.value(if is_number { format!("EQF {text}") } else { text }))
}

/// Returns the number of credits with their kind: `120 ECTS`.
fn credits(degree: Option<Element>) -> Option<Node> {
    let number = degree?.at("NumberOfCredit")?;
    let kind = degree?.line_at("CreditType");
    let text = [number.line(), kind].into_iter().flatten().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then(|| number.value(text))
}
