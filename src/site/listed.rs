//! What `site.json` lists, held against the files that are there.

use super::finding::Finding;
use super::read::Document;
use super::settings::Settings;
use super::sources;
use crate::import::{self, Kind};
use crate::profile::Id;
use crate::source::{Path as Place, Problem, Step, suggestion};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// An error, where it is listed, for each language and each profile that has no file.
pub(super) fn missing(
    folder: &Path,
    site: &Path,
    document: &Document,
    settings: &Settings,
) -> Vec<Finding> {
    let spare = unlisted_files(folder, settings);
    let locales = settings.languages.iter().map(|tag| {
        let remedy = format!("Copy another locale there and translate it, or remove \"{tag}\".");
        let file = format!("locales/{tag}.json");
        let is_there = folder.join(&file).exists();
        (file, is_there, remedy)
    });
    let profiles = settings.profiles.iter().map(|slug| {
        let remedy = suggestion(&slug.to_string(), spare.iter().map(|(_, name)| name.as_str()))
            .unwrap_or_else(|| format!("Write that file, or remove \"{slug}\"."));
        let is_there = sources::candidates(folder, slug).any(|path| path.exists());
        (format!("profiles/{slug}.json"), is_there, remedy)
    });
    let problems = lacking(document, "languages", locales)
        .into_iter()
        .chain(lacking(document, "profiles", profiles))
        .collect();
    Finding::all(site, &document.bytes, problems)
}

fn lacking(
    document: &Document,
    key: &str,
    files: impl Iterator<Item = (String, bool, String)>,
) -> Vec<Problem> {
    let Some(list) = document.node.get(key) else { return Vec::new() };
    files
        .zip(list.elements())
        .enumerate()
        .filter(|(_, ((_, is_there, _), _))| !is_there)
        .map(|(index, ((file, _, remedy), element))| {
            let message = format!("there is no file {file}");
            Problem::error(Some(element.span.clone()), message, remedy)
                .at(Place(vec![Step::Key(key.to_owned()), Step::Index(index)]))
        })
        .collect()
}

/// A warning for each profile that is there and not listed.
pub(super) fn unlisted(folder: &Path, settings: &Settings) -> Vec<Finding> {
    let files = unlisted_files(folder, settings).into_iter();
    files.map(|(path, name)| sources::unlisted(&path, &name)).collect()
}

fn unlisted_files(folder: &Path, settings: &Settings) -> Vec<(PathBuf, String)> {
    let listed: BTreeSet<String> = settings.profiles.iter().map(Id::to_string).collect();
    // Notes of other kinds may lie there too: only what could be listed may have been forgotten.
    let is_note = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Kind::of_document(&name).is_some() && !stem(path).is_some_and(|name| Id::is_valid(&name))
    };
    let files = profiles(&folder.join("profiles")).into_iter().filter(|path| !is_note(path));
    let named = files.filter_map(|path| Some((stem(&path)?, path)));
    named.filter(|(name, _)| !listed.contains(name)).map(|(name, path)| (path, name)).collect()
}

/// The profiles of a folder, in the order of their names, without the other languages of any.
pub(super) fn profiles(folder: &Path) -> Vec<PathBuf> {
    let is_own = |path: &PathBuf| sources::translated(path).is_none_or(|(own, _)| !own.exists());
    files(folder, import::ENDINGS).into_iter().filter(is_own).collect()
}

/// The JSON files of a folder, in the order of their names.
pub(super) fn documents(folder: &Path) -> Vec<PathBuf> {
    files(folder, &["json"])
}

fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_document = |path: &PathBuf| {
        path.extension().is_some_and(|end| endings.iter().any(|ending| end == *ending))
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).filter(is_document).collect();
    paths.sort();
    paths
}

/// The name of a file without its ending.
pub(super) fn stem(path: &Path) -> Option<String> {
    Some(path.file_stem()?.to_str()?.to_owned())
}
