//! What is drawn besides text: lines, and areas that text may be seen on.

use super::content::{Interpreter, numbers};
use super::geometry::Area;
use super::glyphs::Page;
use super::state::{UNKNOWN, color, is_white};
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Array, Name, Number, Object};
use hayro_syntax::page::Resources;
use std::collections::VecDeque;

/// The maximum number of areas of a page that are kept, and of boxes in one path.
const MAX_AREAS: usize = 2_000;
const MAX_BOXES: usize = 400;

/// The maximum number of boxes of a page that may hide what is below them, and the least side of one, in points.
const MAX_COVERS: usize = 400;
const MIN_COVER: f64 = 4.0;

/// How many of the last areas may be the outlines of the text that follows.
const MAX_OUTLINES: usize = 500;

/// The thickest line, and the shortest, in points.
const MAX_RULE_HEIGHT: f64 = 3.5;
const MIN_RULE_WIDTH: f64 = 24.0;

/// The areas so far, and the path that is being made.
#[derive(Default)]
pub(super) struct Painted {
    areas: Vec<(Area, u32)>,
    /// The last areas, which may be the outlines of the text that follows.
    last: VecDeque<(Area, u32)>,
    path: Vec<Area>,
    /// How many boxes the path has, and whether it has anything else.
    boxes: usize,
    has_lines: bool,
    /// How many boxes were painted that hide what is below them.
    covers: usize,
    /// Whether the path limits what is painted after it.
    clips: bool,
}

impl Painted {
    pub(super) fn fill(&mut self, area: Area, color: u32) {
        if self.last.len() == MAX_OUTLINES {
            self.last.pop_front();
        }
        self.last.push_back((area, color));
        if self.areas.len() < MAX_AREAS {
            self.areas.push((area, color));
        }
    }

    /// Paints the whole page with something that is not white.
    pub(super) fn cover(&mut self, page: &Page) {
        self.fill(page.area(), 0x0080_8080);
    }

    /// Returns the path, and whether it is one box.
    fn take_path(&mut self) -> (Vec<Area>, bool) {
        let path = std::mem::take(&mut self.path);
        let has_lines = std::mem::take(&mut self.has_lines);
        let boxes = std::mem::take(&mut self.boxes);
        let is_box = boxes == 1 && !has_lines && path.len() == 1;
        (path, is_box)
    }

    /// Whether nothing is below a point, or something white.
    pub(super) fn is_white_at(&self, x: f64, y: f64) -> bool {
        let found = self.areas.iter().rev().find(|(area, _)| area.contains(x, y));
        found.is_none_or(|(_, color)| is_white(*color))
    }

    /// Whether the outline of a glyph is drawn between these positions, above a baseline.
    pub(super) fn is_outlined(&self, left: f64, right: f64, base: f64, size: f64) -> bool {
        self.last.iter().any(|(area, color)| {
            let middle = f64::midpoint(area.left, area.right);
            let is_small = area.width().max(area.height()) < 1.2 * size;
            is_small
                && !is_white(*color)
                && (left..right).contains(&middle)
                && (base - size..base + 0.3 * size).contains(&area.bottom)
        })
    }

    fn add(&mut self, x: f64, y: f64, is_new: bool) {
        let length = self.path.len();
        match self.path.last_mut().filter(|_| !is_new) {
            Some(last) => *last = last.with(x, y),
            None if length < MAX_BOXES => {
                self.path.push(Area { left: x, top: y, right: x, bottom: y });
            }
            None => {}
        }
    }
}

/// Follows an operator of paths or colors.
pub(super) fn follow(it: &mut Interpreter, operator: &Op, resources: &Resources) {
    match operator {
        Op::MoveTo(point) => line(it, &[numbers([point.0, point.1])], true),
        Op::LineTo(point) => line(it, &[numbers([point.0, point.1])], false),
        // A curve is within the box around its points, most of which are beside it.
        Op::CubicTo(curve) => {
            let points = [[curve.0, curve.1], [curve.2, curve.3], [curve.4, curve.5]].map(numbers);
            line(it, &points, false);
        }
        Op::CubicStartTo(curve) => {
            line(it, &[[curve.0, curve.1], [curve.2, curve.3]].map(numbers), false);
        }
        Op::CubicEndTo(curve) => {
            line(it, &[[curve.0, curve.1], [curve.2, curve.3]].map(numbers), false);
        }
        Op::RectPath(rect) => {
            let [x, y, width, height] = numbers([rect.0, rect.1, rect.2, rect.3]);
            add(it, [x, y], true);
            it.painted.boxes += 1;
            for corner in [[x + width, y], [x, y + height], [x + width, y + height]] {
                add(it, corner, false);
            }
        }
        Op::StrokePath(_) | Op::CloseAndStrokePath(_) => end_path(it, false),
        Op::FillPathNonZero(_)
        | Op::FillPathNonZeroCompatibility(_)
        | Op::FillPathEvenOdd(_)
        | Op::FillAndStrokeNonZero(_)
        | Op::FillAndStrokeEvenOdd(_)
        | Op::CloseFillAndStrokeNonZero(_)
        | Op::CloseFillAndStrokeEvenOdd(_) => end_path(it, true),
        Op::ClipNonZero(_) | Op::ClipEvenOdd(_) => it.painted.clips = true,
        Op::EndPath(_) => {
            let (path, is_box) = it.painted.take_path();
            clip(it, &path, is_box);
        }
        _ => colors(it, operator, resources),
    }
}

/// Adds points of a path that is no box.
fn line(it: &mut Interpreter, points: &[[f64; 2]], is_new: bool) {
    it.painted.has_lines = true;
    for point in points {
        add(it, *point, is_new);
    }
}

fn add(it: &mut Interpreter, [x, y]: [f64; 2], is_new: bool) {
    let (x, y) = it.state.transform.apply(x, y);
    if x.is_finite() && y.is_finite() {
        it.painted.add(x, y, is_new);
    }
}

fn end_path(it: &mut Interpreter, is_fill: bool) {
    let (path, is_box) = it.painted.take_path();
    if is_fill
        && is_box
        && let Some(area) = path.first()
    {
        cover(it, *area);
    }
    for &area in &path {
        let color = if is_fill { it.state.fill } else { it.state.stroke };
        let is_rule = area.height() < MAX_RULE_HEIGHT && area.width() > MIN_RULE_WIDTH;
        if is_rule && !is_white(color) && it.page.rules.len() < MAX_AREAS {
            it.page.rules.push(area);
        }
        let side = area.width().max(area.height());
        let is_dot =
            is_fill && (1.2..7.0).contains(&side) && area.width().min(area.height()) > side * 0.6;
        if is_dot && !is_white(color) && it.page.dots.len() < MAX_AREAS {
            it.page.dots.push(area);
        }
        if is_fill
            && it.state.opacity > 0.1
            && let Some(area) = it.state.visible(area)
        {
            it.painted.fill(area, color);
        }
    }
    clip(it, &path, is_box);
}

/// Hides the text that a box is painted over: somebody took it away. How a form is mixed with the page is not known, so
/// a box in one hides nothing.
fn cover(it: &mut Interpreter, area: Area) {
    let is_seen =
        it.state.is_opaque() && it.forms.is_empty() && !it.marked.iter().any(|mark| mark.is_hidden);
    let Some(area) = it.state.visible(area).filter(|_| is_seen) else { return };
    let is_large = area.width() > MIN_COVER && area.height() > MIN_COVER;
    if is_large && it.painted.covers < MAX_COVERS {
        it.painted.covers += 1;
        let covered = it.page.glyphs.iter_mut().filter(|glyph| glyph.is_within(&area));
        covered.for_each(|glyph| glyph.is_hidden = true);
    }
}

/// Limits what is painted next to a path, if the path was said to.
fn clip(it: &mut Interpreter, path: &[Area], is_box: bool) {
    if std::mem::take(&mut it.painted.clips)
        && let Some(all) = path.iter().copied().reduce(Area::union)
    {
        let is_box = is_box && it.state.transform.is_upright();
        it.state.clip(all, is_box);
    }
}

fn colors(it: &mut Interpreter, operator: &Op, resources: &Resources) {
    let named = |numbers: &[Number]| numbers.iter().map(Number::as_f64).collect::<Vec<_>>();
    let state = &mut it.state;
    match operator {
        Op::NonStrokeColorDeviceGray(it) => state.fill = color(&[it.0.as_f64()], false),
        Op::NonStrokeColorDeviceRgb(it) => state.fill = color(&numbers([it.0, it.1, it.2]), false),
        Op::NonStrokeColorCmyk(it) => state.fill = color(&numbers([it.0, it.1, it.2, it.3]), false),
        Op::NonStrokeColor(it) => state.fill = color(&named(&it.0), state.is_ink),
        Op::NonStrokeColorNamed(it) => {
            let components = if it.1.is_some() { Vec::new() } else { named(&it.0) };
            state.fill = color(&components, state.is_ink);
        }
        Op::ColorSpaceNonStroke(it) => {
            let space = resources.get_color_space(it.0).and_then(Object::into_array);
            let kind = space.as_ref().and_then(|space: &Array| space.iter::<Name>().next());
            state.is_ink = matches!(kind.as_deref(), Some(b"Separation" | b"DeviceN"));
            state.fill = if &**it.0 == b"Pattern" { UNKNOWN } else { 0 };
        }
        Op::StrokeColorDeviceGray(it) => state.stroke = color(&[it.0.as_f64()], false),
        Op::StrokeColorDeviceRgb(it) => state.stroke = color(&numbers([it.0, it.1, it.2]), false),
        Op::StrokeColorCmyk(it) => state.stroke = color(&numbers([it.0, it.1, it.2, it.3]), false),
        Op::StrokeColor(it) => state.stroke = color(&named(&it.0), false),
        Op::StrokeColorNamed(it) => state.stroke = color(&named(&it.0), false),
        _ => {}
    }
}
