//! Undo and redo: the files as they were before a step, or after it.

use crate::bridge::builder;
use crate::history::{History, Text};
use crate::studio::Studio;
use leptos::prelude::*;
use leptos::task::spawn_local;

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
            for (path, _) in texts {
                // A later step or change may have written it since.
                let bytes = self.files.with_value(|files| files.get(&path.as_str().into()));
                if let Err(error) = builder("write", [path.into(), bytes]).await {
                    return self.recover(error).await;
                }
            }
            self.drawn.set(None);
            self.refresh();
        });
    }
}
