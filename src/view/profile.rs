//! One person.

use super::{Prose, Section, Text};
use serde::{Deserialize, Serialize};

/// One person, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The person's name.
    pub name: Text,
    /// What the person is.
    pub headline: Option<Text>,
    /// What the person stands for.
    pub focus: Vec<Text>,
    /// Facts, places and addresses.
    pub details: Vec<Detail>,
    /// Who the person is.
    pub summary: Option<Prose>,
    /// A picture of the person.
    pub likeness: Likeness,
    /// The sections, in the order of the page.
    pub sections: Vec<Section>,
}

/// A fact, place or address with its label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detail {
    /// What it is.
    pub label: Text,
    /// What is shown.
    pub text: Text,
    /// Where it leads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// What stands for a person's face.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Likeness {
    /// The first letters of the name, shown where there is no portrait.
    pub initials: String,
    /// The portrait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub portrait: Option<Portrait>,
}

/// A portrait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Portrait {
    /// The path of the image.
    pub src: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}
