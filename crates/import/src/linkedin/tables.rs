//! The tables of the export, and the fields of a résumé that their columns become.

use perfil_model::profile::ResumeList;

/// A table of the export, its section of a résumé, and the mapping of its columns.
pub(super) struct Table {
    /// The name of its file.
    pub(super) file: &'static str,
    /// The section.
    pub(super) section: ResumeList,
    /// The required column: without it, the file is not the table that its name promises.
    pub(super) key: &'static str,
    /// The columns, and their names in a résumé.
    pub(super) columns: &'static [(&'static str, &'static str)],
}

/// The tables that belong in a CV.
pub(super) const TABLES: [Table; 9] = [
    Table {
        file: "Positions.csv",
        section: ResumeList::Work,
        key: "Company Name",
        columns: &[
            ("Company Name", "name"),
            ("Title", "position"),
            ("Description", "summary"),
            ("Location", "location"),
            ("Started On", "startDate"),
            ("Finished On", "endDate"),
        ],
    },
    Table {
        file: "Volunteering.csv",
        section: ResumeList::Volunteer,
        key: "Company Name",
        columns: &[
            ("Company Name", "organization"),
            ("Role", "position"),
            ("Description", "summary"),
            ("Cause", "cause"),
            ("Started On", "startDate"),
            ("Finished On", "endDate"),
        ],
    },
    Table {
        file: "Education.csv",
        section: ResumeList::Education,
        key: "School Name",
        columns: &[
            ("School Name", "institution"),
            ("Degree Name", "studyType"),
            ("Start Date", "startDate"),
            ("End Date", "endDate"),
            ("Notes", "summary"),
            ("Activities", "activities"),
        ],
    },
    Table {
        file: "Certifications.csv",
        section: ResumeList::Certificates,
        key: "Name",
        columns: &[
            ("Name", "name"),
            ("Url", "url"),
            ("Authority", "issuer"),
            ("Started On", "date"),
            ("Finished On", "validUntil"),
            ("License Number", "licenseNumber"),
        ],
    },
    Table {
        file: "Projects.csv",
        section: ResumeList::Projects,
        key: "Title",
        columns: &[
            ("Title", "name"),
            ("Description", "description"),
            ("Url", "url"),
            ("Started On", "startDate"),
            ("Finished On", "endDate"),
        ],
    },
    Table {
        file: "Honors.csv",
        section: ResumeList::Awards,
        key: "Title",
        columns: &[("Title", "title"), ("Description", "summary"), ("Issued On", "date")],
    },
    Table {
        file: "Publications.csv",
        section: ResumeList::Publications,
        key: "Name",
        columns: &[
            ("Name", "name"),
            ("Publisher", "publisher"),
            ("Published On", "releaseDate"),
            ("Url", "url"),
            ("Description", "summary"),
        ],
    },
    Table {
        file: "Skills.csv",
        section: ResumeList::Skills,
        key: "Name",
        columns: &[("Name", "name")],
    },
    Table {
        file: "Languages.csv",
        section: ResumeList::Languages,
        key: "Name",
        columns: &[("Name", "language"), ("Proficiency", "fluency")],
    },
];
