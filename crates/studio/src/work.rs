//! Changes: what waits for the builder, what it answers, and what is undone.

use crate::bridge::{self, LOST, builder};
use crate::history::History;
use crate::studio::{Studio, View, read};
use js_sys::{Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use perfil_form::{Change, Control, Input, Request, State};
use serde_json::json;
use std::fmt::Write as _;
use wasm_bindgen::JsValue;

/// Something that waits for the builder.
#[derive(Clone, Debug)]
pub(crate) enum Waiting {
    Change(Change),
    /// The text of the whole file.
    Text(String),
}

impl Studio {
    /// Changes a value of the document.
    pub(crate) fn change(self, change: Change) {
        self.wait(Waiting::Change(change));
    }

    /// Replaces the text of the profile.
    pub(crate) fn write(self, text: String) {
        self.wait(Waiting::Text(text));
    }

    fn wait(self, change: Waiting) {
        if self.is_elsewhere.get_untracked() {
            return;
        }
        self.is_stored.set(false);
        self.waiting.update_value(|(waiting, _)| {
            // Of what was typed into one field while the builder worked, only the last counts.
            if let (Some(Waiting::Change(last)), Waiting::Change(new)) = (waiting.last(), &change)
                && target(last).is_some()
                && target(last) == target(new)
            {
                waiting.pop();
            }
            if let (Some(Waiting::Text(_)), Waiting::Text(_)) = (waiting.last(), &change) {
                waiting.pop();
            }
            waiting.push(change);
        });
        self.refresh();
    }

    /// Does what waits, and shows the document as it is then; again, until nothing waits.
    pub(crate) fn refresh(self) {
        if self.waiting.with_value(|(_, is_working)| *is_working) {
            self.is_busy.set(true);
            return;
        }
        self.waiting.update_value(|(_, is_working)| *is_working = true);
        spawn_local(async move {
            loop {
                self.is_busy.set(false);
                let waiting = self
                    .waiting
                    .try_update_value(|(waiting, _)| std::mem::take(waiting))
                    .unwrap_or_default();
                let is_typed = !waiting.is_empty() && waiting.iter().all(is_typing);
                if let Err(error) = self.apply(waiting, is_typed).await {
                    self.recover(error).await;
                }
                let is_more = self.waiting.with_value(|(waiting, _)| !waiting.is_empty());
                if !is_more && !self.is_busy.get_untracked() {
                    break;
                }
            }
            self.waiting.update_value(|(_, is_working)| *is_working = false);
            self.store().await;
        });
    }

    async fn apply(self, waiting: Vec<Waiting>, is_typed: bool) -> Result<(), String> {
        let profile = self.profile();
        if profile.is_empty() {
            return Ok(());
        }
        let mut failure = None;
        for waiting in waiting {
            let (what, text) = match waiting {
                Waiting::Text(text) => {
                    let bytes = Uint8Array::from(text.as_bytes());
                    builder("write", [profile.as_str().into(), bytes.into()]).await?;
                    ("source".to_owned(), text)
                }
                Waiting::Change(change) => {
                    let what = target(&change).unwrap_or_default();
                    let json = json!(change).to_string();
                    let changed = builder("change", [profile.as_str().into(), json.into()]).await;
                    match changed.map(|text| text.as_string().unwrap_or_default()) {
                        Ok(text) => (what, text),
                        Err(error) if error == LOST => return Err(error),
                        // The other changes do not depend on this one.
                        Err(error) => {
                            failure = Some(error);
                            continue;
                        }
                    }
                }
            };
            self.keep(text, &what);
        }
        if let Some(failure) = failure {
            self.fail(failure);
        }
        self.update(is_typed).await
    }

    /// Takes over a new text of the profile, and keeps the one before.
    fn keep(self, text: String, what: &str) {
        let before = self.text.get_untracked();
        if before != text {
            self.history.update(|history| history.push(before, what, js_sys::Date::now()));
            self.set_text(text);
        }
    }

    fn set_text(self, text: String) {
        let bytes = Uint8Array::from(text.as_bytes());
        self.files.with_value(|files| files.set(&self.profile().into(), &bytes));
        self.text.set(text);
    }

    /// Asks for the state after a change. What somebody types is not drawn again, because it is there.
    async fn update(self, is_typed: bool) -> Result<(), String> {
        let view = self.view.get_untracked();
        let request = Request {
            profile: self.profile(),
            part: (view != View::Source).then(|| self.part.get_untracked()),
            open: self.open.get_untracked(),
            language: self.language.get_untracked(),
            theme: self.theme.get_untracked(),
            is_counted: view == View::Languages,
        };
        let answer = builder("state", [json!(request).to_string().into()]).await?;
        let part = |key: &str| Reflect::get(&answer, &key.into()).unwrap_or(JsValue::UNDEFINED);
        let state: State = read(&part("state"))?;
        if self.language.get_untracked().is_empty()
            && let Some(first) = state.languages.first()
        {
            let own = state.languages.iter().find(|it| it.tag == state.language).unwrap_or(first);
            self.language.set(own.tag.clone());
            self.is_busy.set(true);
        }
        let is_same = self.drawn.with_untracked(|drawn| {
            drawn.as_ref().is_some_and(|drawn| skeleton(drawn) == skeleton(&state))
        });
        if !(is_typed && is_same) {
            self.drawn.set(Some(state.clone()));
        }
        self.state.set(Some(state));
        if let (Some(html), Some(frame)) = (part("html").as_string(), self.frame.get_value()) {
            let scheme = self.scheme.get_untracked();
            bridge::show_page(&frame, &html, scheme.as_deref()).await?;
        }
        Ok(())
    }

    /// Gives the files to another builder if the last one has ended.
    async fn recover(self, error: String) {
        if error != LOST {
            self.fail(error);
            return;
        }
        let opened = builder("open", [self.files.get_value().into()]).await;
        let again = match opened {
            Ok(_) => self.update(false).await,
            Err(error) => Err(error),
        };
        match again {
            Ok(()) => self.fail(self.words.get("notice.restarted")),
            Err(_) => self.fail(self.words.get("notice.broken")),
        }
    }

    pub(crate) fn undo(self) {
        self.step(History::undo);
    }

    pub(crate) fn redo(self) {
        self.step(History::redo);
    }

    fn step(self, take: impl FnOnce(&mut History, String) -> Option<String>) {
        // What still waits belongs to the state that is left.
        if self.is_elsewhere.get_untracked()
            || self.waiting.with_value(|(waiting, _)| !waiting.is_empty())
        {
            return;
        }
        let now = self.text.get_untracked();
        let other = self.history.try_update(|history| take(history, now)).flatten();
        if let Some(text) = other {
            self.set_text(text.clone());
            let profile = self.profile();
            spawn_local(async move {
                let bytes = Uint8Array::from(text.as_bytes());
                if builder("write", [profile.into(), bytes.into()]).await.is_ok() {
                    self.drawn.set(None);
                    self.refresh();
                }
            });
        }
    }
}

/// Returns the field that a change concerns, if it is one that people type into.
fn target(change: &Change) -> Option<String> {
    match change {
        Change::Text { path, language, .. } => Some(format!("{path:?} {language}")),
        Change::Line { path, .. } => Some(format!("{path:?}")),
        _ => None,
    }
}

fn is_typing(waiting: &Waiting) -> bool {
    match waiting {
        Waiting::Change(change) => target(change).is_some(),
        Waiting::Text(_) => true,
    }
}

/// Returns a state without what people type, to tell whether the form has to be drawn again.
fn skeleton(state: &State) -> Option<String> {
    fn note(control: &Control, text: &mut String) {
        // Writing to a string cannot fail.
        let _ = write!(text, "{:?}{}", control.path, control.is_private);
        match &control.input {
            Input::Record { fields } | Input::Values { values: fields, .. } => {
                for field in fields {
                    note(field, text);
                }
            }
            Input::Items { items, .. } => {
                for item in items {
                    let _ = write!(text, "{:?}{}", item.path, item.is_private);
                    item.fields.iter().flatten().chain(&item.text).for_each(|it| note(it, text));
                }
            }
            Input::Text { .. } | Input::Line { .. } => text.push('t'),
            Input::Flag { .. } | Input::Choice { .. } => text.push('c'),
            Input::Other => text.push('o'),
        }
    }

    let mut text = String::new();
    state.form.as_ref()?.fields.iter().for_each(|field| note(field, &mut text));
    Some(text)
}
