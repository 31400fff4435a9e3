//! The search over all people: the field, the facets, and the status of the result.
//!
//! The build renders it once as HTML, like the search over a profile; the client fills and shows
//! its parts.

use super::field::field;
use crate::parts::{Erase, ErasedView};
use leptos::prelude::*;

/// A facet: its key, its name, and its values (id, name, and the number of people as displayed).
pub type Facet<'a> = (&'a str, &'a str, Vec<(&'a str, &'a str, String)>);

/// Renders the inside of the search. `label` is the label of the field; `clear` is the text of the
/// link to everybody at `path`.
pub fn people(label: &str, clear: &str, path: &str, facets: &[Facet]) -> ErasedView {
    let (clear, path) = (clear.to_owned(), path.to_owned());
    let filled: Vec<ErasedView> =
        facets.iter().filter(|(_, _, values)| !values.is_empty()).map(facet).collect();
    view! {
        {field(label)}
        <div class="facets">{filled}</div>
        <div class="people-status" hidden>
            <p class="people-count" tabindex="-1"></p>
            <ul class="chips"></ul>
            <p class="unknown"></p>
            <a class="action" href=path>{clear}</a>
        </div>
    }
    .erase()
}

fn facet((key, name, values): &Facet) -> ErasedView {
    let chips: Vec<ErasedView> = values.iter().map(|value| chip(key, value)).collect();
    view! {
        <details class="facet" name="facet">
            <summary>{(*name).to_owned()}</summary>
            <ul class="chips">{chips}</ul>
        </details>
    }
    .erase()
}

fn chip(key: &str, (id, name, count): &(&str, &str, String)) -> ErasedView {
    let (key, id, name) = (key.to_owned(), (*id).to_owned(), (*name).to_owned());
    view! {
        <li>
            <button type="button" class="chip" name=key value=id aria-pressed="false">
                {name}
                " "
                <span class="count">{count.clone()}</span>
            </button>
        </li>
    }
    .erase()
}
