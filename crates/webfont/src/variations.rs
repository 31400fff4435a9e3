//! The tables of variations: `gvar` for outlines, `HVAR` for widths.

use crate::glyphs::Kept;
use crate::read::{
    from, offset_at, part, push_size16, push_size32, push16, size16_at, size32_at, u16_at,
};

/// Writes the variations of the kept glyphs' outlines. Those of a glyph do not depend on its number.
pub(crate) fn outlines(gvar: &[u8], kept: &Kept) -> Option<Vec<u8>> {
    const HEADER: usize = 20;
    let (axes, tuples) = (size16_at(gvar, 4)?, size16_at(gvar, 6)?);
    let shared = part(gvar, size32_at(gvar, 8)?, axes.checked_mul(tuples)?.checked_mul(2)?)?;
    let is_long = u16_at(gvar, 14)? & 1 == 1;
    let data = from(gvar, size32_at(gvar, 16)?)?;
    let list = from(gvar, HEADER)?;
    let (mut offsets, mut written) = (Vec::new(), Vec::new());
    push_size32(&mut offsets, 0)?;
    for glyph in kept.keys() {
        let start = offset_at(list, usize::from(*glyph), is_long)?;
        let end = offset_at(list, usize::from(*glyph) + 1, is_long)?;
        written.extend(part(data, start, end.checked_sub(start)?)?);
        push_size32(&mut offsets, written.len())?;
    }
    let mut table = part(gvar, 0, 8)?.to_vec();
    push_size32(&mut table, HEADER + offsets.len())?;
    push_size16(&mut table, kept.len())?;
    push16(&mut table, [1]);
    push_size32(&mut table, HEADER + offsets.len() + shared.len())?;
    Some([&table, &offsets, shared, &written].concat())
}

/// Writes the variations of the kept glyphs' widths, if there is one row of them for each glyph.
/// Without them, browsers calculate the widths from the outlines.
pub(crate) fn widths(hvar: &[u8], kept: &Kept) -> Option<Vec<u8>> {
    const HEADER: usize = 20;
    // The header of the store, with the offset of its only subtable.
    const STORE: usize = 12;
    let has_maps = [8, 12, 16].iter().any(|at| size32_at(hvar, *at) != Some(0));
    let store = from(hvar, size32_at(hvar, 4)?)?;
    if has_maps || size16_at(store, 6)? != 1 {
        return None;
    }
    let regions = from(store, size32_at(store, 2)?)?;
    let (axes, count) = (size16_at(regions, 0)?, size16_at(regions, 2)?);
    let regions = part(regions, 0, axes.checked_mul(count)?.checked_mul(6)?.checked_add(4)?)?;

    let data = from(store, size32_at(store, 8)?)?;
    let (words, columns) = (u16_at(data, 2)?, size16_at(data, 4)?);
    let width = row_length(words, columns)?;
    let before = 6 + columns * 2;
    let mut rows = Vec::new();
    for glyph in kept.keys() {
        let at = usize::from(*glyph).checked_mul(width)?.checked_add(before)?;
        rows.extend(part(data, at, width)?);
    }
    let mut table = part(hvar, 0, 4)?.to_vec();
    push_size32(&mut table, HEADER)?;
    table.extend([0; 12]);
    push16(&mut table, [1]);
    push_size32(&mut table, STORE + before + rows.len())?;
    push16(&mut table, [1]);
    push_size32(&mut table, STORE)?;
    push_size16(&mut table, kept.len())?;
    Some([&table, part(data, 2, before - 2)?, &rows, regions].concat())
}

/// Returns the length of a row of variations: some are words and the others half as long.
fn row_length(words: u16, columns: usize) -> Option<usize> {
    const ARE_LONG: u16 = 1 << 15;
    let long = usize::from(words & !ARE_LONG);
    let length = long * 2 + columns.checked_sub(long)?;
    Some(if words & ARE_LONG == 0 { length } else { length * 2 })
}
