//! The folder of this machine that a document was opened in, or is saved in.

use crate::bridge;
use crate::documents::new_id;
use crate::storage;
use crate::studio::Studio;
use js_sys::{Map, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// A folder of this machine.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Folder {
    pub(crate) name: String,
    /// The number of files that differ from those in it.
    pub(crate) unsaved: usize,
}

impl Studio {
    /// Opens the content folder that somebody chooses.
    pub(crate) async fn open_folder(self) {
        match bridge::choose_folder().await {
            Ok(None) => {}
            Ok(Some(chosen)) => self.open_chosen(chosen, new_id()).await,
            Err(error) => self.fail(self.words.with("folder.unreadable", error)),
        }
    }

    /// Opens the content folder that the command serves, or what was not saved of it.
    pub(crate) async fn open_served(self) {
        let Some((folder, id, _)) = bridge::served_folder().await else {
            return self.fail(self.words.get("folder.not-served"));
        };
        let is_unsaved =
            |stored: &storage::Stored| bridge::count_unsaved(&stored.saved, &stored.files) > 0;
        if storage::stored(&id).await.is_some_and(|stored| is_unsaved(&stored)) {
            self.open_stored(id, false).await;
        } else {
            self.open_chosen(folder, id).await;
        }
    }

    /// Opens the content folder that somebody drops.
    pub(crate) async fn open_dropped(self, dropped: Promise) {
        match JsFuture::from(dropped).await {
            Ok(folder) => self.open_chosen(folder, new_id()).await,
            Err(error) => self.fail(self.words.with("folder.unreadable", bridge::text(&error))),
        }
    }

    async fn open_chosen(self, chosen: JsValue, id: String) {
        let words = self.words;
        match bridge::read_folder(&chosen).await {
            Ok((folder, files)) => {
                // What is in the folder, whatever becomes of the files that are shown.
                let saved = Map::new();
                files.for_each(&mut |bytes, path| {
                    saved.set(&path, &bytes);
                });
                if self.open_files(id, files).await {
                    if bridge::can_save(&folder) {
                        self.keep_folder(folder, saved);
                        self.store().await;
                    }
                } else {
                    self.fail(words.get("folder.none"));
                }
            }
            Err(error) if error == "too large" => self.fail(words.get("folder.too-large")),
            Err(error) => self.fail(words.with("folder.unreadable", error)),
        }
    }

    /// Saves the document in its folder, or in one that somebody chooses, and which may have no other content.
    pub(crate) fn save(self) {
        if self.is_elsewhere.get_untracked() {
            return;
        }
        spawn_local(async move {
            if self.folder.with_untracked(Option::is_none) {
                match bridge::choose_folder().await {
                    Ok(None) => return,
                    Ok(Some(folder)) => self.keep_folder(folder, Map::new()),
                    Err(error) => return self.fail(self.words.with("folder.unwritable", error)),
                }
            }
            self.settle().await;
            let (folder, saved) = self.saved.get_value();
            let done = bridge::save_folder(&folder, &saved, &self.files.get_value()).await;
            // Whoever has read of it may leave.
            self.store().await;
            self.say_saved(done, &bridge::name_of_folder(&folder));
        });
    }

    fn say_saved(self, done: Result<bridge::Saved, String>, name: &str) {
        let words = self.words;
        match done {
            Ok(done) if done.conflicts.is_empty() => {
                let text = words.with("folder.saved", name);
                self.say(text.replacen("{n}", &done.written.to_string(), 1));
            }
            Ok(done) => {
                let text = words.with("folder.conflict", done.conflicts.join(", "));
                self.fail(text);
            }
            Err(error) if error == "denied" => {
                self.fail(words.with("folder.unwritable", words.get("folder.denied")));
            }
            Err(error) => self.fail(words.with("folder.unwritable", error)),
        }
    }

    /// Takes over the folder that the document is in, with its files as they are there.
    pub(crate) fn keep_folder(self, folder: JsValue, saved: Map) {
        let name = bridge::name_of_folder(&folder);
        self.saved.set_value((folder, saved));
        self.folder.set(Some(Folder { name, unsaved: 0 }));
        self.count_unsaved();
    }

    /// Leaves the folder of the document that was open before.
    pub(crate) fn leave_folder(self) {
        self.saved.set_value((JsValue::UNDEFINED, Map::new()));
        self.folder.set(None);
    }

    /// Counts the files that differ from those of the folder.
    pub(crate) fn count_unsaved(self) {
        let Some(mut folder) = self.folder.get_untracked() else { return };
        let (_, saved) = self.saved.get_value();
        folder.unsaved = bridge::count_unsaved(&saved, &self.files.get_value());
        if self.folder.with_untracked(|it| it.as_ref() != Some(&folder)) {
            self.folder.set(Some(folder));
        }
    }
}

/// Renders the button that saves a document in the folder that it was opened in.
pub(crate) fn save_button(studio: Studio) -> impl IntoView {
    let words = studio.words;
    move || {
        studio.folder.get().map(|folder| {
            let Folder { name, unsaved } = folder;
            let label = words.with("folder.save", &name);
            let text = match unsaved {
                0 => words.get("folder.is-saved"),
                _ => words.with("folder.unsaved", unsaved),
            };
            view! {
                <button
                    type="button"
                    class="save"
                    title=label
                    disabled=unsaved == 0
                    on:click=move |_| studio.save()
                >
                    {text}
                </button>
            }
        })
    }
}

/// Renders the ways in by a folder: the one that the command serves, and one that somebody chooses, where a
/// browser can open one.
pub(crate) fn open_buttons(studio: Studio, is_working: RwSignal<bool>) -> impl IntoView {
    let words = studio.words;
    let served = RwSignal::new(None::<String>);
    spawn_local(async move {
        served.set(bridge::served_folder().await.map(|(_, _, name)| name));
    });
    let open = move |is_served: bool| {
        is_working.set(true);
        spawn_local(async move {
            if is_served {
                studio.open_served().await;
            } else {
                studio.open_folder().await;
            }
            is_working.set(false);
        });
    };
    let own = move || {
        served.get().map(|name| {
            view! {
                <button type="button" disabled=is_working on:click=move |_| open(true)>
                    {words.with("folder.served", name)}
                </button>
            }
        })
    };
    let other = bridge::can_open_folder().then(|| {
        view! {
            <button type="button" disabled=is_working on:click=move |_| open(false)>
                {move || words.get("folder.open")}
            </button>
        }
    });
    view! {
        {own}
        {other}
    }
}
