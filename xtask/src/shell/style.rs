//! Bundles and minifies the stylesheets of the shell.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::packages::{SHEETS, STYLE};
use crate::{places, tools};

const SCRIPT: &str = include_str!("style.js");

/// Bundles the stylesheets into a folder.
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
        .context("the stylesheets cannot be bundled")
}
