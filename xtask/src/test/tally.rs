//! Counts passed and failed tests from the output of `cargo test`.

use std::fmt;
use std::ops::AddAssign;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Tally {
    pub(crate) const PASS: Tally = Tally { passed: 1, failed: 0 };
    pub(crate) const FAILURE: Tally = Tally { passed: 0, failed: 1 };

    /// Reads `test result: ok. 5 passed; 0 failed; …`; other lines are ignored.
    pub(crate) fn of_line(line: &str) -> Option<Tally> {
        let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
        let count = |word: &str| {
            let counted = counts.split(';').find_map(|part| part.trim().strip_suffix(word));
            counted?.trim().parse().ok()
        };
        Some(Tally { passed: count(" passed")?, failed: count(" failed")? })
    }

    /// Counts a run that failed without a failed test, such as a compile error, as one failure.
    pub(crate) fn with_status(mut self, success: bool) -> Tally {
        if !success && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(output: &str, success: bool) -> String {
        let mut tally = Tally::default();
        for line in output.lines() {
            tally += Tally::of_line(line).unwrap_or_default();
        }
        tally.with_status(success).to_string()
    }

    #[test]
    fn every_result_line_is_added() {
        let output = "\
running 2 tests
test places::tests::a ... ok
test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

   Doc-tests perfil
test result: FAILED. 10 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.2s
";
        assert_eq!(of(output, false), "12 passed, 3 failed");
    }

    #[test]
    fn a_run_that_cannot_start_is_one_failure() {
        assert_eq!(of("error: could not compile `perfil`", false), "0 passed, 1 failed");
    }

    #[test]
    fn a_crash_after_good_tests_is_one_failure() {
        let output = "test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(of(output, false), "4 passed, 1 failed");
        assert_eq!(of(output, true), "4 passed, 0 failed");
    }

    #[test]
    fn other_output_is_not_a_result() {
        assert_eq!(Tally::of_line("the test result: ok. 9 passed; 0 failed"), None);
        assert_eq!(Tally::of_line("test result: who knows"), None);
    }
}
