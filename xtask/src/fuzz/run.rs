//! Runs one target.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::outcome::{self, Outcome};
use super::seeds;
use super::target::Target;
use crate::places;

/// How long a target runs.
#[derive(Clone, Copy)]
pub(super) enum Bound {
    /// For a limited time, continuing from the earlier corpus and extending it.
    Seconds(u32),
    /// For a fixed number of inputs, which are nearly the same each time.
    Runs,
}

/// The maximum memory, in MiB, and the maximum time for one input, in seconds.
const LIMITS: [&str; 2] = ["-rss_limit_mb=1024", "-timeout=10"];

/// The flags that make runs reproducible: a fixed seed, and no use of counters and compared values,
/// because hash tables make those differ from run to run.
const SAME: [&str; 3] = ["-seed=1", "-use_counters=0", "-use_cmp=0"];

/// Runs a target to its end, or to the first input that violates a property.
pub(super) fn target(target: &Target, bound: Bound) -> Result<Outcome> {
    let folder = |part: &str| Path::new(places::FUZZ).join(part).join(target.name);
    let (corpus, findings) = (folder("corpus"), folder("findings"));
    fs::create_dir_all(&corpus)?;
    fs::create_dir_all(&findings)?;
    let log = Path::new(places::FUZZ).join(format!("{}.log", target.name));

    let mut command = Command::new(places::program(&target.program())?);
    command.args(LIMITS).arg("-print_final_stats=1");
    command.arg(format!("-max_len={}", seeds::LONGEST));
    command.arg(format!("-artifact_prefix={}/", findings.display()));
    command.arg(format!("-seed_inputs=@{}", seeds::list(target)?.display()));
    let dictionary = Path::new("fuzz/dictionaries").join(target.name);
    if dictionary.is_file() {
        command.arg(format!("-dict={}", dictionary.display()));
    }
    match bound {
        Bound::Seconds(seconds) => {
            command.arg(format!("-max_total_time={seconds}")).arg(&corpus);
        }
        Bound::Runs => {
            command.arg(format!("-runs={}", target.runs)).args(SAME);
        }
    }
    let status = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(fs::File::create(&log)?)
        .status()
        .with_context(|| format!("{} cannot be started", target.name))?;
    let output = fs::read(&log)?;
    Ok(outcome::read(target.name, &String::from_utf8_lossy(&output), status.success()))
}
