//! The mapping of the fields of JSON Resume's lists.

use perfil_model::profile::ResumeList;

/// How a list of JSON Resume becomes a section.
pub(super) struct Form {
    /// The list.
    pub(super) list: ResumeList,
    /// The native fields, and the current and former names of each in JSON Resume.
    pub(super) fields: &'static [(&'static str, &'static [&'static str])],
    /// The native fields of which an entry needs one; if it has none, the first is filled in.
    pub(super) needs: &'static [&'static str],
}

const TIME: [(&str, &[&str]); 2] = [("startDate", &["startDate"]), ("endDate", &["endDate"])];
const URL: (&str, &[&str]) = ("url", &["url", "website"]);
const HIGHLIGHTS: (&str, &[&str]) = ("highlights", &["highlights"]);

const SKILLS: (&str, &[&str]) = ("skills", &["skills"]);

/// Fields that a native entry also has, so that a JSON Resume can contain them.
const NATIVE: [(&str, &[&str]); 4] = [
    ("duration", &["duration"]),
    ("roles", &["roles"]),
    ("score", &["score"]),
    ("courses", &["courses"]),
];

/// The form of a list of positions, with the given names for the organisation.
macro_rules! employment {
    ($list:ident, $names:expr) => {
        Form {
            list: ResumeList::$list,
            fields: &[
                ("name", &$names),
                ("position", &["position"]),
                TIME[0],
                TIME[1],
                NATIVE[0],
                ("location", &["location"]),
                URL,
                ("summary", &["description", "summary"]),
                HIGHLIGHTS,
                NATIVE[1],
                NATIVE[2],
                NATIVE[3],
                ("skills", &["skills", "keywords"]),
            ],
            needs: &["position", "name", "area", "studyType"],
        }
    };
}

/// The form of each list, in their order.
const FORMS: [Form; ResumeList::ALL.len()] = [
    employment!(Work, ["name", "company"]),
    employment!(Volunteer, ["organization", "name"]),
    Form {
        list: ResumeList::Education,
        fields: &[
            ("name", &["institution", "name"]),
            ("studyType", &["studyType"]),
            ("area", &["area"]),
            ("position", &["position"]),
            ("score", &["score", "gpa"]),
            TIME[0],
            TIME[1],
            NATIVE[0],
            ("location", &["location"]),
            URL,
            ("summary", &["description", "summary"]),
            HIGHLIGHTS,
            NATIVE[3],
            SKILLS,
        ],
        needs: &["position", "name", "area", "studyType"],
    },
    Form {
        list: ResumeList::Awards,
        fields: &[
            ("title", &["title"]),
            ("awarder", &["awarder"]),
            ("date", &["date"]),
            ("summary", &["summary"]),
        ],
        needs: &["title"],
    },
    Form {
        list: ResumeList::Certificates,
        fields: &[("name", &["name"]), ("issuer", &["issuer"]), ("date", &["date"]), URL, SKILLS],
        needs: &["name"],
    },
    Form {
        list: ResumeList::Publications,
        fields: &[
            ("name", &["name"]),
            ("publisher", &["publisher"]),
            ("releaseDate", &["releaseDate"]),
            URL,
            ("summary", &["summary"]),
            SKILLS,
        ],
        needs: &["name"],
    },
    Form {
        list: ResumeList::Skills,
        fields: &[("name", &["name"]), ("level", &["level"]), ("keywords", &["keywords"])],
        needs: &["name"],
    },
    Form {
        list: ResumeList::Languages,
        fields: &[("language", &["language", "name"]), ("fluency", &["fluency", "level"])],
        needs: &["language"],
    },
    Form {
        list: ResumeList::Interests,
        fields: &[("name", &["name"]), ("keywords", &["keywords"])],
        needs: &["name"],
    },
    Form {
        list: ResumeList::References,
        fields: &[("name", &["name"]), ("reference", &["reference"])],
        needs: &["name"],
    },
    Form {
        list: ResumeList::Projects,
        fields: &[
            ("name", &["name"]),
            ("description", &["description", "summary"]),
            ("entity", &["entity"]),
            TIME[0],
            TIME[1],
            URL,
            ("roles", &["roles"]),
            HIGHLIGHTS,
            ("keywords", &["keywords"]),
        ],
        needs: &["name"],
    },
];

const _: () = {
    let mut place = 0;
    while place < FORMS.len() {
        assert!(FORMS[place].list as usize == place, "the forms are in the order of the lists");
        place += 1;
    }
};

/// Returns the form of a list.
pub(super) fn of(list: ResumeList) -> &'static Form {
    &FORMS[list as usize]
}

/// Whether the items of sections of this kind are stored in lists of JSON Resume.
pub(super) fn has(kind: &str) -> bool {
    ResumeList::ALL.iter().any(|list| list.kind() == kind)
}
