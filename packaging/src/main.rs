//! `packaging`: makes the packages by which people install Perfil, and tries each of them.
//!
//! `cargo xtask release` compiles the command and calls this. Equal programs give equal packages: files
//! are in the order of their names, belong to nobody, and have the time of the commit.

mod application;
mod archive;
mod compiled;
mod crates;
mod debian;
mod homebrew;
mod image;
mod licences;
mod manual;
mod npm;
mod platform;
mod release;
mod sbom;
mod sums;
mod tries;
mod wheel;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Makes the packages by which people install Perfil, and tries each of them.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Make every package of the given programs
    Make(release::Flags),
    /// Pack the crates of the Rust registry
    Crates(crates::Flags),
    /// Install the command from its crates into an empty place, which compiles it, and use it
    TryCrates {
        /// The folder of the crates
        crates: PathBuf,
        /// The folder of the workspace that they were packed of
        sources: PathBuf,
    },
    /// Install each package that this machine can run into an empty place, and use it
    Try {
        /// The folder of the packages
        packages: PathBuf,
        /// The folder of the compiled application, for a program that has none in it
        #[arg(long, value_name = "DIR")]
        shell: Option<PathBuf>,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().verb {
        Verb::Make(flags) => release::make(&flags),
        Verb::Crates(flags) => crates::make(&flags),
        Verb::TryCrates { crates, sources } => tries::crates(&crates, &sources),
        Verb::Try { packages, shell } => tries::all(&packages, shell.as_deref()),
    }
}
