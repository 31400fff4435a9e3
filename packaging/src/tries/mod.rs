//! Installs each package into an empty place, and uses it there: a new folder, a site with a PDF, and a
//! served page. No environment variable and no program of this machine can help.

mod crates;
mod install;
mod registry;
mod usage;

use std::path::{Path, absolute};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::platform::{PLATFORMS, Platform};
use install::Installed;

/// A package: what it is called, how its file is called, and how it is installed into a folder.
type Kind = (&'static str, fn(&Platform) -> Option<String>, Install);

/// Installs a package's file into an empty folder; returns nothing if this machine cannot.
type Install = fn(&Path, &Path) -> Result<Option<Installed>>;

const KINDS: [Kind; 5] = [
    ("the archive", |it| Some(crate::archive::name(it)), install::archive),
    ("the wheel", |it| Some(crate::wheel::name(it)), install::wheel),
    ("the Debian package", |it| it.linux.map(crate::debian::name), install::debian),
    ("the image", |it| it.linux.map(crate::image::name), install::image),
    ("npm's packages", |it| Some(crate::npm::platform_file(it)), install::npm),
];

/// Tries every package of this machine's system in a folder.
///
/// # Errors
///
/// Returns what the first package that does not work did.
pub(crate) fn all(packages: &Path, shell: Option<&Path>) -> Result<()> {
    let platform = PLATFORMS.iter().find(|platform| platform.is_ours());
    let platform = platform.context("there are no packages for this system")?;
    let packages = absolute(packages)?;
    let shell = shell.map(absolute).transpose()?;
    let mut tried = 0;
    for (name, file, install) in KINDS {
        let Some(file) = file(platform) else { continue };
        let place = tempfile::tempdir()?;
        let start = Instant::now();
        let installed = install(&packages.join(file), place.path())
            .with_context(|| format!("{name} could not be installed"))?;
        let Some(installed) = installed else {
            println!("{name}: not tried, for it needs root, and a program without libraries");
            continue;
        };
        let seconds = usage::try_out(&installed, shell.as_deref(), start)
            .with_context(|| format!("{name} does not work"))?;
        println!("{name}: a page is served {seconds:.1} s after the installation began");
        tried += 1;
        let application = packages.join(crate::application::name());
        if tried == 1 && application.is_file() {
            usage::try_application(&installed, &application)
                .context("the application does not work")?;
            println!("the application: a published Studio sets PDFs");
        }
    }
    ensure!(tried > 0, "no package was tried");
    Ok(())
}

/// Tries the crates in a folder; cargo compiles them for some minutes.
///
/// # Errors
///
/// Returns what does not work.
pub(crate) fn crates(crates: &Path, sources: &Path) -> Result<()> {
    let (place, start) = (tempfile::tempdir()?, Instant::now());
    let installed = crates::install(&absolute(crates)?, &absolute(sources)?, place.path())
        .context("the crates could not be installed")?;
    let seconds =
        usage::try_out(&installed, None, start).context("what the crates install does not work")?;
    println!("the crates: a page is served {seconds:.1} s after the installation began");
    Ok(())
}
