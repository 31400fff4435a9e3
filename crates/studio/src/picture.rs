//! A portrait: chosen, cropped to a square, scaled, and added to the content; and the contrast of its colours.

use crate::bridge::text;
use crate::fields::id;
use crate::studio::Studio;
use js_sys::{Array, Promise, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use perfil_form::{Change, Kind, PathStep};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlCanvasElement, HtmlIFrameElement};

#[wasm_bindgen(module = "/js/picture.js")]
extern "C" {
    #[wasm_bindgen(js_name = readPicture)]
    fn read_picture(file: &web_sys::File) -> Promise;
    #[wasm_bindgen(js_name = showCrop)]
    fn show_crop(canvas: &HtmlCanvasElement, zoom: f64, across: f64, down: f64);
    fn cropped(zoom: f64, across: f64, down: f64) -> Promise;
    /// Returns the contrast of the accent colour and the paper of the page in a frame (WCAG 2.2).
    #[wasm_bindgen(js_name = contrastOf)]
    pub(crate) fn contrast_of(frame: &HtmlIFrameElement) -> Option<f64>;
}

/// The part of a picture that is taken.
#[derive(Clone, Copy)]
struct Crop {
    zoom: RwSignal<f64>,
    /// Where it is in the room that there is, from 0 to 1.
    across: RwSignal<f64>,
    down: RwSignal<f64>,
}

/// Renders the choice of a picture, which becomes a file of the content.
pub(crate) fn portrait(studio: Studio, path: Vec<PathStep>) -> impl IntoView {
    let words = studio.words;
    let own = format!("{}-file", id(&path));
    let crop =
        Crop { zoom: RwSignal::new(1.0), across: RwSignal::new(0.5), down: RwSignal::new(0.5) };
    let is_open = RwSignal::new(false);
    let chosen = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        input.set_value("");
        spawn_local(async move {
            match JsFuture::from(read_picture(&file)).await {
                Ok(_) => {
                    crop.zoom.set(1.0);
                    crop.across.set(0.5);
                    crop.down.set(0.5);
                    is_open.set(true);
                }
                Err(_) => studio.fail(words.get("picture.unreadable")),
            }
        });
    };
    let take = Callback::new(move |()| {
        is_open.set(false);
        let path = path.clone();
        spawn_local(async move {
            if let Err(error) = add(studio, path, crop).await {
                studio.fail(error);
            }
        });
    });
    view! {
        <label class="button" for=own.clone()>{words.get("picture.choose")}</label>
        <input id=own class="hidden" type="file" accept="image/*" on:change=chosen />
        {move || is_open.get().then(|| cropper(studio, crop, is_open, take))}
    }
}

async fn add(studio: Studio, path: Vec<PathStep>, crop: Crop) -> Result<(), String> {
    let (zoom, across, down) =
        (crop.zoom.get_untracked(), crop.across.get_untracked(), crop.down.get_untracked());
    let pair = JsFuture::from(cropped(zoom, across, down)).await.map_err(|error| text(&error))?;
    let pair = Array::from(&pair);
    let bytes: Uint8Array =
        pair.get(1).dyn_into().map_err(|_| studio.words.get("picture.unreadable"))?;
    let value = format!("images/{}", pair.get(0).as_string().unwrap_or_default());
    studio.add_file(value.clone(), bytes, Change::Line { path, value, kind: Kind::Image });
    studio.drawn.set(None);
    Ok(())
}

/// Renders the square that is taken of a picture, and what moves it, by keyboard and by pointer.
fn cropper(
    studio: Studio,
    crop: Crop,
    is_open: RwSignal<bool>,
    take: Callback<()>,
) -> impl IntoView {
    let words = studio.words;
    let canvas = NodeRef::<leptos::html::Canvas>::new();
    Effect::new(move |_| {
        let (zoom, across, down) = (crop.zoom.get(), crop.across.get(), crop.down.get());
        if let Some(canvas) = canvas.get() {
            show_crop(&canvas, zoom, across, down);
        }
    });
    let first = NodeRef::<leptos::html::Input>::new();
    Effect::new(move |_| {
        if let Some(first) = first.get() {
            // A field that is there can have the focus.
            let _ = first.focus();
        }
    });
    let slider = move |key: &'static str,
                       value: RwSignal<f64>,
                       range: (&'static str, &'static str)| {
        let set = move |event| value.set(event_target_value(&event).parse().unwrap_or_default());
        view! {
            <label>
                <span>{words.get(key)}</span>
                <input type="range" min=range.0 max=range.1 step="0.01" prop:value=move || value.get() on:input=set />
            </label>
        }
    };
    let zoom = move |event| crop.zoom.set(event_target_value(&event).parse().unwrap_or(1.0));
    view! {
        <div class="crop" role="group" aria-label=words.get("picture.crop")>
            <canvas node_ref=canvas width="320" height="320" role="img" aria-label=words.get("picture.part")></canvas>
            <div>
                <label>
                    <span>{words.get("picture.zoom")}</span>
                    <input
                        type="range"
                        min="1"
                        max="4"
                        step="0.01"
                        node_ref=first
                        prop:value=move || crop.zoom.get()
                        on:input=zoom
                    />
                </label>
                {slider("picture.across", crop.across, ("0", "1"))}
                {slider("picture.down", crop.down, ("0", "1"))}
                <button type="button" class="use" on:click=move |_| take.run(())>
                    {words.get("picture.use")}
                </button>
                <button type="button" on:click=move |_| is_open.set(false)>
                    {words.get("picture.cancel")}
                </button>
            </div>
        </div>
    }
}

/// Renders the contrast of an accent colour on the page.
pub(crate) fn contrast(studio: Studio) -> impl IntoView {
    let found = RwSignal::new(None::<f64>);
    Effect::new(move |_| {
        studio.shown.track();
        found.set(studio.frame.get_value().and_then(|frame| contrast_of(&frame)));
    });
    move || {
        found.get().map(|found| {
            let figure = format!("{found:.1}");
            view! { <p class="small contrast">{studio.words.with("hue.contrast", figure)}</p> }
        })
    }
}
