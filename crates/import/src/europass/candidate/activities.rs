//! Reads what else a profile has: projects, publications, certificates, references, and sections that
//! the person made.

use super::{date, history, period, person};
use crate::europass::element::Element;
use crate::europass::html;
use crate::europass::parts::{with_links, word_in};
use crate::europass::resume::{Entry, Resume, list_of};
use crate::tree;
use perfil_model::profile::ResumeList;
use perfil_source::{Node, privacy};

/// Sections of activities, with the list of a résumé that they are, and the field of their titles.
const LISTS: [(&str, ResumeList, &str); 4] = [
    ("Projects", ResumeList::Projects, "name"),
    ("VoluntaryWorks", ResumeList::Volunteer, "position"),
    ("HonoursAndAwards", ResumeList::Awards, "title"),
    ("CourseCertifications", ResumeList::Certificates, "name"),
];

/// Sections of activities that a résumé has no list for, with the word for each.
const TITLED: [(&str, &str); 4] = [
    ("ConferencesAndSeminars", "conferences"),
    ("CreativeWorks", "works"),
    ("SocialAndPoliticalActivities", "activities"),
    ("NetworksAndMemberships", "memberships"),
];

/// Reads the activities of a profile.
pub(super) fn read(profile: Element, resume: &mut Resume) {
    for certification in profile.all("Certifications").flat_map(Element::children) {
        resume.add(ResumeList::Certificates, certificate(certification));
    }
    for (name, list, field) in LISTS {
        for activity in profile.all(name).flat_map(Element::children) {
            resume.add(list, self::activity(activity, list, field));
        }
    }
    for publication in profile.all("PublicationHistory").flat_map(Element::children) {
        resume.add(ResumeList::Publications, self::publication(publication));
    }
    let start = profile.range().start..profile.range().start + 1;
    for (name, id) in TITLED {
        let title = tree::text(word_in(id, resume.language.as_ref()), start.clone());
        for activity in profile.all(name).flat_map(Element::children) {
            resume.add_below(&title, self::activity(activity, ResumeList::Projects, "name"));
        }
    }
    interests(profile, resume);
    for others in profile.all("Others") {
        let title = others.short("Title").unwrap_or_else(|| tree::text("—", others.range()));
        for other in others.children().filter(|other| other.name() != "Title") {
            made(&title, other, resume);
        }
    }
    for referee in profile.all("EmploymentReferences").flat_map(Element::children) {
        resume.add(ResumeList::References, reference(referee));
    }
}

/// Returns an activity, whose text is in the field that its list has for one.
fn activity(activity: Element, list: ResumeList, field: &str) -> Option<Node> {
    let mut entry = Entry::default();
    let title = activity.short("Title").or_else(|| activity.short("ActivityTitle"));
    entry.put(field, title);
    let time = activity.at("Date").or_else(|| activity.at("Period"));
    match list {
        ResumeList::Awards | ResumeList::Certificates => {
            let dated =
                time.and_then(|time| date(time, "StartDate").or_else(|| date(activity, "Date")));
            entry.put("date", dated);
            let by = ["Organisation", "Organization", "AwardingBody", "IssuingAuthorityName"];
            let by = by.iter().find_map(|name| activity.short(name));
            entry.put(if list == ResumeList::Awards { "awarder" } else { "issuer" }, by);
            time.into_iter().for_each(Element::mark);
        }
        _ => period(time, &mut entry),
    }
    entry.put("location", activity.short("Location"));
    let mut links = history::links(activity);
    if !links.is_empty() {
        let (url, place) = links.remove(0);
        entry.put("url", Some(tree::text(url, place)));
    }
    let text = with_links(activity.rich("Description"), &links);
    let key = match list {
        ResumeList::Volunteer | ResumeList::Awards => "summary",
        _ => "description",
    };
    entry.put(key, text);
    entry.finish(activity.range())
}

/// Reads an entry of a section that the person made. One that is only a text needs no title.
fn made(title: &Node, other: Element, resume: &mut Resume) {
    match activity(other, ResumeList::Projects, "name") {
        Some(entry) if entry.get("name").is_none() && entry.members().len() == 1 => {
            let text = entry.get("description").cloned();
            resume.add_text(title.clone(), text);
        }
        entry => resume.add_below(title, entry),
    }
}

/// Returns a certificate of the older kind.
fn certificate(certification: Element) -> Option<Node> {
    let first = |names: &[&str]| names.iter().find_map(|name| certification.short(name));
    let mut entry = Entry::default();
    entry.put("name", first(&["CertificationName", "Title", "CertificationTypeCode"]));
    entry.put("issuer", first(&["IssuingAuthorityName", "IssuingAuthority"]));
    let dates = ["FirstIssuedDate", "CertificationDate", "IssuedDate", "Date"];
    entry.put("date", dates.iter().find_map(|name| date(certification, name)));
    let mut links = history::links(certification);
    if !links.is_empty() {
        let (url, place) = links.remove(0);
        entry.put("url", Some(tree::text(url, place)));
    }
    let text = ["Description", "CertificationDescription"].iter();
    entry.put("description", text.clone().find_map(|name| certification.rich(name)));
    entry.finish(certification.range())
}

/// Returns a publication.
fn publication(publication: Element) -> Option<Node> {
    let mut entry = Entry::default();
    entry.put("name", publication.short("Title")).put("authors", publication.short("Authors"));
    let journal = publication.short("Journal");
    let (journal, publisher) = match (journal, publication.short("Publisher")) {
        (None, publisher) => (publisher, None),
        both => both,
    };
    entry.put("publisher", journal).put("publishedBy", publisher);
    entry.put("volume", publication.short("Volume"));
    entry.put("releaseDate", publication.short("Year").or_else(|| date(publication, "Date")));
    entry.put("reference", publication.short("Reference"));
    let mut links = publication.at("DOI").map(history::links).unwrap_or_default();
    links.extend(history::links(publication));
    if !links.is_empty() {
        let (url, place) = links.remove(0);
        entry.put("url", Some(tree::text(url, place)));
    }
    let text = publication.rich("FormattedPublicationDescription");
    entry.put("summary", with_links(text, &links));
    entry.finish(publication.range())
}

/// Reads the interests, each of which can have a description.
fn interests(profile: Element, resume: &mut Resume) {
    for interest in profile.all("HobbiesAndInterests").flat_map(Element::children) {
        let title = interest.at("Title").or(Some(interest).filter(|it| it.has_text()));
        let title = title.and_then(|title| Some(title.value(title.line()?)));
        let text = interest.rich("Description");
        let names = text.as_ref().and_then(Node::as_str).and_then(html::names);
        let mut entry = Entry::default();
        entry.put("name", title);
        match (names, text) {
            (Some(names), Some(text)) => {
                let names = names.into_iter().map(|name| tree::text(name, text.span.clone()));
                entry.put("keywords", list_of(names.collect()));
            }
            (None, text) => {
                entry.put("keywords", text.and_then(|text| list_of(vec![text])));
            }
            (Some(_), None) => {}
        }
        resume.add(ResumeList::Interests, entry.finish(interest.range()));
    }
}

/// Returns a reference. How to reach the other person is private: only they could publish it.
fn reference(referee: Element) -> Option<Node> {
    let mut entry = Entry::default();
    entry.put("name", person::name(referee)).put("relationship", referee.short("Role"));
    for channel in referee.all("Communication") {
        let address = channel.short("URI");
        channel.all("ChannelCode").chain(channel.all("UseCode")).for_each(Element::mark);
        match address {
            Some(address) if !entry.has("email") => {
                entry.put("email", Some(privacy::wrap(address)));
            }
            Some(_) => {}
            None => {
                let phone = person::phone(channel).filter(|_| !entry.has("phone"));
                entry.put("phone", phone.map(privacy::wrap));
            }
        }
    }
    entry.put("reference", referee.rich("Comment").or_else(|| referee.rich("Description")));
    entry.finish(referee.range())
}
