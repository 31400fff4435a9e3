//! Sections, mapped to JSON Resume.
//!
//! `meta.perfil.sections` has every section in the order of the page. Its `items` are pointers
//! (RFC 6901) to items in the document, or the items themselves, in terms of the profile format,
//! where the schema does not support them.

use super::items::{
    address, award, certificate, date, dates_out_of_range, each, keywords, length, list_item,
    metric, note, project, publication, role, step, term,
};
use super::json::Json;
use super::{Subject, details};
use perfil_model::language::Date;
use perfil_model::profile::{Content, Entry, Fact, ResumeList, Section, TimelineList};
use std::collections::BTreeMap;

/// The lists of a document, in the order of the schema.
pub(super) struct Lists<'a> {
    subject: &'a Subject<'a>,
    pub(super) lists: BTreeMap<ResumeList, Vec<Json>>,
}

impl<'a> Lists<'a> {
    pub(super) fn new(subject: &'a Subject) -> Self {
        Self { subject, lists: BTreeMap::new() }
    }

    /// Adds an item to a list, and returns a pointer to it. What the item cannot hold is stored next
    /// to the pointer: dates outside the range of the schema, and further facts.
    fn put_dated<const N: usize>(
        &mut self,
        list: ResumeList,
        item: Json,
        details: &[Fact],
        dates: [(&'static str, Option<Date>); N],
    ) -> Json {
        let s = self.subject;
        let facts: Vec<(String, String)> =
            each(details, |fact| (s.text(&fact.label), s.text(&fact.text)));
        let place = self.put(list, details::with_keys(item, &facts));
        let beside = dates_out_of_range(dates).with("details", details::objects(&facts));
        match beside {
            Json::Object(dates_out_of_range) if !dates_out_of_range.is_empty() => {
                let with_dates = Json::object().with("entry", place);
                dates_out_of_range
                    .into_iter()
                    .fold(with_dates, |json, (key, date)| json.with(key, date))
            }
            _ => place,
        }
    }

    /// Adds an item to a list, and returns a pointer to it.
    fn put(&mut self, list: ResumeList, item: Json) -> Json {
        let items = self.lists.entry(list).or_default();
        items.push(item);
        format!("/{list}/{}", items.len() - 1).into()
    }

    pub(super) fn sections(&mut self, sections: &[Section]) -> Vec<Json> {
        sections.iter().map(|section| self.section(section)).collect()
    }

    fn section(&mut self, section: &Section) -> Json {
        let subject = self.subject;
        let inner = self.content(&section.content);
        let mut json = Json::object()
            .with("id", section.id.to_string())
            .with("title", section.title.as_ref().map(|title| subject.text(title)))
            .with("kind", section.content.kind());
        for (key, value) in inner {
            json = json.with(key, value);
        }
        json
    }

    /// Returns the content of a section.
    fn content(&mut self, content: &Content) -> Vec<(&'static str, Json)> {
        let s = self.subject;
        let items = |items: Vec<Json>| vec![("items", Json::List(items))];
        match content {
            Content::Prose { text } => vec![("text", s.marked(text).into())],
            Content::List { items: lines } => items(each(lines, |it| list_item(s, it))),
            Content::Terms { items: terms } => items(each(terms, |it| term(s, it))),
            Content::Steps { items: steps } => items(each(steps, |it| step(s, it))),
            Content::Timeline { items: entries, highlights, list } => {
                let mut fields = items(each(entries, |entry| self.entry(entry, *list)));
                fields.push(("highlights", s.all_marked(highlights).into()));
                fields.push(("list", list.map(|list| list.resume_list().key()).into()));
                fields
            }
            Content::Skills { items: groups } => items(each(groups, |group| {
                let item = Json::object()
                    .with("name", s.text(&group.name))
                    .with("level", group.level.as_ref().map(|level| s.text(level)))
                    .with("keywords", keywords(s, &group.keywords));
                self.put(ResumeList::Skills, item)
            })),
            Content::Metrics { items: metrics } => items(each(metrics, |item| metric(s, item))),
            Content::Quote { text, author } => vec![
                ("text", s.marked(text).into()),
                ("author", author.as_ref().map(|author| s.name(author)).into()),
            ],
            Content::Projects { items: all } => items(each(all, |item| {
                let dates = [("startDate", item.start_date), ("endDate", item.end_date.0)];
                self.put_dated(ResumeList::Projects, project(s, item), &item.details, dates)
            })),
            Content::Certificates { items: all } => items(each(all, |item| {
                self.put_dated(
                    ResumeList::Certificates,
                    certificate(s, item),
                    &item.details,
                    [
                        ("date", item.date),
                        ("startDate", item.start_date),
                        ("endDate", item.end_date),
                    ],
                )
            })),
            Content::Publications { items: all } => items(each(all, |item| {
                let dates = [("releaseDate", item.release_date)];
                let made = publication(s, item);
                self.put_dated(ResumeList::Publications, made, &item.details, dates)
            })),
            Content::Awards { items: all } => items(each(all, |item| {
                let dates = [("date", item.date)];
                self.put_dated(ResumeList::Awards, award(s, item), &item.details, dates)
            })),
            Content::Languages { items: all } => items(each(all, |item| {
                let language = Json::object()
                    .with("language", s.text(&item.language))
                    .with("fluency", item.fluency.as_ref().map(|text| s.text(text)));
                self.put(ResumeList::Languages, language)
            })),
            Content::Interests { items: all } => items(each(all, |item| {
                let interest = Json::object()
                    .with("name", s.text(&item.name))
                    .with("keywords", keywords(s, &item.keywords));
                self.put(ResumeList::Interests, interest)
            })),
            Content::References { items: all } => items(each(all, |item| {
                let reference = Json::object()
                    .with("name", s.name(&item.name))
                    .with("reference", item.reference.as_ref().map(|text| s.marked(text)));
                self.put_dated(ResumeList::References, reference, &item.details, [])
            })),
            Content::Notes { text, items: all } => {
                let mut fields = vec![("text", text.as_ref().map(|text| s.marked(text)).into())];
                fields.extend(items(each(all, |item| note(s, item))));
                fields
            }
            Content::Group { sections } => {
                vec![("sections", self.sections(sections).into())]
            }
        }
    }

    /// JSON Resume has no positions within an employment, so each one becomes an item of its
    /// own, after that of the employment.
    fn entry(&mut self, entry: &Entry, list: Option<TimelineList>) -> Json {
        let s = self.subject;
        let list = entry.list(list);
        let text = |text: &Option<_>| text.as_ref().map(|text| s.text(text));
        let name = match list {
            TimelineList::Work => "name",
            TimelineList::Volunteer => "organization",
            TimelineList::Education => "institution",
        };
        let list = list.resume_list();
        let item = Json::object()
            .with(name, entry.name.as_ref().map(|name| s.name(name)))
            .with("location", entry.location.as_ref().map(|place| s.name(place)))
            .with("description", entry.description.as_ref().map(|text| s.marked(text)))
            .with("position", text(&entry.position))
            .with("url", address(entry.url.as_ref()))
            .with("area", text(&entry.area))
            .with("studyType", text(&entry.study_type))
            .with("startDate", date(entry.start_date))
            .with("endDate", date(entry.end_date.0))
            .with("duration", length(entry.duration))
            .with("score", text(&entry.score))
            .with("summary", entry.summary.as_ref().map(|text| s.marked(text)))
            .with("highlights", s.all_marked(&entry.highlights))
            .with("courses", s.texts(&entry.courses))
            .with("keywords", keywords(s, &entry.keywords))
            .with("skills", s.names(&entry.skills));
        let dates = [("startDate", entry.start_date), ("endDate", entry.end_date.0)];
        let place = self.put_dated(list, item, &entry.details, dates);
        if entry.roles.is_empty() {
            return place;
        }
        let roles: Vec<Json> = each(&entry.roles, |part| {
            let dates = [("startDate", part.start_date), ("endDate", part.end_date.0)];
            self.put_dated(list, role(s, entry, part, name), &[], dates)
        });
        let place = match place {
            Json::Object(_) => place,
            place => Json::object().with("entry", place),
        };
        place.with("roles", roles)
    }
}
