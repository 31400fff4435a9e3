//! Guesses the encoding of a text that does not state it: the one in which its bytes make the most words.

use super::decode::strict;
use crate::document::headings::matched;
use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GBK, IBM866, ISO_8859_2, KOI8_U, MACINTOSH, SHIFT_JIS,
    WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255,
    WINDOWS_1256, WINDOWS_1257,
};

/// How many bytes of lines with other letters than those of ASCII are looked at.
const ENOUGH: usize = 16_384;

/// How much a heading of a CV says, in letters.
const HEADING: i64 = 25;

/// What a few letters say.
const FEW: i64 = 6;

/// The encodings with one byte a letter, the more frequent first.
const NARROW: [&Encoding; 12] = [
    WINDOWS_1252,
    WINDOWS_1251,
    WINDOWS_1250,
    WINDOWS_1254,
    ISO_8859_2,
    WINDOWS_1253,
    WINDOWS_1257,
    KOI8_U,
    IBM866,
    MACINTOSH,
    WINDOWS_1255,
    WINDOWS_1256,
];

/// The encodings with two bytes a letter: of each, the first bytes of its frequent letters.
const WIDE: [(&Encoding, &[(u8, u8)]); 5] = [
    (SHIFT_JIS, &[(0x81, 0x83), (0x88, 0x97)]),
    (EUC_JP, &[(0xa1, 0xa1), (0xa4, 0xa5), (0xb0, 0xcf)]),
    (EUC_KR, &[(0xa1, 0xa1), (0xb0, 0xc8)]),
    (GBK, &[(0xa1, 0xa1), (0xa3, 0xa3), (0xb0, 0xd7)]),
    (BIG5, &[(0xa1, 0xa1), (0xa4, 0xc6)]),
];

/// Returns the likely encoding of a text that is not UTF-8.
pub(super) fn encoding(bytes: &[u8]) -> &'static Encoding {
    let sample = sample(bytes);
    let narrow = NARROW.iter().filter_map(|it| Some((*it, words(&decode(&sample, it)?))));
    let wide = WIDE.iter().filter_map(|(it, frequent)| {
        let text = decode(&sample, it)?;
        Some((*it, pairs(&sample, frequent, *it == SHIFT_JIS) + headings(&text)))
    });
    // A letter or two say little, and most texts are in this one.
    let first = decode(&sample, WINDOWS_1252).map_or(i64::MIN, |text| words(&text) + FEW);
    let mut best = (WINDOWS_1252, first);
    for (encoding, score) in narrow.chain(wide) {
        if score > best.1 {
            best = (encoding, score);
        }
    }
    best.0
}

/// Returns the lines that have other letters than those of ASCII, as far as they are needed.
fn sample(bytes: &[u8]) -> Vec<u8> {
    let mut sample = Vec::new();
    for line in bytes.split(|byte| matches!(byte, b'\n' | b'\r')) {
        if !line.is_ascii() {
            let left = ENOUGH.saturating_sub(sample.len());
            if line.len() > left {
                break;
            }
            sample.extend_from_slice(line);
            sample.push(b'\n');
        }
    }
    if sample.is_empty() {
        sample.extend_from_slice(bytes.get(..ENOUGH.min(bytes.len())).unwrap_or_default());
    }
    sample
}

/// Decodes a text; `None` if some of its bytes are no letters of the encoding.
fn decode(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    let text = strict(bytes, encoding)?;
    (!text.chars().any(|c| matches!(c, '\u{80}'..='\u{9f}'))).then_some(text)
}

/// Says how much a text looks like words, by the letters that are not ASCII.
fn words(text: &str) -> i64 {
    let is_between = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || c.is_ascii_digit();
    let all: i64 = text.split(is_between).filter(|word| !word.is_ascii()).map(word).sum();
    all + headings(text)
}

/// Says whether signs make a word: letters of one script, with capitals at its beginning or throughout.
fn word(word: &str) -> i64 {
    let inner = word.trim_matches(|c: char| !is_letter(c));
    // Quotation marks, dashes and bullets are around words.
    let around = word.chars().count() - inner.chars().count();
    let strange = word.chars().filter(|c| !is_letter(*c) && !is_usual(*c)).count();
    let others = || inner.chars().filter(|c| !c.is_ascii());
    let count = |is: fn(&char) -> bool| i64::try_from(others().filter(is).count()).unwrap_or(0);
    let letters = count(|c| c.is_alphabetic());
    let is_one_script = {
        let mut scripts = inner.chars().filter(|c| c.is_alphabetic()).map(script);
        let first = scripts.next();
        scripts.all(|it| Some(it) == first)
    };
    let mut before = None;
    let is_mixed = inner.chars().any(|c| {
        let is_wrong = before.is_some_and(char::is_lowercase) && c.is_uppercase();
        before = Some(c);
        is_wrong
    });
    let is_latin = inner.chars().find(|c| c.is_alphabetic()).is_some_and(|c| script(c) == 0);
    let is_dense = is_latin && letters > 2 && letters * 2 > i64::try_from(inner.len()).unwrap_or(0);
    let is_sound = is_one_script && !is_mixed && !is_dense && inner.chars().all(is_of_word);
    let strange = i64::try_from(strange).unwrap_or(0);
    let rare = count(|c| matches!(c, 'ð' | 'þ' | 'ý' | 'Ð' | 'Þ' | 'Ý' | 'ÿ' | 'õ' | 'û'));
    let is_voiced = script(inner.chars().next().unwrap_or(' ')) != 1 || {
        let vowels = count(|c| "аеёиіїоуыэюяєАЕЁИІЇОУЫЭЮЯЄ".contains(*c));
        letters < 4 || vowels * 5 >= letters
    };
    let sense = if is_sound && is_voiced { letters * 4 - rare } else { -letters * 4 };
    sense - strange * 6 - i64::from(around > 2)
}

/// Whether a sign is a letter or a digit; `³` stands in few words.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || c.is_ascii_digit()
}

fn is_of_word(c: char) -> bool {
    is_letter(c) || matches!(c, '’' | '‘' | '·' | '–' | '—' | '-' | '…' | '/' | '«' | '»')
}

/// Whether a sign is usual in texts besides letters.
fn is_usual(c: char) -> bool {
    c.is_ascii()
        || matches!(c, '’' | '‘' | '“' | '”' | '„' | '‚' | '–' | '—' | '…' | '•' | '·' | '«' | '»')
        || matches!(c, '\u{a0}' | '°' | '€' | '§' | '®' | '©' | '™' | '¡' | '¿' | 'º' | 'ª' | '№')
}

/// Returns a number for the script of a letter.
fn script(c: char) -> u8 {
    match c {
        '\u{400}'..='\u{52f}' => 1,
        '\u{370}'..='\u{3ff}' => 2,
        '\u{590}'..='\u{5ff}' => 3,
        '\u{600}'..='\u{6ff}' => 4,
        _ => 0,
    }
}

/// Says how much a text with two bytes a letter looks like one.
fn pairs(bytes: &[u8], frequent: &[(u8, u8)], has_halves: bool) -> i64 {
    let (mut score, mut rest) = (0, bytes);
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if first.is_ascii() {
            continue;
        }
        if has_halves && (0xa1..=0xdf).contains(first) {
            score -= 4;
            continue;
        }
        rest = after.get(1..).unwrap_or_default();
        let is_frequent = frequent.iter().any(|(from, to)| (from..=to).contains(&first));
        score += if is_frequent { 8 } else { -8 };
    }
    score
}

/// Says how many lines are headings of a CV, which have other letters than those of ASCII.
fn headings(text: &str) -> i64 {
    let is_heading = |line: &&str| {
        let line = line.trim_matches(|c: char| c.is_whitespace() || "#*=:-_".contains(c));
        !line.is_ascii() && matched(line).is_some_and(|found| found.is_exact)
    };
    let count = text.lines().filter(is_heading).count();
    i64::try_from(count).unwrap_or(0) * HEADING
}
