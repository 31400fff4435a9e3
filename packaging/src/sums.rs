//! `SHA256SUMS`: the digest of each file of a release, as `sha256sum --check` reads it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};
use walkdir::WalkDir;

use crate::release::Release;

/// Returns the SHA-256 digest of bytes, in hexadecimal.
pub(crate) fn digest(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

pub(crate) fn make(release: &Release) -> Result<()> {
    release.write("SHA256SUMS", of(&release.out)?.as_bytes())
}

/// Returns the digests of all files below a folder.
fn of(folder: &Path) -> Result<String> {
    let mut sums = String::new();
    for file in WalkDir::new(folder).sort_by_file_name() {
        let file = file?;
        if file.file_type().is_file() {
            let name = file.path().strip_prefix(folder)?.to_str();
            let name = name.context("a package has an odd name")?.replace('\\', "/");
            writeln!(sums, "{}  {name}", digest(&fs::read(file.path())?))?;
        }
    }
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_in_folders_have_digests_too() -> Result<()> {
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("crates"))?;
        fs::write(folder.path().join("crates/a.crate"), "a")?;
        fs::write(folder.path().join("b.deb"), "b")?;
        let (a, b) = (digest(b"a"), digest(b"b"));
        assert_eq!(of(folder.path())?, format!("{b}  b.deb\n{a}  crates/a.crate\n"));
        Ok(())
    }
}
