//! `cargo xtask fuzz`: fuzzes every reader of owners' files.
//!
//! The targets are compiled by the same Rust as everything else. Only the code of this workspace is
//! instrumented for libFuzzer (see `bin/instrument.rs`), so its dependencies are those of the
//! native tests, already compiled. Without unsafe code, no sanitizer is needed.

mod outcome;
mod run;
mod seeds;
mod target;

use std::fmt::Write as _;
use std::fs;
use std::sync::Mutex;
use std::thread;

use anyhow::{Result, ensure};
use clap::Args;
use xshell::{Shell, cmd};

use crate::table::{aligned, row};
use crate::{places, tools};
use outcome::Outcome;
use run::Bound;
use target::{TARGETS, Target};

#[derive(Args)]
pub(crate) struct Flags {
    /// Run only these targets
    #[arg(value_name = "TARGET")]
    targets: Vec<String>,
    /// How long each target runs
    #[arg(long, value_name = "NUMBER", default_value_t = 60)]
    seconds: u32,
    /// How many targets run at a time
    #[arg(long, value_name = "NUMBER", default_value_t = 2)]
    jobs: usize,
}

/// Continues from the corpus of earlier runs, for a limited time.
pub(crate) fn run(sh: &Shell, flags: &Flags) -> Result<()> {
    let targets = target::named(&flags.targets)?;
    let outcomes = all(sh, &targets, Bound::Seconds(flags.seconds), flags.jobs)?;
    let bad: Vec<_> = outcomes.iter().filter(|outcome| !outcome.is_good).collect();
    ensure!(bad.is_empty(), "{} of {} targets found something", bad.len(), outcomes.len());
    Ok(())
}

/// Runs each target with a fixed number of inputs, nearly the same each time.
///
/// Returns how many targets passed and how many failed.
pub(crate) fn bounded(sh: &Shell) -> Result<(usize, usize)> {
    let outcomes = all(sh, &TARGETS.iter().collect::<Vec<_>>(), Bound::Runs, 2)?;
    let good = outcomes.iter().filter(|outcome| outcome.is_good).count();
    Ok((good, outcomes.len() - good))
}

fn all(sh: &Shell, targets: &[&Target], bound: Bound, jobs: usize) -> Result<Vec<Outcome>> {
    compile(sh, targets, bound)?;
    fs::create_dir_all(places::FUZZ)?;
    let left = Mutex::new(targets.iter().rev().collect::<Vec<_>>());
    let next = || left.lock().ok()?.pop();
    let work = || -> Result<Vec<Outcome>> {
        std::iter::from_fn(next).map(|target| run::target(target, bound)).collect()
    };
    let done: Vec<Result<Vec<Outcome>>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs.max(1)).map(|_| scope.spawn(work)).collect();
        workers.into_iter().filter_map(|worker| worker.join().ok()).collect()
    });
    let mut outcomes = Vec::new();
    for some in done {
        outcomes.extend(some?);
    }
    ensure!(outcomes.len() == targets.len(), "a target was not run");
    outcomes.sort_by_key(|outcome| targets.iter().position(|target| target.name == outcome.name));
    println!("{}", report(&outcomes));
    Ok(outcomes)
}

/// A run of at least this many seconds is long.
const LONG: u32 = 300;

/// Compiles the targets. For a long run our own code is optimised, which takes minutes and makes it
/// six times as fast.
fn compile(sh: &Shell, targets: &[&Target], bound: Bound) -> Result<()> {
    tools::cxx::install(sh)?;
    cmd!(sh, "cargo build --quiet --package xtask --bin instrument").quiet().run()?;
    let compiler = places::program("instrument")?;
    let bins = targets.iter().flat_map(|target| ["--bin".to_owned(), target.program()]);
    let level = if matches!(bound, Bound::Seconds(LONG..)) { "1" } else { "0" };
    cmd!(sh, "cargo build --quiet --package fuzz {bins...}")
        .quiet()
        .env("RUSTC_WORKSPACE_WRAPPER", compiler)
        .env("CARGO_PROFILE_DEV_OPT_LEVEL", level)
        .run()?;
    Ok(())
}

/// How much of an input is printed, for environments where nobody can open the file.
const SHOWN: usize = 4_000;

fn report(outcomes: &[Outcome]) -> String {
    let mut rows = vec![row([&"target", &"executions", &"per second", &"coverage", &"findings"])];
    rows.extend(outcomes.iter().map(|it| {
        row([&it.name, &it.executions, &it.per_second, &it.coverage, &it.findings.len()])
    }));
    let mut text = aligned(&rows);
    for outcome in outcomes.iter().filter(|outcome| !outcome.is_good) {
        let _ = writeln!(text, "\n{}: {}", outcome.name, outcome.reason);
        for finding in &outcome.findings {
            let input = fs::read(finding).unwrap_or_default();
            let input: String = String::from_utf8_lossy(&input).chars().take(SHOWN).collect();
            let _ = writeln!(text, "  the input is {}: {input:?}", finding.display());
        }
    }
    text
}
