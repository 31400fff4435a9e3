//! What people write in: texts, lines and pictures.

use crate::fields::id;
use crate::picture::{contrast, portrait};
use crate::studio::{Studio, View};
use leptos::prelude::*;
use perfil_form::{Change, Control, Input, Kind, PathStep, Writing};

/// Renders the text of one language, or of all of them side by side.
pub(crate) fn text_control(
    studio: Studio,
    control: &Control,
    writing: Writing,
    is_labelled: bool,
) -> AnyView {
    let texts = match &control.input {
        Input::Text { texts, .. } => texts.clone(),
        _ => Vec::new(),
    };
    let is_of_all = texts.is_empty() && writing == Writing::Name
        || texts.iter().any(|(language, _)| language.is_empty());
    let label = studio.words.label(&control.key);
    if studio.view.get_untracked() == View::Languages && !is_of_all {
        let tags = studio.state.with_untracked(|state| {
            let languages = state.as_ref().map(|it| it.languages.as_slice()).unwrap_or_default();
            languages.iter().map(|it| it.tag.clone()).collect::<Vec<_>>()
        });
        let fields = tags.into_iter().map(|tag| {
            let is_missing = !texts.iter().any(|(own, _)| *own == tag);
            view! {
                <label class="tongue" data-missing=is_missing.then_some("")>
                    <span class="tag">{tag.clone()} <span class="hidden">{format!(" {label}")}</span></span>
                    {text_box(studio, control, writing, tag.clone(), &texts, format!("-{tag}"), None)}
                </label>
            }
        });
        return view! { <div class="tongues">{fields.collect_view()}</div> }.into_any();
    }
    let language = if is_of_all { String::new() } else { studio.language.get_untracked() };
    let has_label = is_labelled && studio.view.get_untracked() != View::Languages;
    let name = (!has_label).then_some(label);
    text_box(studio, control, writing, language, &texts, String::new(), name)
}

fn text_box(
    studio: Studio,
    control: &Control,
    writing: Writing,
    language: String,
    texts: &[(String, String)],
    suffix: String,
    name: Option<String>,
) -> AnyView {
    let of = |language: &str| {
        texts.iter().find(|(own, _)| own == language).map(|(_, text)| text.clone())
    };
    let text = of(&language).unwrap_or_default();
    // What is missing in this language is shown in another one.
    let placeholder =
        if text.is_empty() { texts.first().map(|(_, text)| text.clone()) } else { None };
    let (path, is_required) = (control.path.clone(), control.is_required);
    let own = format!("{}{suffix}", id(&control.path));
    let (lang, tag) = (language.clone(), language);
    let lang = (!lang.is_empty()).then_some(lang);
    let input = move |event: leptos::ev::Event| {
        studio.change(Change::Text {
            path: path.clone(),
            language: tag.clone(),
            text: event_target_value(&event),
            writing,
            is_required,
        });
    };
    if writing == Writing::Prose || text.contains('\n') {
        let rows = (text.chars().count() / 60 + text.lines().count()).clamp(2, 12).to_string();
        view! {
            <textarea
                id=own
                lang=lang
                dir="auto"
                rows=rows
                aria-label=name
                placeholder=placeholder
                prop:value=text
                on:input=input
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                id=own
                type="text"
                lang=lang
                dir="auto"
                aria-label=name
                placeholder=placeholder
                prop:value=text
                on:input=input
            />
        }
        .into_any()
    }
}

/// Renders a string without languages.
pub(crate) fn line(studio: Studio, path: Vec<PathStep>, kind: Kind, value: String) -> AnyView {
    let own = id(&path);
    let changed = path.clone();
    let input = move |event: leptos::ev::Event| {
        let value = event_target_value(&event);
        studio.change(Change::Line { path: changed.clone(), value, kind });
    };
    match kind {
        Kind::Hue => view! {
            <div class="hue">
                <input id=own type="range" min="0" max="360" prop:value=value on:input=input />
                {contrast(studio)}
            </div>
        }
        .into_any(),
        Kind::Image => view! {
            <input id=own type="text" prop:value=value on:input=input />
            {portrait(studio, path)}
        }
        .into_any(),
        _ => {
            let (form, placeholder) = match kind {
                Kind::Url => ("url", Some("https://…")),
                Kind::Email => ("email", None),
                Kind::Date => ("text", Some("2021-03")),
                Kind::Duration => ("text", Some("P1Y6M")),
                _ => ("text", None),
            };
            view! { <input id=own type=form placeholder=placeholder prop:value=value on:input=input /> }
                .into_any()
        }
    }
}
