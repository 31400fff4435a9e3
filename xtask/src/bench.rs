//! `cargo xtask bench`: measures how fast sites are built and how fast they answer, on generated
//! content.

use std::path::{Path, PathBuf, absolute};

use anyhow::Result;
use clap::Args;
use xshell::{Shell, cmd};

use crate::{bench_build, bench_documents, build, places, tools};

/// The folder of the sites that are measured.
const BENCH: &str = "target/bench";

#[derive(Args)]
pub(crate) struct Flags {
    /// How many people the directory has
    #[arg(long, value_name = "NUMBER", default_value_t = 10_000)]
    people: usize,

    /// Measure only how long builds take and how much memory, which needs no browser
    #[arg(long)]
    builds: bool,

    /// Measure only how long it takes to read the CVs in this folder
    #[arg(long, value_name = "FOLDER")]
    documents: Option<PathBuf>,
}

/// Each browser benchmark is an ignored test in tests/web/bench_<name>.rs, which prints its
/// measurements and fails above a limit.
pub(crate) fn run(sh: &Shell, flags: &Flags, started_in: &Path) -> Result<()> {
    let perfil = bench_build::compile(sh)?;
    if let Some(folder) = &flags.documents {
        return bench_documents::run(&perfil, &started_in.join(folder));
    }
    bench_build::run(&perfil, &absolute(BENCH)?)?;
    if flags.builds {
        return Ok(());
    }
    build::site(sh)?;
    let tools = tools::for_tests(sh)?;
    let people = flags.people.to_string();
    cmd!(
        sh,
        "cargo test --quiet --workspace --test web -- --ignored --nocapture --test-threads 1 bench_"
    )
    .quiet()
    .env("PERFIL_PEOPLE", people)
    .env("PERFIL_BENCH", absolute(BENCH)?)
    .env("PERFIL_COMMAND", &perfil)
    .env("PERFIL_SHELL", places::shell()?)
    .env("PERFIL_NPM", &tools.node_modules)
    .env("PERFIL_CHROMIUM", &tools.chromium)
    .env("PERFIL_CHROMEDRIVER", &tools.chromedriver)
    .run()?;
    Ok(())
}
