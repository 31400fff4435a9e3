//! The profile of one person.

use super::data::data;
#[cfg(feature = "hydrate")]
use super::data::field;
#[cfg(feature = "ssr")]
use super::head::Head;
use super::{Markup, Text};

/// The attribute that holds the number of an item of a profile: the unit that a reader sees as one
/// thing.
pub const ITEM: &str = "data-item";

/// The CSS selector of the items of a profile.
pub const ITEMS: &str = "[data-item]";

/// One person, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct Profile {
    /// What the page shows of the person above the sections. The browser has it as HTML only.
    #[cfg(feature = "ssr")]
    #[serde(skip)]
    pub head: Head,
    /// The inside of the page's header, as HTML made by the build.
    pub hero: String,
    /// The chart and the sections, in the order of the page. The browser takes them from the page.
    #[cfg_attr(feature = "ssr", serde(skip))]
    pub sections: Markup,
    /// The table of contents: links to the sections with a title.
    pub contents: Vec<SectionLink>,
    /// The inside of the profile's search, as HTML made by the build; empty if there is nothing to
    /// search.
    pub finder: String,
    /// Every skill of the profile with its evidence, the skill with the most evidence first.
    pub skills: Vec<Evidence>,
    /// The number of items of the profile; every item's number is less than it.
    pub items: u32,
}

#[cfg(feature = "hydrate")]
impl super::FromJs for Profile {
    fn from_js(value: &wasm_bindgen::JsValue) -> Option<Self> {
        Some(Self {
            hero: field(value, "hero")?,
            sections: Markup::default(),
            contents: field(value, "contents")?,
            finder: field(value, "finder")?,
            skills: field(value, "skills")?,
            items: field(value, "items")?,
        })
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
        #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
        pub period: Option<String>,
    }
}

data! {
    /// A person's portrait, or the monogram in its place.
    pub struct Likeness {
        /// The initials of the name, shown if there is no portrait.
        pub initials: String,
        /// The portrait.
        pub portrait: Option<Image>,
    }
}

data! {
    /// An image: a portrait, or a picture of a project.
    pub struct Image {
        /// Its path.
        pub src: String,
        /// Its width in pixels.
        pub width: u32,
        /// Its height in pixels.
        pub height: u32,
    }
}
