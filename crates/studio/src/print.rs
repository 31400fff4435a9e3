//! What Typst sets: PDFs, and the finished site with them. It is loaded when it is first asked for.

use crate::bridge;
use crate::documents::stem;
use crate::studio::Studio;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

/// The sizes of paper, by their names in paths, each with the name that is shown.
const PAPERS: [(&str, &str); 2] = [("a4", "A4"), ("letter", "Letter")];

/// Offers what is set as a file.
fn take<const N: usize>(
    studio: Studio,
    method: &'static str,
    values: [JsValue; N],
    name: String,
    media_type: &'static str,
) {
    let words = studio.words;
    studio.say(words.get("out.making"));
    let mut last = 0.0;
    let progressed = move |part: f64| {
        let tenths = (part * 10.0).floor();
        // A screen reader says each of them.
        if tenths > last {
            last = tenths;
            let word = if tenths < 10.0 { "out.loading" } else { "out.making" };
            studio.say(words.with(word, format!("{} %", tenths * 10.0)));
        }
    };
    spawn_local(async move {
        studio.settle().await;
        match bridge::print(method, values, progressed).await {
            Ok(bytes) => {
                bridge::download(&name, &bytes, media_type);
                studio.say(words.with("out.made", &name));
            }
            Err(error) => studio.fail(error),
        }
    });
}

impl Studio {
    /// Offers the profile as PDF, in the language that is shown.
    pub(crate) fn take_pdf(self, paper: &'static str) {
        let profile = self.profile();
        let name = format!("{}.pdf", stem(&profile));
        let values = [profile.into(), self.language.get_untracked().into(), paper.into()];
        take(self, "pdf", values, name, "application/pdf");
    }

    /// Offers the finished site with PDFs as a ZIP.
    pub(crate) fn take_printed_site(self) {
        let name = format!("{}-site.zip", stem(&self.profile()));
        take(self, "site", [], name, "application/zip");
    }
}

/// Renders the ways out that Typst sets; nothing where there is no Typst.
pub(crate) fn printed(studio: Studio, is_valid: Signal<bool>) -> impl IntoView {
    let words = studio.words;
    let papers = PAPERS.map(|(paper, name)| {
        view! {
            <button type="button" class="plain" on:click=move |_| studio.take_pdf(paper) disabled=move || !is_valid.get()>
                {move || words.with("out.pdf", name)}
            </button>
        }
    });
    // Megabytes, rounded up.
    let size = (bridge::size_of_printer() / 1e6).ceil();
    bridge::can_print().then(|| view! {
        <button type="button" class="plain" on:click=move |_| studio.take_printed_site() disabled=move || !is_valid.get()>
            {move || words.get("out.printed-site")}
        </button>
        {papers.collect_view()}
        {(size > 0.0).then(|| view! { <p class="small">{move || words.with("out.printer", size)}</p> })}
    })
}
