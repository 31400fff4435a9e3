//! The sections of JSON Resume: what becomes of each field.

/// How a list of JSON Resume becomes a section.
pub(super) struct Form {
    /// Its key, which is the id of the section too.
    pub(super) key: &'static str,
    /// The kind of the section.
    pub(super) kind: &'static str,
    /// The native fields, and the names that each has or had in JSON Resume.
    pub(super) fields: &'static [(&'static str, &'static [&'static str])],
    /// The native fields of which an entry needs one; where it has none, the first is filled in.
    pub(super) needs: &'static [&'static str],
}

const TIME: [(&str, &[&str]); 2] = [("startDate", &["startDate"]), ("endDate", &["endDate"])];
const URL: (&str, &[&str]) = ("url", &["url", "website"]);
const HIGHLIGHTS: (&str, &[&str]) = ("highlights", &["highlights"]);

const SKILLS: (&str, &[&str]) = ("skills", &["skills"]);

/// Fields that a native entry has as well, so that they can be told in a JSON Resume.
const NATIVE: [(&str, &[&str]); 4] = [
    ("duration", &["duration"]),
    ("roles", &["roles"]),
    ("score", &["score"]),
    ("courses", &["courses"]),
];

const FORMS: &[Form] = &[
    Form {
        key: "work",
        kind: "timeline",
        fields: &[
            ("name", &["name", "company"]),
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
    },
    Form {
        key: "volunteer",
        kind: "timeline",
        fields: &[
            ("name", &["organization", "name"]),
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
    },
    Form {
        key: "education",
        kind: "timeline",
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
        key: "awards",
        kind: "awards",
        fields: &[
            ("title", &["title"]),
            ("awarder", &["awarder"]),
            ("date", &["date"]),
            ("summary", &["summary"]),
        ],
        needs: &["title"],
    },
    Form {
        key: "certificates",
        kind: "certificates",
        fields: &[("name", &["name"]), ("issuer", &["issuer"]), ("date", &["date"]), URL, SKILLS],
        needs: &["name"],
    },
    Form {
        key: "publications",
        kind: "publications",
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
        key: "skills",
        kind: "skills",
        fields: &[("name", &["name"]), ("level", &["level"]), ("keywords", &["keywords"])],
        needs: &["name"],
    },
    Form {
        key: "languages",
        kind: "languages",
        fields: &[("language", &["language", "name"]), ("fluency", &["fluency", "level"])],
        needs: &["language"],
    },
    Form {
        key: "interests",
        kind: "interests",
        fields: &[("name", &["name"]), ("keywords", &["keywords"])],
        needs: &["name"],
    },
    Form {
        key: "references",
        kind: "references",
        fields: &[("name", &["name"]), ("reference", &["reference"])],
        needs: &["name"],
    },
    Form {
        key: "projects",
        kind: "projects",
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

/// The form of a key, if it is that of a list.
pub(super) fn of(key: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.key == key)
}

/// Whether the items of sections of this kind stand in lists of JSON Resume.
pub(super) fn has(kind: &str) -> bool {
    FORMS.iter().any(|form| form.kind == kind)
}
