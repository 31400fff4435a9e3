//! Node.js, which runs `wasm-opt` and the tests' tools.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use super::debian;

/// The minimum version that all packages in xtask/npm support, except Lighthouse: it asks for 22, and
/// was seen to run with 20.
const OLDEST: u32 = 18;

pub(crate) struct Node {
    pub(crate) node: PathBuf,
    pub(crate) npm: PathBuf,
}

pub(crate) fn install(sh: &Shell) -> Result<Node> {
    if find().is_none() {
        debian::install(sh, &["nodejs", "npm"])?;
    }
    let node = find().context(
        "`node` and `npm` are missing: install Node.js 20 or newer, and open a new terminal",
    )?;
    let path = &node.node;
    let version = cmd!(sh, "{path} --version").quiet().read()?;
    ensure!(
        major(&version).is_some_and(|major| major >= OLDEST),
        "{} is {version}: install Node.js 20 or newer",
        path.display()
    );
    Ok(node)
}

fn find() -> Option<Node> {
    Some(Node { node: which::which("node").ok()?, npm: which::which("npm").ok()? })
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(super::major("v20.20.2"), Some(20));
        assert_eq!(super::major("help"), None);
    }
}
