//! The characters of fonts whose letters are pictures.

/// The first of the codes that these fonts have in Unicode's private area.
const PRIVATE: u32 = 0xF000;

/// The pictures of Wingdings that occur in CVs.
const WINGDINGS: [(u32, char); 24] = [
    (0x28, '☎'),
    (0x29, '✆'),
    (0x2A, '✉'),
    (0x2B, '✉'),
    (0x6C, '●'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x71, '❑'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '◆'),
    (0x9F, '•'),
    (0xA1, '○'),
    (0xA7, '▪'),
    (0xA8, '□'),
    (0xAB, '★'),
    (0xB7, '•'),
    (0xD8, '➢'),
    (0xE0, '→'),
    (0xE8, '➔'),
    (0xF0, '⇨'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFE, '☑'),
];

/// Signs of the font Symbol.
const SYMBOL: [(u32, char); 16] = [
    (0xA3, '≤'),
    (0xA5, '∞'),
    (0xAE, '→'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB7, '•'),
    (0xB9, '≠'),
    (0xBB, '≈'),
    (0xD7, '·'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x6D, 'μ'),
    (0x70, 'π'),
    (0x73, 'σ'),
];

/// Returns the character that a font draws for a code. What is unknown is only a picture.
pub(super) fn character(code: u32, font: &str) -> Option<char> {
    let low = if (PRIVATE..PRIVATE + 0x100).contains(&code) { code - PRIVATE } else { code };
    if low > 0xFF && !is_private(low) {
        // The letter is one of Unicode's, and only its font is a wrong one.
        return char::from_u32(low);
    }
    let font = font.to_lowercase();
    let of = |table: &[(u32, char)]| table.iter().find(|(it, _)| *it == low).map(|(_, c)| *c);
    if font.contains("wingdings") {
        return of(&WINGDINGS);
    }
    if font == "symbol" {
        return of(&SYMBOL).or_else(|| char::from_u32(low).filter(char::is_ascii_alphanumeric));
    }
    if font.contains("webdings") {
        return None;
    }
    if is_private(code) {
        // Icons have other meanings in each font, but these are the bullets of Word.
        return matches!(code, 0xF0B7 | 0xF0A7 | 0xF0D8 | 0xF076).then_some('•');
    }
    char::from_u32(code)
}

/// Whether a code is one of Unicode's private area, which only some font can draw.
pub(super) fn is_private(code: u32) -> bool {
    (0xE000..0xF900).contains(&code)
}

/// Returns a text with the characters that other fonts have, too.
pub(super) fn readable(text: &str, font: &str) -> String {
    let font = font.to_lowercase();
    let is_picture = font.contains("wingdings") || font.contains("webdings") || font == "symbol";
    if !is_picture && !text.chars().any(|c| is_private(c.into())) {
        return text.replace('\u{ad}', "");
    }
    let drawn = text.chars().filter(|c| *c != '\u{ad}').map(|c| {
        if c.is_whitespace() || !(is_picture || is_private(c.into())) {
            return c;
        }
        character(c.into(), &font).unwrap_or(' ')
    });
    drawn.collect()
}
