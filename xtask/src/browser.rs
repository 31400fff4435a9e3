//! Compiles what browsers load.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::packages::{BROWSER_PROFILE, BROWSER_TARGET};
use crate::places;

/// Where cargo takes the flags of rustc from before all else.
pub(crate) const FLAGS: &str = "CARGO_ENCODED_RUSTFLAGS";

/// What separates them there.
pub(crate) const SEPARATOR: &str = "\u{1f}";

/// The folder, in that of cargo, of what is compiled with further flags. Cargo does not keep it apart itself, for
/// where paths are remapped it takes flags for no part of a name: each would replace the other, again and again.
const FURTHER: &str = "further";

/// Compiles packages to WebAssembly, with further flags of rustc. Returns the folder of the modules.
pub(crate) fn compile(sh: &Shell, packages: &[&str], further: &[&str]) -> Result<PathBuf> {
    let target = places::target()?;
    let target = if further.is_empty() { target } else { target.join(FURTHER) };
    let asked = env::var("RUSTFLAGS").unwrap_or_default();
    let mut flags = remapped(sh)?;
    flags.extend(asked.split_whitespace().chain(further.iter().copied()).map(str::to_owned));
    let cargo = cmd!(sh, "cargo build --quiet --target {BROWSER_TARGET}");
    let cargo = cargo.args(["--profile", BROWSER_PROFILE]).arg("--target-dir").arg(&target);
    cargo.args(packages).env(FLAGS, flags.join(SEPARATOR)).quiet().run()?;
    Ok(target.join(BROWSER_TARGET).join(BROWSER_PROFILE))
}

/// Returns the flags that keep the folders of this machine out of what is compiled, because panics name files
/// of packages: the folders are nobody's business, and would be a difference between two machines.
pub(crate) fn remapped(sh: &Shell) -> Result<Vec<String>> {
    let sysroot = cmd!(sh, "rustc --print sysroot").quiet().read()?;
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let home = home.context("there is no home folder")?;
    let target = std::path::absolute(places::target()?)?;
    let folders: [(&Path, &str); 3] =
        [(&target, "target"), (&home, "cargo"), (Path::new(&sysroot), "rust")];
    Ok(folders
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()))
        .into())
}
