//! The order of text boxes that are placed anywhere on a page: they are written in the order in which
//! they were drawn.

use super::pieces::Piece;
use super::xml::{Element, attribute, child};
use std::ops::Range;

/// The most text boxes of a paragraph that are ordered by their places.
const MAX_BOXES: usize = 200;

/// The usual margin of a page, in EMU.
const MARGIN: i64 = 914_400;

/// The place of a text box, in EMU.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// What its place is counted from.
    base: [String; 2],
    across: Range<i64>,
    down: Range<i64>,
}

impl Frame {
    /// Reads `wp:anchor`.
    pub(super) fn of(anchor: Element) -> Option<Self> {
        let extent = child(anchor, "extent")?;
        let side = |position: &str, length: &str| {
            let position = child(anchor, position)?;
            let base = attribute(position, "relativeFrom").unwrap_or_default();
            let start: i64 = child(position, "posOffset")?.text()?.trim().parse().ok()?;
            // Boxes beside each other may be counted from the page, from its margin and from its column.
            let (base, start) = match base {
                "page" => ("margin", start.saturating_sub(MARGIN)),
                "column" => ("margin", start),
                other => (other, start),
            };
            let length: i64 = attribute(extent, length)?.parse().ok()?;
            Some((base.to_owned(), start..start.saturating_add(length.max(1))))
        };
        let (across, down) = (side("positionH", "cx")?, side("positionV", "cy")?);
        Some(Self { base: [across.0, down.0], across: across.1, down: down.1 })
    }

    /// Returns the place of a group's origin in a frame, or that of a shape in its group.
    pub(super) fn within(&self, element: Element) -> Self {
        let place = |properties, point, sign: i64| {
            let found = child(element, properties).and_then(|it| child(it, "xfrm"))?;
            let point = child(found, point)?;
            let side =
                |name| Some(attribute(point, name)?.parse::<i64>().ok()?.saturating_mul(sign));
            Some([side("x")?, side("y")?])
        };
        let by = place("grpSpPr", "chOff", -1).or_else(|| place("spPr", "off", 1));
        let [x, y] = by.unwrap_or_default();
        let moved =
            |side: &Range<i64>, by: i64| side.start.saturating_add(by)..side.end.saturating_add(by);
        Self { base: self.base.clone(), across: moved(&self.across, x), down: moved(&self.down, y) }
    }
}

/// Returns text boxes as a reader sees them: column by column, and from the top down.
pub(super) fn ordered(boxes: Vec<(Option<Frame>, Vec<Piece>)>) -> Option<Piece> {
    let mut boxes: Vec<_> = boxes.into_iter().filter(|(_, pieces)| !pieces.is_empty()).collect();
    let base = |it: &(Option<Frame>, Vec<Piece>)| it.0.as_ref().map(|frame| frame.base.clone());
    let first = boxes.first().map(base)?;
    let is_placed = first.is_some() && boxes.iter().all(|it| base(it) == first);
    if is_placed && boxes.len() <= MAX_BOXES {
        let frames: Vec<Frame> = boxes.iter().filter_map(|(frame, _)| frame.clone()).collect();
        let mut order = Vec::new();
        let all: Vec<usize> = (0..frames.len()).collect();
        cut(&frames, all, &mut order);
        let mut sorted: Vec<_> = boxes.into_iter().map(Some).collect();
        boxes = order.iter().filter_map(|at| sorted.get_mut(*at)?.take()).collect();
    }
    if boxes.len() == 1 {
        return boxes.pop().map(|(_, pieces)| Piece::TextBox(pieces));
    }
    let pieces = boxes.into_iter().map(|(_, pieces)| Piece::TextBox(pieces)).collect();
    Some(Piece::TextBox(pieces))
}

/// Orders the boxes of a page: columns one after the other, below what is as wide as all of them.
fn cut(frames: &[Frame], boxes: Vec<usize>, order: &mut Vec<usize>) {
    let mut rest = vec![boxes];
    while let Some(boxes) = rest.pop() {
        let columns = parts(frames, &boxes, true);
        if columns.len() > 1 {
            // A stack is read from its end.
            rest.extend(columns.into_iter().rev());
            continue;
        }
        let rows = parts(frames, &boxes, false);
        let mut runs: Vec<Vec<usize>> = Vec::new();
        for row in rows {
            let joined = |run: &Vec<usize>| [run.as_slice(), row.as_slice()].concat();
            let is_more =
                runs.last().is_some_and(|run| parts(frames, &joined(run), true).len() > 1);
            match runs.last_mut().filter(|_| is_more) {
                Some(run) => run.extend(row),
                None => runs.push(row),
            }
        }
        if let [run] = runs.as_slice() {
            // Nothing divides these.
            let mut run = run.clone();
            run.sort_by_key(|at| frames.get(*at).map(|it| (it.down.start, it.across.start)));
            order.extend(run);
        } else {
            rest.extend(runs.into_iter().rev());
        }
    }
}

/// Divides boxes along the empty lines between them.
fn parts(frames: &[Frame], boxes: &[usize], is_across: bool) -> Vec<Vec<usize>> {
    let side = |at: usize| {
        let frame = frames.get(at);
        frame.map_or(0..0, |it| if is_across { it.across.clone() } else { it.down.clone() })
    };
    let mut boxes = boxes.to_vec();
    boxes.sort_by_key(|at| side(*at).start);
    let mut parts: Vec<Vec<usize>> = Vec::new();
    let mut end = i64::MIN;
    for at in boxes {
        let here = side(at);
        // Boxes that overlap a little are still apart.
        let slack = (here.end - here.start) / 8;
        match parts.last_mut() {
            Some(part) if here.start.saturating_add(slack) < end => part.push(at),
            _ => parts.push(vec![at]),
        }
        end = end.max(here.end);
    }
    parts
}
