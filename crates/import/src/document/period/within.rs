//! Compares periods.

use super::Period;
use crate::dates::Read;

impl Period {
    /// Whether it is a part of another one, as far as both are exact.
    pub(in crate::document) fn is_within(&self, outer: &Self) -> bool {
        let is_before = |first: &Option<Read>, second: &Option<Read>| {
            let Some((first, second)) = first.as_ref().zip(second.as_ref()) else { return true };
            let length = first.date.len().min(second.date.len());
            first.date.get(..length) <= second.date.get(..length)
        };
        let is_open = self.is_range && self.end.is_none() && outer.end.is_some();
        is_before(&outer.start, &self.start) && is_before(&self.end, &outer.end) && !is_open
    }

    /// Whether it says more exactly what another one says.
    pub(in crate::document) fn specifies(&self, other: &Self) -> bool {
        let length = |period: &Self| period.start.as_ref().map_or(0, |start| start.date.len());
        self.is_range && self.is_within(other) && length(self) > length(other)
    }

    /// Whether it ends before another one begins, or begins after that ends.
    pub(in crate::document) fn is_outside(&self, other: &Self) -> bool {
        self.is_before(other) || other.is_before(self)
    }

    fn is_before(&self, other: &Self) -> bool {
        let start = other.start.as_ref().or(other.end.as_ref());
        let (Some(end), Some(start)) = (&self.end, start) else { return false };
        let first = self.start.as_ref().unwrap_or(end);
        // `2021-06` and `2021` are compared as years.
        let length = end.date.len().min(start.date.len());
        let is_ended = end.date.get(..length) <= start.date.get(..length);
        is_ended && first.date.get(..4) <= start.date.get(..4) && first.date != start.date
    }
}
