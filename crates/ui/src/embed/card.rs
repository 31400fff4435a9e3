//! A person on a card, as it rests on another page.
//!
//! The build renders it once; the custom element, the iframe and the pictures all come from it. No
//! part of it has an id, because there may be a hundred of them on a page.

use crate::parts::{Erase, Still, language, likeness, text};
use leptos::prelude::*;
use perfil_view::{CardWords, Detail, Evidence, Page, Profile, Text};

/// Whose card it is.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// The page of the person.
    pub page: &'a Page,
    /// What the page shows.
    pub profile: &'a Profile,
    /// Where the person is.
    pub place: Option<&'a Text>,
}

/// How many skills a card names.
const SKILLS: usize = 6;

/// The card at rest.
pub fn card(person: Person, words: &CardWords) -> Still {
    let Person { page, profile, place } = person;
    let path = page.path.clone();
    let label = profile.name.text.clone();
    let portrait = page.words.portrait().replace("{name}", &profile.name.text);
    view! {
        <article
            class="card"
            part="card"
            lang=page.lang.clone()
            dir=page.dir.clone()
            data-hue=page.hue.to_string()
            aria-label=label
        >
            <header class="head">
                <div class="portrait" part="portrait">
                    {likeness(&profile.likeness, portrait)}
                </div>
                <div class="who">
                    <p class="name" part="name">
                        <a class="open" href=path.clone()>
                            {text(&profile.name)}
                        </a>
                    </p>
                    {line("headline", profile.headline.as_ref())}
                    {line("place", place)}
                </div>
            </header>
            {focus(&profile.focus, page.words.focus())}
            {skills(&profile.skills, page.words.skills())}
            {links(&profile.details, words.links())}
            <footer class="foot">
                {languages(page)}
                <button class="more" part="more" type="button" aria-expanded="false">
                    {words.more().to_owned()}
                </button>
                <a class="open action" part="open" href=path>
                    {words.open().to_owned()}
                </a>
            </footer>
            <div class="panel" part="panel" hidden></div>
        </article>
    }
    .erase()
}

fn line(name: &'static str, said: Option<&Text>) -> Option<Still> {
    said.map(|said| view! { <p class=name part=name>{text(said)}</p> }.erase())
}

fn focus(items: &[Text], label: &str) -> Option<Still> {
    let label = label.to_owned();
    let list = items.iter().map(|item| view! { <li>{text(item)}</li> }).collect_view();
    (!items.is_empty()).then(|| {
        view! { <ul class="focus" part="focus" role="list" aria-label=label>{list}</ul> }.erase()
    })
}

fn skills(items: &[Evidence], label: &str) -> Option<Still> {
    let label = label.to_owned();
    let list = items
        .iter()
        .take(SKILLS)
        .map(|item| view! { <li part="skill">{text(&item.name)}</li> })
        .collect_view();
    (!items.is_empty()).then(|| {
        view! { <ul class="skills" part="skills" role="list" aria-label=label>{list}</ul> }.erase()
    })
}

/// Where else the person is found.
fn links(details: &[Detail], label: &str) -> Option<Still> {
    let label = label.to_owned();
    let links: Vec<Still> = details.iter().filter_map(link).collect();
    (!links.is_empty()).then(|| {
        view! { <ul class="links" part="links" role="list" aria-label=label>{links}</ul> }.erase()
    })
}

fn link(detail: &Detail) -> Option<Still> {
    let href = detail.url.clone()?;
    Some(view! { <li><a href=href part="link">{text(&detail.label)}</a></li> }.erase())
}

/// The languages of the profile. Each leads to the profile in it, and where the card is alive it
/// changes the card instead.
fn languages(page: &Page) -> Option<Still> {
    let label = page.words.languages().to_owned();
    let list = page.languages.iter().map(|item| language(item, &page.lang)).collect_view();
    (page.languages.len() > 1).then(|| {
        view! {
            <ul class="languages" part="languages" role="list" aria-label=label>{list}</ul>
        }
        .erase()
    })
}
