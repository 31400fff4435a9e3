//! Lighthouse's scores for a page, and whether they reach the project's limits.

use crate::table::row;

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
            ("performance", self.performance, 99.0),
            ("accessibility", self.accessibility, 100.0),
            ("best-practices", self.best_practices, 100.0),
            ("seo", self.seo, 100.0),
        ];
        for (name, score, least) in scores {
            if score < least {
                complaints.push(format!("{name} is {score}, not {least}"));
            }
        }
        // The page is readable from its first paint: nothing large may be painted after it.
        let (first, largest) = (self.first_contentful_paint, self.largest_contentful_paint);
        if largest > 1.05 * first {
            complaints.push(format!("LCP, {largest:.0} ms, is far from FCP, {first:.0} ms"));
        }
        complaints
    }

    pub(crate) fn row(&self, page: &str) -> Vec<String> {
        let milliseconds = |value: f64| format!("{value:.0}");
        row([
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
        let median = Audit::median(&[audit(98.0, 810.0), audit(100.0, 900.0), audit(99.0, 800.0)]);
        assert_eq!(median, audit(99.0, 810.0));
        assert!(median.complaints().is_empty());
    }

    #[test]
    fn a_late_or_slow_page_is_named() {
        assert_eq!(
            audit(90.0, 1000.0).complaints(),
            ["performance is 90, not 99", "LCP, 1000 ms, is far from FCP, 800 ms"]
        );
    }
}
