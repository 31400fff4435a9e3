//! The rows of the chart: everything that has dates or a length, and the entries that they link to.

use super::axis::Span;
use perfil_model::language::{Date, Duration, End};
use perfil_model::profile::{Content, Entry, Ids, Project, Role, Section};
use perfil_view as view;
use std::collections::BTreeMap;

/// The rows of one section.
pub(super) struct Group {
    /// The title of the section; one without a title continues the previous section.
    pub(super) title: Option<view::Text>,
    pub(super) rows: Vec<Row>,
}

/// An entry, or a position in one.
pub(super) struct Row {
    /// The fragment of the entry; a position has none of its own.
    pub(super) id: Option<String>,
    pub(super) names: Vec<view::Text>,
    pub(super) period: Option<String>,
    pub(super) span: Option<Span>,
    pub(super) roles: Vec<Row>,
}

/// Collects the rows, and sets the id of each entry that has a row, so that the row can link to it.
pub(super) fn groups(sections: &[Section], shown: &mut [view::Section]) -> Vec<Group> {
    let mut taken = Ids::default();
    ids(sections, &mut taken);
    let mut groups = Vec::new();
    collect(sections, shown, &mut taken, &mut groups);
    groups
}

/// Collects every id that the page has for its sections and their headings.
fn ids(sections: &[Section], taken: &mut Ids) {
    for section in sections {
        taken.take(&section.id.to_string());
        taken.take(&format!("{}-title", section.id));
        ids(section.content.sections(), taken);
    }
}

fn collect(
    sections: &[Section],
    shown: &mut [view::Section],
    taken: &mut Ids,
    groups: &mut Vec<Group>,
) {
    let by_id: BTreeMap<_, _> =
        sections.iter().map(|section| (section.id.to_string(), section)).collect();
    for view in shown {
        let Some(section) = by_id.get(&view.id) else { continue };
        let mut rows = Vec::new();
        let inner = section.content.sections();
        match &mut view.content {
            view::Content::Timeline(timeline) => {
                if let Content::Timeline { items, .. } = &section.content {
                    for (item, entry) in items.iter().zip(&mut timeline.entries) {
                        rows.extend(place(entry_row(item, entry), &view.id, taken, entry));
                    }
                }
            }
            view::Content::Projects(entries) => {
                if let Content::Projects { items } = &section.content {
                    for (item, entry) in items.iter().zip(entries) {
                        rows.extend(place(project_row(item, entry), &view.id, taken, entry));
                    }
                }
            }
            view::Content::Group(shown) => collect(inner, shown, taken, groups),
            // None of these has a duration.
            view::Content::Prose(_)
            | view::Content::List(_)
            | view::Content::Terms(_)
            | view::Content::Steps(_)
            | view::Content::Skills(_)
            | view::Content::Metrics(_)
            | view::Content::Quote(_)
            | view::Content::Certificates(_)
            | view::Content::Publications(_)
            | view::Content::Awards(_)
            | view::Content::Languages(_)
            | view::Content::Interests(_)
            | view::Content::References(_)
            | view::Content::Notes(_) => {}
        }
        if !rows.is_empty() {
            groups.push(Group { title: view.title.clone(), rows });
        }
    }
}

/// Keeps a row that has something to draw, and sets the id of its entry.
fn place(row: Row, section: &str, taken: &mut Ids, entry: &mut view::Entry) -> Option<Row> {
    if row.span.is_none() && row.roles.is_empty() {
        return None;
    }
    let id = Some(taken.numbered(section, 1));
    entry.id.clone_from(&id);
    Some(Row { id, ..row })
}

fn entry_row(entry: &Entry, resolved: &view::Entry) -> Row {
    let roles: Vec<_> = entry.roles.iter().zip(&resolved.roles).filter_map(role_row).collect();
    let own = span(entry.start_date, entry.end_date, entry.duration);
    let names = [resolved.name.clone(), resolved.position.clone()];
    row(resolved, names, own.or_else(|| enclosing_span(&roles)), roles)
}

fn project_row(project: &Project, resolved: &view::Entry) -> Row {
    let own = span(project.start_date, project.end_date, None);
    row(resolved, [resolved.name.clone(), None], own, Vec::new())
}

fn row(
    resolved: &view::Entry,
    names: [Option<view::Text>; 2],
    span: Option<Span>,
    roles: Vec<Row>,
) -> Row {
    let mut names: Vec<_> = names.into_iter().flatten().collect();
    if resolved.position_first {
        names.reverse();
    }
    let period = resolved.period.as_ref().map(|period| period.text.clone());
    Row { id: None, names, period, span, roles }
}

fn role_row((role, resolved): (&Role, &view::Role)) -> Option<Row> {
    let span = span(role.start_date, role.end_date, role.duration)?;
    let period = resolved.period.as_ref().map(|period| period.text.clone());
    let names = vec![resolved.position.clone()];
    Some(Row { id: None, names, period, span: Some(span), roles: Vec::new() })
}

fn span(start: Option<Date>, end: End, duration: Option<Duration>) -> Option<Span> {
    match (start, end.0) {
        (Some(start), end) => Some(Span::Dated(start, end)),
        (None, Some(end)) => Some(Span::Dated(end, Some(end))),
        (None, None) => duration.map(Span::Length),
    }
}

/// Returns the time from the first to the last of several positions, if all have dates.
fn enclosing_span(roles: &[Row]) -> Option<Span> {
    let mut spans = roles.iter().map(|role| role.span);
    let Some(Span::Dated(first, last)) = spans.next()? else { return None };
    spans.try_fold(Span::Dated(first, last), |enclosing, span| match (enclosing, span?) {
        (Span::Dated(start, end), Span::Dated(other_start, other_end)) => {
            let start = if start.is_after(other_start) { other_start } else { start };
            let end = end.zip(other_end).map(|(a, b)| if a.is_after(b) { a } else { b });
            Some(Span::Dated(start, end))
        }
        _ => None,
    })
}
