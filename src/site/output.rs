//! The files of a site, and how they replace those of the build before.

use super::progress::{Stage, Steps, Watch};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Every file of a site by its path, in the order of the paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    files: BTreeMap<String, Vec<u8>>,
}

/// What a write changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The files that are new or differ.
    pub written: Vec<String>,
    /// How many files are as they were, down to their time of change.
    pub kept: usize,
}

impl Tree {
    /// Adds a file.
    pub fn add(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), bytes);
    }

    /// Adds a file below `assets/` whose name holds a hash of its bytes, and gives its path.
    pub fn add_hashed(&mut self, name: &str, extension: &str, bytes: Vec<u8>) -> String {
        let path = format!("assets/{name}.{}.{extension}", &hash(&bytes)[..12]);
        self.add(&path, bytes);
        path
    }

    /// The bytes of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Every file with its path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Puts the files where a folder is, or will be: whole, or not at all.
    ///
    /// The new folder is made beside the old one and takes its name when it is complete. A file
    /// that did not change is carried over, so that tools which look at times see only what is new.
    ///
    /// # Errors
    ///
    /// Says what could not be written; the folder is then as it was before.
    pub fn replace(&self, out: &Path) -> io::Result<Changes> {
        self.replace_watched(out, &())
    }

    /// The same before somebody who waits for it, and can stop it.
    ///
    /// # Errors
    ///
    /// As [`Tree::replace`]; of the kind [`io::ErrorKind::Interrupted`] where it was stopped.
    pub fn replace_watched(&self, out: &Path, watch: &dyn Watch) -> io::Result<Changes> {
        guard(out)?;
        let parent = match out.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        fs::create_dir_all(parent).map_err(|error| {
            io::Error::new(error.kind(), format!("{} is no folder: {error}", parent.display()))
        })?;
        let fresh = tempfile::Builder::new().prefix(".perfil-new-").tempdir_in(parent)?;
        let site = fresh.path().join("site");
        let mut changes = Changes::default();
        let steps = Steps::new(watch, Stage::Files, self.files.len());
        for (path, bytes) in self.iter() {
            if watch.is_stopped() {
                return Err(io::ErrorKind::Interrupted.into());
            }
            steps.step();
            let (old, new) = (out.join(path), site.join(path));
            if let Some(folder) = new.parent() {
                fs::create_dir_all(folder)?;
            }
            let is_same = fs::read(&old).is_ok_and(|before| before == bytes);
            if is_same && fs::hard_link(&old, &new).is_ok() {
                changes.kept += 1;
            } else {
                fs::write(&new, bytes)?;
                changes.written.push(path.to_owned());
            }
        }
        fs::create_dir_all(&site)?;
        swap(&site, out, &fresh.path().join("old"))?;
        Ok(changes)
    }
}

fn swap(new: &Path, out: &Path, old: &PathBuf) -> io::Result<()> {
    let existed = out.exists();
    if existed {
        fs::rename(out, old)?;
    }
    fs::rename(new, out).inspect_err(|_| {
        if existed {
            // The first error is the one to report; this is only the way back.
            let _ = fs::rename(old, out);
        }
    })
}

/// Refuses to replace a folder that is no site: a slip in `--out` must cost nobody their files.
fn guard(out: &Path) -> io::Result<()> {
    let Ok(mut entries) = fs::read_dir(out) else {
        return if out.exists() { Err(refusal(out, "is not a folder")) } else { Ok(()) };
    };
    // Many a project has an index.html; a site has its sitemap beside it, and Trunk's own output,
    // which its hook asks to replace, has the WebAssembly.
    let has = |name: &str| out.join(name).is_file();
    let is_site = has("index.html") && (has("sitemap.xml") || has("app_bg.wasm"));
    let is_working = std::env::current_dir()
        .and_then(|current| Ok(current.starts_with(out.canonicalize()?)))
        .unwrap_or(false);
    if is_working || (!is_site && entries.next().is_some()) {
        return Err(refusal(out, "holds something else than a site"));
    }
    Ok(())
}

fn refusal(out: &Path, reason: &str) -> io::Error {
    let message = format!("{} {reason}, so it is not replaced", out.display());
    io::Error::new(io::ErrorKind::AlreadyExists, message)
}

/// SHA-256 in hexadecimal digits.
pub(super) fn hash(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}
