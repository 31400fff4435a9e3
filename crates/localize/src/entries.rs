//! Dated and named entries in the language of the page.

use super::text::Localizer;
use super::unmarked_text;
use perfil_model::language::{
    Date, Duration, End, Prose, Text, format_date, format_duration, format_period,
};
use perfil_model::profile::{Award, Certificate, Entry, Fact, Note, Project, Publication, Role};
use perfil_prose::Document;
use perfil_view as view;

impl Localizer<'_> {
    pub(super) fn entry(&self, entry: &Entry) -> view::Entry {
        let degree = self.joined([entry.study_type.as_ref(), entry.area.as_ref()], " ");
        let has_degree = degree.is_some();
        let courses = entry.courses.iter().map(|course| as_prose(self.text(course)));
        view::Entry {
            number: 0,
            id: None,
            name: entry.name.as_ref().map(|name| self.name(name)),
            position: commas(degree.into_iter().chain(self.option(entry.position.as_ref()))),
            position_first: has_degree,
            url: entry.url.as_ref().map(ToString::to_string),
            period: self.period(entry.start_date, entry.end_date, entry.duration),
            location: entry.location.as_ref().map(|place| self.name(place)),
            summary: self.both([entry.description.as_ref(), entry.summary.as_ref()]),
            highlights: self.proses(&entry.highlights).into_iter().chain(courses).collect(),
            roles: entry.roles.iter().map(|role| self.role(role)).collect(),
            picture: None,
            keywords: self.entry_keywords(entry),
            details: self.score(entry).into_iter().chain(self.details(&entry.details)).collect(),
        }
    }

    /// Returns the keywords as they are written, and the skills that nothing else shows.
    fn entry_keywords(&self, entry: &Entry) -> Vec<view::Keyword> {
        let unshown = self.unshown(entry).into_iter().map(|name| self.keyword(name));
        self.keywords(&entry.keywords).into_iter().chain(unshown).collect()
    }

    /// Returns two texts as the paragraphs of one.
    fn both(&self, proses: [Option<&Prose>; 2]) -> Option<view::Prose> {
        let texts = proses.into_iter().flatten().map(|prose| self.prose(prose));
        texts.reduce(|mut first, second| {
            first.document.0.extend(second.document.0);
            first.language = first.language.or(second.language);
            first
        })
    }

    /// Returns the grade, with the word for it.
    fn score(&self, entry: &Entry) -> Option<view::Detail> {
        let label = unmarked_text(self.locale().default_word("score"));
        Some(view::Detail { label, text: self.text(entry.score.as_ref()?), url: None })
    }

    /// Returns further facts; one that is an address is a link.
    pub(super) fn details(&self, details: &[Fact]) -> Vec<view::Detail> {
        let detail = |fact: &Fact| {
            let text = self.text(&fact.text);
            let url = address(&text.text);
            view::Detail { label: self.text(&fact.label), text, url }
        };
        details.iter().map(detail).collect()
    }

    fn role(&self, role: &Role) -> view::Role {
        view::Role {
            position: self.text(&role.position),
            period: self.period(role.start_date, role.end_date, role.duration),
            summary: role.summary.as_ref().map(|summary| self.prose(summary)),
            highlights: self.proses(&role.highlights),
        }
    }

    pub(super) fn project(&self, project: &Project) -> view::Entry {
        let roles = project.roles.iter().map(|role| self.text(role));
        let made_for = project.entity.iter().map(|entity| self.name(entity));
        let kind = project.r#type.iter().map(|kind| self.text(kind));
        view::Entry {
            name: Some(self.name(&project.name)),
            position: commas(roles.chain(made_for).chain(kind)),
            url: project.url.as_ref().map(ToString::to_string),
            picture: project.image.as_ref().and_then(|image| {
                let alt = project.image_alt.as_ref().map(|alt| self.text(alt));
                Some((self.image(image)?, alt))
            }),
            period: self.period(project.start_date, project.end_date, None),
            summary: project.description.as_ref().map(|text| self.prose(text)),
            highlights: self.proses(&project.highlights),
            keywords: self.keywords(&project.keywords),
            details: self.details(&project.details),
            ..view::Entry::default()
        }
    }

    pub(super) fn certificate(&self, certificate: &Certificate) -> view::Entry {
        view::Entry {
            name: Some(self.name(&certificate.name)),
            position: certificate.issuer.as_ref().map(|issuer| self.name(issuer)),
            url: certificate.url.as_ref().map(ToString::to_string),
            period: self.validity(certificate),
            details: self.details(&certificate.details),
            ..view::Entry::default()
        }
    }

    pub(super) fn publication(&self, publication: &Publication) -> view::Entry {
        view::Entry {
            name: Some(self.name(&publication.name)),
            position: publication.publisher.as_ref().map(|publisher| self.name(publisher)),
            url: publication.url.as_ref().map(ToString::to_string),
            period: self.day(publication.release_date),
            details: self.details(&publication.details),
            summary: publication.summary.as_ref().map(|text| self.prose(text)),
            ..view::Entry::default()
        }
    }

    pub(super) fn award(&self, award: &Award) -> view::Entry {
        view::Entry {
            name: Some(self.text(&award.title)),
            position: award.awarder.as_ref().map(|awarder| self.name(awarder)),
            url: award.url.as_ref().map(ToString::to_string),
            period: self.day(award.date),
            details: self.details(&award.details),
            summary: award.summary.as_ref().map(|text| self.prose(text)),
            ..view::Entry::default()
        }
    }

    pub(super) fn note(&self, note: &Note) -> view::Entry {
        view::Entry {
            name: Some(self.text(&note.title)),
            url: note.url.as_ref().map(ToString::to_string),
            period: self.day(note.date),
            summary: note.summary.as_ref().map(|text| self.prose(text)),
            ..view::Entry::default()
        }
    }

    /// Returns when a certificate was given, or from when to when it is valid.
    fn validity(&self, certificate: &Certificate) -> Option<view::Period> {
        let start = certificate.start_date.or(certificate.date);
        match certificate.end_date {
            Some(_) => self.period(start, End(certificate.end_date), None),
            None => self.day(certificate.date.or(certificate.start_date)),
        }
    }

    fn day(&self, date: Option<Date>) -> Option<view::Period> {
        let date = date?;
        Some(view::Period {
            text: format_date(date, &self.locale().tag),
            datetime: Some(date.to_string()),
            ..view::Period::default()
        })
    }

    /// Formats a period by its dates, or by its length if they are not given.
    fn period(
        &self,
        start: Option<Date>,
        end: End,
        duration: Option<Duration>,
    ) -> Option<view::Period> {
        let (words, tag) = (&self.locale().dates, &self.locale().tag);
        if let Some(text) = format_period(start, end, words, tag) {
            let [start, end] = [start, end.0].map(|date| date.map(|date| date.to_string()));
            return Some(view::Period { text, datetime: None, start, end });
        }
        let duration = duration?;
        let text = format_duration(duration, words, tag);
        let datetime = Some(duration.to_string());
        Some(view::Period { text, datetime, ..view::Period::default() })
    }

    /// Joins texts that can be in different languages. The line is in that of the longest, because it
    /// is read in one voice.
    fn joined(&self, texts: [Option<&Text>; 2], separator: &str) -> Option<view::Text> {
        let texts: Vec<_> = texts.into_iter().flatten().map(|text| self.text(text)).collect();
        let longest = texts.iter().max_by_key(|text| text.text.chars().count());
        let language = longest.and_then(|text| text.language.clone());
        join(texts.into_iter(), separator).map(|line| view::Text { language, ..line })
    }
}

fn commas(texts: impl Iterator<Item = view::Text>) -> Option<view::Text> {
    join(texts, ", ")
}

fn join(texts: impl Iterator<Item = view::Text>, separator: &str) -> Option<view::Text> {
    texts.reduce(|mut line, text| {
        line.text.push_str(separator);
        line.text.push_str(&text.text);
        line.language = line.language.or(text.language);
        line
    })
}

/// Returns the address that a whole text is, if it is one.
fn address(text: &str) -> Option<String> {
    let is_page = text.starts_with("https://") || text.starts_with("http://");
    let is_word = !text.contains(char::is_whitespace);
    let is_mail = is_word
        && text.split_once('@').is_some_and(|(user, host)| {
            !user.is_empty() && host.contains('.') && !host.contains('@')
        });
    match (is_page && is_word, is_mail) {
        (true, _) => Some(text.to_owned()),
        (false, true) => Some(format!("mailto:{text}")),
        (false, false) => None,
    }
}

/// Converts a short text to prose for views that expect it: nothing in it is markup.
fn as_prose(text: view::Text) -> view::Prose {
    view::Prose { document: Document::plain(text.text), language: text.language }
}
