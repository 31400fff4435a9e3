//! The standard library for WebAssembly.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use crate::packages::BROWSER_TARGET as TARGET;

pub(crate) fn install(sh: &Shell) -> Result<()> {
    let sysroot = cmd!(sh, "rustc --print sysroot").quiet().read()?;
    if Path::new(&sysroot).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    ensure!(
        which::which("rustup").is_ok(),
        "{sysroot} has no standard library for {TARGET}, and there is no rustup to fetch it: \
         install it where your Rust comes from, or install Rust with rustup"
    );
    println!("Installing Rust's standard library for {TARGET}.");
    cmd!(sh, "rustup --quiet target add {TARGET}")
        .quiet()
        .run()
        .with_context(|| format!("rustup could not add {TARGET}"))
}
