//! What the codes of simple fonts mean: the encodings that ISO 32000-1 names in annex D, as strings
//! of the characters of their upper halves. A space stands for a code without a meaning.

/// An encoding that a font names, or has by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Encoding {
    Standard,
    WinAnsi,
    MacRoman,
    Symbol,
    Dingbats,
}

/// The codes 0x80 to 0x9f of Windows' encoding; those above are Latin-1's.
const WIN_ANSI: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// The codes from 0x80 of the Macintosh's encoding.
const MAC_ROMAN: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
                         ¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// The codes from 0xa0 of Adobe's encoding.
const STANDARD: &str = " ¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß    ";

/// The codes 0x20 to 0x7e of the font Symbol.
const SYMBOL: &str = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾\
                      αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";

/// The codes from 0xa0 of the font Symbol.
const SYMBOL_HIGH: &str = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊";

/// The codes of the font Zapf Dingbats that are not in the order of Unicode's block.
const DINGBATS: [(u8, char); 14] = [
    (0x25, '☎'),
    (0x2a, '☛'),
    (0x2b, '☞'),
    (0x48, '★'),
    (0x6c, '●'),
    (0x6e, '■'),
    (0x73, '▲'),
    (0x74, '▼'),
    (0x75, '◆'),
    (0xa8, '♣'),
    (0xa9, '♦'),
    (0xaa, '♥'),
    (0xab, '♠'),
    (0xd5, '→'),
];

impl Encoding {
    /// Returns the encoding with a name of the standard.
    pub(super) fn named(name: &[u8]) -> Option<Self> {
        match name {
            b"StandardEncoding" => Some(Self::Standard),
            b"WinAnsiEncoding" => Some(Self::WinAnsi),
            b"MacRomanEncoding" => Some(Self::MacRoman),
            _ => None,
        }
    }

    /// Returns the character of a code.
    pub(super) fn character(self, code: u8) -> Option<char> {
        let nth = |characters: &str, start: u8| {
            let found = characters.chars().nth(usize::from(code.checked_sub(start)?))?;
            (found != ' ' || code == b' ').then_some(found)
        };
        match self {
            Self::Standard => match code {
                b'\'' => Some('’'),
                b'`' => Some('‘'),
                b' '..=b'~' => Some(char::from(code)),
                _ => nth(STANDARD, 0xa0),
            },
            Self::WinAnsi => match code {
                b' '..=b'~' | 0xa0.. => Some(char::from(code)),
                // Codes without a meaning are bullets.
                0x7f => Some('•'),
                _ => nth(WIN_ANSI, 0x80).or((code >= 0x80).then_some('•')),
            },
            Self::MacRoman => match code {
                b' '..=b'~' => Some(char::from(code)),
                0xca => Some(' '),
                _ => nth(MAC_ROMAN, 0x80),
            },
            Self::Symbol => nth(SYMBOL, 0x20).or_else(|| nth(SYMBOL_HIGH, 0xa0)),
            Self::Dingbats => {
                let other = DINGBATS.iter().find(|(it, _)| *it == code).map(|(_, c)| *c);
                let in_block = |start: u32| char::from_u32(start + u32::from(code));
                other.or_else(|| match code {
                    b' ' => Some(' '),
                    0x21..=0x7e => in_block(0x2700 - 0x20),
                    0xa1..=0xa7 | 0xb6..=0xfe => in_block(0x2761 - 0xa1),
                    0xac..=0xb5 => in_block(0x2460 - 0xac),
                    _ => None,
                })
            }
        }
    }
}
