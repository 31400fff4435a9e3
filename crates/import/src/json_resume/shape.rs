//! What the fields of a profile hold.

use perfil_model::profile::ResumeList;

/// What a field of a profile holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A short text without markup.
    Text,
    /// A text in Markdown.
    Prose,
    /// Short texts.
    Texts,
    /// Texts in Markdown.
    Proses,
    /// Skills, some of which have parts.
    Keywords,
    /// A date.
    Date,
    /// A date, or a word for the present.
    End,
    /// The address of a page.
    Url,
    /// Positions in the same organisation.
    Roles,
    /// A value of the native format.
    Native,
}

impl Shape {
    /// Returns what a native field of an entry holds.
    pub(crate) fn of(field: &str) -> Self {
        match field {
            "summary" | "description" | "reference" => Self::Prose,
            "highlights" => Self::Proses,
            "courses" | "skills" => Self::Texts,
            "keywords" => Self::Keywords,
            "startDate" | "date" | "releaseDate" => Self::Date,
            "endDate" => Self::End,
            "url" => Self::Url,
            "roles" => Self::Roles,
            "duration" => Self::Native,
            _ => Self::Text,
        }
    }

    /// Returns what a native field of an entry of a list holds.
    pub(crate) fn of_list(list: ResumeList, field: &str) -> Self {
        match (list, field) {
            (ResumeList::Projects, "roles") => Self::Texts,
            _ => Self::of(field),
        }
    }
}
