//! Checks whether the shell is up to date with its sources.
//!
//! Nobody has to maintain the list of sources: the compiler records them beside each bundle, and
//! cargo knows the packages.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use walkdir::WalkDir;
use xshell::{Shell, cmd};

use crate::packages::{BROWSER_FEATURES, BROWSER_TARGET, BUNDLES, ELEMENT, STYLE};
use crate::places;

/// Inputs that no compiler reads. Files may be absent, such as rust-toolchain.toml, and count once
/// they appear.
const OTHERS: [&str; 9] = [
    ".cargo/config.toml",
    "rust-toolchain.toml",
    "xtask/npm/build/package-lock.json",
    "xtask/src/browser.rs",
    "xtask/src/packages.rs",
    "xtask/src/shell",
    "xtask/wasm-bindgen",
    ELEMENT,
    STYLE,
];

/// The sources that the bundles were compiled from, relative to the checkout.
pub(super) struct Inputs(BTreeSet<PathBuf>);

impl Inputs {
    /// Reads what the compiler recorded beside each bundle.
    pub(super) fn of_the_last_build() -> Result<Self> {
        let mut sources = BTreeSet::new();
        for bundle in BUNDLES {
            let path = places::bundles()?.join(format!("{}.d", bundle.bin));
            let rule = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            sources.extend(prerequisites(&rule, places::checkout()));
        }
        Ok(Self(sources))
    }

    /// Records what the shell was made from, unless a source was changed `since` the work began:
    /// then the shell may match neither state, and the next build makes it again.
    pub(super) fn record(&self, sh: &Shell, since: SystemTime, file: &Path) -> Result<()> {
        let files = self.files(places::checkout())?;
        let is_newer = |path: &PathBuf| fs::metadata(path)?.modified().map(|time| time >= since);
        for file in &files {
            if is_newer(file).unwrap_or(true) {
                return Ok(());
            }
        }
        let hash = fingerprint(&circumstances(sh)?, places::checkout(), &files)?;
        let sources: Vec<_> = self.0.iter().map(|path| path.to_string_lossy()).collect();
        Ok(fs::write(file, format!("{hash}\n{}\n", sources.join("\n")))?)
    }

    /// Returns whether the recorded state is still current.
    pub(super) fn are_as_recorded(sh: &Shell, recorded: &str) -> Result<bool> {
        let mut lines = recorded.lines();
        let hash = lines.next().unwrap_or_default();
        let inputs = Self(lines.map(PathBuf::from).collect());
        let Ok(files) = inputs.files(places::checkout()) else { return Ok(false) };
        if files.iter().any(|file| !file.is_file()) {
            return Ok(false);
        }
        Ok(hash == fingerprint(&circumstances(sh)?, places::checkout(), &files)?)
    }

    /// Returns every input file, including the manifests of the sources' packages.
    fn files(&self, root: &Path) -> Result<BTreeSet<PathBuf>> {
        let mut files: BTreeSet<PathBuf> = self.0.iter().map(|path| root.join(path)).collect();
        let manifests = self.0.iter().flat_map(|path| path.ancestors());
        files.extend(
            manifests.map(|folder| root.join(folder).join("Cargo.toml")).filter(|it| it.is_file()),
        );
        for other in OTHERS.map(|name| root.join(name)).iter().filter(|path| path.exists()) {
            for entry in WalkDir::new(other) {
                let entry = entry?;
                if entry.file_type().is_file() {
                    files.insert(entry.into_path());
                }
            }
        }
        Ok(files)
    }
}

/// Returns the compiler, its flags, and every package with its version and features.
fn circumstances(sh: &Shell) -> Result<String> {
    let rustc = cmd!(sh, "rustc --version").quiet().read()?;
    let rustflags = std::env::var("RUSTFLAGS").unwrap_or_default();
    let bundles: BTreeSet<&str> = BUNDLES.iter().map(|bundle| bundle.package).collect();
    let bundles = bundles.into_iter().flat_map(|package| ["--package", package]);
    let tree = cmd!(
        sh,
        "cargo tree --quiet --target {BROWSER_TARGET} {bundles...} {BROWSER_FEATURES...} --edges normal,build --prefix none --no-dedupe --format {PACKAGE}"
    );
    let tree = tree.quiet().read().context("cargo could not list the application's packages")?;
    // Our own packages are listed with their folders, which differ between machines.
    let tree = tree.replace(&*places::checkout().to_string_lossy(), "");
    let packages: BTreeSet<&str> = tree.lines().collect();
    let packages: Vec<&str> = packages.into_iter().collect();
    Ok([rustc, rustflags, packages.join("\n")].join("\n"))
}

/// The format in which cargo lists a package: with its version and its features.
const PACKAGE: &str = "{p} {f}";

/// Returns the files of the checkout that a Makefile rule lists as prerequisites.
fn prerequisites(rule: &str, root: &Path) -> Vec<PathBuf> {
    let names = rule.split_once(": ").map(|(_, names)| names.trim_end()).unwrap_or_default();
    // A space in a name is escaped with a backslash.
    let names = names.replace("\\ ", "\0");
    let names = names.split(' ').map(|name| PathBuf::from(name.replace('\0', " ")));
    names.filter_map(|name| Some(name.strip_prefix(root).ok()?.to_path_buf())).collect()
}

fn fingerprint(circumstances: &str, root: &Path, files: &BTreeSet<PathBuf>) -> Result<String> {
    let mut hash = Sha256::new();
    feed(&mut hash, circumstances.as_bytes());
    for path in files {
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        feed(&mut hash, path.strip_prefix(root).unwrap_or(path).to_string_lossy().as_bytes());
        feed(&mut hash, &bytes);
    }
    Ok(format!("{:x}", hash.finalize()))
}

/// Each length is hashed first, so that no two lists of files have the same hash input.
fn feed(hash: &mut Sha256, bytes: &[u8]) {
    hash.update(bytes.len().to_le_bytes());
    hash.update(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_read_from_dep_files() {
        let root = Path::new("/a b");
        let rule = "/t/app.wasm: /a\\ b/src/main.rs /a\\ b/src/two\\ words.rs /elsewhere/lib.rs\n";
        let sources = prerequisites(rule, root);
        assert_eq!(sources, [PathBuf::from("src/main.rs"), "src/two words.rs".into()]);
        assert_eq!(prerequisites("", root), Vec::<PathBuf>::new());
    }

    #[test]
    fn only_inputs_of_the_shell_change_its_fingerprint() -> Result<()> {
        let root = std::env::temp_dir().join(format!("perfil-fingerprint-{}", std::process::id()));
        for folder in ["crates/ui/src", "crates/export/src", "style", "public"] {
            fs::create_dir_all(root.join(folder))?;
        }
        let write = |name: &str, text: &str| fs::write(root.join(name), text);
        let inputs = Inputs(["crates/ui/src/lib.rs".into()].into());
        let now = || fingerprint("rustc 1", &root, &inputs.files(&root)?);
        for file in ["crates/ui/src/lib.rs", "crates/ui/Cargo.toml", "Cargo.toml", "style/a.css"] {
            write(file, "one")?;
        }
        let first = now()?;
        assert_eq!(first, now()?, "the same sources have the same fingerprint");

        for file in ["public/site.json", "crates/export/src/lib.rs", "crates/export/Cargo.toml"] {
            write(file, "content and the builder are not in the shell")?;
            assert_eq!(first, now()?, "{file}");
        }
        let mut before = first;
        for file in [
            "crates/ui/src/lib.rs",
            "crates/ui/Cargo.toml",
            "Cargo.toml",
            "style/a.css",
            "style/b.css",
            "rust-toolchain.toml",
        ] {
            write(file, "two")?;
            let after = now()?;
            assert_ne!(before, after, "{file}");
            before = after;
        }
        assert_ne!(before, fingerprint("rustc 2", &root, &inputs.files(&root)?)?, "the compiler");
        Ok(fs::remove_dir_all(root)?)
    }
}
