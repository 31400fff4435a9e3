//! The shell: the app as Trunk builds it, before any page is written into it.

mod fingerprint;

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};
use walkdir::WalkDir;
use xshell::{Shell, cmd};

use crate::places::{SHELL, SHELL_FINGERPRINT};
use crate::tools;

/// Carries the fingerprint through Trunk to its hook, which calls `replace`.
const FINGERPRINT: &str = "PERFIL_SHELL_FINGERPRINT";

/// Whether the shell was made from the sources as they are now.
pub(crate) fn is_current(sh: &Shell) -> Result<bool> {
    if !Path::new(SHELL).is_dir() {
        return Ok(false);
    }
    match fs::read_to_string(SHELL_FINGERPRINT) {
        Ok(recorded) => Ok(recorded == fingerprint::of_sources(sh)?),
        Err(_) => Ok(false),
    }
}

/// Compiles the app with Trunk, which calls `cargo xtask prerender` before it is done.
pub(crate) fn build(sh: &Shell, tools: &tools::Build) -> Result<()> {
    // It is taken before the build, so that a source changed meanwhile asks for another one.
    let fingerprint = fingerprint::of_sources(sh)?;
    let trunk = &tools.trunk;
    let mut command = cmd!(sh, "{trunk} build --release --quiet --skip-version-check")
        .quiet()
        .env("PATH", &tools.path)
        .env(FINGERPRINT, fingerprint)
        // A mistake in the content fails the hook, which is no reason to show Trunk's own stack.
        .env("RUST_LIB_BACKTRACE", "0")
        // Trunk 0.21 reads it as a flag, and stops at the value `1`.
        .env_remove("NO_COLOR");
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        command = command.env("TRUNK_COLOR", "never");
    }
    command.run().context("Trunk did not finish")
}

/// Makes the scripts short, of which Trunk's own minifier cannot read those of `wasm-bindgen`.
///
/// When Trunk was called by hand there may be no terser, and the scripts work as they are.
pub(crate) fn minify(sh: &Shell, built: &Path) -> Result<()> {
    let Ok(terser) = which::which("terser") else { return Ok(()) };
    for script in ["app.js", "widget/widget.js", "widget/element.js"] {
        let script = built.join(script);
        cmd!(sh, "{terser} {script} --module --compress passes=3 --mangle --output {script}")
            .quiet()
            .run()
            .context("terser could not minify a script")?;
    }
    Ok(())
}

/// Makes a copy of `built` the shell.
pub(crate) fn replace(built: &Path) -> Result<()> {
    gone(fs::remove_file(SHELL_FINGERPRINT))?;
    let fresh = format!("{SHELL}.new");
    gone(fs::remove_dir_all(&fresh))?;
    copy_folder(built, Path::new(&fresh))?;
    gone(fs::remove_dir_all(SHELL))?;
    fs::rename(&fresh, SHELL)?;
    // Without it Trunk was called by hand, perhaps for a debug build, which is current for nobody.
    if let Ok(fingerprint) = std::env::var(FINGERPRINT) {
        fs::write(SHELL_FINGERPRINT, fingerprint)?;
    }
    Ok(())
}

/// What is to be removed may be absent already.
fn gone(removal: std::io::Result<()>) -> Result<()> {
    match removal {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
