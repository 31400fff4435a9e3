//! The head of an open document: its name, undo, how it is shown, commands, and ways out.

use crate::folder::save_button;
use crate::history::History;
use crate::palette::Palette;
use crate::start::{notice, tongues};
use crate::studio::{Studio, View};
use crate::ways_out::ways_out;
use leptos::prelude::*;

/// Renders the head.
pub(crate) fn head(studio: Studio, palette: Palette) -> impl IntoView {
    let words = studio.words;
    let name = move || {
        let outline =
            studio.state.with(|state| Some(state.as_ref()?.outline.as_ref()?.name.clone()));
        let own = || studio.document.with(|it| it.as_ref().map(|it| it.name.clone()));
        outline.filter(|name| !name.is_empty()).or_else(own).unwrap_or_default()
    };
    let has_past = move || studio.history.with(History::has_past);
    let has_future = move || studio.history.with(History::has_future);
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
                {icon(studio, "head.undo", "↶", move || !has_past(), Studio::undo)}
                {icon(studio, "head.redo", "↷", move || !has_future(), Studio::redo)}
            </div>
            {save_button(studio)}
            {views(studio)}
            <button
                type="button"
                class="quiet"
                aria-label=move || format!("{}: Ctrl K", words.get("palette"))
                on:click=move |_| palette.open()
            >
                <kbd>"Ctrl K"</kbd>
            </button>
            {ways_out(studio)}
            {tongues(studio)}
        </header>
        {notice(studio)}
    }
}

/// Renders a button that shows a picture of what it does.
fn icon(
    studio: Studio,
    key: &'static str,
    picture: &'static str,
    is_disabled: impl Fn() -> bool + Send + Sync + 'static,
    act: fn(Studio),
) -> impl IntoView {
    let name = move || studio.words.get(key);
    view! {
        <button
            type="button"
            class="quiet icon"
            aria-label=name
            title=name
            disabled=is_disabled
            on:click=move |_| act(studio)
        >
            {picture}
        </button>
    }
}

/// Renders the choice of how the document is shown.
fn views(studio: Studio) -> impl IntoView {
    let buttons = View::ALL.map(|(view, key)| {
        let choose = move |_| studio.show_view(view);
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
