//! The crates of the Rust registry: the command, and every crate of ours that it is made of.
//!
//! Cargo packs them, of a workspace of their own: in the checkout crates share files and settings, and
//! the application is compiled separately; in this workspace each crate has in its folder what it needs,
//! so whoever installs the command needs cargo alone. `cargo publish --workspace` there publishes the
//! same bytes.

mod included;
mod manifest;
mod members;
mod sources;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf, absolute};

use anyhow::{Context, Result};
use clap::Args;
use xshell::{Shell, cmd};

use crate::compiled::{self, cargo};
use crate::licences::Licences;
use crate::release::{VERSION, megabytes};
use members::Member;

#[derive(Args)]
pub(crate) struct Flags {
    /// The folder of the compiled application
    #[arg(long, value_name = "DIR")]
    application: PathBuf,
    /// The folder to make, with the workspace that the crates are packed of
    #[arg(long, value_name = "DIR")]
    sources: PathBuf,
    /// The folder to make, with the crates
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Packs the crates, and nothing else of a release.
pub(crate) fn make(flags: &Flags) -> Result<()> {
    let licences = Licences::read(&compiled::packages()?)?;
    pack(&licences, &flags.application, &flags.sources, &flags.out).map(drop)
}

/// Makes both folders anew, and returns the names of the files in `out`.
pub(crate) fn pack(
    licences: &Licences,
    application: &Path,
    sources: &Path,
    out: &Path,
) -> Result<Vec<String>> {
    for folder in [sources, out] {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
    }
    let members = members::of_command()?;
    sources::write(&members, licences, application, sources)?;
    let target = tempfile::tempdir()?;
    package(sources, target.path())?;
    let files: Vec<String> = members.iter().map(file).collect();
    let mut bytes = 0;
    for file in &files {
        let packed = target.path().join("package").join(file);
        bytes +=
            fs::copy(&packed, out.join(file)).with_context(|| format!("cargo packed no {file}"))?;
    }
    println!("{} crates: {:.1} MB", files.len(), megabytes(bytes));
    Ok(files)
}

/// Returns the name of the file of a crate.
fn file(member: &Member) -> String {
    format!("{}-{VERSION}.crate", member.name)
}

/// Lets cargo pack every crate of a workspace. Its files have the same time and owner every time.
fn package(workspace: &Path, target: &Path) -> Result<()> {
    let (sh, cargo) = (Shell::new()?, cargo());
    let _there = sh.push_dir(absolute(workspace)?);
    // They are compiled when they are tried, and belong to no repository.
    let flags = ["--workspace", "--no-verify", "--allow-dirty", "--quiet"];
    cmd!(sh, "{cargo} package {flags...} --target-dir {target}")
        .quiet()
        .run()
        .context("the crates were not packed")
}
