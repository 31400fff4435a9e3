//! The page: the start, or an open document.

use crate::bridge;
use crate::fields::part_form;
use crate::frame::preview;
use crate::github_dialog::github_dialog;
use crate::head::head;
use crate::outline::outline;
use crate::palette::{Palette, palette};
use crate::problems::problems;
use crate::source::source;
use crate::start::start;
use crate::studio::{Studio, View};
use crate::words::{STORED, Tongue};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Returns the language that the visitor prefers.
fn preferred() -> Tongue {
    let chosen = window().local_storage().ok().flatten();
    let chosen = chosen.and_then(|storage| storage.get_item(STORED).ok().flatten());
    Tongue::of(&chosen.or_else(|| window().navigator().language()).unwrap_or_default())
}

/// Renders the page.
pub(crate) fn app() -> impl IntoView {
    let studio = Studio::new(preferred());
    Effect::new(move |_| {
        let tongue = studio.words.tongue.get();
        if let Some(root) = document().document_element() {
            // The attribute and the title are there, or the browser has none.
            let _ = root.set_attribute("lang", tongue.tag());
        }
        document().set_title(&studio.words.get("title"));
    });
    // A page that is left, or out of sight on a phone, may never come back.
    let left = window_event_listener_untyped("pagehide", move |_| studio.store_now());
    let hidden = window_event_listener_untyped("blur", move |_| studio.store_now());
    on_cleanup(move || {
        left.remove();
        hidden.remove();
    });
    match bridge::remembered() {
        // As the command opens the page.
        Some(id) if id == "folder" => spawn_local(studio.open_served()),
        Some(fragment) => spawn_local(studio.open_fragment(fragment)),
        None => {}
    }
    let is_open = Memo::new(move |_| studio.document.with(Option::is_some));
    move || {
        if is_open.get() { work(studio).into_any() } else { start(studio).into_any() }
    }
}

/// Renders an open document.
fn work(studio: Studio) -> impl IntoView {
    let words = studio.words;
    let commands = Palette::new(studio);
    let listener =
        window_event_listener(leptos::ev::keydown, move |event| shortcut(commands, studio, &event));
    on_cleanup(move || listener.remove());
    let is_preview = RwSignal::new(false);
    let side =
        move |is_shown: bool| move || if is_preview.get() == is_shown { "true" } else { "false" };
    view! {
        <div class="work" data-side=move || if is_preview.get() { "preview" } else { "edit" }>
            {head(studio, commands)}
            <div class="sides" role="region" aria-label=move || words.get("sides")>
                <button type="button" aria-pressed=side(false) on:click=move |_| is_preview.set(false)>
                    {move || words.get("side.edit")}
                </button>
                <button type="button" aria-pressed=side(true) on:click=move |_| is_preview.set(true)>
                    {move || words.get("side.preview")}
                </button>
            </div>
            <main class="edit">
                {elsewhere(studio)}
                {understood(studio)}
                {move || match studio.view.get() {
                    View::Source => source(studio).into_any(),
                    View::Form | View::Languages => view! {
                        {outline(studio)}
                        {part_form(studio)}
                    }
                    .into_any(),
                }}
                {problems(studio)}
            </main>
            {preview(studio)}
            {palette(commands)}
            {github_dialog(studio)}
        </div>
    }
}

/// Renders what was understood of the file that somebody has brought.
fn understood(studio: Studio) -> impl IntoView {
    let words = studio.words;
    move || {
        let opened = studio.opened.get()?;
        let format = opened.format?;
        let titled = opened.sections.iter().filter(|(title, _)| !title.is_empty());
        let sections = titled.map(|(title, entries)| match entries {
            0 => title.clone(),
            _ => format!("{title} ({entries})"),
        });
        let sections = sections.collect::<Vec<_>>().join(", ");
        let contact: Vec<String> = opened.contact.iter().map(|field| words.label(field)).collect();
        let warnings =
            opened.findings.into_iter().map(|it| format!("{}. {}", it.message, it.remedy));
        let rows: Vec<String> = opened.unsure.into_iter().chain(warnings).collect();
        let doubts = (!rows.is_empty()).then(|| {
            let rows = rows.into_iter().map(|it| view! { <li>{it}</li> }).collect_view();
            view! {
                <details>
                    <summary>{words.get("read.unsure")}</summary>
                    <ul>{rows}</ul>
                </details>
            }
        });
        Some(view! {
            <section class="notice read" aria-label=words.with("read.title", &format)>
                <div>
                    <p>
                        <strong>{words.with("read.title", &format)}</strong>
                        ": "
                        {opened.name}
                    </p>
                    <p class="small">{words.with("read.contact", contact.join(", "))}</p>
                    <p class="small">{words.with("read.sections", sections)}</p>
                    {doubts}
                </div>
                <button
                    type="button"
                    class="quiet"
                    aria-label=words.get("close")
                    on:click=move |_| studio.opened.set(None)
                >
                    "×"
                </button>
            </section>
        })
    }
}

/// Renders what is said if another tab has the document.
fn elsewhere(studio: Studio) -> impl IntoView {
    let words = studio.words;
    move || {
        studio.is_elsewhere.get().then(|| {
            let take = move |_| {
                let id = studio.document.with_untracked(|it| it.as_ref().map(|it| it.id.clone()));
                if let Some(id) = id {
                    spawn_local(studio.open_stored(id, true));
                }
            };
            view! {
                <div class="notice" role="status">
                    <p>{words.get("elsewhere")}</p>
                    <button type="button" on:click=take>{words.get("elsewhere.take")}</button>
                </div>
            }
        })
    }
}

fn shortcut(palette: Palette, studio: Studio, event: &leptos::ev::KeyboardEvent) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return;
    }
    let is_in_source = studio.view.get_untracked() == View::Source;
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) if !is_in_source => {
            event.prevent_default();
            studio.undo();
        }
        ("z", true) | ("y", false) if !is_in_source => {
            event.prevent_default();
            studio.redo();
        }
        ("k", false) => {
            event.prevent_default();
            palette.open();
        }
        ("s", false) => {
            event.prevent_default();
            if studio.folder.with_untracked(Option::is_some) {
                studio.save();
            } else {
                // Everything is kept already, and the browser would keep the page.
                studio.say(studio.words.get("notice.stored"));
            }
        }
        _ => {}
    }
}
