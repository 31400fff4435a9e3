//! A page: its content and everything around the content.

use super::data::data;
use super::{Finder, Likeness, Profile, Prose, Text, Words};

data! {
    /// One page in one language.
    pub struct Page {
        /// Identifies this revision of the page. HTML and data that belong together have the same
        /// one.
        pub revision: String,
        /// The page's path from the root of the host: `/en/ada-lovelace/`.
        pub path: String,
        /// Its absolute URL.
        pub canonical: String,
        /// The absolute URL for visitors whose language the site does not have (`x-default`).
        pub default: String,
        /// Its language (BCP 47).
        pub lang: String,
        /// Its direction: `ltr` or `rtl`.
        pub dir: String,
        /// The document's title.
        pub title: String,
        /// The description for search engines.
        pub description: String,
        /// The hue of the accent colour, in degrees.
        pub hue: u32,
        /// The name of the theme. A document has the stylesheet of one theme only.
        pub theme: String,
        /// The site's name.
        pub site: Text,
        /// The path of the site's first page in this language.
        pub home: String,
        /// The same page in every language of the site, this one included.
        pub languages: Vec<Alternate>,
        /// The interface's words.
        pub words: Words,
        /// The content.
        pub body: Body,
        /// The command palette, as HTML made by the build.
        pub palette: String,
        /// The dialog that explains how to embed the person's card, as HTML made by the build;
        /// empty on pages that do not belong to a person.
        pub embed: String,
        /// The inside of the page's footer, as HTML made by the build.
        pub footer: String,
    }
}

data! {
    /// The page in one of the site's languages.
    pub struct Alternate {
        /// The language tag (BCP 47).
        pub lang: String,
        /// `ltr` or `rtl`.
        pub dir: String,
        /// The language's name in that language.
        pub name: String,
        /// The path of the page in this language.
        pub path: String,
        /// The absolute URL of the page in this language.
        pub canonical: String,
    }
}

data! {
    /// The content of a page.
    pub enum Body {
        /// The directory of all people on the site.
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
    /// The directory of all people on the site.
    pub struct Directory {
        /// The heading.
        pub title: Text,
        /// The introduction to the site.
        pub summary: Option<Prose>,
        /// The search over all people.
        pub finder: Option<Finder>,
        /// The people of this page, in the order that the site's owner chose.
        pub people: Vec<PersonTile>,
        /// The label of the links to the other pages: "Pages".
        pub pages_label: String,
        /// Links to the pages of the directory, if it has several.
        pub pages: Vec<PageLink>,
    }
}

data! {
    /// A link to a page of the directory.
    pub struct PageLink {
        /// Its number, or the word for its position.
        pub label: String,
        /// Its path; empty for the gap where page numbers are omitted.
        pub path: String,
        /// Its relation to this page: `prev`, `next` or `current`, and anything else for other
        /// pages.
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
        /// The person's job title or role.
        pub headline: Option<Text>,
        /// The person's areas of focus.
        pub focus: Vec<Text>,
        /// The person's location.
        pub location: Option<Text>,
        /// The person's portrait or monogram.
        pub likeness: Likeness,
        /// The hue of the person's accent colour, in degrees.
        pub hue: u32,
    }
}
