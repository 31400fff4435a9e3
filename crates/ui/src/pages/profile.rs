//! The page of one person.

use crate::parts::{Erase, ErasedView, finder, hero, sections, text};
use leptos::prelude::*;
use perfil_view::{Profile, SectionLink, Words};

/// Renders the profile. `current` is the fragment of the section that is being read.
pub fn profile(profile: &Profile, words: &Words, current: RwSignal<String>) -> ErasedView {
    view! {
        <article class="profile h-resume">
            {hero(&profile.hero)}
            {bar(profile, words, current)}
            {sections(&profile.sections)}
        </article>
    }
    .erase()
}

/// The search and the table of contents, which stay in sight while the profile is read.
fn bar(profile: &Profile, words: &Words, current: RwSignal<String>) -> Option<ErasedView> {
    let finder = (!profile.finder.is_empty()).then(|| finder(&profile.finder));
    let contents = contents(&profile.contents, words, current);
    (finder.is_some() || contents.is_some())
        .then(|| view! { <div class="bar">{finder}{contents}</div> }.erase())
}

/// The table of contents, for a page with several sections.
fn contents(items: &[SectionLink], words: &Words, current: RwSignal<String>) -> Option<ErasedView> {
    let label = words.contents().to_owned();
    (items.len() > 1).then(|| {
        view! {
            <nav class="contents" aria-label=label>
                {links(items, current)}
            </nav>
        }
        .erase()
    })
}

fn links(items: &[SectionLink], current: RwSignal<String>) -> ErasedView {
    let items = items.iter().map(|item| link(item, current)).collect_view();
    view! { <ol>{items}</ol> }.erase()
}

fn link(item: &SectionLink, current: RwSignal<String>) -> ErasedView {
    let id = item.id.clone();
    let href = format!("#{id}");
    let is_current = move || (current.read() == id).then_some("true");
    let inner = (!item.sections.is_empty()).then(|| links(&item.sections, current));
    view! {
        <li>
            <a href=href aria-current=is_current>{text(&item.title)}</a>
            {inner}
        </li>
    }
    .erase()
}
