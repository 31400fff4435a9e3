//! Asks the parts of the builder that come apart from it: what takes much data and few sites need is a file of
//! its own, which a browser loads when it is first needed. It is a module that answers, or a table.
//!
//! Crates ask only with their feature `apart`, and else have the same themselves.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

/// Returns what a part answers, by its name.
pub type Ask = fn(part: &str, question: &[u8]) -> Vec<u8>;

static ASK: OnceLock<Ask> = OnceLock::new();

/// Says how parts are asked; the first one to say so counts.
pub fn ask_with(ask: Ask) {
    // It is the same function whenever the program says so.
    let _ = ASK.set(ask);
}

/// Returns the answer of a part, which is empty if nobody has said how parts are asked.
#[must_use]
pub fn ask(part: &str, question: &[u8]) -> Vec<u8> {
    ASK.get().map(|ask| ask(part, question)).unwrap_or_default()
}

/// Returns the answer of a part to a text, as text.
#[must_use]
pub fn ask_text(part: &str, question: &str) -> String {
    String::from_utf8_lossy(&ask(part, question.as_bytes())).into_owned()
}

/// Returns a table, which is asked for once.
#[must_use]
pub fn table(name: &'static str) -> &'static str {
    static TABLES: Mutex<BTreeMap<&str, &str>> = Mutex::new(BTreeMap::new());
    // A table is there or not, so a poisoned lock is usable.
    let known = TABLES.lock().unwrap_or_else(PoisonError::into_inner).get(name).copied();
    known.unwrap_or_else(|| {
        let text: &'static str = ask_text(name, "").leak();
        TABLES.lock().unwrap_or_else(PoisonError::into_inner).insert(name, text);
        text
    })
}

/// Returns a file beside the source as a text; with the feature `apart` of the crate, it is asked for.
#[macro_export]
macro_rules! table {
    ($name:literal) => {
        if cfg!(feature = "apart") { $crate::table($name) } else { include_str!($name) }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_answers_as_soon_as_it_is_known_how_to_ask_it() {
        assert_eq!(ask("echo", b"Ada"), b"");
        ask_with(|part, question| [part.as_bytes(), question].concat());
        assert_eq!(ask("echo", b"Ada"), b"echoAda");
        assert_eq!(ask_text("echo", " Ada"), "echo Ada");
        assert_eq!(table("names"), "names");
    }
}
