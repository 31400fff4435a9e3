//! The form of a part of a document.

use crate::bridge;
use crate::coverage::coverage;
use crate::inputs::{line, text_control};
use crate::items::{items, values};
use crate::problems::beside;
use crate::studio::{Studio, View};
use leptos::prelude::*;
use perfil_form::{Change, Control, Input, Kind, PathStep};

/// Returns the identifier of the field of a value in the page.
pub(crate) fn id(path: &[PathStep]) -> String {
    let mut id = "f".to_owned();
    for step in path {
        id.push('-');
        match step {
            PathStep::Index(index) => id.push_str(&index.to_string()),
            PathStep::Key(key) => id.push_str(key),
        }
    }
    id
}

/// Renders the form of the part that is chosen.
pub(crate) fn part_form(studio: Studio) -> impl IntoView {
    let words = studio.words;
    // The focus is where it was, or where it is wanted, once the form is drawn again.
    let before = StoredValue::new(None::<String>);
    Effect::new(move |_| {
        studio.drawn.track();
        let wanted = studio.wanted_focus.get_untracked().or_else(|| before.get_value());
        if let Some(wanted) = wanted
            && studio.drawn.with_untracked(Option::is_some)
        {
            request_animation_frame(move || {
                if bridge::focus_field(&wanted) {
                    studio.wanted_focus.set(None);
                }
            });
        }
    });
    let focused = move |event: leptos::ev::FocusEvent| {
        let element: web_sys::Element = event_target(&event);
        before.set_value(Some(element.id()).filter(|id| !id.is_empty()));
        if let (Some(frame), Some(text)) = (studio.frame.get_value(), bridge::value_of(&element)) {
            bridge::mark(&frame, Some(&text));
        }
    };
    view! {
        <form
            class="form"
            inert=move || studio.is_elsewhere.get()
            data-view=move || if studio.view.get() == View::Languages { "languages" } else { "form" }
            on:focusin=focused
            on:submit=|event: leptos::ev::SubmitEvent| event.prevent_default()
        >
            {coverage(studio)}
            {move || {
                studio.view.track();
                studio
                    .drawn
                    .get()
                    .map(|state| match state.form {
                        Some(form) => {
                            let kind = form.kind.map(|kind| {
                                view! { <p class="small kind">{words.kind(&kind)}</p> }
                            });
                                                        view! {
                                {kind}
                                {controls(studio, form.fields)}
                            }
                                .into_any()
                        }
                        None => view! { <p>{words.get("form.none")}</p> }.into_any(),
                    })
            }}
        </form>
    }
}

fn has_text(control: &Control) -> bool {
    match &control.input {
        Input::Text { .. } | Input::Values { .. } => true,
        Input::Items { items, .. } => !items.is_empty(),
        Input::Record { fields } => fields.iter().any(has_text),
        _ => false,
    }
}

fn is_absent(control: &Control) -> bool {
    let is_address = matches!(control.input, Input::Line { kind: Kind::Id, .. });
    (!control.is_required || is_address)
        && match &control.input {
            Input::Text { texts, .. } => texts.is_empty(),
            // Addresses are seldom changed.
            Input::Line { kind: Kind::Id, .. } => true,
            Input::Line { value, .. } | Input::Choice { value, .. } => value.is_empty(),
            Input::Flag { is_on } => !is_on,
            Input::Values { values, .. } => values.is_empty(),
            Input::Items { items, .. } => items.is_empty(),
            Input::Record { fields } => fields.iter().all(is_absent),
            Input::Other => false,
        }
}

/// Renders fields, those that are there first, and the others when they are asked for.
pub(crate) fn controls(studio: Studio, fields: Vec<Control>) -> AnyView {
    let is_of_languages = studio.view.get_untracked() == View::Languages;
    let fields = fields.into_iter().filter(|field| !is_of_languages || has_text(field));
    let (absent, present): (Vec<_>, Vec<_>) = fields.partition(is_absent);
    let present: Vec<AnyView> = present.into_iter().map(|it| control(studio, it)).collect();
    let more = (!absent.is_empty()).then(|| {
        let fields: Vec<AnyView> = absent.into_iter().map(|it| control(studio, it)).collect();
        view! {
            <details class="more">
                <summary>{studio.words.get("form.more")}</summary>
                {fields}
            </details>
        }
    });
    view! {
        {present}
        {more}
    }
    .into_any()
}

fn control(studio: Studio, control: Control) -> AnyView {
    let words = studio.words;
    let label = words.label(&control.key);
    let (path, own) = (control.path.clone(), id(&control.path));
    let tools = private(studio, &control, &label);
    let found = beside(studio, control.path.clone());
    match control.input.clone() {
        Input::Text { writing, .. } => {
            let field = text_control(studio, &control, writing, true);
            view! {
                <div class="field">
                    <div class="label">{label_of(studio, &label, &own)} {tools}</div>
                    {field}
                    {found}
                </div>
            }
            .into_any()
        }
        Input::Line { kind, value } => view! {
            <div class="field">
                <div class="label"><label for=own.clone()>{label}</label> {tools}</div>
                {line(studio, path, kind, value)}
                {found}
            </div>
        }
        .into_any(),
        Input::Flag { is_on } => {
            let change = move |event: leptos::ev::Event| {
                studio.change(Change::Flag {
                    path: path.clone(),
                    is_on: event_target_checked(&event),
                });
            };
            view! {
                <label class="check field">
                    <input id=own type="checkbox" checked=is_on on:change=change />
                    <span>{label}</span>
                </label>
            }
            .into_any()
        }
        Input::Choice { options, value } => {
            let change = move |event: leptos::ev::Event| {
                let value = event_target_value(&event);
                studio.change(Change::Line { path: path.clone(), value, kind: Kind::Any });
            };
            let options = options.into_iter().map(|option| {
                let is_chosen = option == value;
                view! { <option value=option.clone() selected=is_chosen>{words.label(&option)}</option> }
            });
            view! {
                <div class="field">
                    <div class="label"><label for=own.clone()>{label}</label> {tools}</div>
                    <select id=own on:change=change>
                        <option value="">"–"</option>
                        {options.collect_view()}
                    </select>
                    {found}
                </div>
            }
            .into_any()
        }
        Input::Record { fields } => view! {
            <fieldset class="field record">
                <legend>{label} {tools}</legend>
                {controls(studio, fields)}
                {found}
            </fieldset>
        }
        .into_any(),
        Input::Values { values: inner, writing } => view! {
            <fieldset class="field">
                <legend>{label} {tools}</legend>
                {values(studio, path, inner, writing)}
                {found}
            </fieldset>
        }
        .into_any(),
        Input::Items { items: inner, .. } => view! {
            <fieldset class="field">
                <legend>{label} {tools}</legend>
                {items(studio, path, inner)}
                {found}
            </fieldset>
        }
        .into_any(),
        Input::Other => view! {
            <div class="field">
                <div class="label"><span>{label}</span> {tools}</div>
                <p class="small">{words.get("form.other")}</p>
                {found}
            </div>
        }
        .into_any(),
    }
}

/// Renders the label of a text, which in the view of languages belongs to several fields.
fn label_of(studio: Studio, label: &str, own: &str) -> AnyView {
    if studio.view.get_untracked() == View::Languages {
        view! { <span>{label.to_owned()}</span> }.into_any()
    } else {
        view! { <label for=own.to_owned()>{label.to_owned()}</label> }.into_any()
    }
}

/// Renders the button that makes a value private.
fn private(studio: Studio, control: &Control, label: &str) -> Option<AnyView> {
    if !control.may_be_private || is_absent(control) {
        return None;
    }
    let (path, is_private) = (control.path.clone(), control.is_private);
    let words = studio.words;
    let click = move |_| {
        studio.change(Change::Private { path: path.clone(), is_private: !is_private });
    };
    let text = words.get(if is_private { "private.on" } else { "private.off" });
    let name = words.with(if is_private { "private.show" } else { "private.hide" }, label);
    Some(
        view! {
            <button
                type="button"
                class="quiet private"
                data-on=is_private.then_some("")
                aria-label=name
                on:click=click
            >
                {text}
            </button>
        }
        .into_any(),
    )
}
