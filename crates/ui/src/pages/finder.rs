//! The search over a profile: the field, the skills that can be chosen, and the result.
//!
//! The build renders it once as HTML, so that the browser needs no code to render it; the client
//! only fills and shows its parts.

use super::field::field;
use crate::parts::{Erase, ErasedView, text};
use leptos::prelude::*;
use perfil_view::{Evidence, Profile, Words};

/// Renders the inside of the search. `path` is the path of the page.
pub fn finder(profile: &Profile, path: &str, words: &Words) -> ErasedView {
    view! {
        {field(words.search())}
        {skills(profile, words)}
        {answer(path, words)}
    }
    .erase()
}

/// Every skill, the one with the most evidence first.
fn skills(profile: &Profile, words: &Words) -> Option<ErasedView> {
    let label = words.skills().to_owned();
    let count = profile.skills.len();
    let chips = profile.skills.iter().map(chip).collect_view();
    (count > 0).then(|| {
        view! {
            <details class="skill-index">
                <summary>{label}" "<span class="count">{count.to_string()}</span></summary>
                <ul class="chips">{chips}</ul>
            </details>
        }
        .erase()
    })
}

/// A skill with the amount and period of its evidence.
fn chip(skill: &Evidence) -> ErasedView {
    let count = skill.items.len().to_string();
    let period = skill.period.as_ref().map(|period| {
        view! { " "<span class="chip-period">{period.clone()}</span> }
    });
    view! {
        <li>
            <button
                type="button"
                class="chip"
                name="skill"
                value=skill.id.clone()
                aria-pressed="false"
            >
                {text(&skill.name)}
                " "
                <span class="count">{count}</span>
                {period}
            </button>
        </li>
    }
    .erase()
}

/// The result and the actions on it; the client fills and shows them.
fn answer(path: &str, words: &Words) -> ErasedView {
    view! {
        <div class="answer" hidden>
            <p class="tailored"></p>
            <p class="answer-status"></p>
            <ul class="chips"></ul>
            <p class="unknown"></p>
            <p class="actions">
                <a class="action if-found tailor">{words.tailor().to_owned()}</a>
                " "
                <button type="button" class="action if-tailored" name="copy">
                    {words.copy().to_owned()}
                </button>
                " "
                <button type="button" class="action if-tailored" name="print">
                    {words.print().to_owned()}
                </button>
                " "
                <a class="action if-tailored whole" href=path.to_owned()>{words.whole().to_owned()}</a>
                " "
                <a class="action if-found whole" href=path.to_owned()>{words.clear().to_owned()}</a>
            </p>
        </div>
    }
    .erase()
}
