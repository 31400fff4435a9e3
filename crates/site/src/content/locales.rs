//! The words of a site, in each of its languages.

use super::read::read;
use super::{FOLDER, Loaded};
use crate::environment::Files;
use crate::finding::Finding;
use perfil_model::language::{Locale, Tag};
use std::path::{Path, PathBuf};

/// Returns the words of a site in its languages, as far as they can be read.
pub(super) fn locales_of(files: &dyn Files, folder: &Path, languages: &[Tag]) -> Vec<Locale> {
    // Their problems are reported where they are checked.
    let mut unreported = Loaded::default();
    let read = |tag: &Tag| locale(files, &locale_path(folder, tag), tag, &mut unreported);
    languages.iter().filter_map(read).collect()
}

pub(super) fn locale_path(folder: &Path, tag: &Tag) -> PathBuf {
    folder.join("locales").join(format!("{tag}.json"))
}

/// Reads the locale of a language; a missing file was already reported where the language is
/// listed.
pub(super) fn locale(
    files: &dyn Files,
    path: &Path,
    tag: &Tag,
    loaded: &mut Loaded,
) -> Option<Locale> {
    let findings = &mut loaded.findings;
    let document = files.exists(path).then(|| read(files, path, FOLDER, findings))??;
    let locale = Locale::read(tag, &document.node)
        .map_err(|problems| findings.extend(Finding::all(path, &document.bytes, problems)))
        .ok()?;
    loaded.letters.add_texts(&document.node);
    loaded.letters.add_dates(&locale);
    Some(locale)
}
