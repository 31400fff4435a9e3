//! The words of the interface, in its languages.

use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tongue {
    English,
    Spanish,
}

impl Tongue {
    /// Returns its tag (BCP 47).
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// Returns the language with a tag, or the other ones' replacement, English.
    pub(crate) fn of(tag: &str) -> Self {
        if tag == "es" || tag.starts_with("es-") { Self::Spanish } else { Self::English }
    }
}

/// The name of what is stored of the choice.
pub(crate) const STORED: &str = "perfil-studio-language";

type Table = BTreeMap<String, String>;

fn table(json: &str) -> Table {
    serde_json::from_str(json).unwrap_or_default()
}

/// The words.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    pub(crate) tongue: RwSignal<Tongue>,
}

/// The words in English and in Spanish.
static TABLES: LazyLock<[Table; 2]> = LazyLock::new(|| {
    [include_str!("../words/en.json"), include_str!("../words/es.json")].map(table)
});

impl Words {
    pub(crate) fn new(tongue: Tongue) -> Self {
        Self { tongue: RwSignal::new(tongue) }
    }

    /// Takes another language, now and on the next visit.
    pub(crate) fn choose(self, tongue: Tongue) {
        self.tongue.set(tongue);
        if let Ok(Some(storage)) = window().local_storage() {
            // Without storage it is the browser's language the next time.
            let _ = storage.set_item(STORED, tongue.tag());
        }
    }

    /// Returns the words for a key, if there are any.
    pub(crate) fn find(self, key: &str) -> Option<String> {
        let tongue = self.tongue.get();
        let [english, spanish] = &*TABLES;
        let table = match tongue {
            Tongue::English => english,
            Tongue::Spanish => spanish,
        };
        table.get(key).cloned()
    }

    /// Returns the words for a key, or the key.
    pub(crate) fn get(self, key: &str) -> String {
        self.find(key).unwrap_or_else(|| key.to_owned())
    }

    /// Returns the words for a key, with a value in the place of `{}`.
    pub(crate) fn with(self, key: &str, value: impl ToString) -> String {
        self.get(key).replace("{}", &value.to_string())
    }

    /// Returns the label of a field of a profile.
    pub(crate) fn label(self, key: &str) -> String {
        self.find(&format!("field.{key}")).unwrap_or_else(|| spaced(key))
    }

    /// Returns the name of a kind of section.
    pub(crate) fn kind(self, kind: &str) -> String {
        self.find(&format!("kind.{kind}")).unwrap_or_else(|| spaced(kind))
    }
}

/// Returns a key as words: `Team size` for `teamSize`.
fn spaced(key: &str) -> String {
    let mut words = String::new();
    for (index, letter) in key.chars().enumerate() {
        if index == 0 {
            words.extend(letter.to_uppercase());
        } else if letter.is_uppercase() {
            words.push(' ');
            words.extend(letter.to_lowercase());
        } else {
            words.push(letter);
        }
    }
    words
}
