//! Finds the files of the compiled application, so that the crate contains them.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The environment variable that names the folder of the compiled application.
const FOLDER: &str = "PERFIL_EMBED";

/// The folder that the published crate has it in, so that whoever installs the command compiles none.
const PUBLISHED: &str = "application";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed={FOLDER}");
    let mut list = String::from("[");
    let published = Some(PathBuf::from(PUBLISHED)).filter(|folder| folder.is_dir());
    if let Some(folder) = env::var_os(FOLDER).map(PathBuf::from).or(published) {
        println!("cargo::rerun-if-changed={}", folder.display());
        let folder =
            folder.canonicalize().map_err(|error| format!("{}: {error}", folder.display()))?;
        add(&folder, "", &mut list)?;
    }
    list.push(']');
    let out = env::var_os("OUT_DIR").ok_or("cargo names no folder for what is generated")?;
    fs::write(Path::new(&out).join("files.rs"), list)?;
    Ok(())
}

/// Adds the files below a folder to the list, in the order of their names.
fn add(folder: &Path, prefix: &str, list: &mut String) -> Result<(), Box<dyn Error>> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (path, name) = (entry.path(), entry.file_name());
        let name = format!("{prefix}{}", name.to_str().ok_or("a name is not UTF-8")?);
        if path.is_dir() {
            add(&path, &format!("{name}/"), list)?;
        } else {
            let path = path.to_str().ok_or("a path is not UTF-8")?;
            writeln!(list, "({name:?}, include_bytes!({path:?})),")?;
        }
    }
    Ok(())
}
