//! The mapping of the fields of JSON Resume's lists.

use perfil_model::profile::ResumeList;
use perfil_source::{Member, Value, privacy};

/// How a list of JSON Resume becomes a section.
pub(crate) struct Form {
    /// The list.
    pub(crate) list: ResumeList,
    /// The native fields, and the current and former names of each in JSON Resume, followed by those
    /// that people use instead.
    pub(crate) fields: &'static [(&'static str, &'static [&'static str])],
    /// The native fields of which an entry needs one; if it has none, the first is filled in.
    pub(crate) needs: &'static [&'static str],
    /// The native field of an entry that is only a text.
    pub(crate) line: &'static str,
    /// Whether an entry has a period.
    pub(crate) has_period: bool,
    /// Whether an entry can have further facts.
    pub(crate) has_details: bool,
}

const TIME: [(&str, &[&str]); 2] = [
    ("startDate", &["startDate", "start", "from", "start_date", "started"]),
    ("endDate", &["endDate", "end", "to", "end_date", "ended"]),
];
const URL: (&str, &[&str]) = ("url", &["url", "website", "link", "homepage", "site"]);
const HIGHLIGHTS: (&str, &[&str]) = (
    "highlights",
    &[
        "highlights",
        "achievements",
        "accomplishments",
        "responsibilities",
        "duties",
        "tasks",
        "bullets",
    ],
);
const SKILLS: (&str, &[&str]) = ("skills", &["skills"]);
const KEYWORDS: (&str, &[&str]) = (
    "keywords",
    &["keywords", "technologies", "technology", "stack", "techStack", "tech", "tools"],
);
const LOCATION: (&str, &[&str]) = ("location", &["location", "city"]);
const ROLES: (&str, &[&str]) = ("roles", &["roles", "positions"]);
const COURSES: (&str, &[&str]) = ("courses", &["courses"]);
const SCORE: (&str, &[&str]) = ("score", &["score", "gpa", "grade", "cgpa"]);
const DURATION: (&str, &[&str]) = ("duration", &["duration"]);

/// The form of a list of positions, with the given names for the organisation.
macro_rules! employment {
    ($list:ident, $names:expr) => {
        Form {
            list: ResumeList::$list,
            fields: &[
                ("name", &$names),
                ("position", &["position", "title", "jobTitle", "role"]),
                TIME[0],
                TIME[1],
                DURATION,
                LOCATION,
                URL,
                ("description", &["description"]),
                ("summary", &["summary"]),
                HIGHLIGHTS,
                ROLES,
                ("score", &["score"]),
                COURSES,
                KEYWORDS,
                SKILLS,
            ],
            needs: &["position", "name", "area", "studyType"],
            line: "position",
            has_period: true,
            has_details: true,
        }
    };
}

/// The form of each list, in their order.
const FORMS: [Form; ResumeList::ALL.len()] = [
    employment!(Work, ["name", "company", "employer", "organization", "organisation"]),
    employment!(Volunteer, ["organization", "organisation", "name", "company"]),
    Form {
        list: ResumeList::Education,
        fields: &[
            ("name", &["institution", "school", "university", "name", "organization"]),
            ("studyType", &["studyType", "degree"]),
            ("area", &["area", "major", "field", "fieldOfStudy"]),
            ("position", &["position", "title"]),
            SCORE,
            TIME[0],
            TIME[1],
            DURATION,
            LOCATION,
            URL,
            ("description", &["description"]),
            ("summary", &["summary"]),
            HIGHLIGHTS,
            COURSES,
            KEYWORDS,
            SKILLS,
        ],
        needs: &["position", "name", "area", "studyType"],
        line: "name",
        has_period: true,
        has_details: true,
    },
    Form {
        list: ResumeList::Awards,
        fields: &[
            ("title", &["title", "name", "award"]),
            ("awarder", &["awarder", "issuer", "organization", "by"]),
            ("date", &["date", "year", "releaseDate"]),
            URL,
            ("summary", &["summary", "description"]),
        ],
        needs: &["title"],
        line: "title",
        has_period: false,
        has_details: true,
    },
    Form {
        list: ResumeList::Certificates,
        fields: &[
            ("name", &["name", "title", "certificate"]),
            ("issuer", &["issuer", "authority", "organization", "issuedBy", "publisher"]),
            ("date", &["date", "issueDate", "issued", "releaseDate", "year"]),
            ("startDate", &["startDate", "start", "start_date"]),
            (
                "endDate",
                &[
                    "endDate",
                    "expirationDate",
                    "expiryDate",
                    "expires",
                    "validUntil",
                    "end",
                    "end_date",
                ],
            ),
            URL,
            SKILLS,
        ],
        needs: &["name"],
        line: "name",
        has_period: false,
        has_details: true,
    },
    Form {
        list: ResumeList::Publications,
        fields: &[
            ("name", &["name", "title"]),
            ("publisher", &["publisher", "journal", "venue", "conference", "publication"]),
            ("releaseDate", &["releaseDate", "date", "year", "published"]),
            URL,
            ("summary", &["summary", "description", "abstract"]),
            SKILLS,
        ],
        needs: &["name"],
        line: "name",
        has_period: false,
        has_details: true,
    },
    Form {
        list: ResumeList::Skills,
        fields: &[
            ("name", &["name", "category", "title", "group", "area", "label", "skill"]),
            ("level", &["level", "proficiency", "rating"]),
            ("keywords", &["keywords", "items", "skills", "list", "technologies", "values"]),
        ],
        needs: &["name"],
        line: "name",
        has_period: false,
        has_details: false,
    },
    Form {
        list: ResumeList::Languages,
        fields: &[
            ("language", &["language", "name", "lang"]),
            ("fluency", &["fluency", "level", "proficiency"]),
        ],
        needs: &["language"],
        line: "language",
        has_period: false,
        has_details: false,
    },
    Form {
        list: ResumeList::Interests,
        fields: &[
            ("name", &["name", "title", "interest"]),
            ("keywords", &["keywords", "items", "summary", "description"]),
        ],
        needs: &["name"],
        line: "name",
        has_period: false,
        has_details: false,
    },
    Form {
        list: ResumeList::References,
        fields: &[
            ("name", &["name", "referrer", "author", "person"]),
            (
                "reference",
                &[
                    "reference",
                    "quote",
                    "recommendation",
                    "testimonial",
                    "text",
                    "summary",
                    "description",
                ],
            ),
        ],
        needs: &["name"],
        line: "reference",
        has_period: false,
        has_details: true,
    },
    Form {
        list: ResumeList::Projects,
        fields: &[
            ("name", &["name", "title"]),
            ("description", &["description", "summary"]),
            ("entity", &["entity", "organization", "company", "client"]),
            ("type", &["type"]),
            TIME[0],
            TIME[1],
            URL,
            ("roles", &["roles", "role", "position"]),
            HIGHLIGHTS,
            (
                "keywords",
                &[
                    "keywords",
                    "technologies",
                    "technology",
                    "stack",
                    "techStack",
                    "tech",
                    "tools",
                    "skills",
                    "languages",
                ],
            ),
        ],
        needs: &["name"],
        line: "name",
        has_period: true,
        has_details: true,
    },
];

const _: () = {
    let mut place = 0;
    while place < FORMS.len() {
        assert!(FORMS[place].list as usize == place, "the forms are in the order of the lists");
        place += 1;
    }
};

impl Form {
    /// Whether a value is one of this field, as far as its type tells: a list of roles is none of
    /// several employments if it is a text, and a list of duties is no summary.
    pub(crate) fn takes(&self, field: &str, member: &Member) -> bool {
        let value = privacy::wrapped(&member.value).unwrap_or(&member.value);
        match (field, member.key.as_str()) {
            ("roles", "roles") if self.list != ResumeList::Projects => {
                matches!(value.value, Value::Array(_))
            }
            ("duration", _) => value.as_str().is_none_or(|text| text.starts_with('P')),
            _ => true,
        }
    }
}

/// Returns the form of a list.
pub(crate) fn of(list: ResumeList) -> &'static Form {
    &FORMS[list as usize]
}

/// Whether the items of sections of this kind are stored in lists of JSON Resume.
pub(crate) fn has(kind: &str) -> bool {
    ResumeList::ALL.iter().any(|list| list.kind() == kind)
}

#[cfg(test)]
mod tests {
    use super::FORMS;
    use perfil_model::profile::is_resume_field;

    #[test]
    fn no_other_fact_is_exported_under_the_name_of_a_field() {
        for name in FORMS.iter().flat_map(|form| form.fields).flat_map(|(_, names)| *names) {
            assert!(is_resume_field(name), "{name}");
        }
    }
}
