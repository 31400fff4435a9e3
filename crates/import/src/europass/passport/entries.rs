//! Reads work and education.

use super::{period, person};
use crate::europass::element::Element;
use crate::europass::resume::{Entry, Resume};
use perfil_model::profile::ResumeList;

/// Reads the employments.
pub(super) fn work(learner: Element, resume: &mut Resume) {
    for work in learner.listed("WorkExperience") {
        let mut entry = Entry::default();
        entry.put("position", work.label("Position"));
        period(work, &mut entry);
        if let Some(employer) = work.at("Employer") {
            organisation(employer, &mut entry, resume);
            entry.put("sector", employer.label("Sector"));
        }
        finish(work, entry, ResumeList::Work, resume);
    }
}

/// Reads the schools.
pub(super) fn education(learner: Element, resume: &mut Resume) {
    for education in learner.listed("Education") {
        let mut entry = Entry::default();
        entry.put("studyType", education.label("Title"));
        entry.put("area", education.label("Field"));
        entry.put("level", education.label("Level"));
        period(education, &mut entry);
        if let Some(school) = education.at("Organisation") {
            let mut named = Entry::default();
            organisation(school, &mut named, resume);
            entry.append("institution", named);
        }
        finish(education, entry, ResumeList::Education, resume);
    }
}

/// Reads the name of an organisation and where it is.
fn organisation(organisation: Element, entry: &mut Entry, resume: &Resume) {
    entry.put("name", organisation.short("Name"));
    entry.put("location", person::place_of(organisation, resume.language.as_ref()));
    if let Some(contact) = organisation.at("ContactInfo") {
        let site = contact.listed("Website").into_iter().next();
        entry.put("url", site.and_then(|site| site.short("Contact")));
        person::uses(contact);
    }
}

fn finish(element: Element, mut entry: Entry, list: ResumeList, resume: &mut Resume) {
    element.all("Documentation").for_each(Element::mark);
    let activities = element.rich("Activities");
    let more = element.rich("Description");
    entry.put("summary", if activities.is_some() { activities } else { more });
    resume.add(list, entry.finish(element.range()));
}
