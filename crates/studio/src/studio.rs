//! The state of the editor.

use crate::bridge::{NOT_LOADED, builder};
use crate::folder::Folder;
use crate::frame::Face;
use crate::history::History;
use crate::words::{Tongue, Words};
use crate::work::Waiting;
use js_sys::{Function, Map};
use leptos::prelude::*;
use perfil_form::{Opened, Part, PathStep, Spot, State};
use std::ops::Deref;
use wasm_bindgen::JsValue;
use web_sys::HtmlIFrameElement;

/// How a document is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    Form,
    Languages,
    Source,
}

impl View {
    /// The views, each with the key of its name.
    pub(crate) const ALL: [(Self, &'static str); 3] = [
        (Self::Form, "view.form"),
        (Self::Languages, "view.languages"),
        (Self::Source, "view.source"),
    ];
}

/// What is said at the top until it is closed or something else is said.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Notice {
    pub(crate) text: String,
    pub(crate) is_error: bool,
}

/// The open document.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Document {
    pub(crate) id: String,
    pub(crate) name: String,
    /// The path of the profile.
    pub(crate) profile: String,
}

/// The editor, which lasts as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct Studio(&'static Signals);

impl Deref for Studio {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// What the editor consists of.
pub(crate) struct Signals {
    pub(crate) words: Words,
    pub(crate) document: RwSignal<Option<Document>>,
    /// What was understood of the file that the document was made of.
    pub(crate) opened: RwSignal<Option<Opened>>,
    /// Is told whenever a file has another text.
    pub(crate) revision: Trigger,
    /// Is told whenever the frame shows something else.
    pub(crate) shown: Trigger,
    /// The file that the source shows, if it is not the profile.
    pub(crate) source: RwSignal<Option<String>>,
    pub(crate) state: RwSignal<Option<State>>,
    /// The state whose form is drawn; texts that somebody types are newer than it.
    pub(crate) drawn: RwSignal<Option<State>>,
    pub(crate) view: RwSignal<View>,
    pub(crate) part: RwSignal<Part>,
    pub(crate) open: RwSignal<Vec<Vec<PathStep>>>,
    /// The language of the preview, and of the texts of the form.
    pub(crate) language: RwSignal<String>,
    pub(crate) face: RwSignal<Face>,
    pub(crate) theme: RwSignal<Option<String>>,
    pub(crate) scheme: RwSignal<Option<String>>,
    pub(crate) notice: RwSignal<Option<Notice>>,
    pub(crate) history: RwSignal<History>,
    /// The folder that the document was opened in, or is saved in.
    pub(crate) folder: RwSignal<Option<Folder>>,
    /// Whether another tab has the document.
    pub(crate) is_elsewhere: RwSignal<bool>,
    /// Whether the last change is stored.
    pub(crate) is_stored: RwSignal<bool>,
    /// Whether it is about to be stored.
    pub(crate) is_storing: StoredValue<bool>,
    pub(crate) is_busy: RwSignal<bool>,
    /// Whether the dialog is open that publishes in a repository.
    pub(crate) is_publishing: RwSignal<bool>,
    /// The element that has the focus once the form is drawn.
    pub(crate) wanted_focus: RwSignal<Option<String>>,
    pub(crate) frame: StoredValue<Option<HtmlIFrameElement>, LocalStorage>,
    pub(crate) files: StoredValue<Map, LocalStorage>,
    /// The handle of the folder, and the files as they are in it.
    pub(crate) saved: StoredValue<(JsValue, Map), LocalStorage>,
    /// What waits for the builder, and whether it works.
    pub(crate) waiting: StoredValue<(Vec<Waiting>, bool)>,
    /// What is called once when the builder has nothing to do any more.
    pub(crate) settled: StoredValue<Vec<Function>, LocalStorage>,
}

impl Studio {
    pub(crate) fn new(tongue: Tongue) -> Self {
        let signals = Signals {
            words: Words::new(tongue),
            document: RwSignal::new(None),
            opened: RwSignal::new(None),
            revision: Trigger::new(),
            shown: Trigger::new(),
            source: RwSignal::new(None),
            state: RwSignal::new(None),
            drawn: RwSignal::new(None),
            view: RwSignal::new(View::Form),
            part: RwSignal::new(Part::Head),
            open: RwSignal::new(Vec::new()),
            language: RwSignal::new(String::new()),
            face: RwSignal::new(Face::Page),
            theme: RwSignal::new(None),
            scheme: RwSignal::new(None),
            notice: RwSignal::new(None),
            history: RwSignal::new(History::default()),
            folder: RwSignal::new(None),
            is_elsewhere: RwSignal::new(false),
            is_stored: RwSignal::new(true),
            is_storing: StoredValue::new(false),
            is_busy: RwSignal::new(false),
            is_publishing: RwSignal::new(false),
            wanted_focus: RwSignal::new(None),
            frame: StoredValue::new_local(None),
            files: StoredValue::new_local(Map::new()),
            saved: StoredValue::new_local((JsValue::UNDEFINED, Map::new())),
            waiting: StoredValue::new((Vec::new(), false)),
            settled: StoredValue::new_local(Vec::new()),
        };
        // There is one editor in a page, so nothing is lost by never dropping it.
        Self(Box::leak(Box::new(signals)))
    }

    pub(crate) fn say(self, text: impl Into<String>) {
        self.notice.set(Some(Notice { text: text.into(), is_error: false }));
    }

    pub(crate) fn fail(self, text: impl Into<String>) {
        let text = text.into();
        let text = match text.strip_prefix(NOT_LOADED) {
            Some(reason) => self.words.with("notice.not-loaded", reason),
            None => text,
        };
        self.notice.set(Some(Notice { text, is_error: true }));
    }

    /// Returns the path of the profile.
    pub(crate) fn profile(self) -> String {
        self.document
            .with_untracked(|it| it.as_ref().map(|it| it.profile.clone()))
            .unwrap_or_default()
    }

    /// Shows the document in another way.
    pub(crate) fn show_view(self, view: View) {
        self.view.set(view);
        self.drawn.set(None);
        self.refresh();
    }

    /// Shows a part of the document.
    pub(crate) fn show_part(self, part: Part) {
        if self.view.get_untracked() == View::Source {
            self.view.set(View::Form);
        }
        self.part.set(part);
        self.open.set(Vec::new());
        self.refresh();
    }

    /// Shows an object of a list whole, or no longer.
    pub(crate) fn toggle(self, path: Vec<PathStep>) {
        self.open.update(|open| match open.iter().position(|it| *it == path) {
            Some(index) => {
                open.remove(index);
            }
            None => open.push(path),
        });
        self.refresh();
    }

    /// Puts the cursor on the field of a text of the page.
    pub(crate) async fn find(self, text: String, section: Option<String>, index: usize) {
        let section = section.map_or(JsValue::UNDEFINED, JsValue::from);
        let found =
            builder("locate", [self.profile().into(), text.into(), section, index.into()]).await;
        let spot: Option<Spot> =
            found.ok().filter(|it| !it.is_undefined()).and_then(|it| read(&it).ok());
        let Some(Spot { part, path }) = spot else { return };
        self.reveal(part, &path);
    }

    /// Puts the cursor on the field of a value.
    pub(crate) fn reveal(self, part: Part, path: &[PathStep]) {
        if self.view.get_untracked() == View::Source {
            self.view.set(View::Form);
        }
        self.part.set(part);
        self.open.update(|open| {
            for (index, step) in path.iter().enumerate() {
                let item = path[..=index].to_vec();
                if matches!(step, PathStep::Index(_)) && !open.contains(&item) {
                    open.push(item);
                }
            }
        });
        self.wanted_focus.set(Some(crate::fields::id(path)));
        self.drawn.set(None);
        self.refresh();
    }
}

/// Reads what the builder answers as JSON.
pub(crate) fn read<T: serde::de::DeserializeOwned>(value: &JsValue) -> Result<T, String> {
    let text = value.as_string().unwrap_or_default();
    serde_json::from_str(&text).map_err(|error| error.to_string())
}
