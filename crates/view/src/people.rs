//! The data for searching a directory: the interface's words, and the files of the index.

use super::data::data;

data! {
    /// The search over all people, on the page of a directory.
    pub struct Finder {
        /// The inside of the search, as HTML made by the build.
        pub html: String,
        /// The path of the folder that contains the index.
        pub path: String,
        /// Reports the number of people who match: `{n}` of `{total}`.
        pub found: String,
        /// Shown if nobody matches.
        pub nobody: String,
        /// Reports values in the address that do not exist: `{values}`.
        pub unknown: String,
        /// The label of the button that shows more people.
        pub more: String,
        /// Shown if the index could not be loaded.
        pub failed: String,
    }
}

data! {
    /// The main file of the index, with what is needed to find its other files.
    pub struct Index {
        /// The number of people.
        pub total: u32,
        /// The number of cards per file.
        pub cards: u32,
        /// The number of values of a facet per file. The values of the first file are on the page.
        pub values: u32,
        /// The facets by which people can be filtered.
        pub facets: Vec<Facet>,
        /// The first term of each file of terms.
        pub terms: Vec<String>,
    }
}

data! {
    /// A facet by which people can be filtered.
    pub struct Facet {
        /// Its key in addresses: `skill`.
        pub key: String,
        /// Its values, the most common first.
        pub values: Vec<Choice>,
    }
}

data! {
    /// A value of a facet.
    pub struct Choice {
        /// Its id in addresses, the same in every language.
        pub id: String,
        /// Its name.
        pub name: String,
    }
}

data! {
    /// A word with the people who have it.
    pub struct Word {
        /// The word, folded.
        pub word: String,
        /// The people who have the word in their name, as an encoded set.
        pub names: String,
        /// The people who have the word elsewhere in their profile, as an encoded set.
        pub others: String,
    }
}
