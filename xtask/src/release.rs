//! `cargo xtask release`: compiles the command with the application in it, makes the packages by which
//! people install it, and tries each of them.

use std::env::consts::EXE_SUFFIX;
use std::path::{Path, PathBuf, absolute};

use anyhow::{Context, Result};
use clap::Args;
use xshell::{Shell, cmd};

use crate::packages::{COMMAND, PERFIL};
use crate::progress::step;
use crate::{browser, embedded, places, printer, shell, studio, tools};

/// The profile that the command is compiled with.
const PROFILE: &str = "dist";

/// The package that makes the other packages, which it has its name from.
const PACKAGING: &str = "packaging";

/// The environment variable with the folder of the application that becomes a part of the command.
const EMBED: &str = "PERFIL_EMBED";

/// The ending of the folder beside the packages with the workspace that the crates are packed of.
const SOURCES: &str = "sources";

#[derive(Args)]
pub(crate) struct Flags {
    /// Compile the command for this system, print its path, and make no packages
    #[arg(long)]
    compile_only: bool,
    /// A command that was compiled on another system, after its target; say it again for another one
    #[arg(long, value_name = "TARGET=FILE")]
    program: Vec<String>,
    /// Install the command from its crates too, which compiles it once more
    #[arg(long, conflicts_with = "compile_only")]
    try_crates: bool,
}

pub(crate) fn run(sh: &Shell, flags: &Flags) -> Result<()> {
    if !shell::is_current(sh)? {
        shell::build(sh)?;
    }
    studio::add(sh)?;
    let target = host(sh)?;
    let application = absolute(embedded::make()?)?;
    if !flags.compile_only {
        printer::add(sh)?;
    }
    let program = compile(sh, &target, &application)?;
    if flags.compile_only {
        println!("{}", program.display());
        return Ok(());
    }
    let mut programs = vec![format!("{target}={}", program.display())];
    programs.extend(flags.program.iter().cloned());
    let out = places::target()?.join("packages");
    make(sh, &programs, &application, &out, &[])?;
    println!("The packages are in {}.", out.display());
    try_out(sh, &out, &[])?;
    if flags.try_crates { try_crates(sh, &out) } else { Ok(()) }
}

/// Makes and tries the packages of the command as it was compiled with the tests, which is neither
/// small nor has the application in it.
pub(crate) fn test(sh: &Shell, compiled: &Path) -> Result<()> {
    let out = places::target()?.join("packages-of-tests");
    let stripped = out.with_extension("program");
    // What debuggers read is most of it.
    if cmd!(sh, "strip --strip-all -o {stripped} {compiled}").quiet().run().is_err() {
        std::fs::copy(compiled, &stripped)?;
    }
    let program = format!("{}={}", host(sh)?, stripped.display());
    make(sh, &[program], &places::shell()?, &out, &["--quick"])?;
    let shell = places::shell()?.display().to_string();
    try_out(sh, &out, &["--shell", &shell])?;
    // They are as large as all that is compiled into them.
    std::fs::remove_file(stripped)?;
    std::fs::remove_dir_all(out.with_extension(SOURCES))?;
    Ok(std::fs::remove_dir_all(out)?)
}

/// Compiles the command for this system. On Linux and Windows it needs no library of C.
fn compile(sh: &Shell, target: &str, application: &Path) -> Result<PathBuf> {
    let mut flags = browser::remapped(sh)?;
    flags.push(format!("--remap-path-prefix={}=.", places::checkout().display()));
    // A panic ends the command, so nothing reads how its stack would be unwound.
    flags.push("-Cforce-unwind-tables=no".to_owned());
    if target.contains("-linux-") {
        let script = places::checkout().join("packaging/linux.ld");
        flags.push("-Clink-arg=-Wl,--no-eh-frame-hdr".to_owned());
        flags.push(format!("-Clink-arg=-Wl,-T,{}", script.display()));
        // Addresses that are adjusted when it starts take 16 bytes each otherwise.
        flags.push("-Clink-arg=-Wl,-z,pack-relative-relocs".to_owned());
    }
    if !target.ends_with("-darwin") {
        flags.push("-Ctarget-feature=+crt-static".to_owned());
    }
    step("Compiling the command to be released", "some 10 minutes on two cores", || {
        cmd!(
            sh,
            "cargo build --quiet --locked --profile {PROFILE} --target {target} --package {COMMAND} --bin {PERFIL}"
        )
        .env(EMBED, application)
        .env(browser::FLAGS, flags.join(browser::SEPARATOR))
        .quiet()
        .run()
        .context("the command was not compiled")
    })?;
    let folder = places::target()?.join(target).join(PROFILE);
    Ok(folder.join(format!("{PERFIL}{EXE_SUFFIX}")))
}

/// Returns the target of this machine.
fn host(sh: &Shell) -> Result<String> {
    Ok(cmd!(sh, "rustc --print host-tuple").quiet().read()?)
}

fn make(
    sh: &Shell,
    programs: &[String],
    application: &Path,
    out: &Path,
    flags: &[&str],
) -> Result<()> {
    let programs = programs.iter().flat_map(|program| ["--program", program]);
    let shell = places::shell()?;
    // Of one commit, every release has the same files.
    let time = cmd!(sh, "git log -1 --format=%ct").quiet().read()?;
    cmd!(
        sh,
        "cargo run --quiet --package {PACKAGING} -- make {programs...} --application {application} --shell {shell} --out {out} --time {time} {flags...}"
    )
    .quiet()
    .run()
    .context("the packages were not made")
}

fn try_out(sh: &Shell, packages: &Path, flags: &[&str]) -> Result<()> {
    tools::for_packages(sh)?;
    cmd!(sh, "cargo run --quiet --package {PACKAGING} -- try {packages} {flags...}")
        .quiet()
        .run()
        .context("a package does not work")
}

fn try_crates(sh: &Shell, packages: &Path) -> Result<()> {
    let (crates, sources) = (packages.join("crates"), packages.with_extension(SOURCES));
    step("Installing the command from its crates", "some 10 minutes on two cores", || {
        cmd!(sh, "cargo run --quiet --package {PACKAGING} -- try-crates {crates} {sources}")
            .quiet()
            .run()
            .context("the crates do not work")
    })
}
