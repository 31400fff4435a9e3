//! What a card shows when it is opened: the profile as plain text.

use super::Text;
use super::data::data;

data! {
    /// The inside of an open card.
    pub struct Panel {
        /// Names the skills that can be chosen: "Skills".
        pub skills_label: String,
        /// Tells how much proves a skill: `{count}` of `{total}`.
        pub found: String,
        /// Who the person is, paragraph by paragraph.
        pub summary: Vec<Text>,
        /// The sections, in the order of the page.
        pub sections: Vec<PanelSection>,
        /// The skills, the best proven first.
        pub skills: Vec<PanelSkill>,
    }
}

data! {
    /// A section as plain text.
    pub struct PanelSection {
        /// The heading; what comes before the first one has none.
        pub title: Option<Text>,
        /// Its items.
        pub items: Vec<PanelItem>,
    }
}

data! {
    /// An item of a section: what a reader sees as one thing.
    pub struct PanelItem {
        /// Its number, from 0, through all sections.
        pub number: u32,
        /// What it is called.
        pub title: Option<Text>,
        /// When it was.
        pub period: Option<String>,
        /// What it says, paragraph by paragraph.
        pub texts: Vec<Text>,
    }
}

data! {
    /// A skill and what proves it.
    pub struct PanelSkill {
        /// The skill's name in addresses.
        pub id: String,
        /// What it is called.
        pub name: Text,
        /// The items that prove it, by their numbers.
        pub items: Vec<u32>,
    }
}
