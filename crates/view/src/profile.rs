//! One person.

use super::data::data;
use super::{Markup, Prose, Text};

/// The attribute that holds the number of an item of a profile: of everything that a reader sees as
/// one thing.
pub const ITEM: &str = "data-item";

/// Finds the items of a profile in its page (CSS).
pub const ITEMS: &str = "[data-item]";

data! {
    /// One person, in one language.
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
        /// The chart and the sections, in the order of the page.
        pub sections: Markup,
        /// Where the sections with a title are.
        pub contents: Vec<SectionLink>,
        /// What the profile is searched with: HTML that the build made; empty where there is nothing
        /// to search.
        pub finder: String,
        /// The files that the profile can be taken along as: HTML that the build made.
        pub downloads: String,
        /// Every skill of the profile and what proves it, the best proven first.
        pub skills: Vec<Evidence>,
        /// How many items the profile has: their numbers are less.
        pub items: u32,
    }
}

data! {
    /// A link to a section of a profile.
    pub struct SectionLink {
        /// The fragment of the section.
        pub id: String,
        /// Its heading.
        pub title: Text,
        /// Whether it is so long that a reader may want to fold it.
        pub is_long: bool,
        /// Links to the sections inside it.
        pub sections: Vec<SectionLink>,
    }
}

data! {
    /// A skill and what proves it.
    pub struct Evidence {
        /// The skill's name in addresses, the same in every language: `google-cloud`.
        pub id: String,
        /// What it is called.
        pub name: Text,
        /// What else it is called, as search finds it: `Postgres`.
        pub aliases: Vec<String>,
        /// The items that prove it: their numbers, from 0, in the order of the page.
        pub items: Vec<u32>,
        /// First and last use as it is read, where dates tell them.
        pub period: Option<String>,
    }
}

data! {
    /// A fact, place or address with its label.
    pub struct Detail {
        /// What it is.
        pub label: Text,
        /// What is shown.
        pub text: Text,
        /// Where it leads.
        pub url: Option<String>,
    }
}

data! {
    /// What stands for a person's face.
    pub struct Likeness {
        /// The first letters of the name, shown where there is no portrait.
        pub initials: String,
        /// The portrait.
        pub portrait: Option<Portrait>,
    }
}

data! {
    /// A portrait.
    pub struct Portrait {
        /// The path of the image.
        pub src: String,
        /// Its width in pixels.
        pub width: u32,
        /// Its height in pixels.
        pub height: u32,
    }
}
