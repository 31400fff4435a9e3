//! Sections and what they hold, by kind. The build renders them, so they do not travel.

use super::{Prose, Text};

/// A section of a profile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The fragment that leads to it.
    pub id: String,
    /// The heading; a section without one continues the section before.
    pub title: Option<Text>,
    /// Whether it is so long that a reader may want to fold it.
    pub is_long: bool,
    /// What it holds.
    pub content: Content,
}

/// What a section holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Paragraphs.
    Prose(Prose),
    /// A list of lines.
    List(Vec<Prose>),
    /// Terms with their explanations.
    Terms(Vec<Term>),
    /// Numbered steps.
    Steps(Vec<Term>),
    /// Time spent somewhere.
    Timeline(Timeline),
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
    /// Notes and articles.
    Notes(Notes),
    /// Sections under a common heading.
    Group(Vec<Section>),
}

impl Default for Content {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

/// Time spent somewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Where, and when.
    pub entries: Vec<Entry>,
    /// What holds across all of it.
    pub highlights: Vec<Prose>,
}

/// Notes and articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// What stands before them, or in their place while there are none.
    pub text: Option<Prose>,
    /// The notes.
    pub entries: Vec<Entry>,
}

/// A term and its explanation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// The term.
    pub term: Text,
    /// What it means here.
    pub text: Option<Prose>,
}

/// Something with a name, a place in time, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The fragment that leads to it, if the chart does.
    pub id: Option<String>,
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// What is read.
    pub text: String,
    /// The value of HTML's `datetime`, for a single date or a duration.
    pub datetime: Option<String>,
}

/// Skills under one name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Skill {
    /// What the group is called.
    pub name: Text,
    /// How well they are known.
    pub level: Option<Text>,
    /// The skills.
    pub keywords: Vec<Keyword>,
}

/// One skill with its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keyword {
    /// The skill.
    pub name: Text,
    /// Its name in addresses, if the profile has evidence of it; several, separated by commas,
    /// if it is written as one and is more: `JavaScript/TypeScript`.
    pub skill: Option<String>,
    /// Its parts.
    pub keywords: Vec<Keyword>,
}

/// A result in figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metric {
    /// Where it was reached.
    pub title: Text,
    /// The figures.
    pub figures: Vec<Figure>,
    /// The whole of it.
    pub text: Option<Prose>,
}

/// A figure and what it counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// The figure.
    pub value: Text,
    /// What it counts.
    pub label: Option<Text>,
}

/// A quotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// What is quoted.
    pub text: Prose,
    /// Whose words they are.
    pub author: Option<Text>,
}
