//! What a profile's page shows of the person before the first section.

use super::{Keyword, Likeness, Prose, Text};

/// The head of a profile: who the person is, and the facts that a reader looks for first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The person's name.
    pub name: Text,
    /// The person's job title or role.
    pub headline: Option<Text>,
    /// The person's areas of focus.
    pub focus: Vec<Text>,
    /// The introduction to the person.
    pub summary: Option<Prose>,
    /// The person's portrait or monogram.
    pub likeness: Likeness,
    /// The person's location, with its label.
    pub location: Option<Detail>,
    /// Facts that the owner chose, with their labels.
    pub facts: Vec<Detail>,
    /// How to reach the person: addresses with their labels.
    pub contacts: Vec<Detail>,
    /// How long the person has worked, or since when: "12 years", "Since 2014".
    pub experience: Option<Text>,
    /// The skills with the most evidence.
    pub skills: Vec<Keyword>,
    /// The most recent employers.
    pub employers: Vec<Employer>,
    /// The strongest facts of the profile, to be shown large.
    pub highlights: Vec<Highlight>,
}

impl Head {
    /// Returns facts, location and addresses in the order in which a reader expects them.
    pub fn details(&self) -> impl Iterator<Item = &Detail> {
        self.facts.iter().chain(&self.location).chain(&self.contacts)
    }
}

/// A fact or an address with its label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detail {
    /// The label.
    pub label: Text,
    /// The text as displayed.
    pub text: Text,
    /// The target of its link.
    pub url: Option<String>,
}

/// An organisation that the person worked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Employer {
    /// Its name.
    pub name: Text,
    /// The fragment of its entry on the page, if that has one.
    pub id: Option<String>,
}

/// A fact in a few letters, with what it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Highlight {
    /// The fact: "200M+".
    pub value: Text,
    /// What it counts: "users".
    pub label: Option<Text>,
    /// Where it was reached.
    pub context: Option<Text>,
    /// The address of its section on the page.
    pub href: Option<String>,
}
