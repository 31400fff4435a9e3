//! Joins a name that is set in two lines, as many letterheads have it.

use super::super::headings::matched;
use super::super::person::can_be_name;
use super::super::text::Style;
use super::pieces::{Paragraph, Piece, Span, each, plain};
use super::styles::Role;

/// The most paragraphs above a name, and the most in letters as large as its own.
const MAX_ABOVE: usize = 12;
const MAX_LARGE: usize = 3;

/// The most letters of a family name or a given name in East Asia.
const MAX_LETTERS: usize = 3;

/// Joins the first two lines or paragraphs in the largest letters that are one name together.
pub(super) fn join(pieces: &mut Vec<Piece>) {
    let mut sizes = Vec::new();
    each(pieces, &mut |it| sizes.push(if it.is_empty() { 0 } else { it.look.size }));
    let Some(largest) = sizes.iter().max().copied() else { return };
    // A name is not repeated, and it is above the rest.
    let large: Vec<usize> =
        (0..sizes.len()).filter(|at| sizes.get(*at) == Some(&largest)).collect();
    let is_above = large.first().is_some_and(|first| *first < MAX_ABOVE);
    if is_above && large.len() <= MAX_LARGE && large.len() < sizes.len() {
        join_in(pieces, largest);
    }
}

/// Joins them within pieces; returns whether they were found.
fn join_in(pieces: &mut Vec<Piece>, largest: u32) -> bool {
    for at in 0..pieces.len() {
        let Some((first, rest)) = pieces.get_mut(at..).and_then(<[Piece]>::split_first_mut) else {
            return false;
        };
        match first {
            Piece::Paragraph(one) if one.look.size == largest => {
                without_blank(one);
                if let [before, after] = one.lines.as_slice()
                    && (is_name(before, after) || is_dense_name(before, after))
                {
                    let after = one.lines.pop().unwrap_or_default();
                    add(one, after);
                    return true;
                }
                if let Some(Piece::Paragraph(two)) = rest.first_mut() {
                    without_blank(two);
                }
                if let Some(Piece::Paragraph(two)) = rest.first_mut()
                    && (two.look == one.look
                        || two.look.size == largest && two.role == one.role
                        || one.role == Role::Title && two.look.is_strong)
                    && let ([before], [after]) = (one.lines.as_slice(), two.lines.as_slice())
                    && is_name(before, after)
                {
                    let after = two.lines.pop().unwrap_or_default();
                    add(one, after);
                    pieces.remove(at + 1);
                    return true;
                }
            }
            Piece::Paragraph(_) => {}
            Piece::Table(table) => {
                let mut cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                if cells.any(|cell| join_in(&mut cell.pieces, largest)) {
                    return true;
                }
            }
            Piece::TextBox(inner) => {
                if join_in(inner, largest) {
                    return true;
                }
            }
        }
    }
    false
}

/// Removes the lines without text at the end of a paragraph.
fn without_blank(paragraph: &mut Paragraph) {
    let is_blank =
        |line: &mut Vec<Span>| line.iter().all(|it| !it.is_picture && it.text.trim().is_empty());
    while paragraph.lines.len() > 1 && paragraph.lines.pop_if(is_blank).is_some() {}
}

/// Adds a line to the last one of a paragraph.
fn add(paragraph: &mut Paragraph, after: Vec<Span>) {
    paragraph.trim_end();
    let Some(line) = paragraph.lines.last_mut() else { return paragraph.lines.push(after) };
    let space = Span { text: " ".into(), style: Style::default(), link: None, is_picture: false };
    line.push(space);
    line.extend(after);
}

/// Whether two lines are a name together, of which one is one word.
fn is_name(first: &[Span], second: &[Span]) -> bool {
    let (first, second) = (plain(first), plain(second));
    let (first, second) = (first.trim(), second.trim());
    let is_part = |line: &str| {
        let words = line.split_whitespace().count();
        (1..=2).contains(&words)
            && line.chars().all(|c| c.is_alphabetic() || " -'’.".contains(c))
            && line.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
            && matched(line).is_none()
    };
    // Below a whole name may be what the person does.
    is_part(first)
        && is_part(second)
        && (first.split_whitespace().count() == 1 || second.split_whitespace().count() == 1)
        && can_be_name(&format!("{first} {second}"))
}

/// Whether two lines of a paragraph are the two short names of somebody in East Asia.
fn is_dense_name(first: &[Span], second: &[Span]) -> bool {
    let (first, second) = (plain(first), plain(second));
    let (first, second) = (first.trim(), second.trim());
    let is_part = |line: &str| {
        (1..=MAX_LETTERS).contains(&line.chars().count())
            && line.chars().all(perfil_text::is_dense)
            && matched(line).is_none()
    };
    is_part(first) && is_part(second) && can_be_name(&format!("{first} {second}"))
}
