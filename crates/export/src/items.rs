//! The items of sections, mapped to JSON Resume.

use super::json::Json;
use super::{Subject, uri};
use perfil_model::language::{Date, Duration};
use perfil_model::profile::{
    Award, Certificate, Entry, Figure, Keyword, ListItem, Metric, Note, Project, Publication, Role,
    Step, Term, Url,
};

pub(super) fn each<T, R>(items: &[T], convert: impl FnMut(&T) -> R) -> Vec<R> {
    items.iter().map(convert).collect()
}

/// Formats a date, if it is in the range of the schema: the years 1000 to 2999.
pub(super) fn date(date: Option<Date>) -> Option<String> {
    date.filter(|date| (1000..3000).contains(&date.year)).map(|date| date.to_string())
}

/// Formats the dates that are outside the range of the schema.
pub(super) fn dates_out_of_range<const N: usize>(dates: [(&'static str, Option<Date>); N]) -> Json {
    dates.into_iter().fold(Json::object(), |json, (key, given)| {
        let written = given.filter(|_| date(given).is_none()).map(|date| date.to_string());
        json.with(key, written)
    })
}

pub(super) fn length(duration: Option<Duration>) -> Option<String> {
    duration.map(|duration| duration.to_string())
}

pub(super) fn address(url: Option<&Url>) -> Option<String> {
    url.map(|url| uri(&url.to_string()))
}

pub(super) fn role(s: &Subject, entry: &Entry, role: &Role, organisation: &'static str) -> Json {
    Json::object()
        .with(organisation, entry.name.as_ref().map(|name| s.name(name)))
        .with("location", entry.location.as_ref().map(|place| s.name(place)))
        .with("position", s.text(&role.position))
        .with("url", address(entry.url.as_ref()))
        .with("startDate", date(role.start_date))
        .with("endDate", date(role.end_date.0))
        .with("duration", length(role.duration))
        .with("summary", role.summary.as_ref().map(|text| s.marked(text)))
        .with("highlights", s.all_marked(&role.highlights))
        .with("skills", s.names(&role.skills))
}

/// Keywords are strings in the schema, so nested keywords follow their parent in parentheses.
pub(super) fn keywords(s: &Subject, keywords: &[Keyword]) -> Vec<String> {
    each(keywords, |keyword| {
        let parts = s.names(&keyword.keywords).join(", ");
        let name = s.name(&keyword.name);
        if parts.is_empty() { name } else { format!("{name} ({parts})") }
    })
}

pub(super) fn list_item(s: &Subject, item: &ListItem) -> Json {
    Json::object().with("text", s.marked(&item.text)).with("skills", s.names(&item.skills))
}

pub(super) fn term(s: &Subject, term: &Term) -> Json {
    Json::object()
        .with("term", s.text(&term.term))
        .with("text", term.text.as_ref().map(|text| s.marked(text)))
        .with("skills", s.names(&term.skills))
}

pub(super) fn step(s: &Subject, step: &Step) -> Json {
    Json::object()
        .with("title", s.text(&step.title))
        .with("text", step.text.as_ref().map(|text| s.marked(text)))
        .with("skills", s.names(&step.skills))
}

pub(super) fn figures(s: &Subject, figures: &[Figure]) -> Vec<Json> {
    each(figures, |figure| {
        let value = Json::object().with("value", s.name(&figure.value));
        value.with("label", figure.label.as_ref().map(|label| s.text(label)))
    })
}

pub(super) fn metric(s: &Subject, metric: &Metric) -> Json {
    Json::object()
        .with("title", s.text(&metric.title))
        .with("text", metric.text.as_ref().map(|text| s.marked(text)))
        .with("figures", figures(s, &metric.figures))
        .with("skills", s.names(&metric.skills))
}

pub(super) fn project(s: &Subject, project: &Project) -> Json {
    Json::object()
        .with("name", s.name(&project.name))
        .with("description", project.description.as_ref().map(|text| s.marked(text)))
        .with("highlights", s.all_marked(&project.highlights))
        .with("keywords", keywords(s, &project.keywords))
        .with("startDate", date(project.start_date))
        .with("endDate", date(project.end_date.0))
        .with("url", address(project.url.as_ref()))
        .with("roles", s.texts(&project.roles))
        .with("entity", project.entity.as_ref().map(|entity| s.name(entity)))
        .with("type", project.r#type.as_ref().map(|kind| s.text(kind)))
}

pub(super) fn certificate(s: &Subject, certificate: &Certificate) -> Json {
    Json::object()
        .with("name", s.name(&certificate.name))
        .with("date", date(certificate.date))
        .with("startDate", date(certificate.start_date))
        .with("endDate", date(certificate.end_date))
        .with("url", address(certificate.url.as_ref()))
        .with("issuer", certificate.issuer.as_ref().map(|issuer| s.name(issuer)))
        .with("skills", s.names(&certificate.skills))
}

pub(super) fn publication(s: &Subject, publication: &Publication) -> Json {
    Json::object()
        .with("name", s.name(&publication.name))
        .with("publisher", publication.publisher.as_ref().map(|name| s.name(name)))
        .with("releaseDate", date(publication.release_date))
        .with("url", address(publication.url.as_ref()))
        .with("summary", publication.summary.as_ref().map(|text| s.marked(text)))
        .with("skills", s.names(&publication.skills))
}

pub(super) fn award(s: &Subject, award: &Award) -> Json {
    Json::object()
        .with("title", s.text(&award.title))
        .with("date", date(award.date))
        .with("awarder", award.awarder.as_ref().map(|awarder| s.name(awarder)))
        .with("url", address(award.url.as_ref()))
        .with("summary", award.summary.as_ref().map(|text| s.marked(text)))
}

pub(super) fn note(s: &Subject, note: &Note) -> Json {
    Json::object()
        .with("title", s.text(&note.title))
        .with("date", date(note.date))
        .with("url", address(note.url.as_ref()))
        .with("summary", note.summary.as_ref().map(|text| s.marked(text)))
        .with("skills", s.names(&note.skills))
}
