//! `SHA256SUMS`: the digest of each file of a release, as `sha256sum --check` reads it.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};

use crate::release::Release;

/// Returns the SHA-256 digest of bytes, in hexadecimal.
pub(crate) fn digest(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

pub(crate) fn make(release: &Release) -> Result<()> {
    let mut files = fs::read_dir(&release.out)?.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut sums = String::new();
    for file in files {
        let name = file.file_name().into_string().ok().context("a package has an odd name")?;
        writeln!(sums, "{}  {name}", digest(&fs::read(file.path())?))?;
    }
    release.write("SHA256SUMS", sums.as_bytes())
}
