//! Sections and what they hold, by kind.

use super::data::data;
use super::{Prose, Text};

data! {
    /// A section of a profile.
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
}

data! {
    /// What a section holds.
    pub enum Content {
        /// Paragraphs.
        Prose(Prose) = "prose",
        /// A list of lines.
        List(Vec<Prose>) = "list",
        /// Terms with their explanations.
        Terms(Vec<Term>) = "terms",
        /// Numbered steps.
        Steps(Vec<Term>) = "steps",
        /// Time spent somewhere.
        Timeline(Timeline) = "timeline",
        /// Skills in groups.
        Skills(Vec<Skill>) = "skills",
        /// Results in figures.
        Metrics(Vec<Metric>) = "metrics",
        /// A quotation.
        Quote(Quote) = "quote",
        /// Things made.
        Projects(Vec<Entry>) = "projects",
        /// Certificates.
        Certificates(Vec<Entry>) = "certificates",
        /// Publications.
        Publications(Vec<Entry>) = "publications",
        /// Awards.
        Awards(Vec<Entry>) = "awards",
        /// Languages spoken.
        Languages(Vec<Term>) = "languages",
        /// Interests.
        Interests(Vec<Skill>) = "interests",
        /// What others say.
        References(Vec<Quote>) = "references",
        /// Notes and articles.
        Notes(Notes) = "notes",
        /// Sections under a common heading.
        Group(Vec<Section>) = "group",
    }
}

impl Default for Content {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

data! {
    /// Time spent somewhere.
    pub struct Timeline {
        /// Where, and when.
        pub entries: Vec<Entry>,
        /// What holds across all of it.
        pub highlights: Vec<Prose>,
    }
}

data! {
    /// Notes and articles.
    pub struct Notes {
        /// What stands before them, or in their place while there are none.
        pub text: Option<Prose>,
        /// The notes.
        pub entries: Vec<Entry>,
    }
}

data! {
    /// A term and its explanation.
    pub struct Term {
        /// The term.
        pub term: Text,
        /// What it means here.
        pub text: Option<Prose>,
    }
}

data! {
    /// Something with a name, a place in time, or both.
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
}

data! {
    /// One of several positions in the same organisation.
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
}

data! {
    /// A point or a period in time.
    pub struct Period {
        /// What is read.
        pub text: String,
        /// The value of HTML's `datetime`, for a single date or a duration.
        pub datetime: Option<String>,
    }
}

data! {
    /// Skills under one name.
    pub struct Skill {
        /// What the group is called.
        pub name: Text,
        /// How well they are known.
        pub level: Option<Text>,
        /// The skills.
        pub keywords: Vec<Keyword>,
    }
}

data! {
    /// One skill with its parts.
    pub struct Keyword {
        /// The skill.
        pub name: Text,
        /// Its name in addresses, if the profile has evidence of it; several, separated by commas,
        /// if it is written as one and is more: `JavaScript/TypeScript`.
        pub skill: Option<String>,
        /// Its parts.
        pub keywords: Vec<Keyword>,
    }
}

data! {
    /// A result in figures.
    pub struct Metric {
        /// Where it was reached.
        pub title: Text,
        /// The figures.
        pub figures: Vec<Figure>,
        /// The whole of it.
        pub text: Option<Prose>,
    }
}

data! {
    /// A figure and what it counts.
    pub struct Figure {
        /// The figure.
        pub value: Text,
        /// What it counts.
        pub label: Option<Text>,
    }
}

data! {
    /// A quotation.
    pub struct Quote {
        /// What is quoted.
        pub text: Prose,
        /// Whose words they are.
        pub author: Option<Text>,
    }
}
