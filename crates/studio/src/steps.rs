//! Undo and redo: the files as they were before a step, or after it.

use crate::bridge::builder;
use crate::history::{self, History, Text};
use crate::studio::Studio;
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

impl Studio {
    pub(crate) fn undo(self) {
        self.step(move |history| history.undo(|path| self.text(path)));
    }

    pub(crate) fn redo(self) {
        self.step(move |history| history.redo(|path| self.text(path)));
    }

    /// Takes a step when everything that was typed is done, because that is later than the steps so far.
    fn step(self, take: impl FnOnce(&mut History) -> Option<Vec<(String, Text)>> + 'static) {
        spawn_local(async move {
            self.settle().await;
            if self.is_elsewhere.get_untracked() {
                return;
            }
            let Some(texts) = self.history.try_update(take).flatten() else { return };
            self.is_stored.set(false);
            for (path, text) in &texts {
                self.set_text(path, text.as_deref());
            }
            self.revision.notify();
            for (path, text) in texts {
                let bytes = text.map(|text| Uint8Array::from(&*history::bytes(&text)));
                let bytes = bytes.map_or(JsValue::UNDEFINED, JsValue::from);
                if let Err(error) = builder("write", [path.into(), bytes]).await {
                    return self.recover(error).await;
                }
            }
            self.drawn.set(None);
            self.refresh();
        });
    }
}
