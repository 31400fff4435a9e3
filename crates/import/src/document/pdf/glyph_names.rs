//! The characters of glyphs by their names, and the codes that a font gives to its glyphs.

use super::limits::{Budget, find};
use super::streams;
use hayro_syntax::object::{Dict, Stream};
use read_fonts::ps::agl;
use std::collections::HashMap;

/// Adds what a font of Type 1 says by itself: `dup 65 /A put`.
pub(super) fn own_encoding(
    descriptor: &Dict,
    budget: &mut Budget,
    characters: &mut HashMap<u8, String>,
) {
    let Some(program) = descriptor.get::<Stream>("FontFile") else { return };
    let program = streams::decode(&program, budget);
    let end = find(&program, b"eexec").unwrap_or(program.len());
    let head = String::from_utf8_lossy(program.get(..end).unwrap_or_default());
    let words: Vec<&str> = head.split_whitespace().collect();
    let entries = words.windows(4).filter_map(|it| match it {
        ["dup", code, name, "put"] => Some((code.parse().ok()?, name.strip_prefix('/')?)),
        _ => None,
    });
    for (code, name) in entries {
        if let Some(text) = glyph_text(name) {
            characters.insert(code, text);
        }
    }
}

/// The codes from 0x10 of TeX's encoding for many languages (T1, of Cork).
const CORK_LOW: [&str; 16] =
    ["“", "”", "„", "«", "»", "–", "—", "", "", "ı", "ȷ", "ff", "fi", "fl", "ffi", "ffl"];

/// Its codes from 0x80.
const CORK_HIGH: &str = "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£";

/// The fewest letters of a font of text; others have pictures.
const MIN_LETTERS: usize = 5;

/// Whether the names of glyphs that are only their codes are those of TeX's encoding for many languages:
/// its older one has its ligatures before them.
pub(super) fn is_cork<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    let codes = names.filter_map(|name| name.strip_prefix('a')?.parse().ok());
    let codes: Vec<u8> = codes.collect();
    let letters = codes.iter().filter(|code| code.is_ascii_alphabetic()).count();
    letters >= MIN_LETTERS && !codes.iter().any(|code| (11..=15).contains(code))
}

/// Returns the character of a glyph whose name is only its code, in letters of pictures that TeX
/// makes: `a65`.
pub(super) fn numbered(name: &str, code: u8, is_cork: bool) -> Option<String> {
    let number: u8 = name.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
    if number != code || name.len() > 4 {
        return None;
    }
    match code {
        16..=31 if is_cork => {
            let text = CORK_LOW.get(usize::from(code - 16)).filter(|text| !text.is_empty());
            text.map(|text| (*text).to_owned())
        }
        0x80..=0xbf if is_cork => CORK_HIGH.chars().nth(usize::from(code - 0x80)).map(String::from),
        0xd7 if is_cork => Some("Œ".to_owned()),
        0xdf if is_cork => Some("SS".to_owned()),
        0xf7 if is_cork => Some("œ".to_owned()),
        0xff if is_cork => Some("ß".to_owned()),
        0xc0.. if is_cork => Some(char::from(code).to_string()),
        11 => Some("ff".to_owned()),
        12 => Some("fi".to_owned()),
        13 => Some("fl".to_owned()),
        14 => Some("ffi".to_owned()),
        15 => Some("ffl".to_owned()),
        b'{' => Some("–".to_owned()),
        b'|' => Some("—".to_owned()),
        b'\\' => Some("“".to_owned()),
        b'!'..=b'z' => Some(char::from(code).to_string()),
        _ => None,
    }
}

/// Returns the characters of a glyph by its name in the Adobe Glyph List, or none.
#[must_use]
pub fn listed_glyph_here(name: &str) -> String {
    agl::name_to_chars(name).collect()
}

/// Returns the characters of a glyph by its name (the Adobe Glyph List).
pub(super) fn glyph_text(name: &str) -> Option<String> {
    let text = if cfg!(feature = "apart") {
        perfil_apart::ask_text("glyphs", name)
    } else {
        listed_glyph_here(name)
    };
    if !text.is_empty() {
        return Some(text);
    }
    match name {
        "nbspace" | "nonbreakingspace" => Some(" ".to_owned()),
        "sfthyphen" | "softhyphen" => Some("\u{ad}".to_owned()),
        "dotlessj" => Some("j".to_owned()),
        "f_f" => Some("ff".to_owned()),
        _ => None,
    }
}
