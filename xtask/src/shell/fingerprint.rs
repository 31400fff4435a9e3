//! One hash over everything the shell is made from.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use walkdir::WalkDir;
use xshell::{Shell, cmd};

use crate::tools;

/// Files that may be absent, such as rust-toolchain.toml, count once they appear.
const FILES: [&str; 7] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "rust-toolchain.toml",
    "xtask/npm/build/package-lock.json",
];

const FOLDERS: [&str; 5] = ["src", "crates/view", "crates/ui", "crates/card", "style"];

pub(crate) fn of_sources(sh: &Shell) -> Result<String> {
    let rustc = cmd!(sh, "rustc --version").quiet().read()?;
    let rustflags = std::env::var("RUSTFLAGS").unwrap_or_default();
    let circumstances = [tools::TRUNK_VERSION, &rustc, &rustflags].join("\n");
    of(Path::new("."), &circumstances)
}

fn of(root: &Path, circumstances: &str) -> Result<String> {
    let mut hash = Sha256::new();
    feed(&mut hash, circumstances.as_bytes());
    for path in inputs(root)? {
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        feed(&mut hash, path.to_string_lossy().as_bytes());
        feed(&mut hash, &bytes);
    }
    Ok(format!("{:x}", hash.finalize()))
}

/// The length comes first, so that no two lists of files can look the same.
fn feed(hash: &mut Sha256, bytes: &[u8]) {
    hash.update(bytes.len().to_le_bytes());
    hash.update(bytes);
}

fn inputs(root: &Path) -> Result<Vec<PathBuf>> {
    let named = FILES.iter().map(|name| root.join(name));
    let mut paths: Vec<_> = named.filter(|path| path.is_file()).collect();
    for entry in fs::read_dir(root)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            paths.push(path);
        }
    }
    for folder in FOLDERS.iter().map(|name| root.join(name)).filter(|folder| folder.is_dir()) {
        for entry in WalkDir::new(folder) {
            let entry = entry?;
            if entry.file_type().is_file() {
                paths.push(entry.into_path());
            }
        }
    }
    // A folder is listed in no certain order.
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_counts_and_content_does_not() -> Result<()> {
        let root = std::env::temp_dir().join(format!("perfil-fingerprint-{}", std::process::id()));
        for folder in ["src/app", "public"] {
            fs::create_dir_all(root.join(folder))?;
        }
        let write = |name: &str, text: &str| fs::write(root.join(name), text);
        let now = || of(&root, "rustc 1");

        write("src/app/root.rs", "one")?;
        let first = now()?;
        assert_eq!(first, now()?, "the same sources have the same fingerprint");

        write("public/site.json", "{}")?;
        assert_eq!(first, now()?, "content compiles nothing");

        write("start.js", "start()")?;
        let second = now()?;
        assert_ne!(first, second, "a script in the root is part of the shell");

        write("src/app/root.rs", "two")?;
        assert_ne!(second, now()?, "so is the code");

        assert_ne!(now()?, of(&root, "rustc 2")?, "and the compiler");
        Ok(fs::remove_dir_all(root)?)
    }
}
