//! The shell: the application as it is compiled, before any page is written with it.

mod bundle;
mod fingerprint;
mod stand_in;
mod style;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread::{self, ScopedJoinHandle};
use std::time::SystemTime;

use anyhow::{Context, Result, anyhow};
use walkdir::WalkDir;
use xshell::{Shell, cmd};

use crate::packages::{BUNDLES, Bundle, ELEMENT, SHELL_ELEMENT, STYLE};
use crate::progress::step;
use crate::{places, tools};
use fingerprint::Inputs;
pub(crate) use stand_in::stand_in;

/// Returns the path of the file that records what the shell was made from.
fn fingerprint_file() -> Result<PathBuf> {
    Ok(places::target()?.join("shell.fingerprint"))
}

/// Returns whether the shell was made from the current sources.
pub(crate) fn is_current(sh: &Shell) -> Result<bool> {
    if !places::shell()?.is_dir() {
        return Ok(false);
    }
    match fs::read_to_string(fingerprint_file()?) {
        Ok(recorded) => Inputs::are_as_recorded(sh, &recorded),
        Err(_) => Ok(false),
    }
}

/// Compiles the bundles, and puts them into the shell.
pub(crate) fn build(sh: &Shell) -> Result<()> {
    let start = SystemTime::now();
    tools::wasm_target::install(sh)?;
    let other = sh.clone();
    let tools = thread::scope(|scope| {
        // The tools are compiled or fetched in parallel with the application.
        let tools = scope.spawn(move || tools::for_build(&other));
        let compiled =
            step("Compiling the application", "some 4 minutes on two cores the first time", || {
                bundle::compile(sh)
            });
        let tools = joined(tools)?;
        compiled.map(|()| tools)
    })?;
    let inputs = Inputs::of_the_last_build()?;
    step("Making the application small", "seconds", || {
        let fresh = fresh()?;
        thread::scope(|scope| {
            let (sh, tools, fresh) = (sh.clone(), &tools, &fresh);
            let others = BUNDLES.iter().map(|bundle| {
                let sh = sh.clone();
                scope.spawn(move || bundle::write(&sh, tools, bundle, fresh))
            });
            others.collect::<Vec<_>>().into_iter().try_for_each(joined)
        })?;
        style::bundle(sh, &fresh.join(STYLE))?;
        fs::copy(ELEMENT, fresh.join(SHELL_ELEMENT))?;
        minify(sh, &tools.terser, &fresh)?;
        replace(&fresh)
    })?;
    inputs.record(sh, start, &fingerprint_file()?)
}

/// Joins a thread, and returns its result or an error if it panicked.
pub(crate) fn joined<T>(thread: ScopedJoinHandle<'_, Result<T>>) -> Result<T> {
    thread.join().unwrap_or_else(|_| Err(anyhow!("a part of the work ended in a panic")))
}

/// Takes Trunk's output as the shell. Trunk was called by hand, perhaps for a debug build, so the
/// shell never counts as current.
pub(crate) fn take_over(sh: &Shell, built: &Path) -> Result<()> {
    // terser may be missing, and the scripts work without it.
    if let Ok(terser) = which::which("terser") {
        minify(sh, &terser, built)?;
    }
    let fresh = fresh()?;
    copy_folder(built, &fresh)?;
    gone(fs::remove_dir_all(fresh.join(STYLE)))?;
    style::bundle(sh, &fresh.join(STYLE))?;
    replace(&fresh)
}

/// Minifies the scripts.
fn minify(sh: &Shell, terser: &Path, built: &Path) -> Result<()> {
    let scripts = BUNDLES.iter().map(Bundle::script).chain([SHELL_ELEMENT.into()]);
    for script in scripts.map(|script| built.join(script)) {
        cmd!(sh, "{terser} {script} --module --compress passes=3 --mangle --output {script}")
            .quiet()
            .run()
            .context("terser could not minify a script")?;
    }
    Ok(())
}

/// Creates an empty folder beside the shell.
fn fresh() -> Result<PathBuf> {
    let fresh = places::shell()?.with_extension("new");
    gone(fs::remove_dir_all(&fresh))?;
    fs::create_dir_all(&fresh)?;
    Ok(fresh)
}

/// Replaces the shell with the folder, and deletes the record of the old one.
fn replace(fresh: &Path) -> Result<()> {
    let shell = places::shell()?;
    gone(fs::remove_file(fingerprint_file()?))?;
    gone(fs::remove_dir_all(&shell))?;
    Ok(fs::rename(fresh, shell)?)
}

/// Ignores the error if what is to be removed is already absent.
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
