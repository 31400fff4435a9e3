//! The container: WOFF 2.0, with every table as it is.

use crate::read::{Tag, push_size16, push_size32};
use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode;

/// The tables that the format has a number for, as far as they occur in fonts with outlines.
const KNOWN: [(Tag, u8); 15] = [
    (*b"cmap", 0),
    (*b"head", 1),
    (*b"hhea", 2),
    (*b"hmtx", 3),
    (*b"maxp", 4),
    (*b"name", 5),
    (*b"OS/2", 6),
    (*b"post", 7),
    (*b"glyf", 10),
    (*b"loca", 11),
    (*b"gasp", 17),
    (*b"GPOS", 27),
    (*b"avar", 39),
    (*b"fvar", 47),
    (*b"gvar", 48),
];

/// The number that says that the name of a table follows.
const OTHER: u8 = 63;

/// Marks `glyf` and `loca` as not transformed; of other tables, that is the usual state.
const AS_IT_IS: u8 = 3 << 6;

const HEADER: usize = 48;

/// Writes the file. `loca` must follow `glyf`.
pub(crate) fn write(tables: &[(Tag, Vec<u8>)]) -> Option<Vec<u8>> {
    let mut directory = Vec::new();
    let mut expanded = 12 + 16 * tables.len();
    for (tag, table) in tables {
        let number = KNOWN.iter().find(|(known, _)| known == tag).map(|(_, number)| *number);
        let transform = if matches!(tag, b"glyf" | b"loca") { AS_IT_IS } else { 0 };
        directory.push(number.unwrap_or(OTHER) | transform);
        if number.is_none() {
            directory.extend(tag);
        }
        push_variable(&mut directory, u32::try_from(table.len()).ok()?);
        expanded += table.len().next_multiple_of(4);
    }
    let whole: Vec<u8> = tables.iter().flat_map(|(_, table)| table.iter().copied()).collect();
    let compressed = if cfg!(feature = "apart") {
        Some(perfil_apart::ask("fonts", &whole)).filter(|answer| !answer.is_empty())?
    } else {
        compress(&whole)?
    };
    let length = (HEADER + directory.len() + compressed.len()).next_multiple_of(4);

    let mut file = b"wOF2\x00\x01\x00\x00".to_vec();
    push_size32(&mut file, length)?;
    push_size16(&mut file, tables.len())?;
    push_size16(&mut file, 0)?;
    push_size32(&mut file, expanded)?;
    push_size32(&mut file, compressed.len())?;
    // The version of the font, as in all fonts; no metadata and no private data.
    file.extend([0, 1, 0, 0]);
    file.resize(HEADER, 0);
    file.extend(directory);
    file.extend(compressed);
    file.resize(length, 0);
    Some(file)
}

/// Writes a number in as few bytes as it needs, 7 bits each.
fn push_variable(bytes: &mut Vec<u8>, number: u32) {
    let groups = number.max(1).ilog2() / 7;
    for group in (0..=groups).rev() {
        let more = if group == 0 { 0 } else { 1 << 7 };
        let [.., low] = (number >> (group * 7)).to_be_bytes();
        bytes.push(low & 0x7f | more);
    }
}

/// Returns the tables of a font, compressed as a WOFF 2.0 file has them.
#[must_use]
pub fn compress(bytes: &[u8]) -> Option<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality: 11,
        mode: BrotliEncoderMode::BROTLI_MODE_FONT,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    let mut rest = bytes;
    brotli::BrotliCompress(&mut rest, &mut compressed, &params).ok()?;
    Some(compressed)
}

#[cfg(test)]
mod tests {
    use super::push_variable;

    #[test]
    fn numbers_take_as_few_bytes_as_they_need() {
        for (number, expected) in [
            (0, &[0][..]),
            (127, &[0x7f]),
            (128, &[0x81, 0]),
            (16_383, &[0xff, 0x7f]),
            (16_384, &[0x81, 0x80, 0]),
            (u32::MAX, &[0x8f, 0xff, 0xff, 0xff, 0x7f]),
        ] {
            let mut bytes = Vec::new();
            push_variable(&mut bytes, number);
            assert_eq!(bytes, expected, "{number}");
        }
    }
}
