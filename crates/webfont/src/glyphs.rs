//! The tables of outlines and widths: `glyf`, `loca` and `hmtx`.

use crate::read::{Tables, i16_at, offset_at, part, push_size32, set16, size16_at, u16_at};
use std::collections::BTreeMap;

/// The glyphs that a subset keeps, in their order in the font, with their new numbers.
pub(crate) type Kept = BTreeMap<u16, u16>;

/// The outlines of a font, by glyph.
pub(crate) struct Outlines<'a>(Vec<&'a [u8]>);

// What follows the numbers of a component.
const HAS_WORDS: u16 = 1 << 0;
const HAS_SCALE: u16 = 1 << 3;
const HAS_MORE: u16 = 1 << 5;
const HAS_TWO_SCALES: u16 = 1 << 6;
const HAS_MATRIX: u16 = 1 << 7;

/// The length of what precedes the components of a glyph.
const HEADER: usize = 10;

impl<'a> Outlines<'a> {
    /// Reads the outlines.
    pub(crate) fn read(tables: &Tables<'a>) -> Option<Self> {
        let (head, maxp) = (*tables.get(b"head")?, *tables.get(b"maxp")?);
        let (glyf, loca) = (*tables.get(b"glyf")?, *tables.get(b"loca")?);
        let is_long = u16_at(head, 50)? == 1;
        let outline = |index| {
            let start = offset_at(loca, index, is_long)?;
            part(glyf, start, offset_at(loca, index + 1, is_long)?.checked_sub(start)?)
        };
        (0..size16_at(maxp, 4)?).map(outline).collect::<Option<_>>().map(Self)
    }

    /// Returns these glyphs with the one for missing characters and all components, numbered anew.
    pub(crate) fn closure(&self, glyphs: impl IntoIterator<Item = u16>) -> Option<Kept> {
        let mut open: Vec<u16> = glyphs.into_iter().chain([0]).collect();
        let mut kept = Kept::new();
        while let Some(glyph) = open.pop() {
            if kept.insert(glyph, 0).is_none() {
                let outline = self.0.get(usize::from(glyph))?;
                let components = components(outline)?;
                open.extend(components.iter().filter_map(|at| u16_at(outline, at + 2)));
            }
        }
        kept.values_mut().zip(0..).for_each(|(number, new)| *number = new);
        Some(kept)
    }

    /// Writes the outlines of the kept glyphs: `glyf`, and `loca` in its long form.
    pub(crate) fn write(&self, kept: &Kept) -> Option<(Vec<u8>, Vec<u8>)> {
        let (mut glyf, mut loca) = (Vec::new(), Vec::new());
        push_size32(&mut loca, 0)?;
        for glyph in kept.keys() {
            let mut outline = self.0.get(usize::from(*glyph))?.to_vec();
            for at in components(&outline)? {
                let component = u16_at(&outline, at + 2)?;
                set16(&mut outline, at + 2, *kept.get(&component)?)?;
            }
            glyf.extend(outline);
            glyf.resize(glyf.len().next_multiple_of(4), 0);
            push_size32(&mut loca, glyf.len())?;
        }
        Some((glyf, loca))
    }
}

/// Returns where the components of a composite glyph begin; there are none in a simple glyph.
fn components(outline: &[u8]) -> Option<Vec<usize>> {
    let mut found = Vec::new();
    if outline.is_empty() || i16_at(outline, 0)? >= 0 {
        return Some(found);
    }
    let mut at = HEADER;
    loop {
        let flags = u16_at(outline, at)?;
        found.push(at);
        at += if flags & HAS_WORDS == 0 { 6 } else { 8 };
        at += match flags {
            flags if flags & HAS_SCALE != 0 => 2,
            flags if flags & HAS_TWO_SCALES != 0 => 4,
            flags if flags & HAS_MATRIX != 0 => 8,
            _ => 0,
        };
        if flags & HAS_MORE == 0 {
            return Some(found);
        }
    }
}

/// Writes the widths and left bearings of the kept glyphs.
pub(crate) fn widths(tables: &Tables, kept: &Kept) -> Option<Vec<u8>> {
    let (hhea, hmtx) = (*tables.get(b"hhea")?, *tables.get(b"hmtx")?);
    // Glyphs beyond this number have the width of the last one before, and only a bearing.
    let count = size16_at(hhea, 34)?;
    let last = count.checked_sub(1)?;
    let mut written = Vec::new();
    for glyph in kept.keys() {
        let glyph = usize::from(*glyph);
        let width = part(hmtx, glyph.min(last) * 4, 2)?;
        let bearing = if glyph < count { glyph * 4 + 2 } else { count * 4 + (glyph - count) * 2 };
        written.extend([width, part(hmtx, bearing, 2)?].concat());
    }
    Some(written)
}

/// Writes a table with the number of the kept glyphs at a position.
pub(crate) fn counted(table: &[u8], at: usize, kept: &Kept) -> Option<Vec<u8>> {
    let mut table = table.to_vec();
    set16(&mut table, at, u16::try_from(kept.len()).ok()?)?;
    Some(table)
}
