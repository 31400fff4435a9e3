//! The names of microformats and of schema.org, and what each means.

use crate::document::markup::Tag;

/// Which names an element uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// microformats2 (<https://microformats.org/wiki/microformats2>).
    Microformats,
    /// hCard, hCalendar and hResume.
    Classic,
    /// schema.org in microdata.
    Microdata,
    /// schema.org in `RDFa` Lite.
    Rdfa,
}

/// What an element is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Root {
    Person(Dialect),
    Event(Dialect),
    Organization(Dialect),
    /// Something else with properties of its own.
    Other,
}

/// What an element says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Property {
    Name,
    Position,
    Email,
    Phone,
    Address,
    Organization,
    Place,
    Start,
    End,
    Duration,
}

impl Root {
    /// Whether the properties in it are also those of the element around it: a classic hCard in an
    /// event says which position it was.
    pub(super) fn is_open(self, outer: Dialect) -> bool {
        matches!((self, outer), (Self::Person(Dialect::Classic), Dialect::Classic))
    }
}

/// Returns what an element is about.
pub(super) fn root(tag: &Tag) -> Option<Root> {
    let classes = || tag.attribute("class").unwrap_or_default().split_whitespace();
    let has = |name: &str| classes().any(|class| class == name);
    if has("h-event") {
        return Some(Root::Event(Dialect::Microformats));
    }
    if has("h-card") {
        let dialect = Dialect::Microformats;
        let is_firm = has("p-org") || has("p-location");
        return Some(if is_firm { Root::Organization(dialect) } else { Root::Person(dialect) });
    }
    if has("vevent") {
        return Some(Root::Event(Dialect::Classic));
    }
    if has("vcard") {
        return Some(Root::Person(Dialect::Classic));
    }
    let microdata = tag.attribute("itemtype").filter(|_| tag.attribute("itemscope").is_some());
    let typed = microdata.map(|it| (it, Dialect::Microdata));
    let (kind, dialect) = typed.or_else(|| Some((tag.attribute("typeof")?, Dialect::Rdfa)))?;
    let kind = kind.rsplit(['/', ':', '#']).next().unwrap_or_default();
    Some(match kind {
        "Person" => Root::Person(dialect),
        "Role"
        | "EmployeeRole"
        | "OrganizationRole"
        | "Event"
        | "EducationEvent"
        | "Occupation"
        | "EducationalOccupationalProgram" => Root::Event(dialect),
        "Organization"
        | "Corporation"
        | "LocalBusiness"
        | "EducationalOrganization"
        | "CollegeOrUniversity"
        | "School"
        | "NGO" => Root::Organization(dialect),
        _ => Root::Other,
    })
}

/// Returns what an element says in a dialect.
pub(super) fn property(tag: &Tag, dialect: Dialect) -> impl Iterator<Item = Property> {
    let (attribute, meaning): (&str, fn(&str) -> Option<Property>) = match dialect {
        Dialect::Microformats => ("class", of_microformats),
        Dialect::Classic => ("class", of_classic),
        Dialect::Microdata => ("itemprop", of_schema),
        Dialect::Rdfa => ("property", of_schema),
    };
    let names = tag.attribute(attribute).unwrap_or_default();
    let mut found: Vec<Property> = names
        .split_whitespace()
        .filter_map(|it| meaning(it.trim_start_matches("schema:")))
        .collect();
    found.dedup();
    found.into_iter()
}

fn of_microformats(name: &str) -> Option<Property> {
    Some(match name {
        "p-name" => Property::Name,
        "p-job-title" | "p-role" => Property::Position,
        "u-email" | "p-email" => Property::Email,
        "p-tel" => Property::Phone,
        "p-adr" | "h-adr" => Property::Address,
        "p-org" => Property::Organization,
        "p-location" => Property::Place,
        "dt-start" => Property::Start,
        "dt-end" => Property::End,
        "dt-duration" => Property::Duration,
        _ => return None,
    })
}

fn of_classic(name: &str) -> Option<Property> {
    Some(match name {
        "fn" => Property::Name,
        "title" | "role" | "summary" => Property::Position,
        "email" => Property::Email,
        "tel" => Property::Phone,
        "adr" => Property::Address,
        "org" => Property::Organization,
        "location" => Property::Place,
        "dtstart" => Property::Start,
        "dtend" => Property::End,
        "duration" => Property::Duration,
        _ => return None,
    })
}

fn of_schema(name: &str) -> Option<Property> {
    Some(match name {
        "name" => Property::Name,
        "jobTitle" | "roleName" => Property::Position,
        "email" => Property::Email,
        "telephone" => Property::Phone,
        "address" | "homeLocation" => Property::Address,
        "worksFor" | "memberOf" | "alumniOf" | "affiliation" | "hiringOrganization"
        | "organizer" | "provider" => Property::Organization,
        "location" | "jobLocation" | "workLocation" => Property::Place,
        "startDate" => Property::Start,
        "endDate" => Property::End,
        "duration" => Property::Duration,
        _ => return None,
    })
}
