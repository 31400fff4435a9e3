//! Compares what `site.json` lists with the files that exist.

use super::read::Document;
use super::sources;
use crate::environment::Files;
use crate::finding::Finding;
use crate::settings::Settings;
use perfil_import::{self as import, Kind};
use perfil_model::profile::Id;
use perfil_source::{Path as Place, Problem, Step, suggestion};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Returns an error for each listed language and profile that has no file, at the place where it is
/// listed.
pub(crate) fn missing(
    files: &dyn Files,
    folder: &Path,
    site: &Path,
    document: &Document,
    settings: &Settings,
) -> Vec<Finding> {
    let unlisted = unlisted_files(files, folder, settings);
    let locales = settings.languages.iter().map(|tag| {
        let remedy = format!("Copy another locale there and translate it, or remove \"{tag}\".");
        let file = format!("locales/{tag}.json");
        let is_there = files.exists(&folder.join(&file));
        (file, is_there, remedy)
    });
    let profiles = settings.profiles.iter().map(|slug| {
        let remedy = suggestion(&slug.to_string(), unlisted.iter().map(|(_, name)| name.as_str()))
            .unwrap_or_else(|| format!("Create this file, or remove \"{slug}\"."));
        let is_there = sources::candidates(folder, slug).any(|path| files.exists(&path));
        (format!("profiles/{slug}.json"), is_there, remedy)
    });
    let problems = missing_entries(document, "languages", locales)
        .into_iter()
        .chain(missing_entries(document, "profiles", profiles))
        .collect();
    Finding::all(site, &document.bytes, problems)
}

fn missing_entries(
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

/// Returns an error for a site all of whose profiles are drafts.
pub(crate) fn only_drafts(site: &Path, document: &Document) -> Vec<Finding> {
    let span = document.node.get("profiles").map(|list| list.span.clone());
    let message = "every profile is a draft, so there is nothing to publish";
    let remedy = "Take \"draft\" out of a profile.";
    let problem = Problem::error(span, message, remedy);
    let problem = problem.at(Place(vec![Step::Key("profiles".to_owned())]));
    Finding::all(site, &document.bytes, vec![problem])
}

/// Returns a warning for each profile that exists and is not listed.
pub(crate) fn unlisted(files: &dyn Files, folder: &Path, settings: &Settings) -> Vec<Finding> {
    let unlisted = unlisted_files(files, folder, settings).into_iter();
    unlisted.map(|(path, name)| sources::unlisted(&path, &name)).collect()
}

fn unlisted_files(files: &dyn Files, folder: &Path, settings: &Settings) -> Vec<(PathBuf, String)> {
    let listed: BTreeSet<String> = settings.profiles.iter().map(Id::to_string).collect();
    // The folder may also hold unrelated notes: only what could be listed may have been forgotten.
    let is_note = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Kind::of_document(&name).is_some() && !stem(path).is_some_and(|name| Id::is_valid(&name))
    };
    let profiles =
        profiles(files, &folder.join("profiles")).into_iter().filter(|path| !is_note(path));
    let named = profiles.filter_map(|path| Some((stem(&path)?, path)));
    named.filter(|(name, _)| !listed.contains(name)).map(|(name, path)| (path, name)).collect()
}

/// Returns the profiles of a folder, sorted by name, without translations.
pub(crate) fn profiles(files: &dyn Files, folder: &Path) -> Vec<PathBuf> {
    let is_own =
        |path: &PathBuf| sources::translated(path).is_none_or(|(own, _)| !files.exists(&own));
    with_endings(files, folder, import::ENDINGS).into_iter().filter(is_own).collect()
}

/// Returns the JSON files of a folder, sorted by name.
pub(crate) fn documents(files: &dyn Files, folder: &Path) -> Vec<PathBuf> {
    with_endings(files, folder, &["json"])
}

fn with_endings(files: &dyn Files, folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let entries = files.list(folder).unwrap_or_default().into_iter();
    let is_document = |path: &PathBuf| {
        path.extension().is_some_and(|end| endings.iter().any(|ending| end == *ending))
    };
    entries.map(|(name, _)| folder.join(name)).filter(is_document).collect()
}

/// Returns the name of a file without its extension.
pub(crate) fn stem(path: &Path) -> Option<String> {
    Some(path.file_stem()?.to_str()?.to_owned())
}
