//! Publishes the content folder in a repository at GitHub: what is there, what will be written, and how far it is.

use crate::bridge::{self, builder, github};
use crate::studio::{Studio, read};
use js_sys::Array;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::prelude::*;

/// A file, and what becomes of it.
#[derive(Clone, PartialEq)]
pub(crate) struct Row {
    pub(crate) path: String,
    pub(crate) size: String,
    /// `new`, `changed`, `unchanged` or `written`.
    pub(crate) state: String,
    /// Whether it has anything which no page shows.
    is_withheld: bool,
}

impl Row {
    fn is_due(&self) -> bool {
        self.state == "new" || self.state == "changed"
    }

    fn is_written(&self) -> bool {
        self.state == "written"
    }
}

/// What will be written, and where.
#[derive(Clone)]
pub(crate) struct Plan {
    /// The repository with its branch.
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) is_public: bool,
    pub(crate) rows: Vec<Row>,
}

impl Plan {
    fn paths(&self, is_wanted: fn(&Row) -> bool) -> Vec<&str> {
        let wanted = self.rows.iter().filter(|row| is_wanted(row));
        wanted.map(|row| row.path.as_str()).collect()
    }

    /// Returns the files that are to be written.
    pub(crate) fn due(&self) -> Vec<&str> {
        self.paths(Row::is_due)
    }

    /// Returns the files that are written.
    pub(crate) fn written(&self) -> Vec<&str> {
        self.paths(Row::is_written)
    }

    /// Returns the files that are to be written and have anything which no page shows.
    pub(crate) fn withheld(&self) -> Vec<&str> {
        self.paths(|row| row.is_due() && row.is_withheld)
    }
}

/// What the dialog shows. The token is in its field alone.
#[derive(Clone, Copy)]
pub(crate) struct Publishing {
    pub(crate) studio: Studio,
    pub(crate) plan: RwSignal<Option<Plan>>,
    /// Why something was not done.
    pub(crate) failure: RwSignal<Option<String>>,
    /// What it is doing, if it is doing anything.
    pub(crate) doing: RwSignal<Option<String>>,
    /// Whether the repository has changed, so that it has to be compared again.
    pub(crate) is_stale: RwSignal<bool>,
    /// Whether somebody wants what is private to be written.
    pub(crate) is_agreed: RwSignal<bool>,
}

impl Publishing {
    pub(crate) fn new(studio: Studio) -> Self {
        Self {
            studio,
            plan: RwSignal::new(None),
            failure: RwSignal::new(None),
            doing: RwSignal::new(None),
            is_stale: RwSignal::new(false),
            is_agreed: RwSignal::new(false),
        }
    }

    /// Forgets what was to be written, because it may be something else by now.
    pub(crate) fn reset(self) {
        self.plan.set(None);
        self.failure.set(None);
        self.is_stale.set(false);
        self.is_agreed.set(false);
    }

    /// Finds out what will be written.
    pub(crate) async fn look(self) {
        self.reset();
        self.doing.set(Some(self.studio.words.get("github.looking")));
        match self.planned().await {
            Ok(plan) => {
                self.plan.set(Some(plan));
                focus("publish-plan");
            }
            Err(error) => self.fail(&error),
        }
        self.doing.set(None);
    }

    async fn planned(self) -> Result<Plan, String> {
        self.studio.settle().await;
        let text = |value: JsValue| value.as_string().unwrap_or_default();
        let found = Array::from(&github("open", []).await?);
        let (repository, branch) = (text(found.get(0)), found.get(1));
        let workflow = builder("workflow", [branch.clone()]).await?;
        let withheld: Vec<String> = read(&builder("withheld", []).await?)?;
        let rows = github("compare", [self.studio.files.get_value().into(), workflow]).await?;
        let rows = Array::from(&rows);
        let rows = rows.iter().map(|row| {
            let row = Array::from(&row);
            let path = text(row.get(0));
            let is_withheld = withheld.contains(&path);
            Row { path, size: text(row.get(1)), state: text(row.get(2)), is_withheld }
        });
        Ok(Plan {
            name: format!("{repository}@{}", text(branch)),
            address: text(found.get(2)),
            is_public: found.get(3).is_truthy(),
            rows: rows.collect(),
        })
    }

    /// Writes what is new or has changed.
    pub(crate) async fn write(self) {
        self.failure.set(None);
        self.begin("");
        let tell = Closure::<dyn Fn(String, bool)>::new(move |path: String, is_written: bool| {
            if is_written {
                self.mark(&path);
            } else {
                self.begin(&path);
            }
        });
        match github("write", [tell.as_ref().clone()]).await {
            Ok(_) => focus("publish-done"),
            Err(error) => self.fail(&error),
        }
        self.doing.set(None);
    }

    fn mark(self, path: &str) {
        self.plan.update(|plan| {
            let rows = plan.iter_mut().flat_map(|plan| &mut plan.rows);
            for row in rows.filter(|row| row.path == path) {
                "written".clone_into(&mut row.state);
            }
        });
    }

    /// Says which file is being written.
    fn begin(self, path: &str) {
        let (written, due) = self.plan.with_untracked(|plan| {
            plan.as_ref().map(|it| (it.written().len(), it.due().len())).unwrap_or_default()
        });
        let text = self.studio.words.with("github.writing", path);
        let text = text.replacen("{i}", &(written + 1).to_string(), 1);
        self.doing.set(Some(text.replacen("{n}", &(written + due).to_string(), 1)));
    }

    /// Says why something was not done, and what was done before.
    fn fail(self, error: &str) {
        let words = self.studio.words;
        let (reason, detail) = error.split_once(": ").unwrap_or_default();
        let key = format!("github.error.{reason}");
        let mut text = match words.find(&key) {
            Some(_) => words.with(&key, detail).replace(" ()", ""),
            // It is said by the browser, or by the builder.
            None => words.with("github.error.other", error),
        };
        let written = self.plan.with_untracked(|plan| {
            plan.as_ref().map(|plan| plan.written().join(", ")).unwrap_or_default()
        });
        if !written.is_empty() {
            text = format!("{text}\n{}", words.with("github.so-far", written));
        }
        self.is_stale.set(reason == "conflict");
        self.failure.set(Some(text));
        focus("publish-failure");
    }
}

/// Moves the focus to what was said, once it is in the page.
fn focus(id: &'static str) {
    set_timeout(
        move || {
            bridge::focus_field(id);
        },
        Duration::ZERO,
    );
}
