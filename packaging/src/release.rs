//! A release: the programs, and all packages of them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use clap::Args;

use crate::compiled::{self, Package};
use crate::licences::Licences;
use crate::manual::Manual;
use crate::platform::Platform;
use crate::{application, archive, crates, debian, homebrew, image, npm, sbom, sums, wheel};

/// The version of everything in a release.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// One sentence on what it is, as lists of packages show it.
pub(crate) const SUMMARY: &str =
    "Turns one data file per person, or a CV, into a fast, multilingual, accessible profile";

/// The licences of Perfil itself, as SPDX writes them.
pub(crate) const LICENCE: &str = "MIT OR Apache-2.0";

/// The folder of the crates in a release.
pub(crate) const CRATES: &str = "crates";

/// The ending of the folder beside a release with the workspace that the crates are packed of.
pub(crate) const SOURCES: &str = "sources";

#[derive(Args)]
pub(crate) struct Flags {
    /// A compiled program, after the target that it was compiled for
    #[arg(long, value_name = "TARGET=FILE", required = true)]
    program: Vec<String>,
    /// The folder to make
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The time of every file, in seconds since 1970
    #[arg(long, value_name = "SECONDS")]
    time: u64,
    /// The folder of the compiled application, to pack the crates that have it in them
    #[arg(long, value_name = "DIR")]
    application: Option<PathBuf>,
    /// The folder of the compiled application with what sets PDFs in a browser, to pack it
    #[arg(long, value_name = "DIR")]
    shell: Option<PathBuf>,
    /// Compress as little as possible, for a test of the packages
    #[arg(long)]
    quick: bool,
}

/// What every package is made of.
pub(crate) struct Release {
    pub(crate) out: PathBuf,
    pub(crate) programs: Vec<Program>,
    pub(crate) manual: Manual,
    pub(crate) licences: Licences,
    /// What is compiled into the programs.
    pub(crate) packages: Vec<Package>,
    /// In seconds since 1970.
    pub(crate) time: u64,
    /// From 0 to 9, as zlib counts.
    pub(crate) compression: u32,
}

/// A compiled program.
pub(crate) struct Program {
    pub(crate) platform: &'static Platform,
    pub(crate) bytes: Vec<u8>,
}

/// A file of a package.
#[derive(Clone)]
pub(crate) struct Entry {
    /// Its path in the package, with slashes.
    pub(crate) path: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) is_program: bool,
}

impl Entry {
    pub(crate) fn file(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into(), is_program: false }
    }

    pub(crate) fn program(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into(), is_program: true }
    }
}

impl Release {
    /// Writes a package.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        println!("{name}: {:.1} MB", megabytes(bytes.len() as u64));
        let path = self.out.join(name);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
    }
}

#[expect(clippy::cast_precision_loss, reason = "it is shown with one decimal")]
pub(crate) fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// Makes every package. The folder is replaced when all are made.
pub(crate) fn make(flags: &Flags) -> Result<()> {
    let programs = flags.program.iter().map(|written| read(written)).collect::<Result<Vec<_>>>()?;
    let fresh = flags.out.with_extension("new");
    if fresh.exists() {
        fs::remove_dir_all(&fresh)?;
    }
    fs::create_dir_all(&fresh)?;
    let ours = flags.program.iter().find_map(|written| {
        let (target, file) = written.split_once('=')?;
        Platform::of(target).is_ok_and(Platform::is_ours).then_some(Path::new(file))
    });
    let ours = ours.context("none of the programs runs on this machine, so none has a manual")?;
    let packages = compiled::packages()?;
    let release = Release {
        out: fresh.clone(),
        programs,
        manual: Manual::of(ours)?,
        licences: Licences::read(&packages)?,
        packages,
        time: flags.time,
        compression: if flags.quick { 1 } else { 9 },
    };
    for program in &release.programs {
        archive::make(&release, program)?;
        wheel::make(&release, program)?;
        debian::make(&release, program)?;
        image::make(&release, program)?;
    }
    if let Some(shell) = &flags.shell {
        application::make(&release, shell)?;
    }
    npm::make(&release)?;
    homebrew::make(&release)?;
    sbom::make(&release)?;
    if let Some(application) = &flags.application {
        let sources = flags.out.with_extension(SOURCES);
        crates::pack(&release.licences, application, &sources, &release.out.join(CRATES))?;
    }
    sums::make(&release)?;
    if flags.out.exists() {
        fs::remove_dir_all(&flags.out)?;
    }
    fs::rename(&fresh, &flags.out)?;
    Ok(())
}

fn read(written: &str) -> Result<Program> {
    let (target, file) = written.split_once('=').context("write --program TARGET=FILE")?;
    let platform = Platform::of(target)?;
    let bytes = fs::read(file).with_context(|| format!("cannot read {file}"))?;
    ensure!(!bytes.is_empty(), "{file} is empty");
    Ok(Program { platform, bytes })
}
