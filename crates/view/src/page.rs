//! A page: what surrounds its content, and the content.

use super::data::data;
use super::{Finder, Likeness, Profile, Prose, Text, Words};

data! {
    /// One page in one language.
    pub struct Page {
        /// Names this state of the page. HTML and data that belong together carry the same one.
        pub revision: String,
        /// The page's path from the root of the host: `/en/ada-lovelace/`.
        pub path: String,
        /// Its address on the Web.
        pub canonical: String,
        /// The address for visitors whose language the site does not have.
        pub default: String,
        /// Its language (BCP 47).
        pub lang: String,
        /// Its direction: `ltr` or `rtl`.
        pub dir: String,
        /// What the browser's tab says.
        pub title: String,
        /// What a search engine says of it.
        pub description: String,
        /// The hue of the accent colour, in degrees.
        pub hue: u32,
        /// The site's name.
        pub site: Text,
        /// The path of the site's first page in this language.
        pub home: String,
        /// The same page in every language of the site, this one included.
        pub languages: Vec<Alternate>,
        /// The interface's words.
        pub words: Words,
        /// What the page shows.
        pub body: Body,
        /// What can be gone to and done from the page: HTML that the build made.
        pub palette: String,
        /// How to have the person's card on another page: HTML that the build made; empty on pages
        /// that are nobody's.
        pub embed: String,
        /// The inside of the page's foot: HTML that the build made.
        pub footer: String,
    }
}

data! {
    /// The page in one of the site's languages.
    pub struct Alternate {
        /// The tag (BCP 47).
        pub lang: String,
        /// `ltr` or `rtl`.
        pub dir: String,
        /// The language's name for itself.
        pub name: String,
        /// The path of the page in it.
        pub path: String,
        /// The address of the page in it.
        pub canonical: String,
    }
}

data! {
    /// What a page shows.
    pub enum Body {
        /// Everybody on the site.
        Directory(Box<Directory>) = "directory",
        /// One person.
        Profile(Box<Profile>) = "profile",
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::Directory(Box::default())
    }
}

data! {
    /// Everybody on the site.
    pub struct Directory {
        /// The heading.
        pub title: Text,
        /// What the site is.
        pub summary: Option<Prose>,
        /// What all people are searched with.
        pub finder: Option<Finder>,
        /// The people of this page, in the order that the site's owner chose.
        pub people: Vec<PersonTile>,
        /// Names the links to the other pages: "Pages".
        pub pages_label: String,
        /// Links to the pages of the directory, if it has several.
        pub pages: Vec<PageLink>,
    }
}

data! {
    /// A link to a page of the directory.
    pub struct PageLink {
        /// Its number, or the word for its place.
        pub label: String,
        /// Its path; empty where the numbers of pages are left out.
        pub path: String,
        /// Where it is: `prev`, `next`, `current`, or anywhere else.
        pub rel: String,
    }
}

data! {
    /// One person in the directory.
    pub struct PersonTile {
        /// The path of the profile.
        pub path: String,
        /// The person's name.
        pub name: Text,
        /// What the person is.
        pub headline: Option<Text>,
        /// What the person stands for.
        pub focus: Vec<Text>,
        /// Where the person is.
        pub location: Option<Text>,
        /// A picture of the person.
        pub likeness: Likeness,
        /// The hue of the person's accent colour, in degrees.
        pub hue: u32,
    }
}
