//! The sections of a profile: one pure component for each kind, from data to view.

mod awards;
mod certificates;
mod entry;
mod group;
mod interests;
mod languages;
mod list;
mod metrics;
mod notes;
mod projects;
mod prose;
mod publications;
mod quote;
mod references;
mod skills;
mod steps;
mod terms;
mod timeline;

use crate::parts::{Erase, ErasedView, Heading, Icon, drawing, heading, icon, title_id};
use leptos::prelude::*;
use perfil_view::{Content, Markup, Section, Words};

/// The chart and the sections of a page.
pub fn sections(chart: Option<&Markup>, sections: &[Section], words: &Words) -> ErasedView {
    let sections = sections.iter().map(|item| section(item, 2, words)).collect_view();
    view! { {chart.map(drawing)} {sections} }.erase()
}

/// Renders a section at the given heading level: 2 on the page, 3 in a group.
fn section(section: &Section, level: u8, words: &Words) -> ErasedView {
    let id = section.id.clone();
    let named_by = section.title.as_ref().map(|_| title_id(&section.id));
    let title = section
        .title
        .as_ref()
        .map(|title| heading(&Heading { level, id: &section.id, title, words }));
    let class = format!("section {}", kind(&section.content));
    let content = content(&section.content, level + 1, words);
    let content = if section.is_long {
        let named_by = title_id(&section.id);
        view! {
            <details class="fold" open>
                <summary aria-labelledby=named_by>{icon(Icon::Fold)}</summary>
                {content}
            </details>
        }
        .erase()
    } else {
        content
    };
    view! {
        <section class=class id=id aria-labelledby=named_by>
            {title}
            {content}
        </section>
    }
    .erase()
}

fn kind(content: &Content) -> &'static str {
    match content {
        Content::Prose(_) => "prose-section",
        Content::List(_) => "list",
        Content::Terms(_) => "terms",
        Content::Steps(_) => "steps",
        Content::Timeline(_) => "timeline",
        Content::Skills(_) => "skills",
        Content::Metrics(_) => "metrics",
        Content::Quote(_) => "quote",
        Content::Projects(_) => "projects",
        Content::Certificates(_) => "certificates",
        Content::Publications(_) => "publications",
        Content::Awards(_) => "awards",
        Content::Languages(_) => "languages",
        Content::Interests(_) => "interests",
        Content::References(_) => "references",
        Content::Notes(_) => "notes",
        Content::Group(_) => "group",
    }
}

/// Renders the content of a section. `level` is the level of the headings inside it.
fn content(content: &Content, level: u8, words: &Words) -> ErasedView {
    match content {
        Content::Prose(text) => prose::prose(text),
        Content::List(items) => list::list(items),
        Content::Terms(items) => terms::terms(items),
        Content::Steps(items) => steps::steps(items),
        Content::Timeline(item) => timeline::timeline(item, level),
        Content::Skills(items) => skills::skills(items),
        Content::Metrics(items) => metrics::metrics(items),
        Content::Quote(item) => quote::quote(item),
        Content::Projects(items) => projects::projects(items, level),
        Content::Certificates(items) => certificates::certificates(items),
        Content::Publications(items) => publications::publications(items, level),
        Content::Awards(items) => awards::awards(items, level),
        Content::Languages(items) => languages::languages(items),
        Content::Interests(items) => interests::interests(items),
        Content::References(items) => references::references(items),
        Content::Notes(item) => notes::notes(item, level),
        Content::Group(sections) => group::group(sections, level, words),
    }
}
