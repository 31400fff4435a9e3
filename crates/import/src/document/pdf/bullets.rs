//! The bullets and numbers that begin the items of lists.

use super::lines::Line;
use super::words::Span;
use crate::document::plain_lines::BULLETS;

/// Bullets of fonts, besides those of plain text.
const OTHERS: [char; 22] = [
    '⁃', '∗', '⋄', '⬥', '⚫', '⦁', '❍', '➔', '»', '›', '✦', '✧', '◈', '◇', '⚬', '⟩', '❯', '➜',
    '◾', '▹', '⚪', '☐',
];

/// What begins an item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Mark {
    Bullet,
    Number(u64),
}

/// Returns the mark that a line begins with, and the length of the mark in bytes.
pub(super) fn mark(line: &Line) -> Option<(Mark, usize)> {
    let text: String = line.spans.iter().map(|span| span.text.as_str()).collect();
    let first = text.chars().next()?;
    let rest = text.get(first.len_utf8()..)?;
    let is_spaced = rest.starts_with([' ', '\t']);
    let is_mark =
        is_bullet(first) || (is_sign(first) && rest.starts_with('\t') && line.columns.len() == 1);
    let is_plain = matches!(first, '-' | '–' | '—' | '*' | '+' | 'o' | '·' | '§' | '»' | '›');
    if is_mark && (is_spaced || !is_plain) && rest.chars().any(char::is_alphanumeric) {
        let space = rest.len() - rest.trim_start().len();
        return Some((Mark::Bullet, first.len_utf8() + space));
    }
    let end = text.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..3).contains(end))?;
    let number = text.get(..end)?.parse().ok()?;
    let rest = text.get(end..)?.strip_prefix(['.', ')'])?;
    let space = rest.len() - rest.trim_start().len();
    let is_item = space > 0 && rest.trim_start().starts_with(|c: char| !c.is_ascii_digit());
    is_item.then_some((Mark::Number(number), end + 1 + space))
}

/// Whether a character is an arrow, a mathematical sign or a shape, which is a bullet only at the start of a line.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{22ff}' | '\u{25a0}'..='\u{25ff}' | '\u{2794}'..='\u{27be}' | '\u{27f0}'..='\u{27ff}' | '\u{2900}'..='\u{2bff}')
}

/// Whether a character is a bullet.
pub(super) fn is_bullet(c: char) -> bool {
    BULLETS.contains(&c) || OTHERS.contains(&c)
}

/// Whether a line is only a bullet.
pub(super) fn is_alone(line: &Line) -> bool {
    let text = line.plain();
    let mut characters = text.chars();
    let first = characters.next();
    let is_mark = first.is_some_and(|c| BULLETS.contains(&c) || OTHERS.contains(&c));
    is_mark && characters.next().is_none()
}

/// Returns spans without their first bytes.
pub(super) fn without(spans: &[Span], mut length: usize) -> Vec<Span> {
    let mut rest = Vec::with_capacity(spans.len());
    for span in spans {
        let cut = length.min(span.text.len());
        length -= cut;
        let text = span.text.get(cut..).unwrap_or_default();
        if !text.is_empty() {
            rest.push(Span { text: text.to_owned(), ..span.clone() });
        }
    }
    rest
}

/// Divides a line whose columns are items into a line for each.
pub(super) fn apart(line: Line) -> Vec<Line> {
    let is_mark = |text: &str| {
        let first = text.trim_start().chars().next();
        first.is_some_and(|c| BULLETS.contains(&c) && !c.is_alphanumeric() && c != '-' && c != '–')
    };
    let plain = line.plain();
    let parts: Vec<&str> = plain.split('\t').collect();
    // A bullet may itself be before a gap.
    let marks = parts.iter().skip(1).filter(|part| is_mark(part)).count();
    if marks == 0 || !is_mark(&plain) {
        return vec![line];
    }
    let mut lines: Vec<Line> =
        vec![Line { spans: Vec::new(), columns: Vec::new(), ..line.clone() }];
    let mut columns = line.columns.iter();
    for span in &line.spans {
        for (at, part) in span.text.split('\t').enumerate() {
            let mut part = part.to_owned();
            if at > 0 {
                let left = columns.next().copied();
                let last = lines.last();
                let is_begun = last.is_some_and(|last| last.plain().chars().count() > 1);
                if is_mark(&part) && is_begun {
                    let left = left.unwrap_or(line.left);
                    lines.push(Line { left, spans: vec![], columns: vec![], ..line.clone() });
                } else {
                    part.insert(0, '\t');
                }
            }
            if let Some(last) = lines.last_mut().filter(|_| !part.is_empty()) {
                last.spans.push(Span { text: part, ..span.clone() });
            }
        }
    }
    lines
}
