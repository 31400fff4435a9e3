//! A font as pages load it: subset to the letters that a site has, and written as WOFF 2.0.
//!
//! Of a variable font, the outlines, widths and kerning are kept, and nothing else of its layout. The
//! fonts of this project are prepared for that (`style/fonts/README.md`).

mod classes;
mod cmap;
mod glyphs;
mod kerning;
mod read;
#[cfg(test)]
mod tests;
mod variations;
mod woff2;

pub use woff2::compress;

use cmap::Characters;
use glyphs::{Kept, Outlines};
use read::{Tables, Tag, size16_at, u16_at};
use std::collections::BTreeSet;

/// A font with TrueType outlines.
pub struct Font<'a> {
    tables: Tables<'a>,
    characters: Characters,
}

/// The tables that do not depend on the glyphs of a font.
const UNCHANGED: [Tag; 8] =
    [*b"OS/2", *b"STAT", *b"avar", *b"fvar", *b"gasp", *b"head", *b"name", *b"post"];

impl<'a> Font<'a> {
    /// Reads a font; `None` if the bytes are not one.
    #[must_use]
    pub fn read(file: &'a [u8]) -> Option<Self> {
        let tables = read::tables(file)?;
        let characters = cmap::read(&tables)?;
        Some(Self { tables, characters })
    }

    /// Returns the characters that the font has glyphs for.
    pub fn characters(&self) -> impl Iterator<Item = char> {
        self.characters.keys().filter_map(|character| char::from_u32(u32::from(*character)))
    }

    /// Returns the name of the family.
    #[must_use]
    pub fn family(&self) -> Option<String> {
        const FAMILY: u16 = 1;
        const RECORD: usize = 12;
        let name = *self.tables.get(b"name")?;
        let records = (0..size16_at(name, 2)?).map(|index| 6 + index * RECORD);
        let mut records = records
            .filter(|at| u16_at(name, *at) == Some(3) && u16_at(name, at + 6) == Some(FAMILY));
        let at = records.next()?;
        let strings = read::from(name, size16_at(name, 4)?)?;
        let units = read::u16s(strings, size16_at(name, at + 10)?, size16_at(name, at + 8)? / 2)?;
        String::from_utf16(&units).ok()
    }

    /// Returns the weights from the lightest to the boldest.
    #[must_use]
    pub fn weights(&self) -> Option<(u16, u16)> {
        let fvar = self.tables.get(b"fvar").copied();
        let Some(fvar) = fvar else {
            let weight = u16_at(self.tables.get(b"OS/2")?, 4)?;
            return Some((weight, weight));
        };
        let axis = read::from(fvar, size16_at(fvar, 4)?)?;
        // The numbers of an axis have 16 bits after the point.
        axis.starts_with(b"wght").then_some((u16_at(axis, 4)?, u16_at(axis, 12)?))
    }

    /// Returns how far the font reaches above and below the base line, in parts of its size.
    #[must_use]
    pub fn heights(&self) -> Option<(f64, f64)> {
        let size = f64::from(u16_at(self.tables.get(b"head")?, 18)?);
        let hhea = self.tables.get(b"hhea")?;
        let height = |at| read::i16_at(hhea, at).map(|height| f64::from(height) / size);
        Some((height(4)?, -height(6)?))
    }

    /// Whether it is an italic.
    #[must_use]
    pub fn is_italic(&self) -> bool {
        self.tables.get(b"OS/2").and_then(|table| u16_at(table, 62)).is_some_and(|it| it & 1 == 1)
    }

    /// Returns the font with the glyphs of these characters only, as WOFF 2.0; `None` if the font is
    /// damaged.
    #[must_use]
    pub fn subset(&self, characters: &BTreeSet<char>) -> Option<Vec<u8>> {
        let wanted = characters.iter().filter_map(|character| u16::try_from(*character).ok());
        let wanted: Characters = wanted
            .filter_map(|character| Some((character, *self.characters.get(&character)?)))
            .collect();
        let outlines = Outlines::read(&self.tables)?;
        let kept = outlines.closure(wanted.values().copied())?;
        let new =
            wanted.into_iter().map(|(character, glyph)| Some((character, *kept.get(&glyph)?)));
        let cmap = cmap::write(&new.collect::<Option<_>>()?)?;
        let (glyf, loca) = outlines.write(&kept)?;
        let mut tables = vec![(*b"cmap", cmap), (*b"glyf", glyf), (*b"loca", loca)];
        tables.extend(self.measures(&kept)?);
        tables.extend(self.layout(&kept)?);
        for tag in UNCHANGED {
            tables.extend(self.tables.get(&tag).map(|table| (tag, table.to_vec())));
        }
        for (_, head) in tables.iter_mut().filter(|(tag, _)| tag == b"head") {
            // Offsets are long. The check sum is calculated by whoever unpacks the font.
            head.get_mut(8..12)?.fill(0);
            read::set16(head, 50, 1)?;
        }
        woff2::write(&tables)
    }

    /// Returns the tables of widths and of numbers of glyphs.
    fn measures(&self, kept: &Kept) -> Option<[(Tag, Vec<u8>); 3]> {
        Some([
            (*b"hhea", glyphs::counted(self.tables.get(b"hhea")?, 34, kept)?),
            (*b"hmtx", glyphs::widths(&self.tables, kept)?),
            (*b"maxp", glyphs::counted(self.tables.get(b"maxp")?, 4, kept)?),
        ])
    }

    /// Returns the tables of variations and kerning, as far as the font has them.
    fn layout(&self, kept: &Kept) -> Option<Vec<(Tag, Vec<u8>)>> {
        let mut tables = Vec::new();
        if let Some(gvar) = self.tables.get(b"gvar") {
            tables.push((*b"gvar", variations::outlines(gvar, kept)?));
        }
        let widths = self.tables.get(b"HVAR").and_then(|hvar| variations::widths(hvar, kept));
        tables.extend(widths.map(|table| (*b"HVAR", table)));
        let kerning = self.tables.get(b"GPOS").and_then(|gpos| kerning::write(gpos, kept));
        tables.extend(kerning.map(|table| (*b"GPOS", table)));
        Some(tables)
    }
}
