//! Publishes the content folder in a repository at GitHub: what is there, what will be written, and how far it is.

use crate::bridge::{builder, github};
use crate::studio::{Studio, read};
use js_sys::{Map, Uint8Array};
use leptos::prelude::*;
use serde::Deserialize;
use wasm_bindgen::prelude::*;

/// What becomes of a file of the repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Fate {
    New,
    Changed,
    Unchanged,
    Written,
}

impl Fate {
    /// Returns the key of its name.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::New => "github.new",
            Self::Changed => "github.changed",
            Self::Unchanged => "github.unchanged",
            Self::Written => "github.written",
        }
    }

    fn is_due(self) -> bool {
        matches!(self, Self::New | Self::Changed)
    }
}

/// A file, and what becomes of it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Row {
    pub(crate) path: String,
    /// Its size in bytes.
    pub(crate) size: usize,
    pub(crate) state: Fate,
}

/// A repository that the token opens.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Target {
    repository: String,
    branch: String,
    pub(crate) is_public: bool,
    pub(crate) address: String,
}

impl Target {
    pub(crate) fn name(&self) -> String {
        format!("{}@{}", self.repository, self.branch)
    }
}

/// What will be written, and where.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) target: Target,
    pub(crate) rows: Vec<Row>,
    /// The files that have anything which no page shows.
    withheld: Vec<String>,
}

impl Plan {
    /// Returns the files that are to be written and have anything which no page shows.
    pub(crate) fn withheld(&self) -> Vec<&str> {
        let due =
            self.rows.iter().filter(|row| row.state.is_due() && self.withheld.contains(&row.path));
        due.map(|row| row.path.as_str()).collect()
    }

    /// Returns the number of files that are to be written.
    pub(crate) fn due(&self) -> usize {
        self.rows.iter().filter(|row| row.state.is_due()).count()
    }

    /// Returns the files that are written.
    pub(crate) fn written(&self) -> Vec<&str> {
        let written = self.rows.iter().filter(|row| row.state == Fate::Written);
        written.map(|row| row.path.as_str()).collect()
    }
}

/// Why GitHub does not do what it is asked for.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Failure {
    pub(crate) reason: String,
    /// What it says itself, or what it is about.
    pub(crate) detail: String,
}

impl Failure {
    /// Whether what is to be written has to be found out again.
    pub(crate) fn is_conflict(&self) -> bool {
        self.reason == "conflict"
    }
}

/// What somebody has entered.
pub(crate) struct Entered {
    pub(crate) repository: String,
    pub(crate) branch: String,
    pub(crate) token: String,
    /// Whether the workflow is wanted that publishes the site.
    pub(crate) has_workflow: bool,
}

/// What the dialog shows. The token is in its field alone.
#[derive(Clone, Copy)]
pub(crate) struct Publishing {
    pub(crate) studio: Studio,
    pub(crate) plan: RwSignal<Option<Plan>>,
    pub(crate) failure: RwSignal<Option<Failure>>,
    /// What it is doing, if it is doing anything.
    pub(crate) doing: RwSignal<Option<String>>,
    /// Whether everything is written.
    pub(crate) is_done: RwSignal<bool>,
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
            is_done: RwSignal::new(false),
            is_agreed: RwSignal::new(false),
        }
    }

    /// Forgets what was to be written, because it may be something else by now.
    pub(crate) fn reset(self) {
        self.plan.set(None);
        self.failure.set(None);
        self.is_done.set(false);
        self.is_agreed.set(false);
    }

    /// Finds out what will be written.
    pub(crate) async fn look(self, entered: Entered) {
        self.reset();
        self.doing.set(Some(self.studio.words.get("github.looking")));
        match self.planned(entered).await {
            Ok(plan) => self.plan.set(Some(plan)),
            Err(error) => self.fail(&error),
        }
        self.doing.set(None);
    }

    async fn planned(self, entered: Entered) -> Result<Plan, String> {
        let token = JsValue::from(entered.token.trim());
        let (repository, branch) = (entered.repository.into(), entered.branch.into());
        let target: Target = read(&github("open", [repository, branch, token.clone()]).await?)?;
        let beside = Map::new();
        if entered.has_workflow {
            let workflow = builder("workflow", [target.branch.as_str().into()]).await?;
            let (path, text): (String, String) = read(&workflow)?;
            beside.set(&path.into(), &Uint8Array::from(text.as_bytes()));
        }
        let files = self.studio.files.get_value();
        let rows = github("compare", [files.into(), beside.into(), token]).await?;
        let withheld: Vec<String> = read(&builder("withheld", []).await?)?;
        let rows: Vec<Row> = read(&rows)?;
        Ok(Plan { target, rows, withheld })
    }

    /// Writes what is new or has changed.
    pub(crate) async fn write(self, token: String) {
        self.failure.set(None);
        self.tell_begun("");
        let tell = Closure::<dyn Fn(String, bool)>::new(move |path: String, is_written: bool| {
            if is_written {
                self.mark(&path);
            } else {
                self.tell_begun(&path);
            }
        });
        let values = [token.trim().into(), tell.as_ref().clone()];
        match github("write", values).await {
            Ok(_) => self.is_done.set(true),
            Err(error) => self.fail(&error),
        }
        self.doing.set(None);
    }

    fn mark(self, path: &str) {
        self.plan.update(|plan| {
            for row in plan.iter_mut().flat_map(|plan| &mut plan.rows).filter(|it| it.path == path)
            {
                row.state = Fate::Written;
            }
        });
    }

    fn tell_begun(self, path: &str) {
        let (done, due) = self.plan.with_untracked(|plan| {
            plan.as_ref().map(|plan| (plan.written().len(), plan.due())).unwrap_or_default()
        });
        let text = self.studio.words.with("github.writing", path);
        let text = text.replacen("{i}", &(done + 1).to_string(), 1);
        self.doing.set(Some(text.replacen("{n}", &(done + due).to_string(), 1)));
    }

    fn fail(self, error: &str) {
        // Anything else is said by the browser, or by the builder.
        let other = || Failure { reason: "other".to_owned(), detail: error.to_owned() };
        self.failure.set(Some(serde_json::from_str(error).unwrap_or_else(|_| other())));
    }
}
