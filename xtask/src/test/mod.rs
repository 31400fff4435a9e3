//! `cargo xtask test`: runs every check in sequence, even if one fails.

mod firefox;
mod step;
mod stream;
mod tally;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::{Args, ValueEnum};
use xshell::Shell;

use crate::tools;
use step::{Bench, Step};
use tally::Tally;

#[derive(Args)]
pub(crate) struct Flags {
    /// Run only this step; say it again for another one
    #[arg(long, value_name = "NAME")]
    only: Vec<Step>,
}

pub(crate) fn run(sh: &Shell, flags: &Flags) -> ExitCode {
    let wanted = |step: &Step| flags.only.is_empty() || flags.only.contains(step);
    let steps: Vec<Step> = Step::value_variants().iter().copied().filter(wanted).collect();
    let mut bench = Bench { test: None, firefox: None, built: None };
    // Fetch the tools first; a missing tool fails only the steps that need it.
    if steps.contains(&Step::Web) || steps.contains(&Step::Firefox) {
        bench.test = reported(tools::for_tests(sh));
    }
    if steps.contains(&Step::Firefox) {
        bench.firefox = reported(tools::for_firefox(sh));
    }

    let mut total = Tally::default();
    for step in steps {
        total += timed(sh, step, &mut bench);
    }
    println!("\n{total}");
    if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn reported<T>(tools: Result<T>) -> Option<T> {
    tools.inspect_err(|error| eprintln!("error: {error:#}")).ok()
}

fn timed(sh: &Shell, step: Step, bench: &mut Bench) -> Tally {
    let name = step.name();
    println!("\n{name}: {}", step.about());
    let start = Instant::now();
    let tally = step.run(sh, bench).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        Tally::FAILURE
    });
    let seconds = start.elapsed().as_secs_f64();
    match tally.failed {
        0 => println!("{name}: good, in {seconds:.1} s"),
        failed => println!("{name}: {failed} bad, in {seconds:.1} s"),
    }
    tally
}
