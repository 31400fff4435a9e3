//! Bundles and minifies the stylesheets of the shell, and adds the fonts.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::packages::{SHEETS, STYLE};
use crate::{places, tools};

const SCRIPT: &str = include_str!("style.js");

/// Bundles the stylesheets into a folder, and copies the fonts into one below it.
pub(super) fn bundle(sh: &Shell, into: &Path) -> Result<()> {
    let tools::Styles { node, node_modules } = tools::for_styles(sh)?;
    let from = places::checkout().join(STYLE);
    let script = places::target()?.join("style.js");
    fs::create_dir_all(places::target()?)?;
    fs::write(&script, SCRIPT)?;
    cmd!(sh, "{node} {script} {from} {into} {SHEETS...}")
        .quiet()
        .env("NODE_PATH", node_modules)
        .run()
        .context("the stylesheets cannot be bundled")?;
    fs::create_dir_all(into.join(FONTS))?;
    for font in fs::read_dir(from.join(FONTS))? {
        let font = font?.path();
        if let Some(name) = font.file_name().filter(|_| font.extension().is_some_and(is_font)) {
            fs::copy(&font, into.join(FONTS).join(name))?;
        }
    }
    Ok(())
}

/// The folder of the fonts below that of the stylesheets.
const FONTS: &str = "fonts";

fn is_font(extension: &OsStr) -> bool {
    extension == "ttf"
}
