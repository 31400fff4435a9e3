//! The entries of dated or named sections, with JSON Resume's names.

use super::contact::{ImagePath, Url};
use super::items::Keyword;
use super::{Fact, checks};
use crate::language::{Date, Duration, End, Name, Prose, Text};
use perfil_source::record;

record! {
    /// A period of work, education or volunteering.
    pub struct Entry ("an entry", check = checks::entry) {
        /// The name of the organisation or institution.
        name: Option<Name>,
        /// The position, e.g. "Software Engineer".
        position: Option<Text>,
        /// The type of degree, e.g. "MS".
        study_type: Option<Text>,
        /// The field of study, e.g. "Computer Science".
        area: Option<Text>,
        /// The grade, e.g. a grade point average.
        score: Option<Text>,
        /// The start date.
        start_date: Option<Date>,
        /// The end date; absent if it is ongoing.
        end_date: End,
        /// The duration, if the dates are not given.
        duration: Option<Duration>,
        /// The place.
        location: Option<Name>,
        /// The organisation's website.
        url: Option<Url>,
        /// A description of the organisation.
        description: Option<Prose>,
        /// A description of the responsibilities or of the course of study.
        summary: Option<Prose>,
        /// Accomplishments.
        highlights: Vec<Prose>,
        /// Notable courses.
        courses: Vec<Text>,
        /// Several positions in the same organisation, the most recent first.
        roles: Vec<Role>,
        /// The technologies that were used, which the page shows as they are written.
        keywords: Vec<Keyword>,
        /// The skills that it demonstrates. The page shows those that its texts do not mention.
        skills: Vec<Name>,
        /// Further facts about it.
        details: Vec<Fact>,
    }
}

record! {
    /// One of several positions in the same organisation.
    pub struct Role ("a role", check = checks::period) {
        /// The position.
        position: Text,
        /// The start date.
        start_date: Option<Date>,
        /// The end date; absent if it is ongoing.
        end_date: End,
        /// The duration, if the dates are not given.
        duration: Option<Duration>,
        /// A description of the responsibilities.
        summary: Option<Prose>,
        /// Accomplishments.
        highlights: Vec<Prose>,
        /// The skills that it demonstrates.
        skills: Vec<Name>,
    }
}

record! {
    /// A project.
    pub struct Project ("a project", check = checks::period) {
        /// The name of the project.
        name: Name,
        /// A description of the project.
        description: Option<Prose>,
        /// The organisation that the project was for.
        entity: Option<Name>,
        /// What kind of project it is, e.g. "application" or "talk".
        r#type: Option<Text>,
        /// The start date.
        start_date: Option<Date>,
        /// The end date; absent if it is ongoing.
        end_date: End,
        /// The project's website.
        url: Option<Url>,
        /// The path of a picture of it, relative to the content folder, e.g. `images/engine.webp`.
        image: Option<ImagePath>,
        /// What the picture shows, for those who do not see it; absent if it only decorates.
        image_alt: Option<Text>,
        /// The person's roles in the project.
        roles: Vec<Text>,
        /// Accomplishments.
        highlights: Vec<Prose>,
        /// The technologies that were used.
        keywords: Vec<Keyword>,
        /// Further facts about it.
        details: Vec<Fact>,
    }
}

record! {
    /// A certificate.
    pub struct Certificate ("a certificate", alone = "name", check = checks::period) {
        /// The name of the certificate.
        name: Name,
        /// The organisation that issued it.
        issuer: Option<Name>,
        /// The date.
        date: Option<Date>,
        /// The first day on which it is valid, if it is not valid for ever.
        start_date: Option<Date>,
        /// The last day on which it is valid.
        end_date: Option<Date>,
        /// The URL where it can be verified.
        url: Option<Url>,
        /// The skills that it demonstrates.
        skills: Vec<Name>,
        /// Further facts about it.
        details: Vec<Fact>,
    }
}

record! {
    /// A publication.
    pub struct Publication ("a publication", alone = "name") {
        /// The title.
        name: Name,
        /// The publisher.
        publisher: Option<Name>,
        /// The date of publication.
        release_date: Option<Date>,
        /// The URL where it can be read.
        url: Option<Url>,
        /// A short summary.
        summary: Option<Prose>,
        /// The skills that it demonstrates.
        skills: Vec<Name>,
        /// Further facts about it.
        details: Vec<Fact>,
    }
}

record! {
    /// An award.
    pub struct Award ("an award", alone = "title") {
        /// The name of the award.
        title: Text,
        /// The organisation or person that gave it.
        awarder: Option<Name>,
        /// The date.
        date: Option<Date>,
        /// The URL of the award.
        url: Option<Url>,
        /// The reason for the award.
        summary: Option<Prose>,
        /// Further facts about it.
        details: Vec<Fact>,
    }
}

record! {
    /// A language that the person speaks, with the level of proficiency.
    pub struct LanguageSkill ("a language", alone = "language") {
        /// The name of the language.
        language: Text,
        /// The level of proficiency, e.g. "Native speaker".
        fluency: Option<Text>,
    }
}

record! {
    /// An interest.
    pub struct Interest ("an interest", alone = "name") {
        /// The name of the interest.
        name: Text,
        /// Specific topics.
        keywords: Vec<Keyword>,
    }
}

record! {
    /// A reference: what somebody says about the person, or how to ask them.
    pub struct Reference ("a reference") {
        /// The name of the person who gives the reference.
        name: Name,
        /// The text of the reference.
        reference: Option<Prose>,
        /// Further facts about the person who gives it, e.g. an e-mail address.
        details: Vec<Fact>,
    }
}

record! {
    /// A note or an article.
    pub struct Note ("a note") {
        /// The title.
        title: Text,
        /// The date of publication.
        date: Option<Date>,
        /// The URL where it can be read.
        url: Option<Url>,
        /// A short summary.
        summary: Option<Prose>,
        /// The skills that it demonstrates.
        skills: Vec<Name>,
    }
}
