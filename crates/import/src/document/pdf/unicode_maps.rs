//! Maps from the codes of a font to Unicode.

use hayro_cmap::CMap;

/// What codes without any character are mapped to.
pub(super) const NOTHING: &str = "\u{200b}";

/// [`NOTHING`] as a map writes it.
const WRITTEN: &[u8] = b"200B";

/// Reads a map. Programs that draw parts of letters as glyphs of their own map these to `<>`, for which the library
/// would drop the whole map.
pub(super) fn read(map: &[u8]) -> Option<CMap> {
    let mut filled = Vec::with_capacity(map.len());
    let (mut is_open, mut last) = (false, b' ');
    for &byte in map {
        if byte == b'>' && is_open {
            filled.extend_from_slice(WRITTEN);
        }
        // `<<` begins a dictionary.
        is_open = (byte == b'<' && last != b'<') || (is_open && byte.is_ascii_whitespace());
        last = byte;
        filled.push(byte);
    }
    CMap::parse(&filled, |_| None)
}
