//! The packages of others that are compiled into a release: into the command, and into the application
//! that a visitor's browser runs.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::Value;
use xshell::{Shell, cmd};

/// A package of others.
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    /// As SPDX writes it.
    pub(crate) licence: String,
    pub(crate) description: String,
    pub(crate) repository: Option<String>,
    /// The SHA-256 digest of what the registry has of it, in hexadecimal.
    pub(crate) checksum: Option<String>,
    /// The packages that it uses, by name and version.
    pub(crate) uses: Vec<(String, String)>,
    /// Its folder on this machine.
    folder: PathBuf,
}

impl Package {
    /// Returns the texts of its licences, by the names of their files.
    pub(crate) fn licence_texts(&self) -> Result<Vec<(String, String)>> {
        const NAMES: [&str; 4] = ["LICENSE", "LICENCE", "COPYING", "NOTICE"];
        let mut texts = Vec::new();
        for file in fs::read_dir(&self.folder)? {
            let file = file?;
            let name = file.file_name().to_string_lossy().into_owned();
            let is_licence = NAMES.iter().any(|start| name.to_uppercase().starts_with(start));
            if is_licence && file.file_type()?.is_file() {
                let text = String::from_utf8_lossy(&fs::read(file.path())?).into_owned();
                texts.push((name, text.replace('\r', "")));
            }
        }
        texts.sort();
        Ok(texts)
    }
}

/// Returns the program of cargo.
pub(crate) fn cargo() -> PathBuf {
    env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from)
}

/// What is compiled for a visitor's browser.
const BROWSER: [&str; 6] = [
    "--package=perfil-app",
    "--package=perfil-card",
    "--features=perfil-app/hydrate,perfil-card/hydrate",
    "--target=wasm32-unknown-unknown",
    "--no-default-features",
    "--edges=normal,no-proc-macro",
];

/// What is compiled into the command, on every system.
const COMMAND: [&str; 3] = ["--package=perfil", "--target=all", "--edges=normal,no-proc-macro"];

/// Returns the packages, by name and version.
pub(crate) fn packages() -> Result<Vec<Package>> {
    let sh = Shell::new()?;
    let cargo = cargo();
    let (mut compiled, format) = (BTreeSet::new(), "{p}");
    for what in [&COMMAND[..], &BROWSER[..]] {
        let tree = cmd!(sh, "{cargo} tree --locked --prefix none --format {format} {what...}")
            .quiet()
            .read()?;
        compiled.extend(tree.lines().filter_map(named));
    }
    let metadata = cmd!(sh, "{cargo} metadata --locked --format-version 1").quiet().read()?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let sums = checksums()?;
    let all = metadata["packages"].as_array().context("cargo names no packages")?;
    let others = all.iter().filter(|package| package["source"].is_string());
    let uses = uses(&metadata);
    let read = |package: &Value| {
        let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
        let key = (text("name"), text("version"));
        let folder = PathBuf::from(text("manifest_path")).parent().map(PathBuf::from)?;
        let used = uses.get(&text("id")).into_iter().flatten();
        compiled.contains(&key).then(|| Package {
            licence: text("license").replace('/', " OR "),
            description: text("description").split_whitespace().collect::<Vec<_>>().join(" "),
            repository: package["repository"].as_str().map(str::to_owned),
            checksum: sums.get(&key).cloned(),
            uses: used.filter(|used| compiled.contains(used)).cloned().collect(),
            folder,
            name: key.0,
            version: key.1,
        })
    };
    let mut packages: Vec<Package> = others.filter_map(read).collect();
    packages.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(packages)
}

/// Reads `name v1.2.3`, after which cargo may write more.
fn named(line: &str) -> Option<(String, String)> {
    let mut words = line.split(' ');
    let (name, version) = (words.next()?, words.next()?);
    Some((name.to_owned(), version.strip_prefix('v')?.to_owned()))
}

/// Returns what each package uses, by the identifiers of cargo.
fn uses(metadata: &Value) -> BTreeMap<String, Vec<(String, String)>> {
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let names: BTreeMap<_, _> = list(&metadata["packages"])
        .iter()
        .map(|package| (text(package, "id"), (text(package, "name"), text(package, "version"))))
        .collect();
    let nodes = list(&metadata["resolve"]["nodes"]);
    let used = |node: &Value| {
        let used = list(&node["deps"]);
        let used = used.iter().filter_map(|it| names.get(it["pkg"].as_str()?).cloned());
        let used: BTreeSet<_> = used.collect();
        used.into_iter().collect()
    };
    nodes.iter().map(|node| (text(node, "id"), used(node))).collect()
}

/// Returns the digests that `Cargo.lock` has, by name and version.
fn checksums() -> Result<BTreeMap<(String, String), String>> {
    let lock = fs::read_to_string("Cargo.lock").context("this is not the checkout")?;
    let packages = lock.split("[[package]]").filter_map(|package| {
        let value = |key: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(key))?;
            Some(line.strip_prefix(" = \"")?.strip_suffix('"')?.to_owned())
        };
        Some(((value("name")?, value("version")?), value("checksum")?))
    });
    Ok(packages.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cargo_writes_after_a_version_is_ignored() {
        let brotli = Some(("brotli".to_owned(), "9.1.1".to_owned()));
        assert_eq!(named("brotli v9.1.1"), brotli);
        assert_eq!(named("brotli v9.1.1 (*)"), brotli);
        assert_eq!(named(""), None);
    }

    #[test]
    fn the_packages_are_those_that_are_compiled() -> Result<()> {
        env::set_current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))?;
        let packages = packages()?;
        let find = |name: &str| packages.iter().find(|package| package.name == name);
        let [clap, leptos] = ["clap", "leptos"].map(|name| find(name).is_some());
        assert!(clap && leptos, "the command's and the browser's");
        assert!(find("expect-test").is_none(), "none of the tests");
        assert!(find("perfil-model").is_none(), "none of our own");
        let brotli = find("brotli").context("it is used")?;
        assert_eq!(brotli.checksum.as_ref().map(String::len), Some(64));
        assert!(!brotli.licence.is_empty() && !brotli.licence_texts()?.is_empty());
        assert!(brotli.uses.iter().any(|(name, _)| name == "brotli-decompressor"));
        Ok(())
    }
}
