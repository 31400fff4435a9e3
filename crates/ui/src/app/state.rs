//! The state of the application. The views only read it; the client changes it.

use leptos::prelude::*;
use perfil_view::Page;
use std::sync::Arc;

/// Everything that can change while a visitor reads.
#[derive(Clone, Copy, Debug)]
pub struct State {
    /// The current page.
    pub page: RwSignal<Arc<Page>>,
    /// The state of loading another page.
    pub status: RwSignal<Status>,
    /// The theme that the visitor chose.
    pub theme: RwSignal<Theme>,
    /// The next announcement for assistive technology.
    pub announcement: RwSignal<String>,
    /// A short message that disappears by itself.
    pub toast: RwSignal<String>,
    /// The visitor's query.
    pub query: RwSignal<Query>,
}

/// A query in a profile or in a directory, as given in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The text to search for.
    pub text: String,
    /// The skills whose evidence is shown.
    pub skills: Vec<String>,
    /// The skills whose evidence comes first on the page.
    pub focus: Vec<String>,
    /// The languages by which people are filtered, in a directory.
    pub languages: Vec<String>,
    /// The places by which people are filtered, in a directory.
    pub places: Vec<String>,
}

impl Query {
    /// Returns whether nothing is asked for, so that the whole profile is shown.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Returns the chosen values of each facet of a directory, in the order of the facets.
    pub fn facets(&self) -> [&[String]; 3] {
        [&self.skills, &self.languages, &self.places]
    }

    /// Returns the focus skills, or the filtered skills if there is no focus.
    pub fn chosen(&self) -> &[String] {
        if self.focus.is_empty() { &self.skills } else { &self.focus }
    }
}

/// The state of loading another page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Nothing is being loaded.
    #[default]
    Ready,
    /// A page is being loaded.
    Loading,
    /// A page could not be loaded; the previous one is still shown.
    Failed,
    /// The visitor asks to load the page again.
    Retry,
}

/// The colour theme of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The theme of the visitor's system.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Returns the theme's name in the document and in local storage; the system theme has none.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// Returns the value of the button that chooses this theme.
    pub fn value(self) -> &'static str {
        self.name().unwrap_or("system")
    }

    /// Returns the theme with this name, or the system theme if there is none.
    pub fn named(name: Option<&str>) -> Self {
        [Self::Light, Self::Dark].into_iter().find(|theme| theme.name() == name).unwrap_or_default()
    }
}

impl State {
    /// Creates the state of a page that was just opened.
    pub fn new(page: Arc<Page>) -> Self {
        Self {
            page: RwSignal::new(page),
            status: RwSignal::default(),
            theme: RwSignal::default(),
            announcement: RwSignal::default(),
            toast: RwSignal::default(),
            query: RwSignal::default(),
        }
    }
}
