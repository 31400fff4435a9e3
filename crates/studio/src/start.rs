//! The start: a file that somebody has, a name, or a document that is in the browser already.

use crate::bridge;
use crate::folder::open_buttons;
use crate::storage;
use crate::studio::Studio;
use crate::words::Tongue;
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{DragEvent, File, HtmlInputElement};

/// The largest file that is read, in bytes. What the importers read is smaller.
const MAX_BYTES: f64 = 50_000_000.0;

/// The languages that are offered at the start; others can be added later.
const LANGUAGES: [(&str, &str); 3] = [("en", "English"), ("es", "Español"), ("ar", "العربية")];

/// Renders the start.
pub(crate) fn start(studio: Studio) -> impl IntoView {
    let words = studio.words;
    let is_working = RwSignal::new(false);
    let languages = RwSignal::new(vec![words.tongue.get_untracked().tag().to_owned()]);
    let begin = move |name: Option<String>, file: Option<(String, Uint8Array)>| {
        is_working.set(true);
        studio.notice.set(None);
        spawn_local(async move {
            if let Err(error) = studio.start(name, file, languages.get_untracked()).await {
                studio.fail(error);
            }
            is_working.set(false);
        });
    };
    let take = move |file: File| {
        if file.size() > MAX_BYTES {
            studio.fail(words.get("start.too-large"));
            return;
        }
        is_working.set(true);
        spawn_local(async move {
            match bridge::bytes_of(&file).await {
                Ok(bytes) => {
                    if studio.open_archive(&file.name(), &bytes).await {
                        is_working.set(false);
                    } else {
                        begin(None, Some((file.name(), bytes)));
                    }
                }
                Err(error) => {
                    is_working.set(false);
                    studio.fail(error);
                }
            }
        });
    };
    let name = NodeRef::<leptos::html::Input>::new();
    let create = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let name = name.get_untracked().map(|input: HtmlInputElement| input.value());
        let name = name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
        match name {
            Some(name) => begin(Some(name), None),
            None => studio.fail(words.get("start.no-name")),
        }
    };
    view! {
        <main class="start">
            <header>
                <p class="mark">"Perfil"</p>
                {tongues(studio)}
            </header>
            <h1>{move || words.get("start.title")}</h1>
            <p class="lead">{move || words.get("start.lead")}</p>
            {notice(studio)}
            {drop_zone(studio, is_working, take)}
            <div class="ways">
                <form on:submit=create>
                    <h2>{move || words.get("start.empty")}</h2>
                    <label for="name">{move || words.label("name")}</label>
                    <input id="name" type="text" autocomplete="name" node_ref=name />
                    {language_boxes(studio, languages)}
                    <button type="submit" disabled=is_working>
                        {move || words.get("start.create")}
                    </button>
                </form>
                {kept(studio)}
            </div>
        </main>
    }
}

fn drop_zone(
    studio: Studio,
    is_working: RwSignal<bool>,
    take: impl Fn(File) + Copy + 'static,
) -> impl IntoView {
    let words = studio.words;
    let is_over = RwSignal::new(false);
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        is_over.set(false);
        if let Some(folder) = bridge::dropped_folder(&event) {
            is_working.set(true);
            spawn_local(async move {
                studio.open_dropped(folder).await;
                is_working.set(false);
            });
            return;
        }
        let file =
            event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0));
        if let Some(file) = file {
            take(file);
        }
    };
    let chosen = move |event: leptos::ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            take(file);
        }
        // The same file can be chosen again, once it is mended.
        input.set_value("");
    };
    view! {
        <div
            class="drop"
            data-over=move || is_over.get().then_some("")
            on:dragover=move |event: DragEvent| {
                event.prevent_default();
                is_over.set(true);
            }
            on:dragleave=move |_| is_over.set(false)
            on:drop=dropped
        >
            <p>{move || words.get(if is_working.get() { "start.reading" } else { "start.drop" })}</p>
            <label class="button" for="file">{move || words.get("start.choose")}</label>
            <input id="file" class="hidden" type="file" on:change=chosen disabled=is_working />
            {open_buttons(studio, is_working)}
            <p class="small">{move || words.get("start.formats")}</p>
        </div>
    }
}

fn language_boxes(studio: Studio, languages: RwSignal<Vec<String>>) -> impl IntoView {
    let boxes = LANGUAGES.map(|(tag, name)| {
        let change = move |event: leptos::ev::Event| {
            let is_on = event_target_checked(&event);
            languages.update(|languages| {
                languages.retain(|it| it != tag);
                if is_on {
                    languages.push(tag.to_owned());
                }
                if languages.is_empty() {
                    languages.push("en".to_owned());
                }
            });
        };
        let is_on = move || languages.with(|languages| languages.iter().any(|it| it == tag));
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=is_on on:change=change />
                <span lang=tag>{name}</span>
            </label>
        }
    });
    view! {
        <fieldset class="checks">
            <legend>{move || studio.words.get("start.languages")}</legend>
            {boxes.into_iter().collect_view()}
        </fieldset>
    }
}

/// Renders the documents that are in this browser.
fn kept(studio: Studio) -> impl IntoView {
    let words = studio.words;
    let documents = RwSignal::new(Vec::<(String, String)>::new());
    let load = move || {
        spawn_local(async move {
            documents.set(storage::documents().await.unwrap_or_default());
        });
    };
    load();
    move || {
        (!documents.with(Vec::is_empty)).then(|| {
            let rows = documents.get().into_iter().map(|(id, name)| {
                let (own, label) = (id.clone(), words.with("start.forget", &name));
                let forget = move |_| {
                    let id = id.clone();
                    spawn_local(async move {
                        if storage::forget(&id).await.is_ok() {
                            load();
                        }
                    });
                };
                view! {
                    <li>
                        <button
                            type="button"
                            class="plain"
                            on:click=move |_| spawn_local(studio.open_stored(own.clone(), false))
                        >
                            {name}
                        </button>
                        <button type="button" class="quiet" aria-label=label on:click=forget>"×"</button>
                    </li>
                }
            });
            view! {
                <section class="kept" aria-labelledby="kept">
                    <h2 id="kept">{words.get("start.kept")}</h2>
                    <ul>{rows.collect_view()}</ul>
                    <p class="small">{words.get("start.kept-note")}</p>
                </section>
            }
        })
    }
}

/// Renders what has to be said.
pub(crate) fn notice(studio: Studio) -> impl IntoView {
    let words = studio.words;
    view! {
        <div role="status" aria-live="polite">
            {move || {
                studio.notice.get().map(|notice| {
                    view! {
                        <div class="notice" data-error=notice.is_error.then_some("")>
                            <p>{notice.text}</p>
                            <button
                                type="button"
                                class="quiet"
                                aria-label=words.get("close")
                                on:click=move |_| studio.notice.set(None)
                            >
                                "×"
                            </button>
                        </div>
                    }
                })
            }}
        </div>
    }
}

/// Renders the choice of the language of the interface.
pub(crate) fn tongues(studio: Studio) -> impl IntoView {
    let words = studio.words;
    let choices = [(Tongue::English, "English"), (Tongue::Spanish, "Español")];
    let buttons = choices.map(|(own, name)| {
        let choose = move |_| words.choose(own);
        let is_on = move || if words.tongue.get() == own { "true" } else { "false" };
        view! {
            <button type="button" class="quiet" lang=own.tag() aria-pressed=is_on on:click=choose>
                {name}
            </button>
        }
    });
    view! { <div class="tongues">{buttons.into_iter().collect_view()}</div> }
}
