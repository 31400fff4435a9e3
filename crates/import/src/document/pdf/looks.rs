//! How a font looks, by its name and its flags, and which characters are only icons.

use hayro_syntax::object::{Dict, Number};

/// How a font looks.
#[expect(clippy::struct_excessive_bools, reason = "a font can be each of these")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Look {
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
    /// Whether it has pictures instead of letters.
    pub(super) is_icons: bool,
    /// Whether it has signs, of which bullets are.
    pub(super) is_signs: bool,
}

/// Parts of the names of bold fonts. Those of TeX say it in two letters: `SFSX1095` is the bold sans serif of
/// CM-Super. Nimbus and Libertine have names of their own for it, too.
const BOLD: [&str; 30] = [
    "bold",
    "black",
    "heavy",
    "semib",
    "demi",
    "-bd",
    "cmbx",
    "cmb10",
    "cmssbx",
    "cmcsc-b",
    "cmunb",
    "cmunsx",
    "cmunso",
    "sfbx",
    "sfsx",
    "sfso",
    "sfbi",
    "sfbl",
    "sfxc",
    "sfrb",
    "ecbx",
    "ecsx",
    "ecso",
    "ecbi",
    "ecbl",
    "ecxc",
    "ecrb",
    "libertinetb",
    "libertinetz",
    "biolinumtb",
];

/// Parts of the names of italic fonts.
const ITALIC: [&str; 27] = [
    "italic",
    "oblique",
    "slanted",
    "-it",
    "kursiv",
    "cmti",
    "cmsl",
    "cmssi",
    "cmmi",
    "cmbxti",
    "cmunti",
    "cmunsi",
    "cmunso",
    "cmunbi",
    "sfti",
    "sfsl",
    "sfsi",
    "sfso",
    "sfbi",
    "sfbl",
    "ecti",
    "ecsl",
    "ecsi",
    "ecso",
    "ecbi",
    "ecbl",
    "libertineti",
];

/// Parts of the names of fonts that have icons.
const ICONS: [&str; 7] =
    ["awesome", "marvosym", "icons", "materialdesign", "fontello", "icomoon", "emoji"];

/// Parts of the names of fonts that have signs.
const SIGNS: [&str; 7] = ["symbol", "dingbat", "wingding", "webding", "cmsy", "msam", "bullet"];

/// Whether the name of a font has the word `Icon`, and not only its letters, as `SemiCondensed` and `Lexicon`.
fn is_of_icons(name: &str) -> bool {
    name.contains("Icon")
        || name.match_indices("icon").any(|(at, _)| {
            name.get(..at).is_some_and(|before| !before.ends_with(char::is_alphabetic))
        })
}

impl Look {
    /// Returns the look of a font.
    pub(super) fn of(name: &str, descriptor: &Dict) -> Self {
        let lower = name.to_lowercase();
        let has = |parts: &[&str]| parts.iter().any(|part| lower.contains(part));
        let flags = descriptor.get::<i32>("Flags").unwrap_or_default();
        let number = |key: &str| descriptor.get::<Number>(key).map(|number| number.as_f64());
        let is_heavy = number("FontWeight").is_some_and(|weight| weight >= 600.0);
        Self {
            // `NimbusRomNo9L-Medi` is bold, and `Roboto-Medium` is not.
            is_bold: has(&BOLD)
                || (has(&["nimbus"]) && has(&["-medi"]))
                || flags & (1 << 18) != 0
                || is_heavy,
            is_italic: has(&ITALIC)
                || flags & (1 << 6) != 0
                || number("ItalicAngle").is_some_and(|angle| angle.abs() > 4.0),
            is_icons: has(&ICONS) || is_of_icons(name),
            is_signs: has(&SIGNS),
        }
    }
}

/// Whether a character has a meaning only in one font.
pub(super) fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Returns the sign that a private character of Symbol or Wingdings is, if it is a bullet.
pub(super) fn bullet(c: char) -> Option<char> {
    matches!(
        c,
        '\u{f0b7}'
            | '\u{f0a7}'
            | '\u{f0a8}'
            | '\u{f076}'
            | '\u{f0d8}'
            | '\u{f0fc}'
            | '\u{f06c}'
            | '\u{f06e}'
            | '\u{f071}'
            | '\u{f09f}'
            | '\u{f077}'
            | '\u{f0d2}'
            | '\u{f0e0}'
    )
    .then_some('•')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_say_by_their_names_how_they_look() {
        let look = |name: &str| {
            let look = Look::of(name, &Dict::default());
            (look.is_bold, look.is_italic)
        };
        for (name, is_bold, is_italic) in [
            ("IWXCSO+SFSS1095", false, false),
            ("ZQWTCB+SFSX1095", true, false),
            ("OQEDJD+SFSI1095", false, true),
            ("AAAAAA+ecbi1000", true, true),
            ("AAAAAA+CMSSBX10", true, false),
            ("AAAAAA+NimbusRomNo9L-Medi", true, false),
            ("AAAAAA+Roboto-Medium", false, false),
            ("AAAAAA+LinLibertineTB", true, false),
        ] {
            assert_eq!(look(name), (is_bold, is_italic), "{name}");
        }
    }
}
