//! The browser for the tests, with its matching driver.

use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::Shell;

use super::debian;
use super::program::Program;

pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
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
