//! `wasm-bindgen`, whose version must equal that of the crate that the application links.
//!
//! A program of ours (xtask/wasm-bindgen) calls its library, which needs a quarter of the packages
//! of wasm-bindgen's own command.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

use super::cache;
use crate::progress::step;

/// The program's folder in the checkout, and its name.
const SOURCE: &str = "xtask/wasm-bindgen";
const PROGRAM: &str = "perfil-wasm-bindgen";

/// Returns the program. Its folder in the cache is named by its sources, including the lock file.
pub(crate) fn install(sh: &Shell) -> Result<PathBuf> {
    let mut hash = Sha256::new();
    for name in ["Cargo.toml", "Cargo.lock", "src/main.rs"] {
        let path = Path::new(SOURCE).join(name);
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        hash.update(bytes);
    }
    let hash = format!("{:x}", hash.finalize());
    let name = format!("tools/wasm-bindgen-{}", hash.get(..12).unwrap_or(&hash));
    let home = cache::folder(&name, |root| {
        step("Compiling wasm-bindgen", "half a minute", || {
            let target = root.join("target");
            cmd!(sh, "cargo install --path {SOURCE} --locked --quiet --debug --root {root}")
                .env("CARGO_TARGET_DIR", &target)
                .quiet()
                .run()
                .context("wasm-bindgen was not installed")?;
            Ok(fs::remove_dir_all(target)?)
        })
    })?;
    Ok(home.join("bin").join(format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places;

    /// Returns the version of a package in a lock file.
    fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
        let mut lines = lock.lines();
        lines.find(|line| *line == format!("name = \"{package}\""))?;
        lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
    }

    #[test]
    fn the_version_equals_that_of_the_crate() -> Result<()> {
        let read = |path: &str| fs::read_to_string(places::checkout().join(path));
        let (ours, tools) = (read("Cargo.lock")?, read("xtask/wasm-bindgen/Cargo.lock")?);
        let version = locked(&ours, "wasm-bindgen");
        assert!(version.is_some(), "the application links wasm-bindgen");
        assert_eq!(version, locked(&tools, "wasm-bindgen-cli-support"));
        Ok(())
    }
}
