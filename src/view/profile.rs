//! One person.

use super::data::data;
use super::{Prose, Section, Text};

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
        /// The sections, in the order of the page.
        pub sections: Vec<Section>,
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
