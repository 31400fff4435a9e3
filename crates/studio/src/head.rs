//! The head of an open document: its name, undo, how it is shown, and ways out.

use crate::bridge::{self, builder};
use crate::start::{notice, tongues};
use crate::studio::{Studio, View};
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast as _;

/// Renders the head.
pub(crate) fn head(studio: Studio) -> impl IntoView {
    let words = studio.words;
    let name = move || {
        let outline =
            studio.state.with(|state| Some(state.as_ref()?.outline.as_ref()?.name.clone()));
        let own = || studio.document.with(|it| it.as_ref().map(|it| it.name.clone()));
        outline.filter(|name| !name.is_empty()).or_else(own).unwrap_or_default()
    };
    let has_past = move || studio.history.with(|history| !history.past.is_empty());
    let has_future = move || studio.history.with(|history| !history.future.is_empty());
    view! {
        <header class="head">
            <button type="button" class="quiet" on:click=move |_| studio.close()>
                {move || words.get("head.documents")}
            </button>
            <h1>{name}</h1>
            <p class="small saved" role="status">
                {move || words.get(if studio.is_stored.get() { "head.stored" } else { "head.storing" })}
            </p>
            <div class="group">
                <button type="button" class="quiet" disabled=move || !has_past() on:click=move |_| studio.undo()>
                    {move || words.get("head.undo")}
                </button>
                <button type="button" class="quiet" disabled=move || !has_future() on:click=move |_| studio.redo()>
                    {move || words.get("head.redo")}
                </button>
            </div>
            {views(studio)}
            {ways_out(studio)}
            {tongues(studio)}
        </header>
        {notice(studio)}
    }
}

/// Renders the choice of how the document is shown.
fn views(studio: Studio) -> impl IntoView {
    let choices = [
        (View::Form, "view.form"),
        (View::Languages, "view.languages"),
        (View::Source, "view.source"),
    ];
    let buttons = choices.map(|(view, key)| {
        let choose = move |_| {
            studio.view.set(view);
            studio.drawn.set(None);
            studio.refresh();
        };
        let is_on = move || if studio.view.get() == view { "true" } else { "false" };
        view! {
            <button type="button" aria-pressed=is_on on:click=choose>
                {move || studio.words.get(key)}
            </button>
        }
    });
    view! {
        <div class="choices" role="group" aria-label=move || studio.words.get("views")>
            {buttons.into_iter().collect_view()}
        </div>
    }
}

/// Offers bytes that the builder makes as a file.
fn take(
    studio: Studio,
    method: &'static str,
    argument: Option<String>,
    name: String,
    form: &'static str,
) {
    studio.say(studio.words.get("out.making"));
    spawn_local(async move {
        let argument = argument.map_or(wasm_bindgen::JsValue::UNDEFINED, Into::into);
        match builder(method, [argument]).await {
            Ok(bytes) => match bytes.dyn_into::<Uint8Array>() {
                Ok(bytes) => {
                    bridge::download(&name, &bytes, form);
                    studio.say(studio.words.with("out.made", &name));
                }
                Err(_) => studio.fail(studio.words.get("out.nothing")),
            },
            Err(error) => studio.fail(error),
        }
    });
}

fn ways_out(studio: Studio) -> impl IntoView {
    let words = studio.words;
    let slug = move || {
        let profile = studio.document.with(|it| it.as_ref().map(|it| it.profile.clone()));
        let name = profile.unwrap_or_default();
        let name = name.rsplit('/').next().unwrap_or_default().to_owned();
        (name.split('.').next().unwrap_or_default().to_owned(), name)
    };
    let profile = move |_| {
        let (_, name) = slug();
        let bytes = Uint8Array::from(studio.text.get_untracked().as_bytes());
        bridge::download(&name, &bytes, "application/json");
    };
    let folder = move |_| {
        take(studio, "folder", None, format!("{}.zip", slug().0), "application/zip");
    };
    let site = move |_| {
        take(studio, "site", None, format!("{}-site.zip", slug().0), "application/zip");
    };
    let exports = move || {
        let paths = studio.state.with(|state| state.as_ref().map(|it| it.exports.clone()));
        let rows = paths.unwrap_or_default().into_iter().map(|path| {
            let name = path.rsplit('/').next().unwrap_or_default().to_owned();
            let own = name.clone();
            let click = move |_| {
                take(studio, "asset", Some(path.clone()), own.clone(), "application/octet-stream");
            };
            view! { <li><button type="button" class="plain" on:click=click>{name}</button></li> }
        });
        rows.collect_view()
    };
    let is_valid = move || {
        studio.state.with(|state| {
            state.as_ref().is_some_and(|it| !it.findings.iter().any(|found| found.is_error))
        })
    };
    view! {
        <details class="menu">
            <summary class="button">{move || words.get("out")}</summary>
            <div>
                <button type="button" class="plain" on:click=site disabled=move || !is_valid()>
                    {move || words.get("out.site")}
                </button>
                <p class="small">{move || words.get("out.site-note")}</p>
                <button type="button" class="plain" on:click=folder>
                    {move || words.get("out.folder")}
                </button>
                <p class="small">{move || words.get("out.folder-note")}</p>
                <button type="button" class="plain" on:click=profile>
                    {move || words.get("out.profile")}
                </button>
                <h2>{move || words.get("out.exports")}</h2>
                <ul>{exports}</ul>
            </div>
        </details>
    }
}
