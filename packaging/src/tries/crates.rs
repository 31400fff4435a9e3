//! Installs the command from its crates, as `cargo install` does from the registry.
//!
//! Cargo reads everything from a folder: the crates of a release, and beside them those of others, which
//! come from the registry. The place has cargo and what it compiles with, and no network.

use std::env::{self, consts::EXE_SUFFIX};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use xshell::{Shell, cmd};

use super::install::{Installed, exe, link};
use crate::compiled::cargo;
use crate::sums::digest;

/// What whoever installs Rust has.
const OF_RUST: [&str; 2] = ["cargo", "rustc"];

/// What Rust asks of the system, which are one package or two: a linker, and what one of the crates of
/// others assembles a file with.
const OF_SYSTEM: [&str; 4] = ["ar", "as", "cc", "ld"];

/// The folder from which cargo installs, instead of the registry.
const CONFIGURATION: &str = "\
[source.crates-io]
replace-with = \"release\"

[source.release]
directory = \"FOLDER\"

[net]
offline = true
";

/// Settings that compile in a fraction of the time; nobody waits for what the command does here.
const QUICK: [(&str, &str); 2] =
    [("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"), ("CARGO_PROFILE_RELEASE_STRIP", "true")];

/// Compiles and installs the command in an empty folder.
pub(super) fn install(crates: &Path, sources: &Path, place: &Path) -> Result<Installed> {
    let (sh, registry, home) = (Shell::new()?, place.join("registry"), place.join("cargo"));
    others(&sh, sources, &registry)?;
    own(&sh, crates, &registry)?;
    fs::create_dir_all(&home)?;
    let folder = registry.to_str().context("a path is not UTF-8")?.replace('\\', "/");
    fs::write(home.join("config.toml"), CONFIGURATION.replace("FOLDER", &folder))?;
    let programs = programs(&sh, &place.join("programs"))?;
    let (root, name) = (place.join("installed"), perfil_names::CRATE);
    let _there = sh.push_dir(place);
    cmd!(sh, "{programs}/cargo install --quiet --locked {name} --root {root}")
        .env_clear()
        .env("PATH", &programs)
        .env("CARGO_HOME", &home)
        .env("CARGO_TARGET_DIR", place.join("target"))
        .envs(QUICK)
        .quiet()
        .run()
        .context("cargo did not install the command")?;
    Installed::alone(&root.join("bin").join(exe()), place)
}

/// Puts the crates of others into a folder.
fn others(sh: &Shell, sources: &Path, folder: &Path) -> Result<()> {
    let (cargo, manifest) = (cargo(), sources.join("Cargo.toml"));
    cmd!(sh, "{cargo} vendor --quiet --locked --versioned-dirs --manifest-path {manifest} {folder}")
        .quiet()
        .ignore_stdout()
        .run()
        .context("the crates of others were not found")
}

/// Puts our own into the same folder, each with the digest that the registry would have of it.
fn own(sh: &Shell, crates: &Path, folder: &Path) -> Result<()> {
    let mut count = 0;
    for file in fs::read_dir(crates)? {
        let file = file?.path();
        let name = file.file_stem().context("a crate has no name")?;
        cmd!(sh, "tar -xzf {file} -C {folder}").quiet().run()?;
        let sums = json!({ "files": {}, "package": digest(&fs::read(&file)?) });
        fs::write(folder.join(name).join(".cargo-checksum.json"), sums.to_string())?;
        count += 1;
    }
    ensure!(count > 0, "{} has no crates", crates.display());
    Ok(())
}

/// Makes a folder with links to the only programs that the installation finds.
fn programs(sh: &Shell, folder: &Path) -> Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let sysroot = PathBuf::from(cmd!(sh, "rustc --print sysroot").quiet().read()?);
    for name in OF_RUST {
        let name = format!("{name}{EXE_SUFFIX}");
        link(&sysroot.join("bin").join(&name), &folder.join(name))?;
    }
    let path = env::var_os("PATH").unwrap_or_default();
    for name in OF_SYSTEM {
        let mut found = env::split_paths(&path).map(|folder| folder.join(name));
        // Rust finds those of Windows by itself.
        if let Some(program) = found.find(|program| program.is_file()) {
            link(&program, &folder.join(name))?;
        }
    }
    Ok(folder.to_owned())
}
