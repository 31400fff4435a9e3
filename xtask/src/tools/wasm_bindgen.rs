//! `wasm-bindgen`, which must be of the very version of the crate that the app links.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::Shell;

use super::cargo_install;

pub(crate) fn install(sh: &Shell) -> Result<PathBuf> {
    let lock = fs::read_to_string("Cargo.lock").context("cannot read Cargo.lock")?;
    let version = locked_version(&lock).context("Cargo.lock holds no wasm-bindgen")?;
    cargo_install::install(sh, "wasm-bindgen-cli", version)
}

fn locked_version(lock: &str) -> Option<&str> {
    let mut lines = lock.lines();
    lines.find(|line| *line == r#"name = "wasm-bindgen""#)?;
    lines.next()?.strip_prefix(r#"version = ""#)?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_crate_itself() {
        let lock = r#"
[[package]]
name = "wasm-bindgen-futures"
version = "0.4.70"

[[package]]
name = "wasm-bindgen"
version = "0.2.126"
"#;
        assert_eq!(locked_version(lock), Some("0.2.126"));
        assert_eq!(locked_version(""), None);
    }
}
