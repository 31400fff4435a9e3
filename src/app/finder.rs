//! The search over a profile: the field, the skills that can be chosen, and what was found.

use super::{Found, Query, State};
use crate::ui::{Erase, Icon, icon, text};
use crate::view::{Body, Evidence, Page, Profile, Words};
use leptos::prelude::*;

/// What is searched with. Without the application it would do nothing, and is not shown.
pub(super) fn finder(profile: &Profile, page: &Page, state: State) -> AnyView {
    let words = &page.words;
    let label = words.search().to_owned();
    let hint = label.clone();
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
            {skills(profile, page)}
            {move || answer(state)}
        </search>
    }
    .erase()
}

/// Every skill, the one with the most evidence first.
fn skills(profile: &Profile, page: &Page) -> Option<AnyView> {
    let label = page.words.skills().to_owned();
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

fn chip(skill: &Evidence) -> AnyView {
    let count = skill.items.len().to_string();
    let name = text(&skill.name);
    view! {
        <li>
            <button type="button" class="chip" name="skill" value=skill.id.clone() aria-pressed="false">
                {name}" "<span class="count">{count}</span>
            </button>
        </li>
    }
    .erase()
}

/// Tells how much was found.
pub fn status(words: &Words, found: Found) -> String {
    let text = if found.count == 0 { words.nothing_found() } else { words.found() };
    let [count, total] = [found.count, found.total].map(|number| number.to_string());
    text.replace("{count}", &count).replace("{total}", &total)
}

/// What was found, and what can be done with it.
fn answer(state: State) -> Option<AnyView> {
    // It changes with what was found, which comes after each change of the rest.
    let found = state.found.get();
    let query = state.query.read_untracked();
    let page = state.page.read_untracked();
    let Body::Profile(profile) = &page.body else { return None };
    if query.is_empty() {
        return None;
    }
    let words = &page.words;
    let status = status(words, found);
    let view = view! {
        <div class="answer">
            {note(profile, &query, words.tailored())}
            <p class="answer-status">{status}</p>
            {chosen(profile, &query)}
            {unknown(profile, &query, words.unknown())}
            {actions(&query, &page)}
        </div>
    };
    Some(view.erase())
}

/// Says plainly that the page is a tailored one.
fn note(profile: &Profile, query: &Query, text: &str) -> Option<AnyView> {
    let known = profile.skills.iter().filter(|skill| query.focus.contains(&skill.id));
    let names: Vec<&str> = known.map(|skill| skill.name.text.as_str()).collect();
    let text = text.replace("{skills}", &names.join(", "));
    (!names.is_empty()).then(|| view! { <p class="tailored">{text}</p> }.erase())
}

/// The skills that were chosen, each with its evidence in figures.
fn chosen(profile: &Profile, query: &Query) -> Option<AnyView> {
    let known = profile.skills.iter().filter(|skill| query.chosen().contains(&skill.id));
    let chips: Vec<AnyView> = known.map(evidence).collect();
    (!chips.is_empty()).then(|| view! { <ul class="chips">{chips}</ul> }.erase())
}

fn evidence(skill: &Evidence) -> AnyView {
    let count = skill.items.len().to_string();
    let name = text(&skill.name);
    let period = skill.period.as_ref().map(|period| {
        view! { " "<span class="count">{period.clone()}</span> }
    });
    view! {
        <li>
            <button type="button" class="chip" name="skill" value=skill.id.clone() aria-pressed="true">
                {name}" "<span class="count">{count}</span>{period}
            </button>
        </li>
    }
    .erase()
}

/// What the address asks for and the profile does not have.
fn unknown(profile: &Profile, query: &Query, text: &str) -> Option<AnyView> {
    let asked = query.skills.iter().chain(&query.focus);
    let names: Vec<&str> = asked
        .filter(|id| profile.skills.iter().all(|skill| skill.id != **id))
        .map(String::as_str)
        .collect();
    let text = text.replace("{names}", &names.join(", "));
    (!names.is_empty()).then(|| view! { <p class="unknown">{text}</p> }.erase())
}

fn actions(query: &Query, page: &Page) -> AnyView {
    let words = &page.words;
    let is_tailored = !query.focus.is_empty();
    let tailor = (!is_tailored && !query.skills.is_empty()).then(|| {
        let href = format!("?focus={}", query.skills.join(","));
        view! { <a class="action" href=href>{words.tailor().to_owned()}</a> }.erase()
    });
    let share = is_tailored.then(|| {
        view! {
            <button type="button" class="action" name="copy">{words.copy().to_owned()}</button>
            <button type="button" class="action" name="print">{words.print().to_owned()}</button>
        }
        .erase()
    });
    let clear = if is_tailored { words.whole() } else { words.clear() }.to_owned();
    view! {
        <p class="actions">
            {tailor}
            {share}
            <a class="action" href=page.path.clone()>{clear}</a>
        </p>
    }
    .erase()
}
