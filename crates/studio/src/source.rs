//! The owner's own file, with what is wrong at its lines.

use crate::bridge;
use crate::studio::Studio;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::Closure;

/// Returns the path of the file that is shown: the profile, unless another one was chosen.
fn shown(studio: Studio) -> String {
    studio.source.get().unwrap_or_else(|| {
        studio.document.with(|it| it.as_ref().map(|it| it.profile.clone())).unwrap_or_default()
    })
}

/// Whether a file is one that people write.
fn is_text(path: &str) -> bool {
    let end = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    ["json", "yaml", "yml", "md", "markdown", "txt", "css", "toml"].contains(&end.as_str())
}

/// Renders the file.
pub(crate) fn source(studio: Studio) -> impl IntoView {
    let words = studio.words;
    let place = NodeRef::<leptos::html::Div>::new();
    let path = Memo::new(move |_| shown(studio));
    Effect::new(move |_| {
        let (Some(place), path) = (place.get(), path.get()) else { return };
        let place: web_sys::HtmlElement = place.into();
        let text = studio.text(&path).unwrap_or_default();
        let label = words.with("source.label", &path);
        let own = path.clone();
        let changed = Closure::new(move |text: String| studio.write(own.clone(), text));
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
        studio.revision.track();
        bridge::replace_source(&studio.text(&path.get_untracked()).unwrap_or_default());
    });
    view! {
        <div class="source" inert=move || studio.is_elsewhere.get()>
            {choice(studio, path)}
            <div node_ref=place></div>
        </div>
    }
}

/// Renders the choice of a file of the content folder.
fn choice(studio: Studio, path: Memo<String>) -> impl IntoView {
    let choose =
        move |event: leptos::ev::Event| studio.source.set(Some(event_target_value(&event)));
    view! {
        <p class="file">
            <label class="small" for="source-file">{move || studio.words.get("source.file")}</label>
            <select id="source-file" on:change=choose>
                {move || {
                    studio.revision.track();
                    let chosen = path.get();
                    let mut paths = studio.files.with_value(bridge::paths);
                    paths.retain(|path| is_text(path));
                    paths.sort();
                    let options = paths.into_iter().map(|path| {
                        let is_chosen = path == chosen;
                        view! { <option value=path.clone() selected=is_chosen>{path.clone()}</option> }
                    });
                    options.collect_view()
                }}
            </select>
        </p>
    }
}

/// Marks what is wrong in the editor.
fn mark(studio: Studio) {
    let path = untrack(|| shown(studio));
    studio.state.with_untracked(|state| {
        let all = state.as_ref().map(|it| it.findings.as_slice()).unwrap_or_default();
        let own = all.iter().filter(|it| it.file == path);
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
