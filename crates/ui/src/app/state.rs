//! The state of the application. The views only show it; the client changes it.

use leptos::prelude::*;
use perfil_view::Page;
use std::sync::Arc;

/// Everything that can change while a visitor reads.
#[derive(Clone, Copy, Debug)]
pub struct State {
    /// The page that is shown.
    pub page: RwSignal<Arc<Page>>,
    /// How the load of another page goes.
    pub status: RwSignal<Status>,
    /// The theme that the visitor chose.
    pub theme: RwSignal<Theme>,
    /// The fragment of the section that is being read.
    pub current: RwSignal<String>,
    /// What assistive technology is told next.
    pub announcement: RwSignal<String>,
    /// A short message that goes by itself.
    pub toast: RwSignal<String>,
    /// What the visitor looks for.
    pub query: RwSignal<Query>,
}

/// What a visitor looks for in a profile or in a directory, as the address tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words that are searched.
    pub text: String,
    /// The skills whose evidence is shown.
    pub skills: Vec<String>,
    /// The skills that the page begins with.
    pub focus: Vec<String>,
    /// The languages that people speak, in a directory.
    pub languages: Vec<String>,
    /// Where people are, in a directory.
    pub places: Vec<String>,
}

impl Query {
    /// Whether the whole profile is shown.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What is chosen of each facet of a directory, in their order.
    pub fn facets(&self) -> [&[String]; 3] {
        [&self.skills, &self.languages, &self.places]
    }

    /// The skills that are asked for in either way.
    pub fn chosen(&self) -> &[String] {
        if self.focus.is_empty() { &self.skills } else { &self.focus }
    }
}

/// How the load of another page goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Nothing is being loaded.
    #[default]
    Ready,
    /// A page is on its way.
    Loading,
    /// A page could not be loaded; the one before is still shown.
    Failed,
    /// The visitor asks for the page once more.
    Retry,
}

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Those of the visitor's system.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The theme's name in the document and in the storage; the system's has none.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The theme with this name.
    pub fn named(name: Option<&str>) -> Self {
        [Self::Light, Self::Dark].into_iter().find(|theme| theme.name() == name).unwrap_or_default()
    }
}

impl State {
    /// The state of a page that was just opened.
    pub fn new(page: Arc<Page>) -> Self {
        Self {
            page: RwSignal::new(page),
            status: RwSignal::default(),
            theme: RwSignal::default(),
            current: RwSignal::default(),
            announcement: RwSignal::default(),
            toast: RwSignal::default(),
            query: RwSignal::default(),
        }
    }
}
