//! Lists of objects, whose order can be changed by buttons, by keys and by dragging.

use crate::bridge;
use crate::fields::{controls, id};
use crate::inputs::text_control;
use crate::studio::Studio;
use leptos::prelude::*;
use perfil_form::{Change, Control, Input, Item, PathStep, Writing};

/// An element of a list.
#[derive(Clone)]
pub(crate) struct Row {
    /// The path of the list.
    pub(crate) list: Vec<PathStep>,
    /// The path of the element.
    pub(crate) path: Vec<PathStep>,
    pub(crate) index: usize,
    pub(crate) count: usize,
    pub(crate) title: String,
    pub(crate) is_private: bool,
}

/// Renders the buttons that move and remove an element.
pub(crate) fn moves(studio: Studio, row: Row) -> impl IntoView {
    let words = studio.words;
    let Row { list, path, index, count, title, is_private } = row;
    let own = id(&path);
    let (is_first, is_last) = (index == 0, index + 1 == count);
    let go = move |to: usize, list: &[PathStep], button: &str| {
        let moved = [list, &[PathStep::Index(to)]].concat();
        studio.wanted_focus.set(Some(format!("{}-{button}", id(&moved))));
        studio.change(Change::Move { path: list.to_vec(), from: index, to });
    };
    let dragged = list.clone();
    let drag = move |event: leptos::ev::PointerEvent| {
        if event.button() == 0 {
            let list = dragged.clone();
            leptos::task::spawn_local(async move {
                if let Some(to) = bridge::drag(&event).await {
                    studio.change(Change::Move { path: list, from: index, to });
                }
            });
        }
    };
    let (up, down) = (list.clone(), list);
    let hidden = path.clone();
    let hide = move |_| {
        studio.change(Change::Private { path: hidden.clone(), is_private: !is_private });
    };
    let what = if is_private { "private.show" } else { "private.hide" };
    let remove = move |_| studio.change(Change::Remove { path: path.clone() });
    view! {
        <span class="moves">
            // The arrows do the same by keyboard.
            <span class="grip" aria-hidden="true" hidden=count < 2 on:pointerdown=drag>
                "⠿"
            </span>
            <button
                type="button"
                class="quiet private"
                id=format!("{own}-private")
                data-on=is_private.then_some("")
                aria-label=words.with(what, &title)
                on:click=hide
            >
                {words.get(if is_private { "private.on" } else { "private.off" })}
            </button>
            <button
                type="button"
                class="quiet"
                id=format!("{own}-up")
                disabled=is_first
                aria-label=words.with("item.up", &title)
                on:click=move |_| go(index - 1, &up, "up")
            >
                "↑"
            </button>
            <button
                type="button"
                class="quiet"
                id=format!("{own}-down")
                disabled=is_last
                aria-label=words.with("item.down", &title)
                on:click=move |_| go(index + 1, &down, "down")
            >
                "↓"
            </button>
            <button type="button" class="quiet" aria-label=words.with("item.remove", &title) on:click=remove>
                "×"
            </button>
        </span>
    }
}

/// Renders the button that adds an element.
fn add(studio: Studio, path: Vec<PathStep>, count: usize, is_opened: bool) -> impl IntoView {
    let words = studio.words;
    let key = match path.last() {
        Some(PathStep::Key(key)) => key.clone(),
        _ => String::new(),
    };
    let label = words.with("item.add", words.label(&key));
    let click = move |_| {
        let text = words.get("item.new");
        let element = [path.as_slice(), &[PathStep::Index(count)]].concat();
        if is_opened {
            studio.open.update(|open| open.push(element.clone()));
        }
        studio.wanted_focus.set(Some(id(&element)));
        studio.change(Change::Add { path: path.clone(), index: count, kind: None, text });
    };
    view! {
        <button type="button" class="add" on:click=click>
            {label}
        </button>
    }
}

/// Renders a list of texts.
pub(crate) fn values(
    studio: Studio,
    path: Vec<PathStep>,
    values: Vec<Control>,
    writing: Writing,
) -> impl IntoView {
    let count = values.len();
    let rows = values.into_iter().enumerate().map(|(index, control)| {
        let row = Row {
            list: path.clone(),
            path: control.path.clone(),
            index,
            count,
            title: (index + 1).to_string(),
            is_private: control.is_private,
        };
        view! { <li class="value">{text_control(studio, &control, writing, false)} {moves(studio, row)}</li> }
    });
    view! {
        <ol class="values">{rows.collect_view()}</ol>
        {add(studio, path, count, false)}
    }
}

/// Returns the title of an object by now: what somebody types in its fields is not drawn again.
fn title_at(fields: &[Control], path: &[PathStep]) -> Option<String> {
    fields.iter().find_map(|field| match &field.input {
        Input::Record { fields } => title_at(fields, path),
        Input::Items { items, .. } => {
            let item = items.iter().find(|it| path.starts_with(&it.path))?;
            if item.path == path {
                return Some(item.title.clone());
            }
            title_at(item.fields.as_deref()?, path)
        }
        _ => None,
    })
}

/// Renders a list of objects.
pub(crate) fn items(studio: Studio, path: Vec<PathStep>, items: Vec<Item>) -> impl IntoView {
    let count = items.len();
    let has_text = items.first().is_some_and(|item| item.text.is_some());
    let rows = items.into_iter().enumerate().map(|(index, item)| {
        let row = Row {
            list: path.clone(),
            path: item.path.clone(),
            index,
            count,
            title: item.title.clone(),
            is_private: item.is_private,
        };
        let toggled = item.path.clone();
        let toggle = move |_| studio.toggle(toggled.clone());
        let is_open = item.fields.is_some();
        let title = if item.title.is_empty() {
            studio.words.get("item.untitled")
        } else {
            item.title.clone()
        };
        let expanded = if is_open { "true" } else { "false" };
        let head = match item.text.clone().filter(|_| !is_open) {
            Some(control) => text_control(studio, &control, Writing::Line, false).into_any(),
            None if is_open => {
                let (path, before) = (item.path.clone(), title.clone());
                let now = move || {
                    let now = studio.state.with(|it| {
                        title_at(&it.as_ref()?.form.as_ref()?.fields, &path)
                    });
                    now.filter(|it| !it.is_empty()).unwrap_or_else(|| before.clone())
                };
                view! { <span class="title">{now}</span> }.into_any()
            }
            None => {
                view! { <span class="title">{title.clone()}</span> }.into_any()
            }
        };
        let label = studio.words.with(if is_open { "item.close" } else { "item.open" }, &title);
        view! {
            <li class="item" data-private=item.is_private.then_some("")>
                <div class="item-head">
                    <button
                        type="button"
                        class="quiet toggle"
                        id=format!("{}-toggle", id(&item.path))
                        aria-expanded=expanded
                        aria-label=label
                        on:click=toggle
                    >
                        {if is_open { "▾" } else { "▸" }}
                    </button>
                    {head}
                    {moves(studio, row)}
                </div>
                {item.fields.map(|fields| view! { <div class="item-fields">{controls(studio, fields)}</div> })}
            </li>
        }
    });
    view! {
        <ol class="items">{rows.collect_view()}</ol>
        {add(studio, path, count, !has_text)}
    }
}
