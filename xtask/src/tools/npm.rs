//! The two sets of npm packages: xtask/npm/build and xtask/npm/test.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

use super::{cache, node::Node};
use crate::progress::step;

/// Returns the set's `node_modules`. The folder is named by the lock file: an edited one is a new
/// set.
pub(crate) fn install(sh: &Shell, node: &Node, set: &str) -> Result<PathBuf> {
    let source = Path::new("xtask/npm").join(set);
    let read = |name: &str| {
        let path = source.join(name);
        fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let (manifest, lock) = (read("package.json")?, read("package-lock.json")?);
    let hash = format!("{:x}", Sha256::digest(&lock));
    let name = format!("npm/{set}-{}", hash.get(..12).unwrap_or(&hash));
    let what = format!("Installing with npm {}", packages(&manifest)?);
    let home = cache::folder(&name, |folder| {
        step(&what, "a download of seconds or minutes", || {
            fs::write(folder.join("package.json"), &manifest)?;
            fs::write(folder.join("package-lock.json"), &lock)?;
            let npm = &node.npm;
            let _there = sh.push_dir(folder);
            // None of these packages needs its install script, and none should run unreviewed.
            cmd!(sh, "{npm} ci --ignore-scripts --no-audit --no-fund --loglevel=error")
                .quiet()
                .ignore_stdout()
                .run()
                .with_context(|| {
                    format!("npm could not install the packages of {}", source.display())
                })
        })
    })?;
    Ok(home.join("node_modules"))
}

/// The set's own packages, as `name version, …`.
fn packages(manifest: &[u8]) -> Result<String> {
    let manifest: Value = serde_json::from_slice(manifest).context("a package.json is no JSON")?;
    let packages = manifest["dependencies"].as_object().into_iter().flatten();
    let named =
        packages.map(|(name, version)| format!("{name} {}", version.as_str().unwrap_or_default()));
    Ok(named.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use anyhow::Result;

    #[test]
    fn the_packages_are_named_with_their_versions() -> Result<()> {
        let manifest = br#"{"name": "x", "dependencies": {"a": "1.0.0", "b": "2.1.0"}}"#;
        assert_eq!(super::packages(manifest)?, "a 1.0.0, b 2.1.0");
        Ok(())
    }
}
