//! Lighthouse's scores for a page, and whether they reach the project's limits.

use crate::table::row;

/// How long scripts and layout may keep a phone from answering after the first paint, in
/// milliseconds.
const MAX_BLOCKING_MS: f64 = 20.0;

/// How far everything in sight may move. Fonts that come late move words within a line by a few pixels.
const MAX_SHIFT: f64 = 0.001;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Audit {
    pub(crate) performance: f64,
    pub(crate) accessibility: f64,
    pub(crate) best_practices: f64,
    pub(crate) seo: f64,
    pub(crate) first_contentful_paint: f64,
    pub(crate) largest_contentful_paint: f64,
    pub(crate) total_blocking_time: f64,
    pub(crate) cumulative_layout_shift: f64,
}

impl Audit {
    /// Returns the median of each value separately.
    pub(crate) fn median(audits: &[Audit]) -> Audit {
        let middle = |value: fn(&Audit) -> f64| {
            let mut values: Vec<f64> = audits.iter().map(value).collect();
            values.sort_by(f64::total_cmp);
            values.get(values.len() / 2).copied().unwrap_or_default()
        };
        Audit {
            performance: middle(|audit| audit.performance),
            accessibility: middle(|audit| audit.accessibility),
            best_practices: middle(|audit| audit.best_practices),
            seo: middle(|audit| audit.seo),
            first_contentful_paint: middle(|audit| audit.first_contentful_paint),
            largest_contentful_paint: middle(|audit| audit.largest_contentful_paint),
            total_blocking_time: middle(|audit| audit.total_blocking_time),
            cumulative_layout_shift: middle(|audit| audit.cumulative_layout_shift),
        }
    }

    /// Returns the values that miss the project's limits.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let mut complaints = Vec::new();
        let scores = [
            ("performance", self.performance),
            ("accessibility", self.accessibility),
            ("best-practices", self.best_practices),
            ("seo", self.seo),
        ];
        for (name, score) in scores {
            if score < 100.0 {
                complaints.push(format!("{name} is {score}, not 100"));
            }
        }
        if self.total_blocking_time > MAX_BLOCKING_MS {
            let blocking = self.total_blocking_time;
            complaints.push(format!("TBT is {blocking:.0} ms, more than {MAX_BLOCKING_MS} ms"));
        }
        if self.cumulative_layout_shift >= MAX_SHIFT {
            complaints.push(format!("CLS is {:.3}, not 0", self.cumulative_layout_shift));
        }
        // The page is readable from its first paint: nothing large may be painted after it.
        let (first, largest) = (self.first_contentful_paint, self.largest_contentful_paint);
        if largest > 1.05 * first {
            complaints.push(format!("LCP, {largest:.0} ms, is far from FCP, {first:.0} ms"));
        }
        complaints
    }

    pub(crate) fn row(&self, theme: &str, page: &str) -> Vec<String> {
        let milliseconds = |value: f64| format!("{value:.0}");
        row([
            &theme,
            &page,
            &self.performance,
            &self.accessibility,
            &self.best_practices,
            &self.seo,
            &milliseconds(self.first_contentful_paint),
            &milliseconds(self.largest_contentful_paint),
            &milliseconds(self.total_blocking_time),
            &format!("{:.3}", self.cumulative_layout_shift),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn audit(performance: f64, largest_contentful_paint: f64) -> Audit {
        Audit {
            performance,
            accessibility: 100.0,
            best_practices: 100.0,
            seo: 100.0,
            first_contentful_paint: 800.0,
            largest_contentful_paint,
            ..Audit::default()
        }
    }

    #[test]
    fn each_value_has_its_own_median() {
        let median = Audit::median(&[audit(98.0, 810.0), audit(100.0, 900.0), audit(100.0, 800.0)]);
        assert_eq!(median, audit(100.0, 810.0));
        assert!(median.complaints().is_empty());
    }

    #[test]
    fn a_late_slow_or_unsteady_page_is_named() {
        assert_eq!(
            audit(90.0, 1000.0).complaints(),
            ["performance is 90, not 100", "LCP, 1000 ms, is far from FCP, 800 ms"]
        );
        let unsteady = Audit {
            total_blocking_time: 63.4,
            cumulative_layout_shift: 0.01,
            ..audit(100.0, 800.0)
        };
        assert_eq!(unsteady.complaints(), ["TBT is 63 ms, more than 20 ms", "CLS is 0.010, not 0"]);
    }
}
