//! Sets and classes of glyphs, as the tables of layout write them.

use crate::read::{push_size16, push16, size16_at, u16_at, u16s};
use std::collections::{BTreeMap, BTreeSet};

/// The format that lists glyphs, and the one that lists ranges of them.
const LIST: u16 = 1;
const RANGES: u16 = 2;

/// Reads a set of glyphs, in its order.
pub(crate) fn read_coverage(table: &[u8]) -> Option<Vec<u16>> {
    let count = size16_at(table, 2)?;
    match u16_at(table, 0)? {
        LIST => u16s(table, 4, count),
        RANGES => {
            let ranges = u16s(table, 4, count * 3)?;
            Some(ranges.chunks_exact(3).flat_map(|range| range[0]..=range[1]).collect())
        }
        _ => None,
    }
}

/// Writes a set of glyphs.
pub(crate) fn write_coverage(glyphs: &BTreeSet<u16>) -> Option<Vec<u8>> {
    let mut ranges: Vec<(u16, u16, u16)> = Vec::new();
    for (glyph, index) in glyphs.iter().copied().zip(0..) {
        match ranges.last_mut() {
            Some((_, end, _)) if glyph - *end == 1 => *end = glyph,
            _ => ranges.push((glyph, glyph, index)),
        }
    }
    let mut table = Vec::new();
    if ranges.len() * 3 < glyphs.len() {
        push16(&mut table, [RANGES]);
        push_size16(&mut table, ranges.len())?;
        push16(&mut table, ranges.iter().flat_map(|(start, end, index)| [*start, *end, *index]));
    } else {
        push16(&mut table, [LIST]);
        push_size16(&mut table, glyphs.len())?;
        push16(&mut table, glyphs.iter().copied());
    }
    Some(table)
}

/// Reads the classes of glyphs; those without one are in class 0.
pub(crate) fn read_classes(table: &[u8]) -> Option<BTreeMap<u16, u16>> {
    match u16_at(table, 0)? {
        LIST => {
            let classes = u16s(table, 6, size16_at(table, 4)?)?;
            Some((u16_at(table, 2)?..=u16::MAX).zip(classes).collect())
        }
        RANGES => {
            let ranges = u16s(table, 4, size16_at(table, 2)? * 3)?;
            let ranges = ranges.chunks_exact(3);
            let glyphs = ranges.flat_map(|range| {
                let class = range[2];
                (range[0]..=range[1]).map(move |glyph| (glyph, class))
            });
            Some(glyphs.collect())
        }
        _ => None,
    }
}

/// Writes the classes of glyphs.
pub(crate) fn write_classes(classes: &BTreeMap<u16, u16>) -> Option<Vec<u8>> {
    let mut ranges: Vec<[u16; 3]> = Vec::new();
    for (&glyph, &class) in classes.iter().filter(|(_, class)| **class != 0) {
        match ranges.last_mut() {
            Some([_, end, same]) if glyph - *end == 1 && *same == class => *end = glyph,
            _ => ranges.push([glyph, glyph, class]),
        }
    }
    let mut table = Vec::new();
    push16(&mut table, [RANGES]);
    push_size16(&mut table, ranges.len())?;
    push16(&mut table, ranges.into_iter().flatten());
    Some(table)
}
