//! Makes text of the glyphs of a segment: words by gaps, accents, and the order of letters.

use super::glyphs::{Glyph, UNKNOWN};
use super::letter_forms::{capital_i, plain_forms};
use super::links;
use super::segments::ACCENTS;
use icu_normalizer::ComposingNormalizerBorrowed;
use std::sync::Arc;

/// A piece of text in one style.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
    pub(super) link: Option<usize>,
}

/// The least gap between words, in sizes of the font.
const WORD_GAP: f64 = 0.115;

/// Between letters that are set wide apart, the gap that all of them have at least.
pub(super) const MIN_SPACED_GAP: f64 = 0.07;

/// What is no gap at all, in sizes of the font.
const NO_GAP: f64 = 0.01;

/// The maximum number of letters of a line whose accents are looked at.
const MAX_LETTERS: usize = 4_000;

/// A glyph, and whether a space is before it.
struct Letter<'g> {
    glyph: &'g Glyph,
    text: String,
    gap: f64,
    has_space: bool,
    /// The width of the space before it, in sizes of the font.
    space: f64,
}

/// Returns the text of glyphs, which are in the order from left to right.
pub(super) fn spans(glyphs: &[Glyph], addresses: &[Arc<str>]) -> Vec<Span> {
    let mut letters = letters(glyphs);
    compose(&mut letters);
    let is_word_gap = word_gap(&letters);
    for letter in &mut letters {
        letter.has_space = is_word_gap(letter);
    }
    let letters = in_reading_order(letters);
    let mut spans: Vec<Span> = Vec::new();
    for letter in &letters {
        let mut text = String::new();
        if letter.has_space {
            text.push(' ');
        }
        if letter.glyph.is_icon() {
            let address = letter.glyph.link.and_then(|link| addresses.get(link));
            text = format!("\t{}\t", address.map_or("", |address| links::label(address)));
        } else {
            text.push_str(&letter.text);
        }
        let look = letter.glyph.look;
        let (is_bold, is_italic) = (look.is_bold, look.is_italic);
        let link = letter.glyph.link;
        match spans.last_mut() {
            Some(last)
                if (last.is_bold, last.is_italic, last.link) == (is_bold, is_italic, link) =>
            {
                last.text.push_str(&text);
            }
            // The space between two styles belongs to neither.
            Some(last) if letter.has_space && !letter.glyph.is_icon() => {
                last.text.push(' ');
                spans.push(Span { text: text.trim_start().to_owned(), is_bold, is_italic, link });
            }
            _ => spans.push(Span { text, is_bold, is_italic, link }),
        }
    }
    let normalizer = ComposingNormalizerBorrowed::new_nfc();
    capital_i(&mut spans);
    let last = spans.len().saturating_sub(1);
    for (at, span) in spans.iter_mut().enumerate() {
        // Some programs call every hyphen a soft one.
        let inner =
            if at == last { span.text.trim_end_matches('\u{ad}').len() } else { span.text.len() };
        let end = span.text.split_off(inner);
        span.text = span.text.replace('\u{ad}', "-") + &end;
        span.text = plain_forms(&span.text);
        span.text = normalizer.normalize(&span.text).into_owned();
    }
    spans
}

fn letters(glyphs: &[Glyph]) -> Vec<Letter<'_>> {
    let mut letters: Vec<Letter> = Vec::with_capacity(glyphs.len());
    let (mut end, mut has_space, mut space) = (None, false, 0.0);
    for glyph in glyphs {
        if glyph.is_space() {
            has_space = !letters.is_empty();
            space = (glyph.right - glyph.left) / glyph.size.max(1.0);
            continue;
        }
        let gap = end.map_or(0.0, |end| (glyph.left - end) / glyph.size.max(1.0));
        let own_space = glyph.text.starts_with(char::is_whitespace) && !letters.is_empty();
        let is_unknown = glyph.text == UNKNOWN;
        // A sign that nobody knows is left out, and the word around it is still one word.
        let text = if is_unknown { String::new() } else { glyph.text.trim().to_owned() };
        let space = std::mem::take(&mut space);
        letters.push(Letter { glyph, text, gap, has_space: has_space || own_space, space });
        end = Some(end.map_or(glyph.right, |end: f64| end.max(glyph.right)));
        has_space = glyph.text.ends_with(char::is_whitespace);
    }
    letters
}

/// Puts accents that are drawn apart onto their letters.
fn compose(letters: &mut Vec<Letter>) {
    let accent = |letter: &Letter| {
        let mut characters = letter.text.chars();
        let first = characters.next().filter(|_| characters.next().is_none())?;
        let (_, mark) = ACCENTS.iter().find(|(accent, _)| *accent == first)?;
        Some(*mark)
    };
    let mut at = 0;
    // No line of a text is longer.
    while at < letters.len().min(MAX_LETTERS) {
        let Some(mark) = letters.get(at).and_then(accent) else {
            at += 1;
            continue;
        };
        let is_over = |other: Option<&Letter>| {
            let (Some(own), Some(other)) = (letters.get(at), other) else { return false };
            let shared =
                own.glyph.right.min(other.glyph.right) - own.glyph.left.max(other.glyph.left);
            let is_letter = other.text.chars().next_back().is_some_and(char::is_alphabetic);
            is_letter && shared > 0.5 * (own.glyph.right - own.glyph.left).max(0.1)
        };
        let before = at.checked_sub(1);
        let base = if is_over(letters.get(at + 1)) {
            Some(at + 1)
        } else {
            before.filter(|before| is_over(letters.get(*before)))
        };
        let Some(base) = base else {
            at += 1;
            continue;
        };
        let removed = letters.remove(at);
        let base = if base > at { base - 1 } else { base };
        if let Some(letter) = letters.get_mut(base) {
            letter.text = letter.text.replace('ı', "i").replace('ȷ', "j");
            letter.text.push(mark);
            if base == at {
                letter.has_space |= removed.has_space;
                letter.gap = letter.gap.max(removed.gap);
            }
        }
    }
}

/// Returns the one in the middle of gaps, which it sorts.
pub(super) fn middle(gaps: &mut [f64]) -> f64 {
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 2).copied().unwrap_or_default()
}

/// Returns what tells whether a space is before a letter.
fn word_gap(letters: &[Letter]) -> impl Fn(&Letter) -> bool + use<> {
    let mut gaps: Vec<f64> = letters.iter().skip(1).map(|letter| letter.gap).collect();
    let middle = middle(&mut gaps);
    let with_space = letters.iter().filter(|letter| letter.has_space).count();
    // Letters that are set apart, perhaps with spaces that somebody typed.
    let is_typed_apart = gaps.len() > 3 && with_space * 10 > gaps.len() * 7;
    let is_apart = gaps.len() > 2 && middle > MIN_SPACED_GAP || is_typed_apart;
    let is_spaceless =
        |letter: &Letter| letter.text.chars().next().is_some_and(perfil_text::is_spaceless);
    let is_dense = letters.iter().filter(|letter| is_spaceless(letter)).count() * 2 > letters.len();
    // Where spaces are as wide as they should be, one for which there is no room is that of another text, below
    // this one.
    let is_exact = middle.abs() < NO_GAP;
    let is_spaced = letters.iter().any(|letter| letter.has_space && letter.gap > WORD_GAP);
    move |letter| {
        if is_typed_apart {
            return letter.gap > middle * 1.6 + 0.05;
        }
        let has_room = letter.gap.abs() >= NO_GAP || !(is_spaced || letter.space > WORD_GAP);
        if is_exact && !has_room {
            return false;
        }
        let limit = match (is_dense, is_apart) {
            (true, _) => 0.6,
            (false, true) => middle + WORD_GAP.max(middle * 0.4),
            (false, false) => WORD_GAP,
        };
        letter.has_space || letter.gap > limit
    }
}

pub(super) fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

fn is_rtl(letter: &Letter) -> bool {
    letter.text.chars().any(is_right_to_left)
}

fn is_ltr(letter: &Letter) -> bool {
    letter.text.chars().any(|c| c.is_alphanumeric() && !is_right_to_left(c))
}

/// Turns a run of letters in the other direction, which ends with the last of them.
fn end_run<'g>(run: &mut Vec<Letter<'g>>, ordered: &mut Vec<Letter<'g>>, is_main: bool) {
    let is_other = |letter: &Letter| if is_main { is_ltr(letter) } else { is_rtl(letter) };
    let last = run.iter().rposition(is_other).map_or(0, |at| at + 1);
    let rest = run.split_off(last);
    run.reverse();
    ordered.append(run);
    ordered.extend(rest);
}

/// Returns the letters in the order in which they are read.
fn in_reading_order(letters: Vec<Letter>) -> Vec<Letter> {
    let right_to_left = letters.iter().filter(|letter| is_rtl(letter)).count();
    if right_to_left == 0 {
        return letters;
    }
    let is_main = right_to_left * 2 > letters.iter().filter(|it| is_ltr(it)).count();
    let is_other = |letter: &Letter| if is_main { is_ltr(letter) } else { is_rtl(letter) };
    let is_own = |letter: &Letter| if is_main { is_rtl(letter) } else { is_ltr(letter) };
    let mut ordered: Vec<Letter> = Vec::with_capacity(letters.len());
    let mut letters = spaces_after(letters);
    if is_main {
        letters.reverse();
    }
    let mut run: Vec<Letter> = Vec::new();
    for letter in letters {
        if is_other(&letter) || (!run.is_empty() && !is_own(&letter)) {
            run.push(letter);
        } else {
            end_run(&mut run, &mut ordered, is_main);
            ordered.push(letter);
        }
    }
    end_run(&mut run, &mut ordered, is_main);
    spaces_before(ordered)
}

/// Makes each space a letter of its own, so that letters can change their places.
fn spaces_after(letters: Vec<Letter>) -> Vec<Letter> {
    let mut apart = Vec::with_capacity(letters.len());
    for mut letter in letters {
        if std::mem::take(&mut letter.has_space) {
            apart.push(Letter {
                glyph: letter.glyph,
                text: " ".into(),
                gap: 0.0,
                has_space: false,
                space: 0.0,
            });
        }
        apart.push(letter);
    }
    apart
}

fn spaces_before(letters: Vec<Letter>) -> Vec<Letter> {
    let mut together: Vec<Letter> = Vec::with_capacity(letters.len());
    let mut has_space = false;
    for mut letter in letters {
        if letter.text == " " {
            has_space = true;
            continue;
        }
        letter.has_space = std::mem::take(&mut has_space) && !together.is_empty();
        together.push(letter);
    }
    together
}
