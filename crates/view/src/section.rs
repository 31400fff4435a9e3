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
    Prose(Line),
    /// A list of lines.
    List(Vec<Line>),
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

impl Content {
    /// The sections inside it.
    pub fn sections(&self) -> &[Section] {
        match self {
            Self::Group(sections) => sections,
            Self::Prose(_)
            | Self::List(_)
            | Self::Terms(_)
            | Self::Steps(_)
            | Self::Timeline(_)
            | Self::Skills(_)
            | Self::Metrics(_)
            | Self::Quote(_)
            | Self::Projects(_)
            | Self::Certificates(_)
            | Self::Publications(_)
            | Self::Awards(_)
            | Self::Languages(_)
            | Self::Interests(_)
            | Self::References(_)
            | Self::Notes(_) => &[],
        }
    }
}

impl Default for Content {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

/// An item of a profile: what a reader sees as one thing.
pub trait Item {
    /// Its number, from 0, in the order of the page: by this the browser, the evidence of skills and
    /// cards mean the same item.
    fn number(&self) -> u32;

    /// The same, to be written.
    fn number_mut(&mut self) -> &mut u32;
}

macro_rules! items {
    ($($name:ident),*) => {
        $(impl Item for $name {
            fn number(&self) -> u32 {
                self.number
            }

            fn number_mut(&mut self) -> &mut u32 {
                &mut self.number
            }
        })*
    };
}

items!(Line, Term, Entry, Skill, Metric, Quote);

impl Content {
    /// The numbers of all its items, in the order of the page.
    pub fn numbers(&mut self) -> Vec<&mut u32> {
        fn of<T: Item>(items: &mut [T]) -> Vec<&mut u32> {
            items.iter_mut().map(Item::number_mut).collect()
        }
        match self {
            Self::Prose(line) => vec![&mut line.number],
            Self::List(lines) => of(lines),
            Self::Terms(terms) | Self::Steps(terms) | Self::Languages(terms) => of(terms),
            Self::Timeline(timeline) => {
                of(&mut timeline.entries).into_iter().chain(of(&mut timeline.highlights)).collect()
            }
            Self::Skills(skills) | Self::Interests(skills) => of(skills),
            Self::Metrics(metrics) => of(metrics),
            Self::Quote(quote) => vec![&mut quote.number],
            Self::Projects(entries)
            | Self::Certificates(entries)
            | Self::Publications(entries)
            | Self::Awards(entries) => of(entries),
            Self::References(quotes) => of(quotes),
            Self::Notes(notes) => {
                let text = notes.text.as_mut().map(Item::number_mut);
                text.into_iter().chain(of(&mut notes.entries)).collect()
            }
            Self::Group(sections) => {
                sections.iter_mut().flat_map(|section| section.content.numbers()).collect()
            }
        }
    }
}

/// A line, or paragraphs that are read as one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its number among the items of the profile.
    pub number: u32,
    /// What it says.
    pub text: Prose,
}

/// Time spent somewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Where, and when.
    pub entries: Vec<Entry>,
    /// What holds across all of it.
    pub highlights: Vec<Line>,
}

/// Notes and articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// What stands before them, or in their place while there are none.
    pub text: Option<Line>,
    /// The notes.
    pub entries: Vec<Entry>,
}

/// A term and its explanation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// Its number among the items of the profile.
    pub number: u32,
    /// The term.
    pub term: Text,
    /// What it means here.
    pub text: Option<Prose>,
}

/// Something with a name, a place in time, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its number among the items of the profile.
    pub number: u32,
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
    /// Its number among the items of the profile.
    pub number: u32,
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
    /// Its number among the items of the profile.
    pub number: u32,
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
    /// Its number among the items of the profile.
    pub number: u32,
    /// What is quoted.
    pub text: Prose,
    /// Whose words they are.
    pub author: Option<Text>,
}
