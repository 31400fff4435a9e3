//! The folder of caches of the person who runs the command.

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

/// Returns the folder of the site that is served for a content folder. It is the same each time, so that
/// only what changed is written; and none that anybody publishes, because it lacks what is set later, and
/// has drafts. Whoever has no folder of caches that can be written has one among the temporary files.
#[must_use]
pub fn cached_site(content: &Path) -> PathBuf {
    cached("served").unwrap_or_else(|| env::temp_dir().join("perfil-served")).join(name(content))
}

/// Returns a folder of this name among the caches of the person, if it can be written.
pub(crate) fn cached(name: &str) -> Option<PathBuf> {
    let caches = folder(&|name| env::var_os(name).filter(|it| !it.is_empty()).map(PathBuf::from));
    let own = caches?.join("perfil").join(name);
    fs::create_dir_all(&own).is_ok().then_some(own)
}

/// Returns the name of the site of a content folder.
fn name(content: &Path) -> String {
    digits(&content.canonicalize().unwrap_or_else(|_| content.to_owned()))
}

/// Returns a short name for a path, which another path hardly has.
pub(crate) fn digits(path: &Path) -> String {
    let mut hasher = DefaultHasher::new();
    path.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Returns the folder where this system keeps the caches of a person.
fn folder(variable: &dyn Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    if cfg!(windows) {
        return variable("LOCALAPPDATA");
    }
    let home = |inner: &str| variable("HOME").map(|home| home.join(inner));
    if cfg!(target_os = "macos") {
        return home("Library/Caches");
    }
    let absolute = |path: &PathBuf| path.is_absolute();
    variable("XDG_CACHE_HOME").filter(absolute).or_else(|| home(".cache"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_content_folder_has_its_own() {
        let names = ["/nowhere/a", "/nowhere/a", "/nowhere/b"].map(|it| name(Path::new(it)));
        assert_eq!(names[0], names[1]);
        assert_ne!(names[0], names[2]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_relative_folder_of_caches_is_ignored() {
        let with = |cache: &'static str| {
            folder(&move |name| match name {
                "XDG_CACHE_HOME" => Some(cache.into()),
                "HOME" => Some("/home/ada".into()),
                _ => None,
            })
        };
        assert_eq!(with("/cache"), Some("/cache".into()));
        assert_eq!(with("cache"), Some("/home/ada/.cache".into()));
        assert_eq!(folder(&|_| None), None);
    }
}
