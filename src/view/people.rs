//! What a directory is searched with: words for the visitor, and the files of the index.

use super::data::data;

data! {
    /// The search over all people, as the page of a directory has it.
    pub struct Finder {
        /// The path of the folder in which the index is.
        pub path: String,
        /// What people can be chosen by.
        pub facets: Vec<Facet>,
        /// Names the field.
        pub search: String,
        /// Tells how many answer: `{n}` of `{total}`.
        pub found: String,
        /// Said when nobody answers.
        pub nobody: String,
        /// Tells what an address asks for that is not there: `{values}`.
        pub unknown: String,
        /// Shows everybody again.
        pub clear: String,
        /// Shows more.
        pub more: String,
        /// Takes `{value}` out of what is chosen.
        pub remove: String,
        /// Said when the index could not be loaded.
        pub failed: String,
    }
}

data! {
    /// Something that people can be chosen by.
    pub struct Facet {
        /// Its name in addresses: `skill`.
        pub key: String,
        /// What it is called.
        pub name: String,
    }
}

data! {
    /// The heart of the index, and where the rest of it is.
    pub struct Index {
        /// How many people there are.
        pub total: u32,
        /// How many cards are in a file.
        pub cards: u32,
        /// How many values of a facet are in a file.
        pub values: u32,
        /// The values of each facet, the most common first.
        pub facets: Vec<Vec<Choice>>,
        /// The first term of each file of terms.
        pub terms: Vec<String>,
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
