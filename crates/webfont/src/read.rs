//! Reads the tables of an OpenType file, whose numbers are big-endian.

use std::collections::BTreeMap;

/// The name of a table.
pub(crate) type Tag = [u8; 4];

/// The tables of a font.
pub(crate) type Tables<'a> = BTreeMap<Tag, &'a [u8]>;

/// Returns the bytes from a position on.
pub(crate) fn from(bytes: &[u8], at: usize) -> Option<&[u8]> {
    bytes.get(at..)
}

/// Returns so many bytes from a position on.
pub(crate) fn part(bytes: &[u8], at: usize, length: usize) -> Option<&[u8]> {
    bytes.get(at..)?.get(..length)
}

/// Reads a number of 16 bits.
pub(crate) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().copied().map(u16::from_be_bytes)
}

/// Reads a number of 16 bits with a sign.
pub(crate) fn i16_at(bytes: &[u8], at: usize) -> Option<i16> {
    bytes.get(at..)?.first_chunk().copied().map(i16::from_be_bytes)
}

/// Reads a number of 16 bits as a size or a position.
pub(crate) fn size16_at(bytes: &[u8], at: usize) -> Option<usize> {
    u16_at(bytes, at).map(usize::from)
}

/// Reads a number of 32 bits as a size or a position.
pub(crate) fn size32_at(bytes: &[u8], at: usize) -> Option<usize> {
    let number = bytes.get(at..)?.first_chunk().copied().map(u32::from_be_bytes)?;
    usize::try_from(number).ok()
}

/// Reads an offset of a list at a position: as 32 bits, or as 16 bits of half the offset.
pub(crate) fn offset_at(list: &[u8], index: usize, is_long: bool) -> Option<usize> {
    if is_long {
        size32_at(list, index * 4)
    } else {
        size16_at(list, index * 2).map(|half| half * 2)
    }
}

/// Reads numbers of 16 bits that follow each other.
pub(crate) fn u16s(bytes: &[u8], at: usize, count: usize) -> Option<Vec<u16>> {
    let words = part(bytes, at, count.checked_mul(2)?)?.chunks_exact(2);
    Some(words.map(|word| u16::from_be_bytes([word[0], word[1]])).collect())
}

/// Writes numbers of 16 bits.
pub(crate) fn push16(bytes: &mut Vec<u8>, numbers: impl IntoIterator<Item = u16>) {
    numbers.into_iter().for_each(|number| bytes.extend(number.to_be_bytes()));
}

/// Writes a size as a number of 16 bits, if it fits.
pub(crate) fn push_size16(bytes: &mut Vec<u8>, size: usize) -> Option<()> {
    bytes.extend(u16::try_from(size).ok()?.to_be_bytes());
    Some(())
}

/// Writes a size as a number of 32 bits, if it fits.
pub(crate) fn push_size32(bytes: &mut Vec<u8>, size: usize) -> Option<()> {
    bytes.extend(u32::try_from(size).ok()?.to_be_bytes());
    Some(())
}

/// Replaces a number of 16 bits.
pub(crate) fn set16(bytes: &mut [u8], at: usize, number: u16) -> Option<()> {
    bytes.get_mut(at..)?.first_chunk_mut().map(|place| *place = number.to_be_bytes())
}

/// Reads the table directory of a font with TrueType outlines.
pub(crate) fn tables(file: &[u8]) -> Option<Tables<'_>> {
    const TRUE_TYPE: [u8; 4] = [0, 1, 0, 0];
    const HEADER: usize = 12;
    const ENTRY: usize = 16;
    file.strip_prefix(&TRUE_TYPE)?;
    let count = size16_at(file, 4)?;
    let entries = part(file, HEADER, count * ENTRY)?.chunks_exact(ENTRY);
    let table = |entry: &[u8]| {
        let tag: Tag = *entry.first_chunk()?;
        Some((tag, part(file, size32_at(entry, 8)?, size32_at(entry, 12)?)?))
    };
    entries.map(table).collect()
}
