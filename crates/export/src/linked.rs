//! JSON-LD with schema.org types: the structured data about a person for search engines.

use super::json::Json;
use super::{Subject, uri};
use perfil_model::profile::{Address, Content, Entry, TimelineList};
use std::collections::BTreeSet;

/// Returns the content of the page's `<script type="application/ld+json">`, escaped so that it
/// cannot end the element.
#[must_use]
pub fn linked_data(subject: &Subject) -> String {
    let page = Json::object()
        .with("@context", "https://schema.org")
        .with("@type", "ProfilePage")
        .with("@id", subject.page)
        .with("url", subject.page)
        .with("inLanguage", subject.lang())
        .with("dateModified", subject.profile.last_modified.map(|date| date.to_string()))
        .with("mainEntity", person(subject));
    // A tree of strings and numbers can always be serialized.
    let json = serde_json::to_string(&page).unwrap_or_default();
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => escaped.push_str("\\u003c"),
            '>' => escaped.push_str("\\u003e"),
            '&' => escaped.push_str("\\u0026"),
            '\u{2028}' => escaped.push_str("\\u2028"),
            '\u{2029}' => escaped.push_str("\\u2029"),
            c => escaped.push(c),
        }
    }
    escaped
}

fn person(subject: &Subject) -> Json {
    let profile = subject.profile;
    let headline = profile.headline.as_ref().map(|text| subject.text(text));
    let skills: Vec<String> =
        subject.shown.profile.skills.iter().map(|skill| skill.name.text.clone()).collect();
    let occupation = headline.clone().map(|name| typed("Occupation").with("name", name));
    let own = profile.url.as_ref().map(|url| uri(&url.to_string()));
    let elsewhere = own.into_iter().chain(subject.links());
    let same_as: Vec<String> = elsewhere.filter(|url| url.starts_with("http")).collect();
    let relations = Relations::of(subject);
    typed("Person")
        .with("@id", format!("{}#title", subject.page))
        .with("name", subject.name(&profile.name))
        .with("jobTitle", headline)
        .with("description", profile.summary.as_ref().map(|it| subject.localizer.unmarked(it)))
        .with("image", subject.image)
        .with("url", subject.page)
        .with("sameAs", same_as)
        .with("email", profile.email.as_ref().map(ToString::to_string))
        .with("telephone", profile.phone.clone())
        .with("address", profile.location.as_ref().map(|place| postal(subject, place)))
        .with("hasOccupation", occupation)
        .with("knowsAbout", if skills.is_empty() { subject.texts(&profile.focus) } else { skills })
        .with("knowsLanguage", relations.languages)
        .with("worksFor", relations.employers)
        .with("affiliation", relations.studies)
        .with("alumniOf", relations.schools)
}

fn typed(name: &str) -> Json {
    Json::object().with("@type", name)
}

fn postal(subject: &Subject, place: &Address) -> Json {
    let name = |name: &Option<_>| name.as_ref().map(|name| subject.name(name));
    let country = place.country.as_ref().map(|text| subject.text(text));
    typed("PostalAddress")
        .with("streetAddress", name(&place.address))
        .with("postalCode", place.postal_code.clone())
        .with("addressLocality", name(&place.city))
        .with("addressRegion", name(&place.region))
        .with("addressCountry", place.country_code.clone().or(country))
}

/// The languages and organisations that the sections name, by their relation to the person.
#[derive(Default)]
struct Relations {
    employers: Vec<Json>,
    studies: Vec<Json>,
    schools: Vec<Json>,
    languages: Vec<Json>,
    /// The entries that are already in the lists: their relation, name and URL.
    seen: BTreeSet<(bool, bool, String, Option<String>)>,
}

impl Relations {
    fn of(subject: &Subject) -> Self {
        let mut relations = Self::default();
        for section in subject.profile.all_sections() {
            relations.collect(subject, &section.content);
        }
        relations
    }

    fn collect(&mut self, subject: &Subject, content: &Content) {
        match content {
            Content::Timeline { items, list, .. } => {
                for entry in items {
                    self.entry(subject, entry, *list);
                }
            }
            Content::Languages { items } => {
                let names = items.iter().map(|item| subject.text(&item.language));
                let languages = names.map(|name| typed("Language").with("name", name));
                self.languages.extend(languages);
            }
            Content::Prose { .. }
            | Content::List { .. }
            | Content::Terms { .. }
            | Content::Steps { .. }
            | Content::Skills { .. }
            | Content::Metrics { .. }
            | Content::Quote { .. }
            | Content::Projects { .. }
            | Content::Certificates { .. }
            | Content::Publications { .. }
            | Content::Awards { .. }
            | Content::Interests { .. }
            | Content::References { .. }
            | Content::Notes { .. }
            | Content::Group { .. } => {}
        }
    }

    fn entry(&mut self, subject: &Subject, entry: &Entry, list: Option<TimelineList>) {
        let Some(name) = &entry.name else { return };
        let is_education = match entry.list(list) {
            TimelineList::Work => false,
            TimelineList::Education => true,
            // Who volunteers is neither employed there nor taught.
            TimelineList::Volunteer => return,
        };
        // An entry without an end date is ongoing only if it has a start date.
        let is_ongoing = entry.start_date.is_some() && entry.end_date.0.is_none();
        let (list, kind) = match (is_education, is_ongoing) {
            (true, true) => (&mut self.studies, "EducationalOrganization"),
            (true, false) => (&mut self.schools, "EducationalOrganization"),
            (false, true) => (&mut self.employers, "Organization"),
            (false, false) => return,
        };
        let name = subject.name(name);
        let url = entry.url.as_ref().map(|url| uri(&url.to_string()));
        if self.seen.insert((is_education, is_ongoing, name.clone(), url.clone())) {
            list.push(typed(kind).with("name", name).with("url", url));
        }
    }
}
