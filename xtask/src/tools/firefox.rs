//! Firefox, the second browser of the tests, with its driver.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use super::program::Program;
use super::{cache, debian};
use crate::progress::step;

pub(crate) struct Firefox {
    pub(crate) firefox: PathBuf,
    pub(crate) geckodriver: PathBuf,
}

const FIREFOX: Program = Program {
    variable: "PERFIL_FIREFOX",
    commands: &["firefox", "firefox-esr"],
    places: &[
        "/snap/bin/firefox",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        r"C:\Program Files\Mozilla Firefox\firefox.exe",
    ],
};

const GECKODRIVER: Program = Program {
    variable: "PERFIL_GECKODRIVER",
    commands: &["geckodriver"],
    places: &["/snap/bin/geckodriver", "/opt/homebrew/bin/geckodriver"],
};

/// The version of geckodriver that is compiled where none is installed.
const VERSION: &str = "0.37.1";

pub(crate) fn install(sh: &Shell) -> Result<Firefox> {
    if FIREFOX.find()?.is_none() {
        debian::install(sh, &["firefox-esr"])?;
    }
    let firefox = FIREFOX.find()?.context(
        "the tests need Firefox. On Debian type `sudo apt-get install firefox-esr`, on Ubuntu \
         `sudo snap install firefox`, on macOS `brew install --cask firefox`; or name its file in \
         PERFIL_FIREFOX",
    )?;
    let geckodriver = match GECKODRIVER.find()? {
        Some(geckodriver) => geckodriver,
        None => compile(sh)?,
    };
    Ok(Firefox { firefox, geckodriver })
}

/// Compiles geckodriver into the cache: Debian has no package of it.
fn compile(sh: &Shell) -> Result<PathBuf> {
    let home = cache::folder(&format!("tools/geckodriver-{VERSION}"), |root| {
        step("Compiling geckodriver, which drives Firefox", "some 2 minutes", || {
            let target = root.join("target");
            cmd!(
                sh,
                "cargo install geckodriver --version {VERSION} --locked --quiet --debug --root {root}"
            )
            .env("CARGO_TARGET_DIR", &target)
            .quiet()
            .run()
            .context(
                "geckodriver was not installed. Install it by another way, such as \
                 `brew install geckodriver`, or name its file in PERFIL_GECKODRIVER",
            )?;
            Ok(fs::remove_dir_all(target)?)
        })
    })?;
    Ok(home.join("bin").join(format!("geckodriver{}", std::env::consts::EXE_SUFFIX)))
}
