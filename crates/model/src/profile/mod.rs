//! The multilingual profile, version 1 of its format, and its checks.
//!
//! Plain data: no user interface, no files, no clock.

mod checks;
mod contact;
mod entries;
mod ids;
mod items;
mod phone;
mod resume;
mod section;

pub use contact::{Address, Email, FontPath, Id, ImagePath, Link, Url};
pub use entries::{
    Award, Certificate, Entry, Interest, LanguageSkill, Note, Project, Publication, Reference, Role,
};
pub use ids::Ids;
pub use items::{Figure, Keyword, ListItem, Metric, Skill, Step, Term};
pub use phone::phone_address;
pub use resume::{ResumeList, TimelineList, is_resume_field};
pub use section::{Content, Section};

use crate::language::{Date, Name, Prose, Tag, Text};
use perfil_source::{Context, Decode, Node, record};
use std::iter;

record! {
    /// The profile of a person.
    pub struct Profile ("a profile", skip = "$schema") {
        /// The version of this format: 1.
        version: Version,
        /// The language (BCP 47) of plain strings. The default is the site's default language.
        language: Option<Tag>,
        /// Whether the profile is a draft, which is in no published site: only `perfil serve` shows it.
        draft: Option<bool>,
        /// The person's name.
        name: Name,
        /// The job title, e.g. "Backend Software Engineer". JSON Resume calls it `label`.
        headline: Option<Text>,
        /// The main topics of the person's work, e.g. "Distributed systems".
        focus: Vec<Text>,
        /// Key facts that are shown next to the name, e.g. years of experience.
        facts: Vec<Fact>,
        /// The figures that the head of the page shows large. If absent, they are chosen from the
        /// metrics of the profile.
        figures: Vec<Figure>,
        /// A short biography, in one or two paragraphs.
        summary: Option<Prose>,
        /// The place where the person lives or works.
        location: Option<Address>,
        /// The path of a portrait, relative to the content folder, e.g. `images/ada.jpg`.
        image: Option<ImagePath>,
        /// The address of a portrait on another site. No page loads it; JSON Resume names it.
        image_url: Option<Url>,
        /// The hue of the accent colour, in degrees on the OKLCH colour wheel (0 to 360).
        accent: Option<Hue>,
        /// The theme of the person's pages, if it is not that of the site.
        theme: Option<Id>,
        /// The e-mail address.
        email: Option<Email>,
        /// The telephone number, in any format.
        phone: Option<String>,
        /// The URL of the person's website.
        url: Option<Url>,
        /// Profiles on other sites, e.g. GitHub. JSON Resume calls them `profiles`.
        links: Vec<Link>,
        /// When the profile was last changed. Search engines are given it; no page shows it. JSON
        /// Resume has it in `meta`.
        last_modified: Option<Date>,
        /// The sections, in the order in which the page shows them.
        sections: Vec<Section>,
    }
}

impl Profile {
    /// Reads a profile, and reports every problem in it.
    pub fn read(node: &Node, context: &mut Context) -> Option<Self> {
        checks::ids(node, context);
        Self::decode(node, context)
    }

    /// Whether the profile is a draft.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.draft == Some(true)
    }

    /// Returns every section in the order of the page, each group followed by the sections in it.
    pub fn all_sections(&self) -> impl Iterator<Item = &Section> {
        let sections = self.sections.iter();
        sections.flat_map(|section| iter::once(section).chain(section.content.sections()))
    }
}

record! {
    /// A fact with a label.
    pub struct Fact ("a fact") {
        /// The label, e.g. "Experience".
        label: Text,
        /// The fact, e.g. "12+ years in backend systems".
        text: Text,
    }
}

/// The version of the format that a file is written in. There is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version;

/// A hue on the OKLCH colour wheel, in whole degrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hue(pub u16);
