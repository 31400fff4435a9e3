//! The assets that pages refer to, each named by the hash of its own final bytes.

use crate::content::Person;
use perfil_localize::initials;
use perfil_model::language::Chain;
use perfil_view::{Image, Likeness};
use std::collections::BTreeMap;

/// The paths of the assets, from the root of the host.
#[derive(Clone, Debug)]
pub(crate) struct Assets {
    /// The JavaScript module that loads the WebAssembly.
    pub script: String,
    /// The WebAssembly module.
    pub module: String,
    /// The stylesheets themselves, by the name of the theme: every page inlines one, so that its
    /// first paint waits for no request.
    pub styles: BTreeMap<String, String>,
    /// The paths of the stylesheets, by the name of the theme, if pages link them instead because
    /// there are many pages.
    pub linked: BTreeMap<String, String>,
    /// The script that shows the fonts, if the site has any.
    pub font_script: Option<Script>,
    /// The script that starts the application.
    pub start: Script,
    /// The stylesheet of cards, which is inlined in the pages for iframes.
    pub card: String,
    /// What the pages about cards need in addition to the stylesheet of all pages.
    pub widget: String,
    /// The path of the script of those pages.
    pub playground: String,
    /// The path of the custom element's script.
    pub element: String,
    /// The address of the favicon, usually a `data:` URL.
    pub favicon: String,
    /// The stylesheet of Studio, which is inlined in its page, if the site has it.
    pub studio: Option<String>,
    /// The Content Security Policy, which each page states itself: not every host sends headers.
    pub policy: String,
}

/// A script of ours that pages have, which is a file of its own where there are many pages.
#[derive(Clone, Debug)]
pub(crate) enum Script {
    /// The script itself, so that it waits for no request.
    Inline(&'static str),
    /// The path of its file.
    Linked(String),
}

impl Script {
    /// Returns what is in the pages themselves, which the policy has to allow.
    pub(crate) fn inline(&self) -> Option<&'static str> {
        match self {
            Self::Inline(code) => Some(code),
            Self::Linked(_) => None,
        }
    }

    /// Returns the path of the file.
    pub(crate) fn linked(&self) -> Option<String> {
        match self {
            Self::Inline(_) => None,
            Self::Linked(path) => Some(path.clone()),
        }
    }
}

/// The portrait of a person.
pub(crate) struct Face {
    /// Where pages load it from.
    pub portrait: Image,
    /// Its media type.
    pub media_type: &'static str,
    /// The file itself, which is embedded in pictures of cards.
    pub bytes: Vec<u8>,
}

/// Returns the portrait of a person, and the initials that are shown without one, in a language.
pub(crate) fn likeness(person: &Person, chain: &Chain, face: Option<&Face>) -> Likeness {
    Likeness {
        initials: initials(chain.name(&person.name).text),
        portrait: face.map(|face| face.portrait.clone()),
    }
}
