//! What a page shows: glyphs with their positions, and the lines and areas that are drawn.

use super::geometry::{Area, Matrix};
use super::looks::Look;

/// A mark of a piece of content: the number of the stream that it is in, if it is not the page's, and
/// its own number.
pub(super) type Mark = (i32, i32);

/// A glyph on a page.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    /// Its characters; none for what a glyph beside it says already.
    pub(super) text: String,
    /// Where it begins and ends along its line.
    pub(super) left: f64,
    pub(super) right: f64,
    /// The position of its baseline, which grows downwards.
    pub(super) base: f64,
    pub(super) size: f64,
    pub(super) look: Look,
    /// Its color: red, green and blue in three bytes.
    pub(super) color: u32,
    pub(super) mark: Option<Mark>,
    /// How often its line is turned by a right angle; 4 for any other angle.
    pub(super) turn: u8,
    pub(super) is_artifact: bool,
    /// Whether no reader sees it.
    pub(super) is_hidden: bool,
    /// The number of the link that it is in.
    pub(super) link: Option<usize>,
}

impl Glyph {
    pub(super) fn is_space(&self) -> bool {
        !self.text.is_empty() && self.text.chars().all(char::is_whitespace)
    }

    /// Whether it is a picture, or says nothing by itself.
    pub(super) fn is_icon(&self) -> bool {
        self.text == ICON
    }
}

/// The text of a glyph that is only a picture.
pub(super) const ICON: &str = "\u{fffc}";

/// A page.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub(super) glyphs: Vec<Glyph>,
    /// Horizontal lines.
    pub(super) rules: Vec<Area>,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) has_picture: bool,
    /// How many glyphs have no characters.
    pub(super) unreadable: usize,
}

/// Returns how often a line in this direction is turned by a right angle.
pub(super) fn turn(across: f64, down: f64) -> u8 {
    let (along, beside) = (across.abs(), down.abs());
    if along > 6.0 * beside {
        if across > 0.0 { 0 } else { 2 }
    } else if beside > 6.0 * along {
        if down > 0.0 { 1 } else { 3 }
    } else {
        4
    }
}

/// Returns the transform of a page that makes lines with this turn horizontal.
pub(super) fn upright(turn: u8) -> Matrix {
    match turn {
        1 => Matrix([0.0, -1.0, 1.0, 0.0, 0.0, 0.0]),
        2 => Matrix([-1.0, 0.0, 0.0, -1.0, 0.0, 0.0]),
        3 => Matrix([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]),
        _ => Matrix::IDENTITY,
    }
}
