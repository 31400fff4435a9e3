//! The parts of a document: the person, and the sections, which can be ordered here.

use crate::documents::{profiles, stem};
use crate::items::{Row, moves};
use crate::studio::Studio;
use leptos::prelude::*;
use perfil_form::{Change, Item, Part, PathStep};

/// The key of the sections.
const SECTIONS: &str = "sections";

/// Renders the parts.
pub(crate) fn outline(studio: Studio) -> impl IntoView {
    let words = studio.words;
    let parts = Memo::new(move |_| studio.state.with(|state| state.as_ref()?.outline.clone()));
    let current = move |part: Part| {
        let part = StoredValue::new(part);
        move || part.with_value(|part| studio.part.with(|it| it == part)).then_some("true")
    };
    view! {
        <nav class="outline" inert=move || studio.is_elsewhere.get() aria-label=move || words.get("outline")>
            {profile(studio)}
            <button
                type="button"
                class="part"
                aria-current=current(Part::Head)
                on:click=move |_| studio.show_part(Part::Head)
            >
                {move || words.get("outline.person")}
            </button>
            <ol>
                {move || {
                    let sections = parts.get().map(|it| it.sections).unwrap_or_default();
                    let count = sections.len();
                    let rows = sections.into_iter().enumerate().map(|(index, section)| {
                        let part = Part::Section(index);
                        let chosen = current(part.clone());
                        let title = title(studio, &section);
                        let row = Row {
                            list: vec![PathStep::Key(SECTIONS.to_owned())],
                            path: section.path.clone(),
                            index,
                            count,
                            title: title.clone(),
                            is_private: section.is_private,
                        };
                        view! {
                            <li data-private=section.is_private.then_some("")>
                                <button
                                    type="button"
                                    class="part"
                                    aria-current=chosen
                                    on:click=move |_| studio.show_part(part.clone())
                                >
                                    {title}
                                </button>
                                {moves(studio, row)}
                            </li>
                        }
                    });
                    rows.collect_view()
                }}
            </ol>
            {add_section(studio)}
        </nav>
    }
}

/// Renders the choice of a profile, in a folder of several.
fn profile(studio: Studio) -> impl IntoView {
    let words = studio.words;
    let choose = move |event: leptos::ev::Event| studio.show_profile(event_target_value(&event));
    move || {
        let own = studio.document.with(|it| it.as_ref().map(|it| it.profile.clone()));
        let all = studio.files.with_value(profiles);
        (all.len() > 1).then(|| {
            let options = all.into_iter().map(|path| {
                let is_chosen = Some(&path) == own.as_ref();
                view! { <option value=path.clone() selected=is_chosen>{stem(&path).to_owned()}</option> }
            });
            view! {
                <label class="hidden" for="profile">{words.get("outline.profile")}</label>
                <select id="profile" on:change=choose>{options.collect_view()}</select>
            }
        })
    }
}

/// Returns the title of a section, or its kind.
pub(crate) fn title(studio: Studio, section: &Item) -> String {
    if section.title.is_empty() {
        studio.words.kind(section.kind.as_deref().unwrap_or_default())
    } else {
        section.title.clone()
    }
}

fn add_section(studio: Studio) -> impl IntoView {
    let words = studio.words;
    let kinds = Memo::new(move |_| {
        studio.state.with(|state| Some(state.as_ref()?.outline.as_ref()?.kinds.clone()))
    });
    let add = move |event: leptos::ev::Event| {
        let kind = event_target_value(&event);
        if kind.is_empty() {
            return;
        }
        let index = studio.state.with_untracked(|state| {
            let outline = state.as_ref().and_then(|it| it.outline.as_ref());
            outline.map(|it| it.sections.len()).unwrap_or_default()
        });
        let path = vec![PathStep::Key(SECTIONS.to_owned())];
        let text = words.kind(&kind);
        studio.part.set(Part::Section(index));
        studio.change(Change::Add { path, index, kind: Some(kind), text });
        event_target::<web_sys::HtmlSelectElement>(&event).set_value("");
    };
    view! {
        <label class="hidden" for="add-section">{move || words.get("outline.add")}</label>
        <select id="add-section" on:change=add>
            <option value="">{move || words.get("outline.add")}</option>
            {move || {
                let options = kinds.get().unwrap_or_default().into_iter().map(|kind| {
                    view! { <option value=kind.clone()>{words.kind(&kind)}</option> }
                });
                options.collect_view()
            }}
        </select>
    }
}
