//! Adobe's character collections (Technical Notes 5078, 5079, 5080 and 5093): fonts of Chinese, Japanese and Korean
//! number their characters in the order of the national standards, so that the encodings of these tell which
//! character a number is.

use crate::document::encoding::lenient;
use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS};
use hayro_syntax::object::{Dict, String as Bytes};
use std::collections::HashSet;
use std::ops::RangeInclusive;
use std::sync::OnceLock;

/// Codes that are numbered in their order: the first number, the codes, and their second bytes.
type Run = (usize, RangeInclusive<u16>, RangeInclusive<u8>);

/// Every letter: no second byte is a control character.
const ANY: RangeInclusive<u8> = 0x20..=0xfe;

/// The second bytes of the standards that have 94 rows of 94 characters.
const OF_94: RangeInclusive<u8> = 0xa1..=0xfe;

/// The second bytes of the codes that UHC has beside those of KS X 1001.
const BESIDE_94: RangeInclusive<u8> = 0x40..=0xa0;

const GB1: [Run; 16] = [
    (1, 0x20..=0x7e, ANY),
    (96, 0xa1a1..=0xa1fe, OF_94),
    (190, 0xa2b1..=0xa2e2, OF_94),
    (250, 0xa2f1..=0xa2fc, OF_94),
    (262, 0xa3a1..=0xa4f3, OF_94),
    (439, 0xa5a1..=0xa5f6, OF_94),
    (525, 0xa6a1..=0xa6b8, OF_94),
    (549, 0xa6c1..=0xa6d8, OF_94),
    (602, 0xa7a1..=0xa7c1, OF_94),
    (635, 0xa7d1..=0xa7f1, OF_94),
    (668, 0xa8a1..=0xa8ba, OF_94),
    (700, 0xa8c5..=0xa8e9, OF_94),
    (738, 0xa9a4..=0xa9ef, OF_94),
    (814, 0x21..=0x7e, ANY),
    (940, 0xb0a1..=0xd7f9, OF_94),
    (4695, 0xd8a1..=0xf7fe, OF_94),
];

const CNS1: [Run; 6] = [
    (1, 0x20..=0x7e, ANY),
    (99, 0xa140..=0xa158, ANY),
    (128, 0xa15d..=0xa1f5, ANY),
    (595, 0xa440..=0xc67e, ANY),
    (5996, 0xc940..=0xf9d5, ANY),
    (13_648, 0x20..=0x7e, ANY),
];

/// The characters of Big5 that CNS 11643 has in another place, with their numbers.
const MOVED: [(usize, u16); 23] = [
    (2431, 0xacfe),
    (4308, 0xbe52),
    (5221, 0xc2cb),
    (5495, 0xc456),
    (5550, 0xc3ba),
    (5551, 0xc3b9),
    (6039, 0xc9be),
    (6134, 0xcaf7),
    (8142, 0xdadf),
    (8788, 0xd6cc),
    (8889, 0xd77a),
    (10_926, 0xebf1),
    (11_073, 0xecde),
    (11_361, 0xf0cb),
    (11_719, 0xf056),
    (12_308, 0xeeeb),
    (12_526, 0xf4b5),
    (12_640, 0xf16b),
    (12_783, 0xf268),
    (12_900, 0xf663),
    (13_585, 0xf9c4),
    (13_629, 0xf9c5),
    (13_641, 0xf9c6),
];

/// The characters that Big5 has twice.
const TWICE: [u16; 2] = [0xc94a, 0xddfc];

const JAPAN1: [Run; 9] = [
    (1, 0x20..=0x7e, ANY),
    (231, 0x20..=0x7e, ANY),
    (327, 0xa1..=0xdf, ANY),
    (633, 0x8140..=0x8491, ANY),
    (1125, 0x889f..=0xeaa2, ANY),
    (7555, 0x8740..=0x8775, ANY),
    (7608, 0x8780..=0x878f, ANY),
    (8359, 0xed40..=0xedb3, ANY),
    (8474, 0xedb5..=0xeeec, ANY),
];

const KOREA1: [Run; 7] = [
    (1, 0x20..=0x7e, ANY),
    (101, 0xa1a1..=0xa2e5, OF_94),
    (264, 0xa3a1..=0xa4d3, OF_94),
    (409, 0xa4d5..=0xfdfe, OF_94),
    (8094, 0x20..=0x7e, ANY),
    (9333, 0x8140..=0xa0fe, ANY),
    (15_029, 0xa140..=0xc652, BESIDE_94),
];

/// A collection.
#[derive(Clone, Copy)]
pub(super) enum CharacterCollection {
    Gb1,
    Cns1,
    Japan1,
    Korea1,
}

impl CharacterCollection {
    /// Returns the collection that a font is for.
    pub(super) fn of(font: &Dict) -> Option<Self> {
        let system = font.get::<Dict>("CIDSystemInfo")?;
        let text = |key: &str| system.get::<Bytes>(key);
        if text("Registry")?.as_bytes() != b"Adobe" {
            return None;
        }
        match text("Ordering")?.as_bytes() {
            b"GB1" => Some(Self::Gb1),
            b"CNS1" => Some(Self::Cns1),
            b"Japan1" => Some(Self::Japan1),
            b"Korea1" => Some(Self::Korea1),
            _ => None,
        }
    }

    /// Returns the character with a number.
    pub(super) fn character(self, number: u32) -> Option<char> {
        static GB1_CHARACTERS: OnceLock<Vec<Option<char>>> = OnceLock::new();
        static CNS1_CHARACTERS: OnceLock<Vec<Option<char>>> = OnceLock::new();
        static JAPAN1_CHARACTERS: OnceLock<Vec<Option<char>>> = OnceLock::new();
        static KOREA1_CHARACTERS: OnceLock<Vec<Option<char>>> = OnceLock::new();
        let (characters, encoding, runs): (_, _, &[Run]) = match self {
            Self::Gb1 => (&GB1_CHARACTERS, GBK, &GB1),
            Self::Cns1 => (&CNS1_CHARACTERS, BIG5, &CNS1),
            Self::Japan1 => (&JAPAN1_CHARACTERS, SHIFT_JIS, &JAPAN1),
            Self::Korea1 => (&KOREA1_CHARACTERS, EUC_KR, &KOREA1),
        };
        let characters = characters.get_or_init(|| numbered(encoding, runs));
        characters.get(usize::try_from(number).ok()?).copied().flatten()
    }
}

/// Returns the characters of a collection by their numbers.
fn numbered(encoding: &'static Encoding, runs: &[Run]) -> Vec<Option<char>> {
    let (is_big5, is_korean) = (encoding == BIG5, encoding == EUC_KR);
    let moved: &[(usize, u16)] = if is_big5 { &MOVED } else { &[] };
    let elsewhere =
        moved.iter().map(|(_, code)| *code).chain(TWICE.into_iter().filter(|_| is_big5));
    let elsewhere: HashSet<u16> = elsewhere.collect();
    let mut all: Vec<Option<char>> = Vec::new();
    let mut put = |number: usize, c: char| {
        if all.len() <= number {
            all.resize(number + 1, None);
        }
        all[number] = Some(c);
    };
    for ((number, _), c) in moved.iter().zip(decoded(moved.iter().map(|it| it.1), encoding)) {
        put(*number, c);
    }
    for (first, codes, seconds) in runs {
        let codes = codes.clone().filter(|code| {
            let [_, second] = code.to_be_bytes();
            seconds.contains(&second) && !elsewhere.contains(code)
        });
        let free = (*first..).filter(|number| moved.iter().all(|it| it.0 != *number));
        // KS X 1001 has a character once for each of its readings, the collection has it once.
        let is_again = |c: &char| is_korean && ('\u{f900}'..='\u{fa0b}').contains(c);
        for (number, c) in free.zip(decoded(codes, encoding).filter(|c| !is_again(c))) {
            put(number, c);
        }
    }
    all
}

/// Returns the characters of codes, without the codes that are none.
fn decoded(
    codes: impl Iterator<Item = u16>,
    encoding: &'static Encoding,
) -> impl Iterator<Item = char> {
    let mut bytes = Vec::new();
    for code in codes {
        match code.to_be_bytes() {
            [0, single] => bytes.push(single),
            [_, 0x7f] => continue,
            pair => bytes.extend(pair),
        }
        bytes.push(b'\n');
    }
    let lines: Vec<String> = lenient(&bytes, encoding).lines().map(str::to_owned).collect();
    lines.into_iter().filter_map(|line| {
        let mut characters = line.chars();
        let first = characters.next().filter(|c| *c != char::REPLACEMENT_CHARACTER)?;
        characters.next().is_none().then_some(first)
    })
}

#[cfg(test)]
mod tests {
    use super::CharacterCollection::{self, Cns1, Gb1, Japan1, Korea1};

    fn text(collection: CharacterCollection, numbers: &[u32]) -> String {
        let character = |number: &u32| collection.character(*number).unwrap_or('-');
        numbers.iter().map(character).collect()
    }

    #[test]
    fn names_are_read_by_the_numbers_of_their_characters() {
        assert_eq!(text(Gb1, &[2521, 2498, 4454, 3775]), "李雷张伟");
        assert_eq!(text(Cns1, &[1213, 3940, 2677, 2563, 3027]), "李雷張偉陳");
        assert_eq!(text(Japan1, &[2177, 3134, 2848, 4064, 8705, 8443]), "山田太郎髙﨑");
        assert_eq!(text(Korea1, &[3352, 1249, 1586, 1251]), "홍길동김");
        for collection in [Gb1, Cns1, Japan1, Korea1] {
            assert_eq!(text(collection, &[0, 1, 34, 66, 40_000]), "- Aa-");
        }
    }

    #[test]
    fn every_run_ends_where_the_standard_says_so() {
        assert_eq!(text(Gb1, &[939, 940, 4694, 4695, 7702, 7703]), "-啊座亍齄-");
        assert_eq!(text(Gb1, &[437, 438, 439, 524, 634, 635, 667]), "をんァヶЯая");
        assert_eq!(text(Cns1, &[595, 2431, 5550, 5551, 5995]), "一耄繳羅籲");
        assert_eq!(text(Cns1, &[6006, 8142, 13_641, 13_645, 13_649]), "屮笻爩龘!");
        assert_eq!(text(Japan1, &[1124, 1125, 7477, 8473, 8474, 8717]), "я亜瑤昕昉黑");
        assert_eq!(text(Korea1, &[408, 409, 3247, 8055, 8056]), "ㅣㅥ퐁詰-");
        assert_eq!(text(Korea1, &[9333, 15_112, 15_113, 18_154, 18_155]), "갂줎줐힣-");
    }
}
