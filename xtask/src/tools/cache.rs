//! The per-user cache. A folder in it is either complete or absent.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Returns the folder `name` of the cache. If it is absent, `install` is called with a temporary
/// folder beside it, which is renamed only after a success: an interrupted install is never
/// mistaken for a complete one.
pub(crate) fn folder(name: &str, install: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    folder_in(&root()?, name, install)
}

fn folder_in(
    root: &Path,
    name: &str,
    install: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let home = root.join(name);
    if home.is_dir() {
        return Ok(home);
    }
    let _only_one = lock(root)?;
    if home.is_dir() {
        return Ok(home);
    }
    let partial = root.join(format!("{name}.partial"));
    if partial.exists() {
        fs::remove_dir_all(&partial)?;
    }
    fs::create_dir_all(&partial)?;
    install(&partial)?;
    fs::rename(&partial, &home)?;
    Ok(home)
}

/// Locks the cache: two simultaneous installs would write into the same temporary folder.
fn lock(root: &Path) -> Result<File> {
    fs::create_dir_all(root).with_context(|| format!("cannot create {}", root.display()))?;
    let file = File::create(root.join("lock"))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!("Waiting for another install to end.");
            file.lock()?;
        }
        Err(TryLockError::Error(error)) => return Err(error.into()),
    }
    Ok(file)
}

fn root() -> Result<PathBuf> {
    root_by(|name| env::var_os(name).filter(|value| !value.is_empty()))
        .context("there is no home folder for the cache: set PERFIL_CACHE to a folder")
}

fn root_by(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name: &str| variable(name).map(PathBuf::from);
    if let Some(cache) = folder("PERFIL_CACHE") {
        // A relative path would be another folder for a tool that is started elsewhere.
        return std::path::absolute(cache).ok();
    }
    let platform = if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library/Caches"))
    } else {
        folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join(".cache")))
    };
    platform.map(|cache| cache.join("perfil"))
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    #[test]
    fn an_interrupted_install_is_repeated() -> Result<()> {
        let root = env::temp_dir().join(format!("perfil-cache-{}", std::process::id()));
        let failed = folder_in(&root, "tools/a-1", |folder| {
            fs::write(folder.join("half"), "")?;
            bail!("interrupted")
        });
        assert!(failed.is_err());

        let installed =
            folder_in(&root, "tools/a-1", |folder| Ok(fs::write(folder.join("a"), "")?));
        let home = installed?;
        assert!(home.join("a").is_file());
        assert!(!home.join("half").exists());

        let again = folder_in(&root, "tools/a-1", |_| bail!("it is there"));
        assert_eq!(again?, home);
        Ok(fs::remove_dir_all(root)?)
    }

    #[test]
    #[cfg(all(unix, not(target_os = "macos")))]
    fn the_most_specific_variable_is_used() {
        let set = |variables: &'static [(&str, &str)]| {
            root_by(|name| {
                let found = variables.iter().find(|(variable, _)| *variable == name);
                found.map(|(_, value)| value.into())
            })
        };
        assert_eq!(set(&[("HOME", "/h")]), Some("/h/.cache/perfil".into()));
        assert_eq!(set(&[("HOME", "/h"), ("XDG_CACHE_HOME", "/x")]), Some("/x/perfil".into()));
        assert_eq!(set(&[("HOME", "/h"), ("PERFIL_CACHE", "/p")]), Some("/p".into()));
        assert_eq!(set(&[]), None);
    }
}
