//! The search over all people: the field, what they can be chosen by, and those who answer.

use super::State;
use crate::pages::cards;
use crate::ui::{Erase, Icon, icon};
use crate::view::{Choice, Facet, Finder};
use leptos::prelude::*;

/// What is searched with. Without the application it would do nothing, and is not shown.
pub(super) fn people(finder: &Finder, state: State) -> AnyView {
    let label = finder.search.clone();
    let hint = label.clone();
    let facets: Vec<AnyView> = finder
        .facets
        .iter()
        .enumerate()
        .map(|(place, item)| facet(item, place, &finder.more, state))
        .collect();
    let finder = finder.clone();
    view! {
        <search class="finder">
            <label class="finder-field">
                {icon(Icon::Search)}
                <input
                    id="search"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    aria-label=label
                    placeholder=hint
                />
                <kbd aria-hidden="true">"/"</kbd>
            </label>
            <div class="facets">{facets}</div>
        </search>
        {move || answer(&finder, state)}
    }
    .erase()
}

/// The values of a facet. How many people each would leave is told by the client.
fn facet(facet: &Facet, place: usize, more: &str, state: State) -> AnyView {
    let key = facet.key.clone();
    let more = more.to_owned();
    let values = move || {
        let choices = state.choices.read();
        let (choices, has_more) = choices.get(place)?;
        let chips: Vec<AnyView> = choices.iter().map(|choice| chip(&key, choice)).collect();
        let more = has_more.then(|| {
            let (key, more) = (key.clone(), more.clone());
            view! { <button type="button" class="more" name="more-choices" value=key>{more}</button> }
                .erase()
        });
        Some(view! { <ul class="chips">{chips}</ul> {more} }.erase())
    };
    view! {
        <details class="facet" name="facet">
            <summary>{facet.name.clone()}</summary>
            {values}
        </details>
    }
    .erase()
}

fn chip(key: &str, choice: &Choice) -> AnyView {
    let Choice { id, name } = choice.clone();
    view! {
        <li>
            <button type="button" class="chip" name=key.to_owned() value=id aria-pressed="false">
                {name}" "<span class="count"></span>
            </button>
        </li>
    }
    .erase()
}

fn answer(finder: &Finder, state: State) -> Option<AnyView> {
    let answer = state.answer.read();
    let answer = answer.as_ref()?;
    let page = state.page.read_untracked();
    let chosen: Vec<AnyView> =
        answer.chosen.iter().map(|(key, choice)| chosen(key, choice, &finder.remove)).collect();
    let chosen = (!chosen.is_empty()).then(|| view! { <ul class="chips">{chosen}</ul> }.erase());
    let unknown = (!answer.unknown.is_empty())
        .then(|| view! { <p class="unknown">{answer.unknown.clone()}</p> }.erase());
    let people = (!answer.people.is_empty()).then(|| cards(&answer.people, &page.words));
    let more = answer.has_more.then(|| {
        let label = finder.more.clone();
        view! { <button type="button" class="more" name="more-people">{label}</button> }.erase()
    });
    let view = view! {
        <div class="answers">
            <div class="people-status">
                <p class="people-count" tabindex="-1">{answer.status.clone()}</p>
                {chosen}
                {unknown}
                <a class="action" href=page.path.clone()>{finder.clear.clone()}</a>
            </div>
            {people}
            {more}
        </div>
    };
    Some(view.erase())
}

/// A value that was chosen, and can be taken out again.
fn chosen(key: &str, choice: &Choice, remove: &str) -> AnyView {
    let Choice { id, name } = choice.clone();
    let label = remove.replace("{value}", &name);
    view! {
        <li>
            <button type="button" class="chip" name=key.to_owned() value=id aria-label=label>
                {name}
            </button>
        </li>
    }
    .erase()
}
