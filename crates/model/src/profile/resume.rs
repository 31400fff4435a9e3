//! The lists of JSON Resume (<https://jsonresume.org/schema>), and the kinds of section that they
//! become.

use super::Entry;
use perfil_source::{Context, Decode, Node, Shape};
use std::fmt;

/// Declares the lists in the order of the schema.
macro_rules! lists {
    ($($(#[$meta:meta])* $variant:ident = $key:literal is $kind:literal,)*) => {
        /// A list of a résumé.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum ResumeList {
            $($(#[$meta])* $variant,)*
        }

        impl ResumeList {
            /// Every list, in the order of the schema.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Returns its key in a résumé, which is also the id of the section that is made from
            /// it.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)*
                }
            }

            /// Returns the kind of the section that contains its entries.
            #[must_use]
            pub fn kind(self) -> &'static str {
                match self {
                    $(Self::$variant => $kind,)*
                }
            }
        }
    };
}

lists! {
    /// Employment.
    Work = "work" is "timeline",
    /// Volunteering.
    Volunteer = "volunteer" is "timeline",
    /// Schools.
    Education = "education" is "timeline",
    /// Awards.
    Awards = "awards" is "awards",
    /// Certificates.
    Certificates = "certificates" is "certificates",
    /// Publications.
    Publications = "publications" is "publications",
    /// Skills in groups.
    Skills = "skills" is "skills",
    /// Languages spoken.
    Languages = "languages" is "languages",
    /// Interests.
    Interests = "interests" is "interests",
    /// References.
    References = "references" is "references",
    /// Projects.
    Projects = "projects" is "projects",
}

/// What the entries of a timeline are: the list of JSON Resume that they belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum TimelineList {
    /// Employment.
    Work,
    /// Volunteering, which is no employment.
    Volunteer,
    /// Schools.
    Education,
}

impl TimelineList {
    const ALL: [Self; 3] = [Self::Work, Self::Volunteer, Self::Education];

    /// Returns the list of a résumé with the same name.
    #[must_use]
    pub fn resume_list(self) -> ResumeList {
        match self {
            Self::Work => ResumeList::Work,
            Self::Volunteer => ResumeList::Volunteer,
            Self::Education => ResumeList::Education,
        }
    }
}

impl Entry {
    /// Returns what the entry is, in a timeline that says what its entries are, or does not.
    #[must_use]
    pub fn list(&self, list: Option<TimelineList>) -> TimelineList {
        let has_degree = self.study_type.is_some() || self.area.is_some();
        list.unwrap_or(if has_degree { TimelineList::Education } else { TimelineList::Work })
    }
}

impl Decode for TimelineList {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        let choices = Self::ALL.map(|list| (list.resume_list().key(), list));
        context.one_of(node, "what the entries are", choices)
    }

    fn shape() -> Shape {
        Shape::Choice(|| Self::ALL.iter().map(|list| list.resume_list().key()).collect())
    }
}

impl ResumeList {
    /// Returns the list with this key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|list| list.key() == key)
    }
}

/// Every field of an item of the lists of JSON Resume, with former names and those that people use
/// instead, so that nothing else is written there.
const FIELDS: &[&str] = &[
    "abstract",
    "accomplishments",
    "achievements",
    "area",
    "author",
    "authority",
    "award",
    "awarder",
    "bio",
    "bullets",
    "by",
    "category",
    "certificate",
    "cgpa",
    "city",
    "client",
    "company",
    "conference",
    "courses",
    "date",
    "dates",
    "degree",
    "description",
    "details",
    "duration",
    "duties",
    "employer",
    "end",
    "endDate",
    "end_date",
    "ended",
    "entity",
    "expirationDate",
    "expires",
    "expiryDate",
    "field",
    "fieldOfStudy",
    "fluency",
    "from",
    "gpa",
    "grade",
    "group",
    "highlights",
    "homepage",
    "institution",
    "interest",
    "issueDate",
    "issued",
    "issuedBy",
    "issuer",
    "items",
    "jobTitle",
    "journal",
    "keywords",
    "label",
    "lang",
    "language",
    "languages",
    "level",
    "link",
    "list",
    "location",
    "major",
    "name",
    "organisation",
    "organization",
    "period",
    "person",
    "position",
    "positions",
    "proficiency",
    "publication",
    "published",
    "publisher",
    "quote",
    "rating",
    "recommendation",
    "reference",
    "referrer",
    "releaseDate",
    "responsibilities",
    "role",
    "roles",
    "school",
    "score",
    "site",
    "skill",
    "skills",
    "stack",
    "start",
    "startDate",
    "start_date",
    "started",
    "studyType",
    "summary",
    "tasks",
    "tech",
    "techStack",
    "technologies",
    "technology",
    "testimonial",
    "text",
    "time",
    "title",
    "to",
    "tools",
    "type",
    "university",
    "url",
    "validUntil",
    "values",
    "venue",
    "website",
    "when",
    "year",
    "years",
];

/// Whether a key of an item of a list has a meaning of its own.
#[must_use]
pub fn is_resume_field(key: &str) -> bool {
    FIELDS.contains(&key)
}

impl fmt::Display for ResumeList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

#[cfg(test)]
mod tests {
    use super::ResumeList;
    use crate::profile::Content;

    #[test]
    fn every_list_has_an_existing_kind_of_section() {
        for list in ResumeList::ALL {
            assert!(Content::KINDS.contains(&list.kind()), "{list}");
            assert_eq!(ResumeList::of(list.key()), Some(*list));
        }
        assert!(ResumeList::ALL.is_sorted());
    }
}
