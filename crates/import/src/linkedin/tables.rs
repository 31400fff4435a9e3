//! The tables of the export, and the fields of a résumé that their columns become.

use perfil_model::profile::ResumeList;

/// A table of the export, its section of a résumé, and the mapping of its columns.
pub(super) struct Table {
    /// The name of its file.
    pub(super) file: &'static str,
    /// The list of a résumé to which its rows belong.
    pub(super) list: ResumeList,
    /// The id of the title in the table of default words, if it is not the title of that list.
    pub(super) title: Option<&'static str>,
    /// The required column: without it, the file is not the table that its name promises.
    pub(super) key: &'static str,
    /// The columns, and their names in a résumé.
    pub(super) columns: &'static [(&'static str, &'static str)],
    /// The columns that are shown with their row under a label.
    pub(super) details: &'static [&'static str],
    /// The columns that are not for readers.
    pub(super) ignored: &'static [&'static str],
}

/// A table with the title of its list.
const USUAL: Table = Table {
    file: "",
    list: ResumeList::Work,
    title: None,
    key: "Name",
    columns: &[],
    details: &[],
    ignored: &[],
};

/// The tables that belong in a CV, in the order of their sections.
pub(super) const TABLES: [Table; 14] = [
    Table {
        file: "Positions.csv",
        key: "Company Name",
        columns: &[
            ("Company Name", "name"),
            ("Title", "position"),
            ("Description", "summary"),
            ("Location", "location"),
            ("Started On", "startDate"),
            ("Finished On", "endDate"),
        ],
        ..USUAL
    },
    Table {
        file: "Volunteering.csv",
        list: ResumeList::Volunteer,
        key: "Company Name",
        columns: &[
            ("Company Name", "organization"),
            ("Role", "position"),
            ("Description", "summary"),
            ("Started On", "startDate"),
            ("Finished On", "endDate"),
        ],
        details: &["Cause"],
        ..USUAL
    },
    Table {
        file: "Education.csv",
        list: ResumeList::Education,
        key: "School Name",
        columns: &[
            ("School Name", "institution"),
            ("Degree Name", "studyType"),
            ("Start Date", "startDate"),
            ("End Date", "endDate"),
            ("Notes", "summary"),
        ],
        details: &["Activities"],
        ..USUAL
    },
    Table {
        file: "Projects.csv",
        list: ResumeList::Projects,
        key: "Title",
        columns: &[
            ("Title", "name"),
            ("Description", "description"),
            ("Url", "url"),
            ("Started On", "startDate"),
            ("Finished On", "endDate"),
        ],
        ..USUAL
    },
    Table { file: "Skills.csv", list: ResumeList::Skills, columns: &[("Name", "name")], ..USUAL },
    Table {
        file: "Languages.csv",
        list: ResumeList::Languages,
        columns: &[("Name", "language"), ("Proficiency", "fluency")],
        ..USUAL
    },
    Table {
        file: "Certifications.csv",
        list: ResumeList::Certificates,
        columns: &[
            ("Name", "name"),
            ("Url", "url"),
            ("Authority", "issuer"),
            ("Started On", "date"),
            ("Finished On", "validUntil"),
        ],
        details: &["License Number"],
        ..USUAL
    },
    Table {
        file: "Courses.csv",
        list: ResumeList::Certificates,
        title: Some("courses"),
        columns: &[("Name", "name")],
        details: &["Number"],
        ..USUAL
    },
    Table {
        file: "Test_Scores.csv",
        list: ResumeList::Certificates,
        title: Some("testScores"),
        columns: &[("Name", "name"), ("Date", "date")],
        details: &["Score", "Description"],
        ..USUAL
    },
    Table {
        file: "Honors.csv",
        list: ResumeList::Awards,
        key: "Title",
        columns: &[("Title", "title"), ("Description", "summary"), ("Issued On", "date")],
        ..USUAL
    },
    Table {
        file: "Publications.csv",
        list: ResumeList::Publications,
        columns: &[
            ("Name", "name"),
            ("Publisher", "publisher"),
            ("Published On", "releaseDate"),
            ("Url", "url"),
            ("Description", "summary"),
        ],
        ..USUAL
    },
    Table {
        file: "Patents.csv",
        list: ResumeList::Publications,
        title: Some("patents"),
        key: "Title",
        columns: &[
            ("Title", "name"),
            ("Description", "summary"),
            ("Url", "url"),
            ("Issued On", "releaseDate"),
        ],
        details: &["Patent Number", "Application Number", "Filed On"],
        ..USUAL
    },
    Table {
        file: "Organizations.csv",
        list: ResumeList::Volunteer,
        title: Some("organizations"),
        columns: &[
            ("Name", "organization"),
            ("Position", "position"),
            ("Description", "summary"),
            ("Start Date", "startDate"),
            ("End Date", "endDate"),
        ],
        ..USUAL
    },
    Table {
        file: "Recommendations_Received.csv",
        list: ResumeList::References,
        key: "Text",
        columns: &[("First Name", "name"), ("Text", "reference")],
        details: &["Job Title", "Company"],
        ignored: &["Last Name", "Creation Date", "Status"],
        ..USUAL
    },
];
