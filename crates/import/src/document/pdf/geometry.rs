//! Transforms and boxes, in points. Pages are upright, with y growing downwards.

/// An affine transform: `[a b c d e f]` of a content stream.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn translation(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// Returns the transform that applies another one first.
    pub(super) fn after(self, first: Self) -> Self {
        let (own, first) = (self.0, first.0);
        let turned = |x: f64, y: f64| (own[0] * x + own[2] * y, own[1] * x + own[3] * y);
        let (across, down) = (turned(first[0], first[1]), turned(first[2], first[3]));
        let origin = self.apply(first[4], first[5]);
        Self([across.0, across.1, down.0, down.1, origin.0, origin.1])
    }

    pub(super) fn apply(self, x: f64, y: f64) -> (f64, f64) {
        let own = self.0;
        (own[0] * x + own[2] * y + own[4], own[1] * x + own[3] * y + own[5])
    }

    /// Returns the factor by which heights grow.
    pub(super) fn height(self) -> f64 {
        self.0[2].hypot(self.0[3])
    }

    /// Whether it leaves lines along the axes along an axis.
    pub(super) fn is_upright(self) -> bool {
        let [a, b, c, d, ..] = self.0;
        let is_none = |x: f64| x.abs() < 1e-9;
        is_none(b) && is_none(c) || is_none(a) && is_none(d)
    }

    /// Whether all its numbers are such that a page can have.
    pub(super) fn is_sane(self) -> bool {
        self.0.iter().all(|number| number.is_finite() && number.abs() < 1e7)
    }
}

/// A box on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Area {
    /// Returns the box around points.
    pub(super) fn around(points: &[(f64, f64)]) -> Option<Self> {
        let (&(x, y), rest) = points.split_first()?;
        let first = Self { left: x, top: y, right: x, bottom: y };
        Some(rest.iter().fold(first, |area, &(x, y)| area.with(x, y)))
    }

    pub(super) fn with(self, x: f64, y: f64) -> Self {
        Self {
            left: self.left.min(x),
            top: self.top.min(y),
            right: self.right.max(x),
            bottom: self.bottom.max(y),
        }
    }

    /// Returns the box around both.
    pub(super) fn union(self, other: Self) -> Self {
        self.with(other.left, other.top).with(other.right, other.bottom)
    }

    /// Returns what both share.
    pub(super) fn shared(self, other: Self) -> Option<Self> {
        let shared = Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        };
        (shared.left <= shared.right && shared.top <= shared.bottom).then_some(shared)
    }

    pub(super) fn contains(&self, x: f64, y: f64) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    pub(super) fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(super) fn height(&self) -> f64 {
        self.bottom - self.top
    }
}
