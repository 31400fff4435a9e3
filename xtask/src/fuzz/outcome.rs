//! The outcome of a target, parsed from libFuzzer's output.

use std::path::PathBuf;

/// The outcome of a target.
pub(super) struct Outcome {
    pub(super) name: &'static str,
    /// Whether every property held.
    pub(super) is_good: bool,
    pub(super) executions: u64,
    pub(super) per_second: u64,
    /// How many edges of the control flow were covered.
    pub(super) coverage: u64,
    /// Files with inputs that violate a property.
    pub(super) findings: Vec<PathBuf>,
    /// The violated property: the message of the panic, if there was one.
    pub(super) reason: String,
}

pub(super) fn read(name: &'static str, log: &str, is_good: bool) -> Outcome {
    let last = |before: &str| {
        log.lines().rev().find_map(|line| {
            let (_, rest) = line.split_once(before)?;
            rest.split_whitespace().next()?.parse().ok()
        })
    };
    let mut lines = log.lines();
    let panic = lines.find(|line| line.contains("panicked at")).map(|place| {
        let message = lines.next().unwrap_or_default();
        format!("{place} {message}")
    });
    let error = log.lines().find_map(|line| Some(line.split_once("ERROR: ")?.1.to_owned()));
    let unknown = || "it ended without a word; its last lines are in target/fuzz".to_owned();
    Outcome {
        name,
        is_good,
        executions: last("stat::number_of_executed_units:").unwrap_or_default(),
        per_second: last("stat::average_exec_per_sec:").unwrap_or_default(),
        coverage: last(" cov: ").unwrap_or_default(),
        findings: log
            .lines()
            .filter_map(|line| Some(line.split_once("Test unit written to ")?.1.into()))
            .collect(),
        reason: panic.or(error).unwrap_or_else(unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_figures_are_used() {
        let log = "#2\tINITED cov: 3006 ft: 3007 corp: 1/13b exec/s: 0 rss: 45Mb\n\
                    #9\tNEW    cov: 3010 ft: 3016 corp: 2/9b lim: 10 exec/s: 0 rss: 45Mb\n\
                    stat::number_of_executed_units: 1000\n\
                    stat::average_exec_per_sec:     250\n";
        let outcome = read("json", log, true);
        assert_eq!(outcome.coverage, 3010);
        assert_eq!((outcome.executions, outcome.per_second), (1000, 250));
    }

    #[test]
    fn a_panic_is_the_reason() {
        let log = "thread '<unnamed>' (7) panicked at src/a.rs:1:2:\nno card\n\
                    ==7== ERROR: libFuzzer: deadly signal\n\
                    artifact_prefix='a/'; Test unit written to a/crash-1\n";
        let outcome = read("json", log, false);
        assert_eq!(outcome.findings, [PathBuf::from("a/crash-1")]);
        assert!(outcome.reason.ends_with("src/a.rs:1:2: no card"), "{}", outcome.reason);
        let slow = read("json", "==7== ERROR: libFuzzer: timeout after 11 s\n", false);
        assert_eq!(slow.reason, "libFuzzer: timeout after 11 s");
    }
}
