//! Changes: what waits for the builder, what it answers, and what is undone.

use crate::alike::is_drawn_alike;
use crate::bridge::{self, LOST, NOT_LOADED, builder};
use crate::history::{self, Text};
use crate::studio::{Studio, View, read};
use js_sys::{Map, Promise, Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use perfil_form::{Change, Request, State};
use serde_json::json;
use std::collections::VecDeque;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Something that waits for the builder.
#[derive(Clone, Debug)]
pub(crate) enum Waiting {
    Change(Change),
    /// The text of a whole file.
    Text(String, String),
    /// A new file, and the value that names it.
    File(String, Uint8Array, Change),
    /// Another language of the site.
    Language(String),
}

impl Studio {
    /// Changes a value of the document.
    pub(crate) fn change(self, change: Change) {
        self.follow(&change);
        self.wait(Waiting::Change(change));
    }

    /// Replaces the text of a file.
    pub(crate) fn write(self, path: String, text: String) {
        self.wait(Waiting::Text(path, text));
    }

    /// Adds a file of the content folder, such as a portrait, with the value that names it.
    pub(crate) fn add_file(self, path: String, bytes: Uint8Array, change: Change) {
        self.wait(Waiting::File(path, bytes, change));
    }

    /// Adds a language to the site.
    pub(crate) fn add_language(self, tag: String) {
        self.wait(Waiting::Language(tag));
    }

    fn wait(self, change: Waiting) {
        if self.is_elsewhere.get_untracked() {
            return;
        }
        self.is_stored.set(false);
        self.waiting.update_value(|(waiting, _)| {
            // Of what was typed into one field while the builder worked, only the last counts.
            let field = target(&change);
            if field.is_some() && waiting.last().map(target) == Some(field) {
                waiting.pop();
            }
            waiting.push(change);
        });
        self.refresh();
    }

    /// Whether the builder works, or something waits for it.
    pub(crate) fn is_working(self) -> bool {
        self.waiting.with_value(|(waiting, is_working)| *is_working || !waiting.is_empty())
    }

    /// Does what waits, and shows the document as it is then; again, until nothing waits.
    pub(crate) fn refresh(self) {
        if self.waiting.with_value(|(_, is_working)| *is_working) {
            self.is_busy.set(true);
            return;
        }
        self.waiting.update_value(|(_, is_working)| *is_working = true);
        spawn_local(async move {
            let mut is_lost = false;
            loop {
                self.is_busy.set(false);
                let taken = self.waiting.try_update_value(|(waiting, _)| std::mem::take(waiting));
                let mut waiting = VecDeque::from(taken.unwrap_or_default());
                let is_typed = !waiting.is_empty() && waiting.iter().all(|it| target(it).is_some());
                if let Err(error) = self.apply(&mut waiting, is_typed).await {
                    // What ends the builder twice is left out, and nothing else.
                    if is_lost && error == LOST {
                        waiting.pop_front();
                    }
                    is_lost = !is_lost;
                    let is_loaded = !error.starts_with(NOT_LOADED);
                    self.recover(error).await;
                    self.waiting.update_value(|(later, _)| {
                        later.splice(..0, waiting);
                    });
                    if !is_loaded {
                        break;
                    }
                }
                let is_more = self.waiting.with_value(|(waiting, _)| !waiting.is_empty());
                if !is_more && !self.is_busy.get_untracked() {
                    break;
                }
            }
            self.waiting.update_value(|(_, is_working)| *is_working = false);
            for go_on in self.settled.try_update_value(std::mem::take).unwrap_or_default() {
                // It only resolves a promise.
                let _ = go_on.call0(&JsValue::UNDEFINED);
            }
            self.store_soon();
        });
    }

    /// Waits until everything that was typed is in the files.
    pub(crate) async fn settle(self) {
        if !self.waiting.with_value(|(_, is_working)| *is_working) {
            return;
        }
        let settled = Promise::new(&mut |go_on, _| self.settled.update_value(|it| it.push(go_on)));
        // It is never rejected.
        let _ = JsFuture::from(settled).await;
    }

    /// Does what waits, one after the other; what is not done when the builder ends still waits.
    async fn apply(self, waiting: &mut VecDeque<Waiting>, is_typed: bool) -> Result<(), String> {
        let profile = self.profile();
        if profile.is_empty() {
            waiting.clear();
            return Ok(());
        }
        let mut failure = None;
        while let Some(next) = waiting.front() {
            match self.changed(&profile, next).await {
                Ok(changes) => {
                    self.keep(changes, &target(next).unwrap_or_default());
                    // Who types in the source has the text there already, or a newer one.
                    if !matches!(next, Waiting::Text(..)) {
                        self.revision.notify();
                    }
                }
                Err(error) if error == LOST || error.starts_with(NOT_LOADED) => return Err(error),
                // The other changes do not depend on this one.
                Err(error) => failure = Some(error),
            }
            waiting.pop_front();
        }
        if let Some(failure) = failure {
            self.fail(failure);
        }
        self.update(is_typed).await
    }

    /// Has the builder make a change, and returns the files that it concerns with their texts.
    async fn changed(
        self,
        profile: &str,
        waiting: &Waiting,
    ) -> Result<Vec<(String, Text)>, String> {
        match waiting {
            Waiting::Text(path, text) => {
                let bytes = Uint8Array::from(&*history::bytes(text));
                builder("write", [path.as_str().into(), bytes.into()]).await?;
                Ok(vec![(path.clone(), Some(text.clone()))])
            }
            Waiting::Change(change) => Ok(vec![value_changed(profile, change).await?]),
            Waiting::File(path, bytes, change) => {
                builder("write", [path.as_str().into(), bytes.clone().into()]).await?;
                let file = (path.clone(), Some(history::text(&bytes.to_vec())));
                Ok(vec![file, value_changed(profile, change).await?])
            }
            Waiting::Language(tag) => {
                let files = builder("addLanguage", [tag.as_str().into()]).await?;
                let files = files.dyn_into::<Map>().map_err(|_| LOST.to_owned())?;
                let paths = bridge::paths(&files).into_iter();
                Ok(paths.map(|path| (path.clone(), text_of(&files, &path))).collect())
            }
        }
    }

    /// Takes over new texts of files, and keeps those before.
    fn keep(self, changes: Vec<(String, Text)>, what: &str) {
        let changes = changes.into_iter().map(|(path, text)| {
            let before = self.text(&path);
            (path, before, text)
        });
        let changes: Vec<_> = changes.filter(|(_, before, after)| before != after).collect();
        if !changes.is_empty() {
            self.history.update(|history| history.push(&changes, what, js_sys::Date::now()));
            for (path, _, text) in changes {
                self.set_text(&path, text.as_deref());
            }
        }
    }

    /// Returns the text of a file.
    pub(crate) fn text(self, path: &str) -> Text {
        self.files.with_value(|files| text_of(files, path))
    }

    pub(crate) fn set_text(self, path: &str, text: Option<&str>) {
        self.files.with_value(|files| match text {
            Some(text) => {
                files.set(&path.into(), &Uint8Array::from(&*history::bytes(text)));
            }
            None => {
                files.delete(&path.into());
            }
        });
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
            drawn.as_ref().is_some_and(|drawn| is_drawn_alike(drawn, &state))
        });
        if !(is_typed && is_same) {
            self.drawn.set(Some(state.clone()));
        }
        self.state.set(Some(state));
        let shown = self.show(part("html").as_string()).await;
        self.shown.notify();
        shown
    }

    /// Shows the document by another builder if the last one has ended.
    pub(crate) async fn recover(self, error: String) {
        if error != LOST {
            self.fail(error);
            return;
        }
        match self.update(false).await {
            Ok(()) => self.fail(self.words.get("notice.restarted")),
            Err(_) => self.fail(self.words.get("notice.broken")),
        }
    }
}

/// Returns the text of a file, if it is there.
pub(crate) fn text_of(files: &Map, path: &str) -> Text {
    let bytes = files.get(&path.into()).dyn_into::<Uint8Array>().ok()?;
    Some(history::text(&bytes.to_vec()))
}

/// Has the builder change a value, and returns the profile with its text.
async fn value_changed(profile: &str, change: &Change) -> Result<(String, Text), String> {
    let json = json!(change).to_string();
    let text = builder("change", [profile.into(), json.into()]).await?;
    Ok((profile.to_owned(), text.as_string()))
}

/// Returns the field that a change concerns, if it is one that people type into.
fn target(waiting: &Waiting) -> Option<String> {
    match waiting {
        Waiting::Change(Change::Text { path, language, .. }) => {
            Some(format!("{path:?} {language}"))
        }
        Waiting::Change(Change::Line { path, .. }) => Some(format!("{path:?}")),
        Waiting::Text(path, _) => Some(path.clone()),
        _ => None,
    }
}
