//! What a visitor is shown who asks for some of the people.

use crate::view::{Choice, Person};

/// The people who answer, as far as they are shown, and what is said of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// How many answer, or that nobody does.
    pub status: String,
    /// What was chosen: the key of its facet, and the value.
    pub chosen: Vec<(String, Choice)>,
    /// What the address asks for and is not there.
    pub unknown: String,
    /// The first of those who answer.
    pub people: Vec<Person>,
    /// Whether more answer than are shown.
    pub has_more: bool,
}
