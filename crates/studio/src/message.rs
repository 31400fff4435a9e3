//! What the builder answers.

use perfil_form::{Form, Outline, PathStep};
use serde::Deserialize;

/// What is shown after each change.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct State {
    pub(crate) outline: Option<Outline>,
    pub(crate) form: Option<Form>,
    pub(crate) language: String,
    pub(crate) languages: Vec<Share>,
    pub(crate) findings: Vec<Problem>,
    pub(crate) exports: Vec<String>,
}

/// A language of the site.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Share {
    pub(crate) tag: String,
    pub(crate) written: usize,
    pub(crate) all: usize,
}

/// Something that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Problem {
    pub(crate) file: String,
    pub(crate) is_error: bool,
    pub(crate) message: String,
    pub(crate) remedy: String,
    pub(crate) place: Option<(usize, usize)>,
    pub(crate) range: Option<(usize, usize)>,
    pub(crate) path: Vec<PathStep>,
}

/// What was made of a file that was imported, or of a name.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Opened {
    pub(crate) profile: String,
    pub(crate) name: String,
    pub(crate) format: Option<String>,
    pub(crate) contact: Vec<String>,
    pub(crate) sections: Vec<(String, usize)>,
    pub(crate) unsure: Vec<String>,
    pub(crate) findings: Vec<Problem>,
}
