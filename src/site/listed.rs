//! What `site.json` lists, held against the files that are there.

use super::finding::Finding;
use super::read::Document;
use super::settings::Settings;
use crate::source::{Path as Place, Problem, Severity, Step, suggestion};
use std::fs;
use std::path::{Path, PathBuf};

/// An error, where it is listed, for each language and each profile that has no file.
pub(super) fn missing(
    folder: &Path,
    site: &Path,
    document: &Document,
    settings: &Settings,
) -> Vec<Finding> {
    let spare = unlisted_names(folder, settings);
    let locales = settings.languages.iter().map(|tag| {
        let remedy = format!("Copy another locale there and translate it, or remove \"{tag}\".");
        (format!("locales/{tag}.json"), remedy)
    });
    let profiles = settings.profiles.iter().map(|slug| {
        let remedy = suggestion(&slug.to_string(), spare.iter().map(String::as_str))
            .unwrap_or_else(|| format!("Write that file, or remove \"{slug}\"."));
        (format!("profiles/{slug}.json"), remedy)
    });
    let problems = lacking(folder, document, "languages", locales)
        .into_iter()
        .chain(lacking(folder, document, "profiles", profiles))
        .collect();
    Finding::all(site, &document.bytes, problems)
}

fn lacking(
    folder: &Path,
    document: &Document,
    key: &str,
    files: impl Iterator<Item = (String, String)>,
) -> Vec<Problem> {
    let Some(list) = document.node.get(key) else { return Vec::new() };
    files
        .zip(list.elements())
        .enumerate()
        .filter(|(_, ((file, _), _))| !folder.join(file).exists())
        .map(|(index, ((file, remedy), element))| Problem {
            severity: Severity::Error,
            path: Place(vec![Step::Key(key.to_owned()), Step::Index(index)]),
            span: Some(element.span.clone()),
            message: format!("there is no file {file}"),
            remedy,
        })
        .collect()
}

/// A warning for each profile that is there and not listed.
pub(super) fn unlisted(folder: &Path, settings: &Settings) -> Vec<Finding> {
    let finding = |name: String| {
        let mut finding = Finding::of_file(
            &folder.join("profiles").join(format!("{name}.json")),
            "the profile is not listed in site.json, so it is not published",
            format!("Add {name:?} to \"profiles\" there, or move the file elsewhere."),
        );
        finding.problem.severity = Severity::Warning;
        finding
    };
    unlisted_names(folder, settings).into_iter().map(finding).collect()
}

fn unlisted_names(folder: &Path, settings: &Settings) -> Vec<String> {
    let names = documents(&folder.join("profiles")).into_iter().filter_map(|path| stem(&path));
    names.filter(|name| settings.profiles.iter().all(|slug| slug.to_string() != *name)).collect()
}

/// The JSON files of a folder, in the order of their names.
pub(super) fn documents(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_document = |path: &PathBuf| path.extension().is_some_and(|end| end == "json");
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).filter(is_document).collect();
    paths.sort();
    paths
}

/// The name of a file without its ending.
pub(super) fn stem(path: &Path) -> Option<String> {
    Some(path.file_stem()?.to_str()?.to_owned())
}
