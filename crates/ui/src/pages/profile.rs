//! The page of one person.

use crate::parts::{Erase, ErasedView, finder, hero, sections, text};
use leptos::prelude::*;
use perfil_view::{Profile, SectionLink, Words};

/// Renders the profile.
pub fn profile(profile: &Profile, words: &Words) -> ErasedView {
    view! {
        <article class="profile h-resume">
            {hero(&profile.hero)}
            {bar(profile, words)}
            {sections(&profile.sections)}
        </article>
    }
    .erase()
}

/// The search and the table of contents, which stay in sight while the profile is read.
fn bar(profile: &Profile, words: &Words) -> Option<ErasedView> {
    let finder = (!profile.finder.is_empty()).then(|| finder(&profile.finder));
    let contents = contents(&profile.contents, words);
    (finder.is_some() || contents.is_some())
        .then(|| view! { <div class="bar">{finder}{contents}</div> }.erase())
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
