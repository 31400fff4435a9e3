//! The preview: the page of the profile in a frame, made by the builder.

use crate::bridge::{self, builder};
use crate::documents::stem;
use crate::studio::Studio;
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::HtmlIFrameElement;

/// How the profile is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    Page,
    /// The page as a browser prints it.
    Print,
    /// The card that other sites embed.
    Card,
    /// The export as plain text.
    Text,
}

impl Face {
    pub(crate) const ALL: [Self; 4] = [Self::Page, Self::Print, Self::Card, Self::Text];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Print => "print",
            Self::Card => "card",
            Self::Text => "text",
        }
    }
}

impl Studio {
    /// Chooses how the profile is shown.
    pub(crate) fn show_face(self, face: Face) {
        self.face.set(face);
        self.refresh();
    }

    /// Shows the profile in the frame: the page that the builder has made, or another of its files.
    pub(crate) async fn show(self, page: Option<String>) -> Result<(), String> {
        let (Some(frame), face) = (self.frame.get_value(), self.face.get_untracked()) else {
            return Ok(());
        };
        let shown = match self.path_of(face) {
            _ if matches!(face, Face::Page | Face::Print) => page,
            Some(path) => match builder("asset", [path.into()]).await?.dyn_into::<Uint8Array>() {
                Ok(bytes) => Some(String::from_utf8_lossy(&bytes.to_vec()).into_owned()),
                Err(_) => None,
            },
            None => None,
        };
        let scheme = self.scheme.get_untracked();
        match shown {
            Some(text) => bridge::show_page(&frame, &text, scheme.as_deref(), face.name()).await,
            // A page that cannot be made is shown as it was.
            None if matches!(face, Face::Page | Face::Print) => Ok(()),
            None => {
                let text = self.words.get("preview.none");
                bridge::show_page(&frame, &text, scheme.as_deref(), Face::Text.name()).await
            }
        }
    }

    /// Returns the path of the file of the site that shows the profile so.
    fn path_of(self, face: Face) -> Option<String> {
        let (profile, language) = (self.profile(), self.language.get_untracked());
        match face {
            Face::Page | Face::Print => None,
            Face::Card => Some(format!("embed/{language}/{}/index.html", stem(&profile))),
            Face::Text => self.state.with_untracked(|state| {
                let exports = state.as_ref().map(|it| it.exports.as_slice()).unwrap_or_default();
                exports.iter().find(|path| path.starts_with("export/txt/")).cloned()
            }),
        }
    }
}

/// Renders the preview.
pub(crate) fn preview(studio: Studio) -> impl IntoView {
    let words = studio.words;
    let is_narrow = RwSignal::new(false);
    let frame = NodeRef::<leptos::html::Iframe>::new();
    Effect::new(move |_| {
        let Some(frame) = frame.get() else { return };
        let frame: HtmlIFrameElement = frame;
        let clicked = Closure::new(move |text: String, section: Option<String>, index: usize| {
            spawn_local(studio.find(text, section, index));
        });
        bridge::listen(&frame, &clicked);
        // The frame lasts as long as the document is open.
        clicked.forget();
        studio.frame.set_value(Some(frame));
        studio.refresh();
    });
    on_cleanup(move || studio.frame.set_value(None));
    let pressed = move || if is_narrow.get() { "true" } else { "false" };
    view! {
        <section class="preview" aria-label=move || words.get("preview")>
            <div class="tools">
                {faces(studio)}
                {languages(studio)}
                {themes(studio)}
                {schemes(studio)}
                <button
                    type="button"
                    aria-pressed=pressed
                    on:click=move |_| is_narrow.update(|it| *it = !*it)
                >
                    {move || words.get("preview.phone")}
                </button>
            </div>
            <iframe
                node_ref=frame
                sandbox="allow-same-origin"
                title=move || words.get("preview")
                data-face=move || studio.face.get().name()
                data-narrow=move || is_narrow.get().then_some("")
            ></iframe>
        </section>
    }
}

/// Renders a choice of how the preview is.
fn choice(
    studio: Studio,
    key: &'static str,
    options: impl IntoView + 'static,
    chosen: impl Fn(Option<String>) + 'static,
) -> impl IntoView {
    let change = move |event: leptos::ev::Event| {
        chosen(Some(event_target_value(&event)).filter(|it| !it.is_empty()));
        studio.refresh();
    };
    view! {
        <label>
            <span>{move || studio.words.get(key)}</span>
            <select on:change=change>{options}</select>
        </label>
    }
}

fn faces(studio: Studio) -> impl IntoView {
    let options = Face::ALL.map(|face| {
        let text = move || studio.words.get(&format!("preview.face.{}", face.name()));
        let is_chosen = move || studio.face.get() == face;
        view! { <option value=face.name() prop:selected=is_chosen>{text}</option> }
    });
    choice(studio, "preview.face", options.into_iter().collect_view(), move |value| {
        let face = Face::ALL.into_iter().find(|face| Some(face.name()) == value.as_deref());
        studio.face.set(face.unwrap_or(Face::Page));
    })
}

fn languages(studio: Studio) -> impl IntoView {
    let tags = Memo::new(move |_| {
        studio.state.with(|state| {
            let languages = state.as_ref().map(|it| it.languages.as_slice()).unwrap_or_default();
            languages.iter().map(|it| it.tag.clone()).collect::<Vec<_>>()
        })
    });
    let options = move || {
        let chosen = studio.language.get();
        let options = tags.get().into_iter().map(|tag| {
            let (name, is_chosen) = (bridge::language_name(&tag), tag == chosen);
            view! { <option value=tag.clone() lang=tag.clone() selected=is_chosen>{name}</option> }
        });
        options.collect_view()
    };
    choice(studio, "preview.language", options, move |value| {
        studio.language.set(value.unwrap_or_default());
        studio.drawn.set(None);
    })
}

fn themes(studio: Studio) -> impl IntoView {
    let themes = Memo::new(move |_| {
        studio.state.with(|state| state.as_ref().map(|it| it.themes.clone()).unwrap_or_default())
    });
    let named = move || {
        let options = themes.get().into_iter().map(|theme| {
            view! { <option value=theme.clone()>{theme.clone()}</option> }
        });
        options.collect_view()
    };
    let options = view! {
        <option value="">{move || studio.words.get("preview.own-theme")}</option>
        {named}
    };
    choice(studio, "preview.theme", options, move |value| studio.theme.set(value))
}

fn schemes(studio: Studio) -> impl IntoView {
    let schemes = [("", "preview.system"), ("light", "preview.light"), ("dark", "preview.dark")];
    let options = schemes.map(|(value, key)| {
        view! { <option value=value>{move || studio.words.get(key)}</option> }
    });
    let options = options.into_iter().collect_view();
    choice(studio, "preview.scheme", options, move |value| studio.scheme.set(value))
}
