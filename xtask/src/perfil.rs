//! Calls of the `perfil` command, which writes and serves the pages.

use std::fs;
use std::io::{IsTerminal as _, stderr};
use std::net::IpAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Cmd, Shell, cmd};

use crate::packages::{COMMAND, PERFIL, TYPST, WITHOUT_PDF};
use crate::places::{self, CONTENT};
use crate::progress::step;

/// The environment variable from which `perfil` reads the site's address.
pub(crate) const BASE_URL: &str = "PERFIL_BASE_URL";

/// The environment variable with the path of an already compiled `perfil`.
const COMPILED: &str = "PERFIL_COMPILED";

/// Builds the site with the `perfil` that was compiled with the tests. Without them, cargo would
/// compile most of its dependencies again, because the tests enable more features of some crates.
pub(crate) fn as_tested(sh: &Shell) -> Result<()> {
    cmd!(sh, "cargo test --quiet --workspace --no-run").quiet().run()?;
    sh.set_var(COMPILED, places::program(PERFIL)?);
    Ok(())
}

/// Returns whether Typst was compiled here before, so that the whole command compiles in seconds.
pub(crate) fn has_typst() -> Result<bool> {
    let Ok(files) = fs::read_dir(places::libraries()?) else { return Ok(false) };
    let mut names = files.flatten().map(|file| file.file_name());
    Ok(names.any(|name| name.to_str().is_some_and(|name| name.starts_with(TYPST))))
}

/// Compiles the whole command, and returns the path of its program.
pub(crate) fn compile(sh: &Shell) -> Result<PathBuf> {
    if let Some(perfil) = sh.var_os(COMPILED) {
        return Ok(perfil.into());
    }
    let duration = if has_typst()? { "seconds" } else { "some 7 minutes on two cores, this once" };
    step("Compiling Perfil with Typst, which sets the PDFs", duration, || {
        cmd!(sh, "cargo build --quiet --package {COMMAND} --bin {PERFIL}").quiet().run()?;
        places::program(PERFIL)
    })
}

/// Compiles the command without Typst, and returns a copy of its program: the whole command will
/// overwrite the original while it runs.
pub(crate) fn compile_without_pdf(sh: &Shell) -> Result<PathBuf> {
    let duration = "some 4 minutes on two cores the first time";
    step("Compiling Perfil, as yet without PDFs", duration, || {
        // On a terminal, cargo shows its progress.
        let quiet = (!stderr().is_terminal()).then_some("--quiet");
        cmd!(sh, "cargo build {quiet...} --package {COMMAND} --bin {PERFIL} {WITHOUT_PDF...}")
            .quiet()
            .run()?;
        let copy = places::program("perfil-without-pdf")?;
        fs::copy(places::program(PERFIL)?, &copy)?;
        Ok(copy)
    })
}

/// Writes every page into `out`, which is replaced as a whole.
pub(crate) fn build(sh: &Shell, out: &Path) -> Result<()> {
    let (perfil, shell) = (compile(sh)?, places::shell()?);
    cmd!(sh, "{perfil} build {CONTENT} --shell {shell} --out {out}")
        .quiet()
        .run()
        .context("the pages were not written")
}

/// Returns the command that builds the site and serves it, with the headers that it has when hosted.
pub(crate) fn serve<'a>(
    sh: &'a Shell,
    perfil: &Path,
    shell: &Path,
    (host, port): (IpAddr, u16),
) -> Cmd<'a> {
    let (host, port) = (host.to_string(), port.to_string());
    cmd!(sh, "{perfil} serve {CONTENT} --shell {shell} --host {host} --port {port}").quiet()
}
