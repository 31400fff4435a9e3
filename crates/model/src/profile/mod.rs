//! The multilingual profile, version 1 of its format, and its checks.
//!
//! Plain data: no user interface, no files, no clock.

mod checks;
mod contact;
mod entries;
mod ids;
mod items;
mod resume;
mod schema;
mod section;

pub use contact::{Address, Email, FontPath, Id, ImagePath, Link, Url};
pub use entries::{
    Award, Certificate, Entry, Interest, LanguageSkill, Note, Project, Publication, Reference, Role,
};
pub use ids::Ids;
pub use items::{Figure, Keyword, ListItem, Metric, Skill, Step, Term};
pub use resume::ResumeList;
pub use schema::{schema, schema_with_private};
pub use section::{Content, Section};

use crate::language::{Date, Name, Prose, Tag, Text};
use perfil_source::{Context, Decode, Node, record};

record! {
    /// One person's profile.
    pub struct Profile ("a profile", skip = "$schema") {
        /// The version of this format: 1.
        version: Version,
        /// The language (BCP 47) of texts that are written as plain strings; the site's default
        /// language where it is absent.
        language: Option<Tag>,
        /// The person's name.
        name: Name,
        /// What the person is, in a few words: "Backend Software Engineer". JSON Resume calls it
        /// `label`.
        headline: Option<Text>,
        /// The few subjects that the person stands for.
        focus: Vec<Text>,
        /// Facts that belong beside the name, such as years of experience.
        facts: Vec<Fact>,
        /// Who the person is, in a paragraph or two.
        summary: Option<Prose>,
        /// Where the person lives or works.
        location: Option<Address>,
        /// The path of a portrait below the content folder: `images/ada.jpg`.
        image: Option<ImagePath>,
        /// The hue of the page's one accent colour: degrees on the OKLCH colour wheel, 0 to 360.
        accent: Option<Hue>,
        /// The person's e-mail address.
        email: Option<Email>,
        /// The person's telephone number.
        phone: Option<String>,
        /// The person's own page.
        url: Option<Url>,
        /// Other places where the person is found. JSON Resume calls them `profiles`.
        links: Vec<Link>,
        /// When the profile was last changed. Search engines are given it; no page shows it. JSON
        /// Resume has it in `meta`.
        last_modified: Option<Date>,
        /// The sections, in the order of the page.
        sections: Vec<Section>,
    }
}

impl Profile {
    /// Reads a profile, and reports every problem in it.
    pub fn read(node: &Node, context: &mut Context) -> Option<Self> {
        checks::ids(node, context);
        Self::decode(node, context)
    }
}

record! {
    /// A fact with its label.
    pub struct Fact ("a fact") {
        /// What kind of fact it is: "Experience".
        label: Text,
        /// The fact: "12+ years in backend systems".
        text: Text,
    }
}

/// The version of the format that a file is written in. There is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version;

/// A hue on the OKLCH colour wheel, in whole degrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hue(pub u16);
