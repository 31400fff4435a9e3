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
}
