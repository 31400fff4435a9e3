//! Strings for people: UTF-16 or UTF-8 with a mark, and otherwise nearly Latin-1.

/// Returns a text string (ISO 32000-1, 7.9.2).
pub(super) fn text(bytes: &[u8]) -> String {
    let units = |bytes: &[u8], unit: fn([u8; 2]) -> u16| -> String {
        let pairs = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok());
        let units: Vec<u16> = pairs.map(unit).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xfe, 0xff, rest @ ..] => units(rest, u16::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => {
            let win = super::encodings::Encoding::WinAnsi;
            let character = |byte: &u8| match byte {
                b'\n' | b'\r' | b'\t' => Some(' '),
                0xad => Some('\u{ad}'),
                _ => win.character(*byte),
            };
            bytes.iter().filter_map(character).collect()
        }
    }
}
