//! Ways out: the finished site, the content folder, the profile, and files for other programs.

use crate::bridge::{self, builder};
use crate::documents::stem;
use crate::print;
use crate::studio::Studio;
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast as _;

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
        studio.settle().await;
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

impl Studio {
    /// Offers the finished site as a ZIP.
    pub(crate) fn take_site(self) {
        let name = format!("{}-site.zip", stem(&self.profile()));
        take(self, "site", None, name, "application/zip");
    }

    /// Offers the content folder as a ZIP.
    pub(crate) fn take_folder(self) {
        take(self, "folder", None, format!("{}.zip", stem(&self.profile())), "application/zip");
    }

    /// Offers the profile as it is written.
    pub(crate) fn take_profile(self) {
        spawn_local(async move {
            self.settle().await;
            let profile = self.profile();
            let bytes = Uint8Array::from(self.text(&profile).unwrap_or_default().as_bytes());
            let name = profile.rsplit('/').next().unwrap_or_default();
            bridge::download(name, &bytes, "application/json");
        });
    }
}

/// Renders the menu of ways out.
pub(crate) fn ways_out(studio: Studio) -> impl IntoView {
    let words = studio.words;
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
    let is_valid = Signal::derive(move || {
        studio.state.with(|state| {
            state.as_ref().is_some_and(|it| !it.findings.iter().any(|found| found.is_error))
        })
    });
    // The folder that the command serves is there in every browser.
    let has_folder = Memo::new(move |_| studio.folder.with(Option::is_some));
    let in_folder = move || {
        (has_folder.get() || bridge::can_open_folder()).then(|| {
            view! {
                <button type="button" class="plain" on:click=move |_| studio.save()>
                    {move || match studio.folder.get() {
                        Some(folder) => words.with("folder.save", folder.name),
                        None => words.get("folder.choose"),
                    }}
                </button>
                <p class="small">{move || words.get("folder.choose-note")}</p>
            }
        })
    };
    let menu = NodeRef::<leptos::html::Details>::new();
    Effect::new(move |_| {
        if let Some(menu) = menu.get() {
            bridge::as_menu(&menu);
        }
    });
    view! {
        <details class="menu" node_ref=menu>
            <summary class="button">{move || words.get("out")}</summary>
            <div tabindex="-1">
                <button type="button" class="plain" on:click=move |_| studio.take_site() disabled=move || !is_valid.get()>
                    {move || words.get("out.site")}
                </button>
                <p class="small">{move || words.get("out.site-note")}</p>
                {print::printed(studio, is_valid)}
                {in_folder}
                <button type="button" class="plain" on:click=move |_| studio.publish()>
                    {move || words.get("github")}
                </button>
                <p class="small">{move || words.get("github.note")}</p>
                <button type="button" class="plain" on:click=move |_| studio.take_folder()>
                    {move || words.get("out.folder")}
                </button>
                <p class="small">{move || words.get("out.folder-note")}</p>
                <button type="button" class="plain" on:click=move |_| studio.take_profile()>
                    {move || words.get("out.profile")}
                </button>
                <button type="button" class="plain" on:click=move |_| studio.take_link()>
                    {move || words.get("link.copy")}
                </button>
                <p class="small">{move || words.get("link.note")}</p>
                <h2>{move || words.get("out.exports")}</h2>
                <ul>{exports}</ul>
            </div>
        </details>
    }
}
