//! What an editor asks the builder, and what it is answered, as JSON.

use crate::control::{Part, PathStep};
use crate::read::{Form, Outline};
use serde::{Deserialize, Serialize};

/// What an editor asks for after each change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Request {
    /// The path of the profile that is edited.
    pub profile: String,
    /// The part whose form is shown, if a form is.
    pub part: Option<Part>,
    /// The objects that the form shows whole.
    #[serde(default)]
    pub open: Vec<Vec<PathStep>>,
    /// The language of the page that is shown.
    pub language: String,
    /// The theme of the pages, if it is another one than the content names.
    pub theme: Option<String>,
    /// Whether the texts of each language are counted.
    #[serde(default)]
    pub is_counted: bool,
}

/// What an editor shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct State {
    /// What the document consists of; `None` if it is not a file of the native format, or cannot be
    /// read.
    pub outline: Option<Outline>,
    /// The form of the part.
    pub form: Option<Form>,
    /// The language of the document's plain strings.
    pub language: String,
    /// The languages of the site, and, if it was asked for, how many texts of the document are written in
    /// each.
    pub languages: Vec<Share>,
    /// The languages that the site lacks, and that the words of its pages are there in.
    pub offered: Vec<String>,
    /// The themes that the pages can have.
    pub themes: Vec<String>,
    /// Everything that is wrong.
    pub findings: Vec<Problem>,
    /// The paths of the files for other programs.
    pub exports: Vec<String>,
}

/// A language of the site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// Its tag (BCP 47).
    pub tag: String,
    /// The number of texts that are written in it.
    pub written: usize,
    /// The number of all texts.
    pub all: usize,
}

/// Something that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// The path of the file.
    pub file: String,
    /// Whether it stops the build.
    pub is_error: bool,
    /// What was found.
    pub message: String,
    /// What to write instead.
    pub remedy: String,
    /// The line, from 1, and the character in it, from 1.
    pub place: Option<(usize, usize)>,
    /// Where it begins and ends, in UTF-16 code units from the beginning of the file.
    pub range: Option<(usize, usize)>,
    /// The path of the value.
    pub path: Vec<PathStep>,
}

/// What was made of a file that was imported, or of a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Opened {
    /// The path of the profile.
    pub profile: String,
    /// The name of the person.
    pub name: String,
    /// The format of the file, if there was one.
    pub format: Option<String>,
    /// The ways to reach the person that were found, as fields of a profile.
    pub contact: Vec<String>,
    /// The titles of the sections, each with the number of its entries.
    pub sections: Vec<(String, usize)>,
    /// What its owner should compare with the file.
    pub unsure: Vec<String>,
    /// What could not be mapped.
    pub findings: Vec<Problem>,
}
