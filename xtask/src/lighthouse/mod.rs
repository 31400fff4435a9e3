//! `cargo xtask lighthouse`: audits the profile pages with Lighthouse's mobile defaults.

mod audit;
mod pages;
mod report;
mod server;

use std::path::absolute;

use anyhow::{Result, bail, ensure};
use clap::Args;
use xshell::Shell;

use crate::table::{aligned, row};
use crate::{build, tools};
use audit::Audit;

#[derive(Args)]
pub(crate) struct Flags {
    /// How often each page is audited; the medians count
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u8).range(1..))]
    runs: u8,

    /// A theme for every page; say it again for another one [default: those that the content names]
    #[arg(long, value_name = "NAME")]
    theme: Vec<String>,
}

/// The folder of the sites that are audited, one for each theme.
const SITES: &str = "target/lighthouse";

pub(crate) fn run(sh: &Shell, flags: &Flags) -> Result<()> {
    let test_tools = tools::for_tests(sh)?;
    build::site(sh)?;
    let mut rows = vec![row([
        &"theme",
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
    let themes = flags.theme.iter().map(|it| Some(it.as_str()));
    let own = flags.theme.is_empty().then_some(None);
    for theme in themes.chain(own) {
        let name = theme.unwrap_or("own");
        let out = absolute(SITES)?.join(name);
        let server = server::start(sh, &out, theme)?;
        let pages = pages::of_profiles(&out)?;
        ensure!(!pages.is_empty(), "{} holds no profile page", out.display());
        for page in &pages {
            let url = format!("{}{page}", server.origin);
            let mut audits = Vec::new();
            for run in 1..=flags.runs {
                println!("Auditing {page} in the theme {name} ({run} of {}).", flags.runs);
                audits.push(report::run(sh, &test_tools, &url)?);
            }
            let audit = Audit::median(&audits);
            rows.push(audit.row(name, page));
            let what = |what| format!("{page} in the theme {name}: {what}");
            complaints.extend(audit.complaints().into_iter().map(what));
        }
    }
    print!("\n{}", aligned(&rows));
    if !complaints.is_empty() {
        bail!("not good enough:\n  {}", complaints.join("\n  "));
    }
    Ok(())
}
