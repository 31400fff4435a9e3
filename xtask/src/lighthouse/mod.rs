//! `cargo xtask lighthouse`: audits the profile pages with Lighthouse's mobile defaults.

mod audit;
mod pages;
mod report;
mod server;

use std::path::Path;

use anyhow::{Result, bail, ensure};
use clap::Args;
use xshell::Shell;

use crate::places::DIST;
use crate::table::{aligned, row};
use crate::{build, tools};
use audit::Audit;

#[derive(Args)]
pub(crate) struct Flags {
    /// How often each page is audited; the medians count
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u8).range(1..))]
    runs: u8,
}

pub(crate) fn run(sh: &Shell, flags: &Flags) -> Result<()> {
    let test_tools = tools::for_tests(sh)?;
    build::site(sh)?;
    let pages = pages::of_profiles(Path::new(DIST))?;
    ensure!(!pages.is_empty(), "{DIST}/ holds no profile page");

    let server = server::start(sh)?;
    let mut rows = vec![row([
        &"page",
        &"performance",
        &"accessibility",
        &"best-practices",
        &"seo",
        &"FCP ms",
        &"LCP ms",
        &"TBT ms",
        &"CLS",
    ])];
    let mut complaints = Vec::new();
    for page in &pages {
        let url = format!("{}{page}", server.origin);
        let mut audits = Vec::new();
        for run in 1..=flags.runs {
            println!("Auditing {page} ({run} of {}).", flags.runs);
            audits.push(report::run(sh, &test_tools, &url)?);
        }
        let audit = Audit::median(&audits);
        rows.push(audit.row(page));
        complaints.extend(audit.complaints().into_iter().map(|what| format!("{page}: {what}")));
    }
    print!("\n{}", aligned(&rows));
    if !complaints.is_empty() {
        bail!("not good enough:\n  {}", complaints.join("\n  "));
    }
    Ok(())
}
