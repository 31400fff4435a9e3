//! The compiled application, as a part of the program that builds sites with it.
//!
//! It is the folder that the environment variable `PERFIL_EMBED` named when this crate was compiled, or
//! else `application` in the crate, which only the published one has; without both, there are no files.

/// The files by their paths below the folder, which have slashes on every system, in their order.
static FILES: &[(&str, &[u8])] = &include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// Returns whether the application was there when this crate was compiled.
#[must_use]
pub fn is_there() -> bool {
    !FILES.is_empty()
}

/// Returns all files, by their paths.
pub fn files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    FILES.iter().copied()
}

/// Returns the file at a path.
#[must_use]
pub fn file(path: &str) -> Option<&'static [u8]> {
    FILES.iter().find(|(own, _)| *own == path).map(|(_, bytes)| *bytes)
}

/// Returns the files below a folder, by their names in it.
pub fn below(folder: &str) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    FILES.iter().filter_map(move |(path, bytes)| {
        Some((path.strip_prefix(folder)?.strip_prefix('/')?, *bytes))
    })
}
