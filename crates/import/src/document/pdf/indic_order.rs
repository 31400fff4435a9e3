//! Puts the signs of Indic scripts into the order of a text: pages have them in the order of sight, in
//! which some vowels are before the consonants that they follow, and an `r` above the syllable that it
//! begins is at its end.

use super::lines::Line;
use icu_normalizer::ComposingNormalizerBorrowed;

/// Vowel signs that are drawn before their consonants, of scripts from Devanagari to Malayalam.
const BEFORE: [char; 16] = [
    '\u{93f}', '\u{94e}', '\u{9bf}', '\u{9c7}', '\u{9c8}', '\u{a3f}', '\u{abf}', '\u{b47}',
    '\u{bc6}', '\u{bc7}', '\u{bc8}', '\u{d46}', '\u{d47}', '\u{d48}', '\u{dd9}', '\u{dda}',
];

/// `R` and the sign that joins it to the next consonant, of the scripts that draw both above it.
const REPH: [[char; 2]; 3] =
    [['\u{930}', '\u{94d}'], ['\u{9b0}', '\u{9cd}'], ['\u{ab0}', '\u{acd}']];

/// Reorders lines, if one of their words begins with a sign with which no word begins.
pub(super) fn reorder<'a>(lines: impl Iterator<Item = &'a mut Line>) {
    let mut lines: Vec<&mut Line> = lines.collect();
    let is_drawn = |line: &&mut Line| {
        let mut words = line.spans.iter().flat_map(|span| span.text.split_whitespace());
        words.any(|word| word.starts_with(BEFORE))
    };
    if !lines.iter().any(is_drawn) {
        return;
    }
    let normalizer = ComposingNormalizerBorrowed::new_nfc();
    for span in lines.iter_mut().flat_map(|line| &mut line.spans) {
        span.text = normalizer.normalize(&in_order(&span.text)).into_owned();
    }
}

fn in_order(text: &str) -> String {
    let mut done: Vec<char> = Vec::with_capacity(text.len());
    let mut waiting: Option<char> = None;
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        if BEFORE.contains(&c)
            && waiting.is_none()
            && letters.peek().is_some_and(|it| is_consonant(*it))
        {
            waiting = Some(c);
            continue;
        }
        let is_reph = REPH.iter().any(|[r, joiner]| {
            done.last() == Some(r)
                && c == *joiner
                && !letters.peek().is_some_and(|it| is_consonant(*it))
        });
        if is_reph {
            done.pop();
            let at = syllable(&done);
            let r = REPH.iter().find(|[_, joiner]| *joiner == c).map_or(c, |[r, _]| *r);
            done.splice(at..at, [r, c]);
        } else {
            done.push(c);
        }
        // The syllable goes on after a sign that joins, or below a dot.
        let goes_on =
            is_joiner(c) || letters.peek().is_some_and(|it| is_joiner(*it) || is_dot(*it));
        if !goes_on {
            done.extend(waiting.take());
        }
    }
    done.extend(waiting);
    done.into_iter().collect()
}

/// Returns where the last syllable begins.
fn syllable(letters: &[char]) -> usize {
    let Some(mut at) = letters.iter().rposition(|c| is_consonant(*c)) else { return letters.len() };
    while let Some(before) = at.checked_sub(2)
        && letters.get(at - 1).is_some_and(|c| is_joiner(*c))
        && letters.get(before).is_some_and(|c| is_consonant(*c))
    {
        at = before;
    }
    at
}

/// Returns the place of a character in its script: all Indic blocks have the same order.
fn place(c: char) -> Option<u32> {
    let code = u32::from(c);
    (0x900..0xd80).contains(&code).then_some(code % 0x80)
}

fn is_consonant(c: char) -> bool {
    place(c).is_some_and(|place| (0x15..=0x39).contains(&place) || (0x58..=0x5f).contains(&place))
}

fn is_joiner(c: char) -> bool {
    place(c) == Some(0x4d)
}

fn is_dot(c: char) -> bool {
    place(c) == Some(0x3c)
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn signs_follow_the_letters_that_they_are_read_after() {
        for (drawn, read) in [
            ("िहन्दी", "हिन्दी"),
            ("कम्पनी िविक्रय", "कम्पनी विक्रिय"),
            ("ितर्", "र्ति"),
            ("धमर्", "धर्म"),
            ("কািজ", "কাজি"),
            ("Mira 2019", "Mira 2019"),
        ] {
            assert_eq!(in_order(drawn), read, "{drawn}");
        }
    }
}
