//! The inside of an open card. Everything in it is rendered as text, because a card may receive the
//! data of any site.

use crate::parts::{Erase, ErasedView, text};
use leptos::prelude::*;
use perfil_view::{Panel, PanelItem, PanelSection, PanelSkill, Text};
use std::collections::BTreeSet;

/// The summary, the skills, and the sections with the evidence of the chosen skills.
pub fn panel(panel: Panel, chosen: Vec<String>) -> impl IntoView {
    let known = |id: &String| panel.skills.iter().any(|skill| skill.id == *id);
    let chosen = RwSignal::new(chosen.into_iter().filter(known).collect::<Vec<_>>());
    let summary = paragraphs(&panel.summary);
    let skills = skills(&panel, chosen);
    let status = panel.found.clone();
    let total = panel.sections.iter().map(|section| section.items.len()).sum::<usize>();
    let panel = StoredValue::new(panel);
    let proven = Memo::new(move |_| {
        chosen.with(|chosen| panel.with_value(|panel| proven(&panel.skills, chosen)))
    });
    let message = move || {
        proven.with(|proven| {
            let count = proven.as_ref()?.len().to_string();
            Some(status.replace("{count}", &count).replace("{total}", &total.to_string()))
        })
    };
    view! {
        <div class="summary" part="summary">{summary}</div>
        {skills}
        <p class="found" role="status">{message}</p>
        {move || panel.with_value(|panel| proven.with(|proven| sections(panel, proven.as_ref())))}
    }
}

/// Returns the numbers of the items that are evidence of any of these skills; `None` if none is
/// chosen.
fn proven(skills: &[PanelSkill], chosen: &[String]) -> Option<BTreeSet<u32>> {
    let chosen_skills = skills.iter().filter(|skill| chosen.contains(&skill.id));
    (!chosen.is_empty()).then(|| chosen_skills.flat_map(|skill| skill.items.clone()).collect())
}

fn skills(panel: &Panel, chosen: RwSignal<Vec<String>>) -> Option<ErasedView> {
    let label = panel.skills_label.clone();
    let chips = panel.skills.iter().map(|skill| chip(skill, chosen)).collect_view();
    (!panel.skills.is_empty())
        .then(|| view! { <ul class="chips" role="list" aria-label=label>{chips}</ul> }.erase())
}

fn chip(skill: &PanelSkill, chosen: RwSignal<Vec<String>>) -> ErasedView {
    let id = skill.id.clone();
    let count = skill.items.len().to_string();
    let pressed = {
        let id = id.clone();
        move || if chosen.read().contains(&id) { "true" } else { "false" }
    };
    let toggle = move |_| {
        chosen.update(|chosen| {
            let before = chosen.len();
            chosen.retain(|known| *known != id);
            if chosen.len() == before {
                chosen.push(id.clone());
            }
        });
    };
    view! {
        <li>
            <button type="button" class="chip" part="chip" aria-pressed=pressed on:click=toggle>
                {text(&skill.name)}
                " "
                <span class="count">{count}</span>
            </button>
        </li>
    }
    .erase()
}

/// Every section, or only those with evidence.
fn sections(panel: &Panel, proven: Option<&BTreeSet<u32>>) -> Vec<ErasedView> {
    let mut visible = Vec::new();
    for part in &panel.sections {
        let is_visible =
            |item: &&PanelItem| proven.is_none_or(|proven| proven.contains(&item.number));
        let items: Vec<&PanelItem> = part.items.iter().filter(is_visible).collect();
        if !items.is_empty() {
            visible.push(section(part, &items, proven.is_some()));
        }
    }
    visible
}

fn section(section: &PanelSection, items: &[&PanelItem], is_open: bool) -> ErasedView {
    let list = items.iter().map(|entry| item(entry)).collect_view();
    let list = view! { <ul class="items" role="list">{list}</ul> };
    match &section.title {
        Some(title) => view! {
            <details class="section" part="section" open=is_open>
                <summary>{text(title)}</summary>
                {list}
            </details>
        }
        .erase(),
        None => list.erase(),
    }
}

fn item(item: &PanelItem) -> ErasedView {
    let title = item
        .title
        .as_ref()
        .map(|title| view! { <strong class="title">{text(title)}</strong> }.erase());
    let period =
        item.period.clone().map(|period| view! { " "<span class="period">{period}</span> }.erase());
    view! { <li>{title}{period}{paragraphs(&item.texts)}</li> }.erase()
}

fn paragraphs(texts: &[Text]) -> Vec<ErasedView> {
    texts.iter().map(|paragraph| view! { <p>{text(paragraph)}</p> }.erase()).collect()
}
