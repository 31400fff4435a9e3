//! Sections and what they hold, by kind.

use super::{Prose, Text};
use serde::{Deserialize, Serialize};

/// A section of a profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The fragment that leads to it.
    pub id: String,
    /// The heading; a section without one continues the section before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// What it holds.
    #[serde(flatten)]
    pub content: Content,
}

/// What a section holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "content", rename_all = "camelCase")]
pub enum Content {
    /// Paragraphs.
    Prose(Prose),
    /// A list of lines.
    List(Vec<Prose>),
    /// Terms with their explanations.
    Terms(Vec<Term>),
    /// Numbered steps.
    Steps(Vec<Term>),
    /// Time spent somewhere, and what holds across all of it.
    Timeline(Vec<Entry>, Vec<Prose>),
    /// Skills in groups.
    Skills(Vec<Skill>),
    /// Results in figures.
    Metrics(Vec<Metric>),
    /// A quotation.
    Quote(Quote),
    /// Things made.
    Projects(Vec<Entry>),
    /// Certificates.
    Certificates(Vec<Entry>),
    /// Publications.
    Publications(Vec<Entry>),
    /// Awards.
    Awards(Vec<Entry>),
    /// Languages spoken.
    Languages(Vec<Term>),
    /// Interests.
    Interests(Vec<Skill>),
    /// What others say.
    References(Vec<Quote>),
    /// What stands before the notes, and the notes.
    Notes(Option<Prose>, Vec<Entry>),
    /// Sections under a common heading.
    Group(Vec<Section>),
}

/// A term and its explanation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The term.
    pub term: Text,
    /// What it means here.
    pub text: Option<Prose>,
}

/// Something with a name, a place in time, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// What it is called.
    pub name: Option<Text>,
    /// What the person was in it, or whose it was.
    pub position: Option<Text>,
    /// Whether the position is read before the name, as with a degree and its university.
    pub position_first: bool,
    /// Its page.
    pub url: Option<String>,
    /// When it was.
    pub period: Option<Period>,
    /// Where it was.
    pub location: Option<Text>,
    /// What it was about.
    pub summary: Option<Prose>,
    /// What came of it.
    pub highlights: Vec<Prose>,
    /// Several positions in the same organisation.
    pub roles: Vec<Role>,
    /// What it is made with.
    pub keywords: Vec<Keyword>,
}

/// One of several positions in the same organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// What the person was.
    pub position: Text,
    /// When.
    pub period: Option<Period>,
    /// What it was about.
    pub summary: Option<Prose>,
    /// What came of it.
    pub highlights: Vec<Prose>,
}

/// A point or a period in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// What is read.
    pub text: String,
    /// The value of HTML's `datetime`, for a single date or a duration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub datetime: Option<String>,
}

/// Skills under one name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skill {
    /// What the group is called.
    pub name: Text,
    /// How well they are known.
    pub level: Option<Text>,
    /// The skills.
    pub keywords: Vec<Keyword>,
}

/// One skill with its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keyword {
    /// The skill.
    pub name: Text,
    /// Its parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<Text>,
}

/// A result in figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metric {
    /// Where it was reached.
    pub title: Text,
    /// The figures.
    pub figures: Vec<Figure>,
    /// The whole of it.
    pub text: Option<Prose>,
}

/// A figure and what it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The figure.
    pub value: Text,
    /// What it counts.
    pub label: Option<Text>,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// What is quoted.
    pub text: Prose,
    /// Whose words they are.
    pub author: Option<Text>,
}
