//! Which crates of the workspace the command is made of.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;
use xshell::{Shell, cmd};

use crate::compiled::cargo;

/// A crate of the workspace.
#[derive(Clone)]
pub(super) struct Member {
    pub(super) name: String,
    /// Its folder in the checkout, with slashes.
    pub(super) folder: String,
    /// The crates of the workspace that it is compiled with.
    uses: Vec<String>,
}

/// Returns the command and what it is compiled with, in the order of their names.
pub(super) fn of_command() -> Result<Vec<Member>> {
    let (sh, cargo) = (Shell::new()?, cargo());
    let metadata =
        cmd!(sh, "{cargo} metadata --locked --no-deps --format-version 1").quiet().read()?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let root = metadata["workspace_root"].as_str().context("cargo names no workspace")?;
    let packages = metadata["packages"].as_array().context("cargo names no packages")?;
    let all = packages.iter().map(|package| member(package, Path::new(root)));
    let all: BTreeMap<String, Member> =
        all.map(|it| it.map(|it| (it.name.clone(), it))).collect::<Result<_>>()?;
    let mut used = BTreeMap::new();
    let mut left = vec![perfil_names::CRATE.to_owned()];
    while let Some(name) = left.pop() {
        let member = all.get(&name).with_context(|| format!("there is no crate {name}"))?;
        if used.insert(name, member.clone()).is_none() {
            left.extend(member.uses.iter().cloned());
        }
    }
    Ok(used.into_values().collect())
}

fn member(package: &Value, root: &Path) -> Result<Member> {
    let text =
        |key: &str| package[key].as_str().context("cargo describes a package in another way");
    let folder = Path::new(text("manifest_path")?).parent().context("a crate has no folder")?;
    let folder = folder.strip_prefix(root)?.to_str().context("a path is not UTF-8")?;
    let used = package["dependencies"].as_array().into_iter().flatten().filter(|used| {
        // What only its tests use is not published.
        used["path"].is_string() && used["kind"] != "dev"
    });
    Ok(Member {
        name: text("name")?.to_owned(),
        folder: folder.replace('\\', "/"),
        uses: used.filter_map(|used| Some(used["name"].as_str()?.to_owned())).collect(),
    })
}
