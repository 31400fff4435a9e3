//! Splits a line into words, numbers and signs, and says which of them can be parts of a period.

use super::Dates;
use super::short::is_and;
use crate::dates::is_now;

/// A word or a sign of a line.
#[derive(Clone, Copy)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether it can be a part of a period.
    pub(super) is_dated: bool,
    pub(super) is_sign: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Space,
    Gap,
    Digit,
    Letter,
    /// A letter that may be a word.
    Dense,
    Sign,
}

fn kind(c: char) -> Kind {
    match c {
        '\t' => Kind::Gap,
        _ if c.is_whitespace() => Kind::Space,
        _ if perfil_text::is_dense(c) => Kind::Dense,
        _ if c.is_numeric() => Kind::Digit,
        _ if c.is_alphabetic()
            || matches!(c, '∞' | '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}') =>
        {
            Kind::Letter
        }
        _ => Kind::Sign,
    }
}

/// Whether a dash is followed by a word for the present.
fn is_until_now(text: &str) -> bool {
    text.split_whitespace().nth(1).is_some_and(is_now)
}

/// Whether an article that is part of a date is written as one is in a surname: `Y. Du`.
fn is_surname(word: &str) -> bool {
    ["Du", "Le", "Von", "Vom", "Dem", "Da"].contains(&word)
}

impl Dates {
    /// Returns the words and signs of a line.
    pub(super) fn tokens(&self, line: &str) -> Vec<Token> {
        let mut tokens: Vec<Token> = Vec::new();
        let mut chars = line.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            let kind = kind(c);
            let mut end = start + c.len_utf8();
            while let Some((at, next)) = chars.peek().copied() {
                let is_same = match kind {
                    Kind::Digit => next.is_numeric(),
                    Kind::Letter => self::kind(next) == Kind::Letter,
                    Kind::Sign => c == '.' && next == '.',
                    _ => false,
                };
                if !is_same {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
            let text = line.get(start..end).unwrap_or_default();
            // `2020 – …`: dots after a dash say that it goes on.
            let is_open = text == "…" || text.starts_with("..");
            let is_after_date = tokens.last().is_some_and(|last| last.is_dated && !last.is_sign);
            let is_dated = match kind {
                Kind::Space => continue,
                Kind::Sign if is_open => tokens.last().is_some_and(|last| last.is_sign),
                Kind::Digit => end - start <= 8 || text.chars().count() <= 8,
                Kind::Letter | Kind::Sign if is_and(text) => {
                    is_after_date && self.begins_month(line, end)
                        || tokens.last().is_some_and(|last| last.is_sign)
                            && self.style.is_word(text)
                }
                Kind::Letter => {
                    self.style.is_word(text) && (tokens.is_empty() || !is_surname(text))
                }
                Kind::Dense => {
                    self.style.is_word(text) || "年月日年년월일至到今令和平成昭元".contains(text)
                }
                Kind::Sign if text == ">" => line.get(..start).is_some_and(|it| it.ends_with('-')),
                Kind::Sign => "-–—‒−―－/.,'’~～〜→".contains(text) || text == "\u{2011}",
                // A gap beside a dash does not end a period.
                Kind::Gap => {
                    let after = line.get(end..).unwrap_or_default().trim_start();
                    let is_before = after.starts_with(['-', '–', '—', '→'])
                        && (after.chars().skip(1).any(char::is_numeric) || is_until_now(after));
                    is_before || tokens.last().is_some_and(|last| last.is_sign)
                }
            };
            let is_sign =
                matches!(kind, Kind::Sign | Kind::Gap) && !"'’".contains(text) && !is_open;
            tokens.push(Token { start, end, is_dated, is_sign });
        }
        tokens
    }

    /// Whether a month is the next word of a line.
    fn begins_month(&self, line: &str, from: usize) -> bool {
        let rest = line.get(from..).unwrap_or_default();
        rest.split_whitespace().next().is_some_and(|word| self.style.is_month(word))
    }
}
