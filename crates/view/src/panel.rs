//! The content of an open card: the profile as plain text.

use super::Text;
use super::data::data;

data! {
    /// The inside of an open card.
    pub struct Panel {
        /// The label of the skills that can be chosen: "Skills".
        pub skills_label: String,
        /// Reports the number of items that are evidence of a skill: `{count}` of `{total}`.
        pub found: String,
        /// The introduction to the person, one text per paragraph.
        pub summary: Vec<Text>,
        /// The sections, in the order of the page.
        pub sections: Vec<PanelSection>,
        /// The skills, the one with the most evidence first.
        pub skills: Vec<PanelSkill>,
    }
}

data! {
    /// A section as plain text.
    pub struct PanelSection {
        /// The heading; items before the first heading have none.
        #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
        pub title: Option<Text>,
        /// Its items.
        pub items: Vec<PanelItem>,
    }
}

data! {
    /// An item of a section: the unit that a reader sees as one thing.
    pub struct PanelItem {
        /// Its number, from 0, counted across all sections.
        pub number: u32,
        /// Its name.
        #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
        pub title: Option<Text>,
        /// Its period as displayed.
        #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
        pub period: Option<String>,
        /// Its text, one per paragraph.
        pub texts: Vec<Text>,
    }
}

data! {
    /// A skill with its evidence.
    pub struct PanelSkill {
        /// The skill's id in addresses.
        pub id: String,
        /// Its name.
        pub name: Text,
        /// The numbers of the items that are its evidence.
        pub items: Vec<u32>,
    }
}
