//! The files that pages refer to, each named by the hash of its own final bytes.

use crate::content::Person;
use perfil_localize::initials;
use perfil_model::language::Chain;
use perfil_view::{Likeness, Portrait};

/// The paths of the files, from the root of the host.
#[derive(Clone, Debug)]
pub(crate) struct Assets {
    /// The module that loads the WebAssembly.
    pub script: String,
    /// The WebAssembly.
    pub module: String,
    /// The stylesheet itself: every page holds it, so that its first paint waits for nothing.
    pub style: String,
    /// The stylesheet of cards, which stands in the pages for iframes.
    pub card: String,
    /// What the pages about cards have beside the stylesheet of all pages.
    pub widget: String,
    /// The path of the script of those pages.
    pub playground: String,
    /// The path of the custom element's script.
    pub element: String,
    /// The icon in the browser's tab, in most cases whole.
    pub favicon: String,
}

/// The portrait of a person.
pub(crate) struct Face {
    /// Where pages find it.
    pub portrait: Portrait,
    /// The file itself, which a picture of a card holds.
    pub bytes: Vec<u8>,
}

/// What stands for a person's face in a language.
pub(crate) fn likeness(person: &Person, chain: &Chain, face: Option<&Face>) -> Likeness {
    Likeness {
        initials: initials(chain.name(&person.name).text),
        portrait: face.map(|face| face.portrait.clone()),
    }
}
