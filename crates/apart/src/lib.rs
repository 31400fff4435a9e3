//! Asks the parts of the builder that come apart from it: what takes much data and few sites need is a module
//! of its own, which a browser loads when it is first asked.
//!
//! Crates ask only with their feature `apart`, and else do the same themselves.

use std::sync::OnceLock;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_answers_as_soon_as_it_is_known_how_to_ask_it() {
        assert_eq!(ask("echo", b"Ada"), b"");
        ask_with(|part, question| [part.as_bytes(), question].concat());
        assert_eq!(ask("echo", b"Ada"), b"echoAda");
        assert_eq!(ask_text("echo", " Ada"), "echo Ada");
    }
}
