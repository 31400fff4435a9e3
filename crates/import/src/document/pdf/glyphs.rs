//! What a page shows: glyphs with their positions, and the lines and areas that are drawn.

use super::geometry::{Area, Matrix};
use super::looks::Look;
use std::collections::HashMap;

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
    /// What tells it from other icons: its code and its width.
    pub(super) icon: Option<(u32, u64)>,
}

/// The least number of equal icons below each other that are bullets.
const MIN_BULLETS: usize = 3;

/// The most icons of a page that are looked at.
const MAX_ICONS: usize = 400;

impl Glyph {
    pub(super) fn is_space(&self) -> bool {
        !self.text.is_empty() && self.text.chars().all(char::is_whitespace)
    }

    /// Whether it is an upright letter all of which is in an area.
    pub(super) fn is_within(&self, area: &Area) -> bool {
        let is_between = area.left < self.left + 0.1 * self.size
            && area.right > self.right - 0.1 * self.size
            && area.top < self.base - 0.6 * self.size
            && area.bottom > self.base;
        self.turn == 0 && is_between
    }

    /// Makes it as wide as it and a glyph of the same line together, whose text it has.
    pub(super) fn cover(&mut self, other: &Self) {
        if self.turn == other.turn && (self.base - other.base).abs() < 0.2 * self.size {
            self.left = self.left.min(other.left);
            self.right = self.right.max(other.right);
        }
    }

    /// Whether it is a picture, or says nothing by itself.
    pub(super) fn is_icon(&self) -> bool {
        self.text == ICON
    }
}

/// The text of a glyph that is only a picture.
pub(super) const ICON: &str = "\u{fffc}";

/// The text of a glyph whose characters the file does not say.
pub(super) const UNKNOWN: &str = "\u{fffd}";

/// A page.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub(super) glyphs: Vec<Glyph>,
    /// Horizontal lines.
    pub(super) rules: Vec<Area>,
    /// Small areas, which may be bullets.
    pub(super) dots: Vec<Area>,
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

impl Page {
    pub(super) fn area(&self) -> Area {
        Area { left: 0.0, top: 0.0, right: self.width, bottom: self.height }
    }

    /// Makes bullets of equal icons below each other that begin lines, as older classes of LaTeX set them.
    pub(super) fn read_bullets(&mut self) {
        let mut groups: HashMap<((u32, u64), i64), Vec<usize>> = HashMap::new();
        let icons = self.glyphs.iter().enumerate().filter(|(_, it)| it.is_icon() && it.turn == 0);
        for (at, icon) in icons.filter(|(_, it)| !it.is_hidden).take(MAX_ICONS) {
            let Some(shape) = icon.icon.filter(|_| self.begins_line(icon)) else { continue };
            #[expect(clippy::cast_possible_truncation, reason = "a page is narrow")]
            let left = icon.left.round() as i64;
            groups.entry((shape, left)).or_default().push(at);
        }
        for group in groups.into_values().filter(|all| all.len() >= MIN_BULLETS) {
            if !self.are_close(&group) {
                continue;
            }
            for at in group {
                if let Some(glyph) = self.glyphs.get_mut(at) {
                    "•".clone_into(&mut glyph.text);
                    glyph.link = None;
                }
            }
        }
    }

    /// Whether most icons are directly below another one: an icon for dates is once in an entry.
    fn are_close(&self, icons: &[usize]) -> bool {
        let mut icons: Vec<&Glyph> = icons.iter().filter_map(|at| self.glyphs.get(*at)).collect();
        icons.sort_by(|a, b| a.base.total_cmp(&b.base));
        let is_close = |pair: &&[&Glyph]| match pair {
            [above, below] => below.base - above.base < 2.5 * above.size,
            _ => false,
        };
        icons.windows(2).filter(is_close).count() * 2 >= icons.len()
    }

    /// Whether nothing is before an icon, and text directly after it.
    fn begins_line(&self, icon: &Glyph) -> bool {
        let is_beside = |glyph: &&Glyph| {
            (glyph.base - icon.base).abs() < 0.3 * icon.size
                && !glyph.is_space()
                && !glyph.is_hidden
        };
        let near = 4.0 * icon.size;
        let (mut is_first, mut has_text) = (true, false);
        for glyph in self.glyphs.iter().filter(is_beside) {
            is_first &= glyph.left >= icon.left || glyph.right < icon.left - near;
            let is_after = glyph.left > icon.left && glyph.left < icon.right + near;
            has_text |= is_after && !glyph.is_icon();
        }
        is_first && has_text
    }

    /// Adds a bullet for each dot that is drawn before a line.
    pub(super) fn add_bullets(&mut self) {
        let mut bullets: Vec<Glyph> = Vec::new();
        for dot in &self.dots {
            let (x, y) = (dot.right, f64::midpoint(dot.top, dot.bottom));
            let is_on_line = |glyph: &&Glyph| {
                let above = glyph.base - y;
                let is_shown = glyph.turn == 0 && !glyph.is_hidden && !glyph.is_space();
                is_shown && above > 0.05 * glyph.size && above < 0.6 * glyph.size
            };
            let mut nearest: Option<&Glyph> = None;
            let mut is_first = true;
            for glyph in self.glyphs.iter().filter(is_on_line) {
                is_first &= glyph.right < dot.left - 3.0 * glyph.size || glyph.left > x - 1.0;
                let is_after = glyph.left > x - 1.0 && glyph.left < x + 2.5 * glyph.size;
                if is_after && nearest.is_none_or(|other| glyph.left < other.left) {
                    nearest = Some(glyph);
                }
            }
            let Some(glyph) = nearest.filter(|glyph| is_first && !glyph.is_icon()) else {
                continue;
            };
            let is_mark = glyph.text.chars().all(|c| !c.is_alphanumeric());
            if !is_mark {
                let (left, right) = (dot.left, dot.right);
                let text = "•".to_owned();
                bullets.push(Glyph { text, left, right, link: None, ..glyph.clone() });
            }
        }
        self.glyphs.append(&mut bullets);
    }
}
