//! The workspace of what is published: a folder for each crate, with all that it includes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use super::included;
use super::manifest;
use super::members::Member;
use crate::archive::place;
use crate::licences::Licences;
use crate::release::{Entry, SUMMARY};

/// The crate that has the compiled application, and the folder that it is in.
const APPLICATION: (&str, &str) = ("perfil-shell", "application");

/// The folder of a crate with the files that it includes from outside.
const SHARED: &str = "files";

/// What is the same for all crates.
const OF_ALL: [&str; 2] = ["Cargo.lock", "rust-toolchain.toml"];

/// Writes the workspace into an empty folder.
pub(super) fn write(
    members: &[Member],
    licences: &Licences,
    application: &Path,
    folder: &Path,
) -> Result<()> {
    let names: Vec<&str> = members.iter().map(|member| member.folder.as_str()).collect();
    fs::write(folder.join("Cargo.toml"), manifest::workspace(&read("Cargo.toml")?, &names)?)?;
    for file in OF_ALL {
        fs::write(folder.join(file), read(file)?)?;
    }
    for member in members {
        let to = folder.join(&member.folder);
        for entry in own(member)?.into_iter().chain(licences.own_entries("")) {
            place(&to, &entry)?;
        }
        if member.name == perfil_names::CRATE {
            place(&to, &Entry::file("README.md", readme()))?;
        }
        if member.name == APPLICATION.0 {
            copy(application, &to.join(APPLICATION.1))?;
            place(&to, &Entry::file("THIRD-PARTY.md", licences.others()))?;
        }
    }
    Ok(())
}

/// Returns what the page of the registry says.
fn readme() -> String {
    format!(
        "# Perfil\n\n{SUMMARY}.\n\n\
         ```sh\ncargo install --locked {}\nperfil new me\nperfil serve me\n```\n\n\
         Only Rust is needed: the application that visitors' browsers run is in the crate\n\
         `{}`, compiled. See {}\n",
        perfil_names::CRATE,
        APPLICATION.0,
        perfil_names::REPOSITORY
    )
}

/// Returns the files that Git has of a crate, without its tests, and what it includes of other folders.
fn own(member: &Member) -> Result<Vec<Entry>> {
    let (folder, mut entries, mut shared) = (&member.folder, Vec::new(), BTreeSet::new());
    for path in tracked(folder)? {
        let inside = path.strip_prefix(folder.as_str()).unwrap_or(&path).trim_start_matches('/');
        if ["tests/", "examples/"].iter().any(|tests| inside.starts_with(tests)) {
            continue;
        }
        let mut bytes = fs::read(&path).with_context(|| format!("cannot read {path}"))?;
        if inside == "Cargo.toml" {
            bytes = manifest::member(&String::from_utf8(bytes)?)?.into_bytes();
        } else if Path::new(inside).extension().is_some_and(|end| end == "rs") {
            let source = str::from_utf8(&bytes).with_context(|| format!("{path} is not UTF-8"))?;
            for pattern in included::patterns(source).with_context(|| path.clone())? {
                let files = tracked(&format!(":(glob){pattern}"))?;
                ensure!(!files.is_empty(), "{path} includes {pattern}, of which Git has no file");
                shared.extend(files);
            }
        }
        entries.push(Entry::file(inside, bytes));
    }
    for path in shared {
        let bytes = fs::read(&path).with_context(|| format!("cannot read {path}"))?;
        entries.push(Entry::file(format!("{SHARED}/{path}"), bytes));
    }
    Ok(entries)
}

/// Returns the paths of the files that Git has for a pattern; no other file of this machine is published.
fn tracked(pattern: &str) -> Result<Vec<String>> {
    let sh = Shell::new()?;
    let list = cmd!(sh, "git ls-files -z -- {pattern}").quiet().read()?;
    Ok(list.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect())
}

fn read(file: &str) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {file}"))
}

/// Copies a folder.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    let entries = fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))?;
    for entry in entries {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), &to)?;
        }
    }
    Ok(())
}
