//! The state of drawing: transforms, the font, colors.

use super::fonts::Font;
use super::geometry::{Area, Matrix};
use std::rc::Rc;

/// What `q` saves and `Q` restores.
#[derive(Clone)]
pub(super) struct State {
    pub(super) transform: Matrix,
    pub(super) font: Option<Rc<Font>>,
    pub(super) size: f64,
    pub(super) character_spacing: f64,
    pub(super) word_spacing: f64,
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    pub(super) mode: i64,
    pub(super) fill: u32,
    pub(super) stroke: u32,
    pub(super) opacity: f64,
    /// Whether the numbers of a color are amounts of ink.
    pub(super) is_ink: bool,
    /// Whether what is painted is mixed with what is below it.
    pub(super) is_blended: bool,
    /// Whether only what a mask leaves is painted.
    pub(super) is_masked: bool,
    /// What limits painting, if anything does.
    pub(super) clip: Option<Clip>,
}

/// What limits painting.
#[derive(Clone, Copy)]
pub(super) struct Clip {
    /// The box outside of which nothing is painted.
    pub(super) area: Area,
    /// Whether everything in the box is painted.
    pub(super) is_box: bool,
}

impl State {
    pub(super) fn new(transform: Matrix) -> Self {
        Self {
            transform,
            font: None,
            size: 0.0,
            character_spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
            fill: 0,
            stroke: 0,
            opacity: 1.0,
            is_ink: false,
            is_blended: false,
            is_masked: false,
            clip: None,
        }
    }

    /// Whether a box that is filled hides all that is below it.
    pub(super) fn is_opaque(&self) -> bool {
        self.opacity > 0.99
            && !self.is_blended
            && !self.is_masked
            && !self.is_ink
            && self.fill != UNKNOWN
            && self.transform.is_upright()
            && self.clip.is_none_or(|clip| clip.is_box)
    }

    /// Limits painting to a box, unless nothing can be in it.
    pub(super) fn clip_to_box(&mut self, [left, bottom, right, top]: [f64; 4]) {
        let corners = [(left, top), (left, bottom), (right, top), (right, bottom)];
        let corners = corners.map(|(x, y)| self.transform.apply(x, y));
        let area = Area::around(&corners).filter(|it| it.width() > 1.0 && it.height() > 1.0);
        if let Some(area) = area {
            self.clip(area, self.transform.is_upright());
        }
    }

    /// Whether a letter of a size at a position is outside of the box in which is painted.
    pub(super) fn is_clipped(&self, (x, y): (f64, f64), size: f64) -> bool {
        self.clip.filter(|clip| clip.is_box).is_some_and(|Clip { area, .. }| {
            x < area.left - size
                || x > area.right + size
                || y < area.top - size
                || y > area.bottom + size
        })
    }

    /// Limits painting to an area, or to parts of it.
    pub(super) fn clip(&mut self, area: Area, is_box: bool) {
        // Nothing is in a box without a width.
        let nowhere = Area { right: area.left, bottom: area.top, ..area };
        let is_box = is_box && self.clip.is_none_or(|clip| clip.is_box);
        self.clip = Some(Clip { area: self.visible(area).unwrap_or(nowhere), is_box });
    }

    /// Returns the part of an area that is painted.
    pub(super) fn visible(&self, area: Area) -> Option<Area> {
        self.clip.map_or(Some(area), |clip| area.shared(clip.area))
    }

    /// Returns the transform of a glyph of size 1 at the position of a text.
    pub(super) fn of_glyph(&self, text: Matrix) -> Matrix {
        let own = Matrix([self.size * self.stretch, 0.0, 0.0, self.size, 0.0, self.rise]);
        self.transform.after(text).after(own)
    }
}

/// The color of a pattern or an index, of which only its place is known.
pub(super) const UNKNOWN: u32 = 0x0080_8080;

/// Returns the color of components: grey, RGB or CMYK.
pub(super) fn color(components: &[f64], is_ink: bool) -> u32 {
    let rgb = |red: f64, green: f64, blue: f64| (byte(red) << 16) | (byte(green) << 8) | byte(blue);
    match *components {
        [ink] if is_ink => rgb(1.0 - ink, 1.0 - ink, 1.0 - ink),
        [grey] => rgb(grey, grey, grey),
        [red, green, blue] => rgb(red, green, blue),
        [cyan, magenta, yellow, black] => {
            let part = |ink: f64| (1.0 - ink) * (1.0 - black);
            rgb(part(cyan), part(magenta), part(yellow))
        }
        _ => UNKNOWN,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the value is between 0 and 255"
)]
fn byte(part: f64) -> u32 {
    (part.clamp(0.0, 1.0) * 255.0).round() as u32
}

/// Whether a color cannot be seen on white paper.
pub(super) fn is_white(color: u32) -> bool {
    color.to_be_bytes().iter().skip(1).all(|part| *part > 0xf4)
}
