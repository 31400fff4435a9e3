//! The head of a profile: who the person is, how to reach the person, and the strongest facts.
//!
//! The build renders it as HTML, because nothing in it changes while the page is read. Its classes
//! that begin with `p-`, `u-` and `h-` are microformats (h-card).

use super::downloads::{Download, downloads};
use crate::parts::{Erase, ErasedView, keywords, likeness, own_link, prose, share, text};
use leptos::prelude::*;
use perfil_view::{Detail, Employer, Head, Highlight, Text, Words};

/// What the head of a profile is made from.
#[derive(Clone, Copy, Debug)]
pub struct Hero<'a> {
    /// The person.
    pub head: &'a Head,
    /// The words of the interface.
    pub words: &'a Words,
    /// The labels that only the head has.
    pub labels: HeroLabels<'a>,
    /// The files in which the profile can be downloaded.
    pub downloads: &'a [Download],
}

/// The labels of the head.
#[derive(Clone, Copy, Debug)]
pub struct HeroLabels<'a> {
    /// Labels the strongest facts: "At a glance".
    pub highlights: &'a str,
    /// Labels how long the person has worked: "Experience".
    pub experience: &'a str,
    /// The text of the link to the CV on paper: "CV as PDF".
    pub cv: &'a str,
    /// The text of the link that reaches the person: "Contact".
    pub contact: &'a str,
    /// Labels the list of files: "Download".
    pub downloads: &'a str,
    /// Says that the profile is a draft, if it is one.
    pub draft: Option<&'a Text>,
}

/// Renders the inside of the page's header.
pub fn hero(hero: Hero) -> ErasedView {
    view! {
        {intro(hero)}
        {glance(hero)}
        {highlights(&hero.head.highlights, hero.labels.highlights)}
    }
    .erase()
}

fn intro(hero: Hero) -> ErasedView {
    let Head { name, headline, focus: areas, summary, .. } = hero.head;
    let (lang, dir) = (name.lang(), name.dir());
    let headline =
        headline.as_ref().map(|item| view! { <p class="headline p-job-title">{text(item)}</p> });
    let summary =
        summary.as_ref().map(|item| view! { <div class="summary p-note">{prose(item)}</div> });
    let draft = hero.labels.draft.map(|item| view! { <p><strong>{text(item)}</strong></p> });
    view! {
        <div class="intro">
            {draft}
            <h1 id="title" class="p-name" tabindex="-1" lang=lang dir=dir>{name.text.clone()}</h1>
            {headline}
            {focus(areas, hero.words)}
            {summary}
        </div>
    }
    .erase()
}

fn focus(items: &[Text], words: &Words) -> Option<ErasedView> {
    let label = words.focus().to_owned();
    let list = items.iter().map(|item| view! { <li>{text(item)}</li> }).collect_view();
    (!items.is_empty()).then(|| view! { <ul class="focus" aria-label=label>{list}</ul> }.erase())
}

/// The facts beside the introduction: where, since when, how to reach.
fn glance(hero: Hero) -> ErasedView {
    let Head { name, likeness: face, location, experience, employers: firms, .. } = hero.head;
    let alt = hero.words.portrait().replace("{name}", &name.text);
    let place =
        location.as_ref().map(|place| row(&place.label, "place", text(&place.text), "p-adr"));
    let label = Text { text: hero.labels.experience.to_owned(), language: None };
    let experience = (experience.is_some() || !firms.is_empty()).then(|| {
        let years = experience.as_ref().map(|it| view! { <dd>{text(it)}</dd> });
        let firms =
            (!firms.is_empty()).then(|| view! { <dd class="employers">{employers(firms)}</dd> });
        view! { <div class="detail experience"><dt>{text(&label)}</dt>" "{years}{firms}</div> }
            .erase()
    });
    let facts =
        (place.is_some() || experience.is_some()).then(|| view! { <dl>{place}{experience}</dl> });
    view! {
        <div class="glance">
            <div class="identity">{likeness(face, alt)}{facts}</div>
            {details(hero)}
            {actions(hero)}
        </div>
    }
    .erase()
}

fn employers(employers: &[Employer]) -> ErasedView {
    let last = employers.len().saturating_sub(1);
    let name = |(index, employer): (usize, &Employer)| {
        let name = text(&employer.name);
        let name = match &employer.id {
            Some(id) => view! { <a href=format!("#{id}")>{name}</a> }.erase(),
            None => name,
        };
        // Inside the element, so that it stays at the end of a line.
        let separator = (index < last).then_some(" ·");
        view! { <span class="employer">{name}{separator}</span>" " }
    };
    employers.iter().enumerate().map(name).collect_view().erase()
}

fn row(label: &Text, class: &str, value: ErasedView, property: &'static str) -> ErasedView {
    let class = format!("detail {class}");
    view! { <div class=class><dt>{text(label)}</dt>" "<dd class=property>{value}</dd></div> }
        .erase()
}

fn details(hero: Hero) -> Option<ErasedView> {
    let Head { facts, contacts, skills, .. } = hero.head;
    let facts = facts.iter().map(|fact| row(&fact.label, "fact", text(&fact.text), "p-note"));
    let label = Text { text: hero.words.skills().to_owned(), language: None };
    let skills =
        (!skills.is_empty()).then(|| row(&label, "skills", keywords(skills, ""), "top-skills"));
    let rows: Vec<_> = facts.chain(skills).chain(contacts.iter().map(contact)).collect();
    (!rows.is_empty()).then(|| view! { <dl class="details">{rows}</dl> }.erase())
}

/// An address of the person.
fn contact(contact: &Detail) -> ErasedView {
    let link = own_link(contact.url.as_deref().unwrap_or_default(), text(&contact.text));
    row(&contact.label, "contact", link, "contact-address")
}

/// What a reader does next: take the CV along, or write to the person.
fn actions(hero: Hero) -> Option<ErasedView> {
    let files = hero.downloads;
    let cv = files.iter().find(|file| file.extension == "pdf").map(|file| {
        let (path, kind) = (file.path.clone(), file.media_type);
        let label = hero.labels.cv.to_owned();
        view! { <a class="button" href=path type=kind download="">{label}</a> }
    });
    let contact = hero.head.contacts.first().and_then(|contact| contact.url.clone()).map(|url| {
        let label = hero.labels.contact.to_owned();
        view! { <a class="button" href=url>{label}</a> }
    });
    let all = (!files.is_empty()).then(|| {
        let list = downloads(files, hero.labels.downloads);
        view! { <details class="downloads">{list}</details> }
    });
    (cv.is_some() || contact.is_some() || all.is_some()).then(|| {
        let share = share(hero.words);
        view! { <div class="hero-actions">{cv}{contact}{share}{all}</div> }.erase()
    })
}

/// The strongest facts, each of which leads to its evidence.
fn highlights(items: &[Highlight], label: &str) -> Option<ErasedView> {
    let label = label.to_owned();
    let list = items.iter().map(highlight).collect_view();
    (!items.is_empty())
        .then(|| view! { <ul class="highlights" aria-label=label>{list}</ul> }.erase())
}

fn highlight(item: &Highlight) -> ErasedView {
    let label = item
        .label
        .as_ref()
        .map(|label| view! { " "<span class="highlight-label">{text(label)}</span> });
    let context = item
        .context
        .as_ref()
        .map(|context| view! { " "<span class="highlight-context">{text(context)}</span> });
    let value = view! { <span class="highlight-value">{text(&item.value)}</span> };
    let inner = view! { {value}{label}{context} };
    match item.href.clone() {
        Some(href) => view! { <li><a href=href>{inner}</a></li> }.erase(),
        None => view! { <li><div>{inner}</div></li> }.erase(),
    }
}
