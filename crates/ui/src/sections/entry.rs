//! An entry with a name, a period, or both.

use crate::parts::{Erase, ErasedView, details, event_link, keywords, link, period, prose, text};
use leptos::prelude::*;
use perfil_view::{Entry, Image, Prose, Role, Text};

/// What entries are to programs that read h-resume (<https://microformats.org/wiki/h-resume>): an
/// h-event with its dates and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Microformat {
    /// Nothing that h-resume knows.
    None,
    /// Employment or education at an organisation, whose h-card is in it.
    Post,
    /// A project, whose name is its own.
    Project,
}

/// Entries under headings of the given level.
pub(super) fn entries(entries: &[Entry], level: u8, microformat: Microformat) -> ErasedView {
    let items = entries.iter().map(|item| entry(item, level, microformat)).collect_view();
    view! { <ul class="entries">{items}</ul> }.erase()
}

fn entry(entry: &Entry, level: u8, microformat: Microformat) -> ErasedView {
    let class = match microformat {
        Microformat::None => "entry",
        // Only a degree precedes the name of where it was taken.
        Microformat::Post if entry.position_first => "entry p-education h-event",
        Microformat::Post | Microformat::Project => "entry p-experience h-event",
    };
    view! {
        <li class=class id=entry.id.clone() data-item=entry.number>
            {entry.picture.as_ref().map(picture)}
            {title(entry, level, microformat)}
            {when(entry)}
            {body(entry, microformat)}
        </li>
    }
    .erase()
}

fn picture((image, alt): &(Image, Option<Text>)) -> ErasedView {
    let language = alt.as_ref().and_then(|alt| alt.language.clone());
    view! {
        <img
            class="entry-picture"
            src=image.src.clone()
            alt=alt.as_ref().map(|alt| alt.text.clone()).unwrap_or_default()
            lang=language.as_ref().map(|language| language.lang.clone())
            dir=language.as_ref().map(|language| language.dir.clone())
            width=image.width
            height=image.height
            loading="lazy"
            decoding="async"
        />
    }
    .erase()
}

fn when(entry: &Entry) -> Option<ErasedView> {
    let period = entry.period.as_ref().map(period);
    // Only posts have one.
    let location = entry
        .location
        .as_ref()
        .map(|location| view! { <span class="entry-location p-location">{text(location)}</span> });
    // Without a space, the two words would be one to whoever copies or extracts the text.
    let space = (period.is_some() && location.is_some()).then_some(" ");
    (period.is_some() || location.is_some())
        .then(|| view! { <p class="entry-when">{period}{space}{location}</p> }.erase())
}

fn body(entry: &Entry, microformat: Microformat) -> Option<ErasedView> {
    let roles = (!entry.roles.is_empty()).then(|| {
        view! { <ol class="roles">{entry.roles.iter().map(|item| apart(Some(role(item)))).collect_view()}</ol> }.erase()
    });
    let is_event = microformat != Microformat::None;
    let property = if is_event { "p-category" } else { "" };
    let keywords = (!entry.keywords.is_empty())
        .then(|| view! { <p class="keywords">{keywords(&entry.keywords, property)}</p> }.erase());
    let summary = entry.summary.as_ref().map(prose);
    let parts = [summary, details(&entry.details), lines(&entry.highlights), roles, keywords];
    let class = if is_event { "entry-body p-description" } else { "entry-body" };
    parts.iter().any(Option::is_some).then(|| {
        view! { <div class=class>{parts.into_iter().map(apart).collect_view()}</div> }.erase()
    })
}

/// Renders a block with a space after it: programs that only join the texts of elements would join
/// the words of two blocks.
fn apart(block: Option<ErasedView>) -> Option<ErasedView> {
    block.map(|block| view! { {block}" " }.erase())
}

fn title(entry: &Entry, level: u8, microformat: Microformat) -> ErasedView {
    let (name_class, position_class) = match microformat {
        Microformat::None => ("entry-name", "entry-position"),
        Microformat::Post => ("entry-name p-org h-card", "entry-position p-name"),
        Microformat::Project => ("entry-name p-name", "entry-position"),
    };
    // A post is called by its position, and without one by its organisation.
    let is_called_by_name = microformat == Microformat::Post && entry.position.is_none();
    let class = if is_called_by_name { "entry-title p-name" } else { "entry-title" };
    let linked = |text: ErasedView| match &entry.url {
        Some(url) if microformat == Microformat::None => link(url, text),
        Some(url) => event_link(url, text),
        None => text,
    };
    let name = entry.name.as_ref().map(|name| {
        let name = linked(text(name).erase());
        view! { <span class=name_class>{name}</span> }.erase()
    });
    let position = entry.position.as_ref().map(|position| {
        let position = text(position).erase();
        // The address is that of the organisation, so it is on its name if there is one.
        let position = if entry.name.is_none() { linked(position) } else { position };
        view! { <span class=position_class>{position}</span> }.erase()
    });
    let (first, second) = if entry.position_first { (position, name) } else { (name, position) };
    let parts = view! { {first}" "{second} };
    match level {
        3 => view! { <h3 class=class>{parts}</h3> }.erase(),
        _ => view! { <h4 class=class>{parts}</h4> }.erase(),
    }
}

fn role(role: &Role) -> ErasedView {
    view! {
        <li class="role h-event">
            <p class="role-title">
                <span class="entry-position p-name">{text(&role.position)}</span>
                " "
                {role.period.as_ref().map(period)}
            </p>
            " "
            {apart(role.summary.as_ref().map(prose))}
            {lines(&role.highlights)}
        </li>
    }
    .erase()
}

/// Highlights, if there are any.
fn lines(lines: &[Prose]) -> Option<ErasedView> {
    (!lines.is_empty()).then(|| crate::parts::lines(lines))
}
