//! The compiled application as a released command has it in it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use walkdir::WalkDir;

use crate::packages::STUDIO_FOLDER;
use crate::progress::step;
use crate::{places, printer};

/// The folder of the files, beside the shell that they are made of.
const FOLDER: &str = "embedded";

/// The ending of the names of compressed files.
const COMPRESSED: &str = "br";

/// Makes the folder of the files that become a part of the command, and returns it. The files of Studio are
/// compressed, because they are ten times as large as all others, and most sites are made without them. The
/// printer is none of them: the command has Typst itself, and would be a fifth larger.
pub(crate) fn make() -> Result<PathBuf> {
    let (shell, folder) = (places::shell()?, places::target()?.join(FOLDER));
    step("Compressing Studio", "a minute", || {
        let mut wanted = Vec::new();
        for entry in WalkDir::new(&shell).sort_by_file_name() {
            let entry = entry?;
            let is_printer = printer::FILES.iter().any(|name| entry.file_name() == *name);
            if entry.file_type().is_file() && !is_printer {
                let name = entry.path().strip_prefix(&shell)?;
                wanted.push(add(
                    entry.path(),
                    &folder.join(name),
                    name.starts_with(STUDIO_FOLDER),
                )?);
            }
        }
        for entry in WalkDir::new(&folder) {
            let entry = entry?;
            if entry.file_type().is_file() && !wanted.iter().any(|path| path == entry.path()) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    })?;
    Ok(folder)
}

/// Adds a file, unless it is there, and returns its path. Cargo compares the times of the files, so one
/// that is the same keeps its own.
fn add(file: &Path, to: &Path, is_compressed: bool) -> Result<PathBuf> {
    let mut bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut to = to.to_owned();
    if is_compressed {
        let mut name = to.into_os_string();
        name.push(".");
        name.push(COMPRESSED);
        to = name.into();
        if is_newer(&to, file) {
            return Ok(to);
        }
        let params =
            BrotliEncoderParams { quality: 11, lgwin: 24, ..BrotliEncoderParams::default() };
        let mut compressed = Vec::new();
        brotli::BrotliCompress(&mut bytes.as_slice(), &mut compressed, &params)?;
        bytes = compressed;
    }
    fs::create_dir_all(to.parent().context("the folder has no folder")?)?;
    write_changed(&to, &bytes)?;
    Ok(to)
}

/// Writes a file, unless it has these bytes already: what is made of it is made again if it is newer.
pub(crate) fn write_changed(file: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(file).is_ok_and(|found| found == bytes) {
        Ok(())
    } else {
        Ok(fs::write(file, bytes)?)
    }
}

/// Returns whether a file was written after another one.
pub(crate) fn is_newer(file: &Path, than: &Path) -> bool {
    let written = |path: &Path| path.metadata().and_then(|data| data.modified());
    written(file).is_ok_and(|time| written(than).is_ok_and(|than| time > than))
}
