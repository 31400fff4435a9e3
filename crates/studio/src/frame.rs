//! The preview: the page of the profile in a frame, made by the builder.

use crate::bridge;
use crate::studio::Studio;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::Closure;
use web_sys::HtmlIFrameElement;

/// Renders the preview.
pub(crate) fn preview(studio: Studio) -> impl IntoView {
    let words = studio.words;
    let is_narrow = RwSignal::new(false);
    let frame = NodeRef::<leptos::html::Iframe>::new();
    Effect::new(move |_| {
        let Some(frame) = frame.get() else { return };
        let frame: HtmlIFrameElement = frame;
        let clicked = Closure::new(move |text: String, section: Option<String>| {
            spawn_local(studio.find(text, section));
        });
        bridge::listen(&frame, &clicked);
        // The frame lasts as long as the document is open.
        clicked.forget();
        studio.frame.set_value(Some(frame));
        studio.refresh();
    });
    on_cleanup(move || studio.frame.set_value(None));
    let tags = Memo::new(move |_| {
        studio.state.with(|state| {
            let languages = state.as_ref().map(|it| it.languages.as_slice()).unwrap_or_default();
            languages.iter().map(|it| it.tag.clone()).collect::<Vec<_>>()
        })
    });
    let themes = Memo::new(move |_| {
        studio.state.with(|state| state.as_ref().map(|it| it.themes.clone()).unwrap_or_default())
    });
    let choose_language = move |event: leptos::ev::Event| {
        studio.language.set(event_target_value(&event));
        studio.drawn.set(None);
        studio.refresh();
    };
    let choose_theme = move |event: leptos::ev::Event| {
        studio.theme.set(Some(event_target_value(&event)).filter(|it| !it.is_empty()));
        studio.refresh();
    };
    let choose_scheme = move |event: leptos::ev::Event| {
        studio.scheme.set(Some(event_target_value(&event)).filter(|it| !it.is_empty()));
        studio.refresh();
    };
    view! {
        <section class="preview" aria-label=move || words.get("preview")>
            <div class="tools">
                <label>
                    <span>{move || words.get("preview.language")}</span>
                    <select prop:value=move || studio.language.get() on:change=choose_language>
                        {move || {
                            let chosen = studio.language.get_untracked();
                            let options = tags.get().into_iter().map(|tag| {
                                let is_chosen = tag == chosen;
                                view! { <option value=tag.clone() selected=is_chosen>{tag.clone()}</option> }
                            });
                            options.collect_view()
                        }}
                    </select>
                </label>
                <label>
                    <span>{move || words.get("preview.theme")}</span>
                    <select on:change=choose_theme>
                        <option value="">{move || words.get("preview.own-theme")}</option>
                        {move || {
                            let options = themes.get().into_iter().map(|theme| {
                                view! { <option value=theme.clone()>{theme.clone()}</option> }
                            });
                            options.collect_view()
                        }}
                    </select>
                </label>
                <label>
                    <span>{move || words.get("preview.scheme")}</span>
                    <select on:change=choose_scheme>
                        <option value="">{move || words.get("preview.system")}</option>
                        <option value="light">{move || words.get("preview.light")}</option>
                        <option value="dark">{move || words.get("preview.dark")}</option>
                    </select>
                </label>
                <button
                    type="button"
                    aria-pressed=move || if is_narrow.get() { "true" } else { "false" }
                    on:click=move |_| is_narrow.update(|it| *it = !*it)
                >
                    {move || words.get("preview.phone")}
                </button>
            </div>
            <iframe
                node_ref=frame
                sandbox="allow-same-origin"
                title=move || words.get("preview")
                data-narrow=move || is_narrow.get().then_some("")
            ></iframe>
        </section>
    }
}
