//! The profile of one person.

use super::data::data;
use super::{Markup, Prose, Text};

/// The attribute that holds the number of an item of a profile: the unit that a reader sees as one
/// thing.
pub const ITEM: &str = "data-item";

/// The CSS selector of the items of a profile.
pub const ITEMS: &str = "[data-item]";

data! {
    /// One person, in one language.
    pub struct Profile {
        /// The person's name.
        pub name: Text,
        /// The person's job title or role.
        pub headline: Option<Text>,
        /// The person's areas of focus.
        pub focus: Vec<Text>,
        /// Facts, places and addresses.
        pub details: Vec<Detail>,
        /// The introduction to the person.
        pub summary: Option<Prose>,
        /// The person's portrait or monogram.
        pub likeness: Likeness,
        /// The chart and the sections, in the order of the page.
        pub sections: Markup,
        /// The table of contents: links to the sections with a title.
        pub contents: Vec<SectionLink>,
        /// The inside of the profile's search, as HTML made by the build; empty if there is nothing
        /// to search.
        pub finder: String,
        /// The inside of the list of downloads, as HTML made by the build.
        pub downloads: String,
        /// Every skill of the profile with its evidence, the skill with the most evidence first.
        pub skills: Vec<Evidence>,
        /// The number of items of the profile; every item's number is less than it.
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
    /// A skill with its evidence.
    pub struct Evidence {
        /// The skill's id in addresses, the same in every language: `google-cloud`.
        pub id: String,
        /// Its name.
        pub name: Text,
        /// Other names under which search finds it: `Postgres`.
        pub aliases: Vec<String>,
        /// The numbers of the items that are its evidence, from 0, in the order of the page.
        pub items: Vec<u32>,
        /// First and last use as displayed, if dates are known.
        pub period: Option<String>,
    }
}

data! {
    /// A fact, place or address with its label.
    pub struct Detail {
        /// The label.
        pub label: Text,
        /// The text as displayed.
        pub text: Text,
        /// The target of its link.
        pub url: Option<String>,
    }
}

data! {
    /// A person's portrait, or the monogram in its place.
    pub struct Likeness {
        /// The initials of the name, shown if there is no portrait.
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
