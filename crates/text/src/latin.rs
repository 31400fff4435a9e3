//! Texts of any script in Latin letters.

/// Returns a text in letters of ASCII, as it may sound: `Ада` becomes `Ada`.
#[must_use]
pub fn transliterate(text: &str) -> String {
    if cfg!(feature = "apart") {
        perfil_apart::ask_text("letters", text)
    } else {
        transliterate_here(text)
    }
}

/// Returns the same without asking a part of the builder.
#[must_use]
pub fn transliterate_here(text: &str) -> String {
    deunicode::deunicode(text)
}
