//! What a directory is searched with: words for the visitor, and the files of the index.

use super::data::data;

data! {
    /// The search over all people, as the page of a directory has it.
    pub struct Finder {
        /// The inside of the search, as HTML that the build has made.
        pub html: String,
        /// The path of the folder in which the index is.
        pub path: String,
        /// Tells how many answer: `{n}` of `{total}`.
        pub found: String,
        /// Said when nobody answers.
        pub nobody: String,
        /// Tells what an address asks for that is not there: `{values}`.
        pub unknown: String,
        /// Shows more.
        pub more: String,
        /// Said when the index could not be loaded.
        pub failed: String,
    }
}

data! {
    /// The heart of the index, and where the rest of it is.
    pub struct Index {
        /// How many people there are.
        pub total: u32,
        /// How many cards are in a file.
        pub cards: u32,
        /// How many values of a facet are in a file. Those of the first file are on the page.
        pub values: u32,
        /// What people can be chosen by.
        pub facets: Vec<Facet>,
        /// The first term of each file of terms.
        pub terms: Vec<String>,
    }
}

data! {
    /// Something that people can be chosen by.
    pub struct Facet {
        /// Its name in addresses: `skill`.
        pub key: String,
        /// Its values, the most common first.
        pub values: Vec<Choice>,
    }
}

data! {
    /// A value by which people can be chosen.
    pub struct Choice {
        /// Its name in addresses, the same in every language.
        pub id: String,
        /// What it is called.
        pub name: String,
    }
}

data! {
    /// A word, and who has it.
    pub struct Word {
        /// The word, folded.
        pub word: String,
        /// The people who are called so.
        pub names: String,
        /// The people of whom it is said.
        pub others: String,
    }
}
