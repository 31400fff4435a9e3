//! An entry with a name, a period, or both.

use crate::parts::{Erase, ErasedView, keywords, link, period, prose, text};
use leptos::prelude::*;
use perfil_view::{Entry, Prose, Role};

/// Entries under headings of the given level.
pub(super) fn entries(entries: &[Entry], level: u8) -> ErasedView {
    let items = entries.iter().map(|item| entry(item, level)).collect_view();
    view! { <ul class="entries">{items}</ul> }.erase()
}

fn entry(entry: &Entry, level: u8) -> ErasedView {
    view! {
        <li class="entry" id=entry.id.clone() data-item=entry.number>
            {title(entry, level)}
            {when(entry)}
            {body(entry)}
        </li>
    }
    .erase()
}

fn when(entry: &Entry) -> Option<ErasedView> {
    let period = entry.period.as_ref().map(period);
    let location = entry
        .location
        .as_ref()
        .map(|location| view! { <span class="entry-location">{text(location)}</span> });
    // Without a space, the two words would be one to whoever copies or extracts the text.
    let space = (period.is_some() && location.is_some()).then_some(" ");
    (period.is_some() || location.is_some())
        .then(|| view! { <p class="entry-when">{period}{space}{location}</p> }.erase())
}

fn body(entry: &Entry) -> Option<ErasedView> {
    let roles = (!entry.roles.is_empty()).then(|| {
        view! { <ol class="roles">{entry.roles.iter().map(role).collect_view()}</ol> }.erase()
    });
    let keywords = (!entry.keywords.is_empty())
        .then(|| view! { <p class="keywords">{keywords(&entry.keywords)}</p> }.erase());
    let parts = [entry.summary.as_ref().map(prose), lines(&entry.highlights), roles, keywords];
    parts
        .iter()
        .any(Option::is_some)
        .then(|| view! { <div class="entry-body">{parts.into_iter().collect_view()}</div> }.erase())
}

fn title(entry: &Entry, level: u8) -> ErasedView {
    let name = entry.name.as_ref().map(|name| {
        let name = text(name).erase();
        let name = match &entry.url {
            Some(url) => link(url, name),
            None => name,
        };
        view! { <span class="entry-name">{name}</span> }.erase()
    });
    let position = entry
        .position
        .as_ref()
        .map(|position| view! { <span class="entry-position">{text(position)}</span> }.erase());
    let (first, second) = if entry.position_first { (position, name) } else { (name, position) };
    let parts = view! { {first}" "{second} };
    match level {
        3 => view! { <h3 class="entry-title">{parts}</h3> }.erase(),
        _ => view! { <h4 class="entry-title">{parts}</h4> }.erase(),
    }
}

fn role(role: &Role) -> ErasedView {
    view! {
        <li class="role">
            <p class="role-title">
                <span class="entry-position">{text(&role.position)}</span>
                " "
                {role.period.as_ref().map(period)}
            </p>
            {role.summary.as_ref().map(prose)}
            {lines(&role.highlights)}
        </li>
    }
    .erase()
}

/// Highlights, if there are any.
fn lines(lines: &[Prose]) -> Option<ErasedView> {
    (!lines.is_empty()).then(|| crate::parts::lines(lines))
}
