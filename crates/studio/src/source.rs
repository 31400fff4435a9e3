//! The owner's own file, with what is wrong at its lines.

use crate::bridge;
use crate::studio::Studio;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::Closure;

/// Renders the file.
pub(crate) fn source(studio: Studio) -> impl IntoView {
    let words = studio.words;
    let place = NodeRef::<leptos::html::Div>::new();
    let profile = move || {
        studio.document.with(|it| it.as_ref().map(|it| it.profile.clone())).unwrap_or_default()
    };
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let place: web_sys::HtmlElement = place.into();
        let (text, path) = (studio.text.get_untracked(), profile());
        let changed = Closure::new(move |text: String| studio.write(text));
        let label = words.with("source.label", &path);
        spawn_local(async move {
            if let Err(error) = bridge::edit_source(&place, &text, &path, &label, &changed).await {
                studio.fail(error);
            }
            // The editor lasts as long as the view, and is told of no end.
            changed.forget();
            mark(studio);
        });
    });
    Effect::new(move |_| {
        studio.state.track();
        mark(studio);
    });
    Effect::new(move |_| {
        let text = studio.text.get();
        bridge::replace_source(&text);
    });
    view! {
        <div class="source" inert=move || studio.is_elsewhere.get()>
            <p class="small"><code>{profile}</code></p>
            <div node_ref=place></div>
        </div>
    }
}

/// Marks what is wrong in the editor.
fn mark(studio: Studio) {
    let profile = studio.document.with_untracked(|it| it.as_ref().map(|it| it.profile.clone()));
    studio.state.with_untracked(|state| {
        let all = state.as_ref().map(|it| it.findings.as_slice()).unwrap_or_default();
        let own = all.iter().filter(|it| Some(&it.file) == profile.as_ref());
        let marks = own.filter_map(|it| {
            let (from, to) = it.range?;
            let severity = if it.is_error { "error" } else { "warning" };
            let message = format!("{}. {}", it.message, it.remedy);
            Some(serde_json::json!({ "from": from, "to": to, "severity": severity, "message": message }))
        });
        let marks = serde_json::Value::Array(marks.collect());
        bridge::mark_source(&marks.to_string());
    });
}
