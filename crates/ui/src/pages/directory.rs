//! The directory: the home page of a site with several profiles.

use crate::parts::{Erase, ErasedView, finder, likeness, prose, text};
use leptos::prelude::*;
use perfil_view::{Directory, PageLink, PersonTile, Words};

/// Renders the directory. During a search, the client shows the people who match instead.
pub fn directory(directory: &Directory, words: &Words) -> ErasedView {
    let (lang, dir) = (directory.title.lang(), directory.title.dir());
    let people = directory.people.iter().map(|item| person(item, words)).collect_view();
    view! {
        <article class="directory">
            <header class="hero">
                <h1 id="title" tabindex="-1" lang=lang dir=dir>{directory.title.text.clone()}</h1>
                {directory.summary.as_ref().map(|text| view! { <div class="summary">{prose(text)}</div> })}
            </header>
            {directory.finder.as_ref().map(|item| finder(&item.html))}
            <div class="everybody">
                <ul class="people">{people}</ul>
                {pages(directory)}
            </div>
            <div class="found-people"></div>
            <button type="button" class="more more-people" name="more-people" hidden>
                {directory.finder.as_ref().map(|item| item.more.clone())}
            </button>
        </article>
    }
    .erase()
}

/// Links to the other pages of the directory.
fn pages(directory: &Directory) -> Option<ErasedView> {
    let label = directory.pages_label.clone();
    let links = directory.pages.iter().map(page).collect_view();
    (!directory.pages.is_empty()).then(|| {
        view! {
            <nav class="pages" aria-label=label>
                <ul>{links}</ul>
            </nav>
        }
        .erase()
    })
}

fn page(link: &PageLink) -> ErasedView {
    let PageLink { label, path, rel } = link.clone();
    if path.is_empty() {
        return view! { <li>{label}</li> }.erase();
    }
    let is_current = rel == "current";
    let current = is_current.then_some("page");
    let rel = (!is_current && !rel.is_empty()).then_some(rel);
    view! {
        <li>
            <a href=path rel=rel aria-current=current>{label}</a>
        </li>
    }
    .erase()
}

/// Renders one person of the directory.
pub fn person(person: &PersonTile, words: &Words) -> ErasedView {
    let focus = (!person.focus.is_empty()).then(|| {
        let items = person.focus.iter().map(|item| view! { <li>{text(item)}</li> }).collect_view();
        view! { <ul class="focus">{items}</ul> }
    });
    let alt = words.portrait().replace("{name}", &person.name.text);
    view! {
        <li class="person" data-hue=person.hue>
            {likeness(&person.likeness, alt)}
            <h2 class="person-name">
                <a href=person.path.clone()>{text(&person.name)}</a>
            </h2>
            {person.headline.as_ref().map(|item| view! { <p class="headline">{text(item)}</p> })}
            {focus}
            {person.location.as_ref().map(|item| view! { <p class="person-location">{text(item)}</p> })}
        </li>
    }
    .erase()
}
