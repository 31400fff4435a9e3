//! Divides paragraphs at lines that are typed with dashes or other signs, as plain texts underline their headings.

use super::pieces::{Paragraph, Piece, plain};

/// The signs of which such lines consist.
const SIGNS: &str = "-=_*~─━—–";

/// The fewest signs of such a line.
const MIN_SIGNS: usize = 5;

/// Divides all paragraphs that have such a line within them. What is underlined is a paragraph of its own.
pub(super) fn divide(pieces: &mut Vec<Piece>) {
    for piece in std::mem::take(pieces) {
        match piece {
            Piece::Paragraph(paragraph) => pieces.extend(parts(paragraph)),
            Piece::TextBox(mut inner) => {
                divide(&mut inner);
                pieces.push(Piece::TextBox(inner));
            }
            Piece::Table(mut table) => {
                for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                    divide(&mut cell.pieces);
                }
                pieces.push(Piece::Table(table));
            }
        }
    }
}

fn parts(mut paragraph: Paragraph) -> Vec<Piece> {
    let is_rule: Vec<bool> = paragraph.lines.iter().map(|line| is_rule_of(&plain(line))).collect();
    if !is_rule.contains(&true) || !is_rule.contains(&false) {
        return vec![Piece::Paragraph(paragraph)];
    }
    // A link that is not safe is reported once.
    let unsafe_links = std::mem::take(&mut paragraph.unsafe_links);
    let mut all = Vec::new();
    let mut own = Vec::new();
    for (line, is_rule) in std::mem::take(&mut paragraph.lines).into_iter().zip(is_rule) {
        if !is_rule {
            own.push(line);
        } else if !own.is_empty() {
            // The last line is the one that is underlined.
            let last = own.pop();
            if !own.is_empty() {
                all.push(Paragraph { lines: std::mem::take(&mut own), ..paragraph.clone() });
            }
            let mut title = Paragraph { lines: last.into_iter().collect(), ..paragraph.clone() };
            title.look.has_rule = true;
            all.push(title);
        }
    }
    if !own.is_empty() {
        all.push(Paragraph { lines: own, ..paragraph.clone() });
    }
    if let Some(first) = all.first_mut() {
        first.unsafe_links = unsafe_links;
    }
    all.into_iter().map(Piece::Paragraph).collect()
}

fn is_rule_of(line: &str) -> bool {
    let line = line.trim();
    line.chars().count() >= MIN_SIGNS && line.chars().all(|c| SIGNS.contains(c))
}
