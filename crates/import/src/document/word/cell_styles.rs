//! Ignores the styles of headings in tables whose cells have them only for their looks.

use super::looks::known;
use super::pieces::{Cell, Paragraph, Piece, Row, any, each, each_mut};
use super::rows::{MAX_LINES, lines};
use std::collections::HashSet;

/// The least rows in which several cells have the style of a heading.
const MIN_ROWS: usize = 2;

/// Makes text of the headings in tables that have the style of those in a table in which several cells of most rows have
/// one: no section has a heading beside each of its texts. What is known as the heading of a section stays one.
pub(super) fn ignore(pieces: &mut [Piece]) {
    let mut styles = HashSet::new();
    add_styles(pieces, &mut styles);
    if !styles.is_empty() {
        make_text(pieces, &styles);
    }
}

/// Adds the styles of the headings in such tables.
fn add_styles(pieces: &[Piece], styles: &mut HashSet<String>) {
    for piece in pieces {
        match piece {
            Piece::Paragraph(_) => {}
            Piece::TextBox(inner) => add_styles(inner, styles),
            Piece::Table(table) => {
                let is_styled = is_styled(&table.rows);
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    add_styles(&cell.pieces, styles);
                    if is_styled {
                        each(&cell.pieces, &mut |it| {
                            if is_unknown(it) {
                                styles.insert(it.look.style.clone());
                            }
                        });
                    }
                }
            }
        }
    }
}

/// Whether several cells of most rows are headings that nobody knows.
fn is_styled(rows: &[Row]) -> bool {
    let is_filled = |cell: &&Cell| any(&cell.pieces, |it| !it.is_empty());
    let is_short = |cell: &Cell| lines(cell).is_some_and(|all| all.len() <= MAX_LINES);
    let several: Vec<&Row> =
        rows.iter().filter(|row| row.cells.iter().filter(is_filled).count() > 1).collect();
    let is_heading = |cell: &&Cell| any(&cell.pieces, is_unknown);
    let is_so = |row: &&&Row| {
        row.cells.iter().filter(is_heading).count() > 1 && row.cells.iter().all(is_short)
    };
    let styled = several.iter().filter(is_so).count();
    styled >= MIN_ROWS && styled * 2 >= several.len()
}

/// Whether a paragraph has the style of a heading, and is not known as one.
fn is_unknown(paragraph: &Paragraph) -> bool {
    paragraph.outline.is_some() && !paragraph.is_empty() && known(paragraph).is_none()
}

/// Removes the levels of the headings in tables that have one of these styles.
fn make_text(pieces: &mut [Piece], styles: &HashSet<String>) {
    for piece in pieces {
        match piece {
            Piece::Paragraph(_) => {}
            Piece::TextBox(inner) => make_text(inner, styles),
            Piece::Table(table) => {
                for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                    each_mut(&mut cell.pieces, &mut |it| {
                        let is_text = styles.contains(&it.look.style) && is_unknown(it);
                        it.outline = it.outline.filter(|_| !is_text);
                    });
                }
            }
        }
    }
}
