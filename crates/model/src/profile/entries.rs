//! The entries of dated or named sections, with JSON Resume's names.

use super::checks;
use super::contact::Url;
use super::items::Keyword;
use crate::language::{Date, Duration, End, Name, Prose, Text};
use perfil_source::record;

record! {
    /// Time spent somewhere: an employer, a school, a cause.
    pub struct Entry ("an entry", check = checks::entry) {
        /// The organisation or institution.
        name: Option<Name>,
        /// What the person was there.
        position: Option<Text>,
        /// The kind of degree: "MS".
        study_type: Option<Text>,
        /// The subject studied: "Computer Science".
        area: Option<Text>,
        /// The mark or grade.
        score: Option<Text>,
        /// When it began.
        start_date: Option<Date>,
        /// When it ended; absent while it goes on.
        end_date: End,
        /// How long it was, where the dates are not told.
        duration: Option<Duration>,
        /// Where it was.
        location: Option<Name>,
        /// The organisation's page.
        url: Option<Url>,
        /// What it was about.
        summary: Option<Prose>,
        /// What came of it.
        highlights: Vec<Prose>,
        /// What was taught.
        courses: Vec<Text>,
        /// Several positions in the same organisation, the latest first.
        roles: Vec<Role>,
        /// The skills that it shows.
        skills: Vec<Name>,
    }
}

record! {
    /// One of several positions in the same organisation.
    pub struct Role ("a role", check = checks::period) {
        /// What the person was.
        position: Text,
        /// When it began.
        start_date: Option<Date>,
        /// When it ended; absent while it goes on.
        end_date: End,
        /// How long it was, where the dates are not told.
        duration: Option<Duration>,
        /// What it was about.
        summary: Option<Prose>,
        /// What came of it.
        highlights: Vec<Prose>,
        /// The skills that it shows.
        skills: Vec<Name>,
    }
}

record! {
    /// Something that was made.
    pub struct Project ("a project", check = checks::period) {
        /// What it is called.
        name: Name,
        /// What it is.
        description: Option<Prose>,
        /// The organisation it was made for.
        entity: Option<Name>,
        /// When it began.
        start_date: Option<Date>,
        /// When it ended; absent while it goes on.
        end_date: End,
        /// Its page.
        url: Option<Url>,
        /// What the person was in it.
        roles: Vec<Text>,
        /// What came of it.
        highlights: Vec<Prose>,
        /// What it is made with.
        keywords: Vec<Keyword>,
    }
}

record! {
    /// A certificate.
    pub struct Certificate ("a certificate") {
        /// What it is called.
        name: Name,
        /// Who issued it.
        issuer: Option<Name>,
        /// When.
        date: Option<Date>,
        /// Where it can be verified.
        url: Option<Url>,
        /// The skills that it shows.
        skills: Vec<Name>,
    }
}

record! {
    /// Something published.
    pub struct Publication ("a publication") {
        /// Its title.
        name: Name,
        /// Where it was published.
        publisher: Option<Name>,
        /// When.
        release_date: Option<Date>,
        /// Where it can be read.
        url: Option<Url>,
        /// What it is about.
        summary: Option<Prose>,
        /// The skills that it shows.
        skills: Vec<Name>,
    }
}

record! {
    /// An award.
    pub struct Award ("an award") {
        /// What it is called.
        title: Text,
        /// Who gave it.
        awarder: Option<Name>,
        /// When.
        date: Option<Date>,
        /// What for.
        summary: Option<Prose>,
    }
}

record! {
    /// A language that the person speaks.
    pub struct LanguageSkill ("a language") {
        /// The language.
        language: Text,
        /// How well: "Native speaker".
        fluency: Option<Text>,
    }
}

record! {
    /// Something that the person likes.
    pub struct Interest ("an interest") {
        /// What it is.
        name: Text,
        /// What of it.
        keywords: Vec<Keyword>,
    }
}

record! {
    /// What somebody says of the person.
    pub struct Reference ("a reference") {
        /// Who says it.
        name: Name,
        /// What they say.
        reference: Prose,
    }
}

record! {
    /// A note or an article.
    pub struct Note ("a note") {
        /// Its title.
        title: Text,
        /// When it was written.
        date: Option<Date>,
        /// Where it can be read.
        url: Option<Url>,
        /// What it is about.
        summary: Option<Prose>,
        /// The skills that it shows.
        skills: Vec<Name>,
    }
}
