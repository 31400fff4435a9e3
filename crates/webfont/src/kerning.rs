//! The table `GPOS`, of which only kerning is kept: adjustments of the space between two glyphs.

use crate::classes::{read_classes, read_coverage, write_classes, write_coverage};
use crate::glyphs::Kept;
use crate::read::{from, push_size16, push16, size16_at, size32_at, u16_at, u16s};
use std::collections::{BTreeMap, BTreeSet};

/// The types of lookups: pairs, and a lookup of any type that is far away.
const PAIRS: u16 = 2;
const EXTENSION: u16 = 9;

/// The formats of pairs: single glyphs, and classes of glyphs.
const OF_GLYPHS: u16 = 1;
const OF_CLASSES: u16 = 2;

/// The only value of a pair that is read: the width of its first glyph.
const WIDTH: [u16; 2] = [1 << 2, 0];

/// Adjustments by the first and the second glyph or class.
type Adjustments = BTreeMap<u16, BTreeMap<u16, u16>>;

/// Writes the kerning between kept glyphs, for every script and language; `None` if there is none,
/// or none that can be read.
pub(crate) fn write(gpos: &[u8], kept: &Kept) -> Option<Vec<u8>> {
    let list = from(gpos, size16_at(gpos, 8)?)?;
    let mut lookups = Vec::new();
    for offset in u16s(list, 2, size16_at(list, 0)?)? {
        let subtables = lookup(from(list, offset.into())?, kept)?;
        if !subtables.is_empty() {
            lookups.push(offsets_before(&[PAIRS, 0], &subtables)?);
        }
    }
    if lookups.is_empty() {
        return None;
    }
    // One script for all, with one language for all, and one feature with every lookup.
    let mut scripts = vec![0, 1];
    scripts.extend(b"DFLT");
    push16(&mut scripts, [8, 4, 0]);
    push16(&mut scripts, [0, u16::MAX, 1, 0]);
    let mut features = vec![0, 1];
    features.extend(b"kern");
    push16(&mut features, [8, 0]);
    push_size16(&mut features, lookups.len())?;
    push16(&mut features, (0..).take(lookups.len()));

    let mut table = vec![0, 1, 0, 0];
    let mut at = 10;
    for length in [0, scripts.len(), features.len()] {
        at += length;
        push_size16(&mut table, at)?;
    }
    Some([table, scripts, features, offsets_before(&[], &lookups)?].concat())
}

/// Returns the pairs of a lookup, one table for each of its own.
fn lookup(table: &[u8], kept: &Kept) -> Option<Vec<Vec<u8>>> {
    let mut subtables = Vec::new();
    for offset in u16s(table, 6, size16_at(table, 4)?)? {
        let mut kind = u16_at(table, 0)?;
        let mut subtable = from(table, offset.into())?;
        if kind == EXTENSION {
            kind = u16_at(subtable, 2)?;
            subtable = from(subtable, size32_at(subtable, 4)?)?;
        }
        if kind != PAIRS || u16s(subtable, 4, 2)? != WIDTH {
            continue;
        }
        let written = match u16_at(subtable, 0)? {
            OF_GLYPHS => of_glyphs(subtable, kept)?,
            OF_CLASSES => of_classes(subtable, kept)?,
            _ => Vec::new(),
        };
        if !written.is_empty() {
            subtables.push(written);
        }
    }
    Some(subtables)
}

/// Returns the kept glyphs that a subtable is for: their order in it, and their old and new numbers.
fn covered(subtable: &[u8], kept: &Kept) -> Option<Vec<(usize, u16, u16)>> {
    let all = read_coverage(from(subtable, size16_at(subtable, 2)?)?)?;
    let glyphs = all.into_iter().enumerate();
    Some(glyphs.filter_map(|(order, glyph)| Some((order, glyph, *kept.get(&glyph)?))).collect())
}

/// Writes pairs of single glyphs; nothing if none is kept.
fn of_glyphs(subtable: &[u8], kept: &Kept) -> Option<Vec<u8>> {
    let mut adjustments = Adjustments::new();
    for (order, _, first) in covered(subtable, kept)? {
        let set = from(subtable, size16_at(subtable, 10 + order * 2)?)?;
        let pairs = u16s(set, 2, size16_at(set, 0)? * 2)?;
        let pairs = pairs.chunks_exact(2);
        let seconds: BTreeMap<u16, u16> =
            pairs.filter_map(|pair| Some((*kept.get(&pair[0])?, pair[1]))).collect();
        if !seconds.is_empty() {
            adjustments.insert(first, seconds);
        }
    }
    if adjustments.is_empty() {
        return Some(Vec::new());
    }
    let firsts = adjustments.keys().copied().collect();
    let mut sets = Vec::new();
    for seconds in adjustments.values() {
        let mut set = Vec::new();
        push_size16(&mut set, seconds.len())?;
        push16(&mut set, seconds.iter().flat_map(|(second, width)| [*second, *width]));
        sets.push(set);
    }
    let [width, none] = WIDTH;
    let start = 10 + sets.len() * 2;
    let mut table = Vec::new();
    push16(&mut table, [OF_GLYPHS]);
    push_size16(&mut table, start + sets.concat().len())?;
    push16(&mut table, [width, none]);
    push_size16(&mut table, sets.len())?;
    push_offsets(&mut table, start, &sets)?;
    table.extend(sets.concat());
    table.extend(write_coverage(&firsts)?);
    Some(table)
}

/// Writes pairs of classes; nothing if none is adjusted. Of the classes, only those remain whose
/// adjustments differ.
fn of_classes(subtable: &[u8], kept: &Kept) -> Option<Vec<u8>> {
    let first_classes = read_classes(from(subtable, size16_at(subtable, 8)?)?)?;
    let second_classes = read_classes(from(subtable, size16_at(subtable, 10)?)?)?;
    let width = size16_at(subtable, 14)?;
    let values = u16s(subtable, 16, size16_at(subtable, 12)?.checked_mul(width)?)?;
    let class = |classes: &BTreeMap<u16, u16>, glyph| classes.get(&glyph).copied().unwrap_or(0);

    let firsts: Vec<(u16, usize)> = covered(subtable, kept)?
        .into_iter()
        .map(|(_, old, new)| (new, class(&first_classes, old).into()))
        .collect();
    let rows: BTreeSet<usize> = firsts.iter().map(|(_, row)| *row).collect();
    let column =
        |second: usize| rows.iter().map(|row| values.get(row * width + second).copied()).collect();
    // Glyphs without a class of their own are in class 0.
    let mut columns: Vec<Vec<u16>> = vec![vec![0; rows.len()]];
    let mut new_seconds = BTreeMap::new();
    for (old, new) in kept {
        let column: Option<_> = column(class(&second_classes, *old).into());
        new_seconds.insert(*new, place(&mut columns, column?)?);
    }
    let mut matrix: Vec<Vec<u16>> = Vec::new();
    let mut new_firsts = BTreeMap::new();
    for (glyph, row) in firsts {
        let at = rows.iter().position(|other| *other == row)?;
        let row = columns.iter().map(|column| column.get(at).copied()).collect::<Option<_>>()?;
        new_firsts.insert(glyph, place(&mut matrix, row)?);
    }
    if matrix.iter().flatten().all(|value| *value == 0) {
        return Some(Vec::new());
    }
    class_table(&matrix, &new_firsts, &new_seconds)
}

/// Returns the position of an item, which is appended if it is new.
fn place(items: &mut Vec<Vec<u16>>, item: Vec<u16>) -> Option<u16> {
    let found = items.iter().position(|other| *other == item);
    let place = found.unwrap_or(items.len());
    if found.is_none() {
        items.push(item);
    }
    u16::try_from(place).ok()
}

fn class_table(
    matrix: &[Vec<u16>],
    firsts: &BTreeMap<u16, u16>,
    seconds: &BTreeMap<u16, u16>,
) -> Option<Vec<u8>> {
    let values = matrix.concat();
    let parts = [
        write_classes(firsts)?,
        write_classes(seconds)?,
        write_coverage(&firsts.keys().copied().collect())?,
    ];
    let [of_firsts, of_seconds, of_coverage] =
        [0, 1, 2].map(|part| 16 + values.len() * 2 + parts[..part].concat().len());
    let [width, none] = WIDTH;
    let mut table = Vec::new();
    push16(&mut table, [OF_CLASSES]);
    push_size16(&mut table, of_coverage)?;
    push16(&mut table, [width, none]);
    for size in [of_firsts, of_seconds, matrix.len(), values.len() / matrix.len()] {
        push_size16(&mut table, size)?;
    }
    push16(&mut table, values);
    Some([table, parts.concat()].concat())
}

/// Writes the number of parts and their offsets, and then the parts.
fn offsets_before(start: &[u16], parts: &[Vec<u8>]) -> Option<Vec<u8>> {
    let mut table = Vec::new();
    push16(&mut table, start.iter().copied());
    push_size16(&mut table, parts.len())?;
    let end = table.len() + parts.len() * 2;
    push_offsets(&mut table, end, parts)?;
    Some([table, parts.concat()].concat())
}

/// Writes the offsets of parts that follow each other from a position on.
fn push_offsets(table: &mut Vec<u8>, start: usize, parts: &[Vec<u8>]) -> Option<()> {
    let mut at = start;
    for part in parts {
        push_size16(table, at)?;
        at += part.len();
    }
    Some(())
}
