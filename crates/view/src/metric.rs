//! Results with figures.

use super::{Prose, Text};

/// A result as figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metric {
    /// Its number among the items of the profile.
    pub number: u32,
    /// The context in which it was reached.
    pub title: Text,
    /// The figures.
    pub figures: Vec<Figure>,
    /// The full description.
    pub text: Option<Prose>,
}

/// A figure and what it counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// The value as displayed.
    pub value: Text,
    /// What it counts.
    pub label: Option<Text>,
}
