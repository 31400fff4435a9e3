//! Sections and their contents, by kind. Only the build renders them, so they are not serialized.

use super::{Detail, Image, Metric, Prose, Text};

/// A section of a profile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The fragment of its address, without `#`.
    pub id: String,
    /// The heading; a section without one continues the previous section.
    pub title: Option<Text>,
    /// Whether it is so long that a reader may want to fold it.
    pub is_long: bool,
    /// Its contents.
    pub content: Content,
}

/// The contents of a section.
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
    /// Work, education or volunteering over time.
    Timeline(Timeline),
    /// Skills in groups.
    Skills(Vec<Skill>),
    /// Results as figures.
    Metrics(Vec<Metric>),
    /// A quotation.
    Quote(Quote),
    /// Projects.
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
    /// References from other people.
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

/// An item of a profile: the unit that a reader sees as one thing.
pub trait Item {
    /// Its number, from 0, in the order of the page: the browser, the evidence of skills and cards
    /// identify the item by it.
    fn number(&self) -> u32;

    /// The item's number, mutable.
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

/// A line, or several paragraphs that form one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its number among the items of the profile.
    pub number: u32,
    /// The text.
    pub text: Prose,
}

/// Work, education or volunteering over time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// The entries.
    pub entries: Vec<Entry>,
    /// Highlights that apply to the whole timeline.
    pub highlights: Vec<Line>,
}

/// Notes and articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// The text before the notes, or instead of them while there are none.
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
    /// Its explanation.
    pub text: Option<Prose>,
}

/// An entry with a name, a period, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its number among the items of the profile.
    pub number: u32,
    /// The fragment of its address, if the chart links to it.
    pub id: Option<String>,
    /// Its name.
    pub name: Option<Text>,
    /// The person's position in it, or the organisation that it belonged to.
    pub position: Option<Text>,
    /// Whether the position precedes the name, as with a degree and its university.
    pub position_first: bool,
    /// The address of its web page.
    pub url: Option<String>,
    /// Its picture, with what it shows.
    pub picture: Option<(Image, Option<Text>)>,
    /// Its period.
    pub period: Option<Period>,
    /// Its location.
    pub location: Option<Text>,
    /// A summary.
    pub summary: Option<Prose>,
    /// The results.
    pub highlights: Vec<Prose>,
    /// The positions, if there were several in the same organisation.
    pub roles: Vec<Role>,
    /// The technologies used.
    pub keywords: Vec<Keyword>,
    /// Further facts about it.
    pub details: Vec<Detail>,
}

/// One of several positions in the same organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Role {
    /// The person's position.
    pub position: Text,
    /// Its period.
    pub period: Option<Period>,
    /// A summary.
    pub summary: Option<Prose>,
    /// The results.
    pub highlights: Vec<Prose>,
}

/// A point or a period in time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The text as displayed.
    pub text: String,
    /// The value of HTML's `datetime`, for a single date or a duration.
    pub datetime: Option<String>,
    /// The first date (ISO 8601) of a period with dates.
    pub start: Option<String>,
    /// The last date (ISO 8601) of a period with dates, if it has ended.
    pub end: Option<String>,
}

/// A group of skills.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Skill {
    /// Its number among the items of the profile.
    pub number: u32,
    /// The name of the group.
    pub name: Text,
    /// The level of proficiency.
    pub level: Option<Text>,
    /// The skills.
    pub keywords: Vec<Keyword>,
}

/// One skill with the skills that belong to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keyword {
    /// The skill.
    pub name: Text,
    /// Its id in addresses, if the profile has evidence of it; several ids, separated by commas, if
    /// one keyword names several skills: `JavaScript/TypeScript`.
    pub skill: Option<String>,
    /// The skills that belong to it.
    pub keywords: Vec<Keyword>,
}

/// A quotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// Its number among the items of the profile.
    pub number: u32,
    /// The quoted text, if there is one.
    pub text: Option<Prose>,
    /// The author of the quotation.
    pub author: Option<Text>,
    /// Further facts about the author.
    pub details: Vec<Detail>,
}
