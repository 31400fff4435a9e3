//! The browser for the tests, with its matching driver.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use xshell::Shell;

use super::debian;

pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
}

/// One of the two programs: its environment variable, its commands, and its possible paths.
struct Program {
    variable: &'static str,
    commands: &'static [&'static str],
    places: &'static [&'static str],
}

const CHROMIUM: Program = Program {
    variable: "PERFIL_CHROMIUM",
    commands: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
    places: &[
        "/snap/bin/chromium",
        "/opt/google/chrome/chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    ],
};

const CHROMEDRIVER: Program = Program {
    variable: "PERFIL_CHROMEDRIVER",
    commands: &["chromedriver"],
    places: &[
        "/usr/lib/chromium/chromedriver",
        "/usr/lib/chromium-browser/chromedriver",
        "/snap/bin/chromium.chromedriver",
        "/opt/homebrew/bin/chromedriver",
        "/usr/local/bin/chromedriver",
    ],
};

pub(crate) fn install(sh: &Shell) -> Result<Browser> {
    if let Some(browser) = find()? {
        return Ok(browser);
    }
    debian::install(sh, &["chromium", "chromium-driver", "fonts-liberation"])?;
    find()?.context(
        "the tests need Chromium or Chrome with its chromedriver. On Debian and Ubuntu type \
         `sudo apt-get install chromium chromium-driver fonts-liberation`, on macOS \
         `brew install --cask chromium chromedriver`; or name the two files in PERFIL_CHROMIUM \
         and PERFIL_CHROMEDRIVER",
    )
}

fn find() -> Result<Option<Browser>> {
    let found = CHROMIUM.find()?.zip(CHROMEDRIVER.find()?);
    Ok(found.map(|(chromium, chromedriver)| Browser { chromium, chromedriver }))
}

impl Program {
    fn find(&self) -> Result<Option<PathBuf>> {
        if let Some(path) = env::var_os(self.variable).filter(|path| !path.is_empty()) {
            let path = PathBuf::from(path);
            ensure!(path.is_file(), "{} names {}, which is no file", self.variable, path.display());
            return Ok(Some(path));
        }
        let on_path = self.commands.iter().find_map(|command| which::which(command).ok());
        let in_places = || self.places.iter().map(PathBuf::from).find(|path| path.is_file());
        Ok(on_path.or_else(in_places))
    }
}
