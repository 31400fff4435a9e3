//! The table `cmap`: which glyph shows a character.

use crate::read::{self, Tables, i16_at, push_size16, push16, size16_at, size32_at, u16_at, u16s};
use std::collections::BTreeMap;

/// The glyphs of characters in the Basic Multilingual Plane.
pub(crate) type Characters = BTreeMap<u16, u16>;

/// The platform and the encoding of characters in the Basic Multilingual Plane.
const WINDOWS_UNICODE: [u16; 2] = [3, 1];

/// The format that maps segments of characters.
const SEGMENTS: u16 = 4;

/// Reads the table.
pub(crate) fn read(tables: &Tables) -> Option<Characters> {
    let cmap = *tables.get(b"cmap")?;
    let records = 0..size16_at(cmap, 2)?;
    let position = records.map(|index| 4 + index * 8).find_map(|at| {
        let is_unicode = u16s(cmap, at, 2)? == WINDOWS_UNICODE;
        is_unicode.then(|| size32_at(cmap, at + 4)).flatten()
    })?;
    let table = read::from(cmap, position)?;
    (u16_at(table, 0)? == SEGMENTS).then(|| segments(table)).flatten()
}

fn segments(table: &[u8]) -> Option<Characters> {
    const HEADER: usize = 14;
    let width = size16_at(table, 6)?;
    let (ends, starts) = (HEADER, HEADER + width + 2);
    let (deltas, offsets) = (starts + width, starts + 2 * width);
    let mut characters = Characters::new();
    for at in (0..width).step_by(2) {
        let (start, end) = (u16_at(table, starts + at)?, u16_at(table, ends + at)?);
        let (delta, offset) = (i16_at(table, deltas + at)?, size16_at(table, offsets + at)?);
        for character in start..=end {
            let glyph = if offset == 0 {
                character.wrapping_add_signed(delta)
            } else {
                let inside = usize::from(character - start) * 2;
                match u16_at(table, offsets + at + offset + inside)? {
                    0 => 0,
                    glyph => glyph.wrapping_add_signed(delta),
                }
            };
            // The last segment only ends the list.
            if glyph != 0 && character != u16::MAX {
                characters.insert(character, glyph);
            }
        }
    }
    Some(characters)
}

/// Consecutive characters whose glyphs are consecutive too.
struct Segment {
    start: u16,
    end: u16,
    glyph: u16,
}

/// Writes the table.
pub(crate) fn write(characters: &Characters) -> Option<Vec<u8>> {
    let mut segments: Vec<Segment> = Vec::new();
    for (&character, &glyph) in characters {
        match segments.last_mut() {
            Some(last)
                if character - last.end == 1
                    && glyph.checked_sub(last.glyph) == Some(character - last.start) =>
            {
                last.end = character;
            }
            _ => segments.push(Segment { start: character, end: character, glyph }),
        }
    }
    segments.push(Segment { start: u16::MAX, end: u16::MAX, glyph: 0 });
    let count = segments.len();
    let power = 1 << count.ilog2();
    let mut table = Vec::new();
    push16(&mut table, [SEGMENTS]);
    push_size16(&mut table, 16 + 8 * count)?;
    push16(&mut table, [0]);
    for size in [2 * count, 2 * power, power.ilog2() as usize, 2 * (count - power)] {
        push_size16(&mut table, size)?;
    }
    push16(&mut table, segments.iter().map(|segment| segment.end));
    push16(&mut table, [0]);
    push16(&mut table, segments.iter().map(|segment| segment.start));
    push16(&mut table, segments.iter().map(|segment| segment.glyph.wrapping_sub(segment.start)));
    push16(&mut table, segments.iter().map(|_| 0));

    let mut cmap = Vec::new();
    push16(&mut cmap, [0, 1]);
    push16(&mut cmap, WINDOWS_UNICODE);
    // The table follows this record.
    cmap.extend(12_u32.to_be_bytes());
    Some([cmap, table].concat())
}
