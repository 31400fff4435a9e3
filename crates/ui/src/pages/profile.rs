//! The page of one person.

use crate::parts::{Erase, ErasedView, downloads, finder, likeness, prose, sections, text};
use leptos::prelude::*;
use perfil_view::{Detail, Profile, SectionLink, Text, Words};

/// Renders the profile.
pub fn profile(profile: &Profile, words: &Words) -> ErasedView {
    view! {
        <article class="profile">
            {hero(profile, words)}
            {(!profile.finder.is_empty()).then(|| finder(&profile.finder))}
            {contents(&profile.contents, words)}
            {sections(&profile.sections)}
        </article>
    }
    .erase()
}

fn hero(profile: &Profile, words: &Words) -> ErasedView {
    let alt = words.portrait().replace("{name}", &profile.name.text);
    let (lang, dir) = (profile.name.lang(), profile.name.dir());
    view! {
        <header class="hero">
            {likeness(&profile.likeness, alt)}
            <h1 id="title" tabindex="-1" lang=lang dir=dir>{profile.name.text.clone()}</h1>
            {profile.headline.as_ref().map(|item| view! { <p class="headline">{text(item)}</p> })}
            {focus(&profile.focus, words)}
            {profile.summary.as_ref().map(|item| view! { <div class="summary">{prose(item)}</div> })}
            {details(&profile.details)}
            {downloads(&profile.downloads)}
        </header>
    }
    .erase()
}

fn focus(items: &[Text], words: &Words) -> Option<ErasedView> {
    let label = words.focus().to_owned();
    let list = items.iter().map(|item| view! { <li>{text(item)}</li> }).collect_view();
    (!items.is_empty()).then(|| view! { <ul class="focus" aria-label=label>{list}</ul> }.erase())
}

fn details(details: &[Detail]) -> Option<ErasedView> {
    let list = details
        .iter()
        .map(|detail| {
            let value = text(&detail.text).erase();
            let value = match &detail.url {
                Some(url) => crate::parts::link(url, value),
                None => value,
            };
            view! {
                <div class="detail">
                    <dt>{text(&detail.label)}</dt>
                    <dd>{value}</dd>
                </div>
            }
        })
        .collect_view();
    (!details.is_empty()).then(|| view! { <dl class="details">{list}</dl> }.erase())
}

/// The table of contents, for a page with several sections. The client marks the section that is
/// being read.
fn contents(items: &[SectionLink], words: &Words) -> Option<ErasedView> {
    let label = words.contents().to_owned();
    (items.len() > 1).then(|| {
        view! {
            <nav class="contents" aria-label=label>
                {links(items)}
            </nav>
        }
        .erase()
    })
}

fn links(items: &[SectionLink]) -> ErasedView {
    let items = items.iter().map(link).collect_view();
    view! { <ol>{items}</ol> }.erase()
}

fn link(item: &SectionLink) -> ErasedView {
    let href = format!("#{}", item.id);
    let inner = (!item.sections.is_empty()).then(|| links(&item.sections));
    view! {
        <li>
            <a href=href>{text(&item.title)}</a>
            {inner}
        </li>
    }
    .erase()
}
