//! The files of one profile: its own and its translations.

use super::read::{self, folder_of};
use crate::environment::Files;
use crate::finding::Finding;
use crate::stored::stored;
use perfil_import::{self as import, ImportContext, Imported, Source as Input};
use perfil_model::language::Tag;
use perfil_model::profile::Id;
use perfil_source::Problem;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// One file of a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    /// Its path.
    pub path: PathBuf,
    /// The language in its name.
    pub language: Option<Tag>,
}

stored!(File { path, language });

/// The translations in a folder, by the file that they translate.
pub(crate) struct Translations(BTreeMap<PathBuf, Vec<(OsString, Tag)>>);

impl Translations {
    /// Finds them, sorted by name.
    pub(crate) fn read(files: &dyn Files, folder: &Path) -> Self {
        let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (name, _) in files.list(folder).unwrap_or_default() {
            if let Some((own, language)) = translated(Path::new(&name)) {
                found.entry(own).or_default().push((name, language));
            }
        }
        Self(found)
    }

    /// Returns the files of a profile: its own, and those beside it that are named after a
    /// language: `ada.json` and `ada.es.json`.
    pub(crate) fn files(&self, own: &Path) -> Vec<File> {
        let others = own.file_name().and_then(|name| self.0.get(Path::new(name)));
        let others = others.into_iter().flatten().map(|(name, language)| File {
            path: own.with_file_name(name),
            language: Some(language.clone()),
        });
        [File { path: own.to_owned(), language: None }].into_iter().chain(others).collect()
    }
}

/// Returns all files of the profile that a file belongs to.
pub(crate) fn files(files: &dyn Files, path: &Path) -> Vec<File> {
    let own = translated(path).map(|(own, _)| own).filter(|own| files.exists(own));
    let own = own.as_deref().unwrap_or(path);
    Translations::read(files, folder_of(own)).files(own)
}

/// The files of one profile, as read.
pub(crate) struct Sources {
    files: Vec<Source>,
}

struct Source {
    path: PathBuf,
    bytes: Vec<u8>,
    language: Option<Tag>,
}

impl Sources {
    /// Reads the files.
    pub(crate) fn read(
        files: &dyn Files,
        sources: &[File],
        findings: &mut Vec<Finding>,
    ) -> Option<Self> {
        let read = |file: &File| {
            let bytes =
                read::whole(files, &file.path, "Create this file, or name another one.", findings)?;
            let File { path, language } = file.clone();
            Some(Source { path, bytes, language })
        };
        Some(Self { files: sources.iter().map(read).collect::<Option<_>>()? })
    }

    /// Returns the path of the profile's own file.
    pub(crate) fn own(&self) -> &Path {
        self.files.first().map_or(Path::new(""), |file| &file.path)
    }

    /// Returns the positions at which the lines of the profile's own file end.
    pub(crate) fn line_ends(&self) -> Vec<usize> {
        let bytes = self.files.first().map(|file| file.bytes.as_slice()).unwrap_or_default();
        bytes.iter().enumerate().filter_map(|(at, byte)| (*byte == b'\n').then_some(at)).collect()
    }

    /// Imports the profile to the native format.
    pub(crate) fn import(&self, context: &ImportContext) -> Result<Imported, Vec<Finding>> {
        let names: Vec<_> =
            self.files.iter().map(|file| file.path.to_string_lossy().into_owned()).collect();
        let files: Vec<_> = self
            .files
            .iter()
            .zip(&names)
            .map(|(file, name)| Input { name, bytes: &file.bytes, language: file.language.clone() })
            .collect();
        import::import(&files, context).map_err(|problems| self.findings(problems))
    }

    /// Assigns problems to their files. The positions of each file follow those of the previous
    /// one.
    pub(crate) fn findings(&self, problems: Vec<Problem>) -> Vec<Finding> {
        let mut left = problems;
        let mut findings = Vec::new();
        let mut start: usize = self.files.iter().map(|file| file.bytes.len() + import::GAP).sum();
        for (index, file) in self.files.iter().enumerate().rev() {
            start -= file.bytes.len() + import::GAP;
            let is_here = |problem: &Problem| {
                index == 0 || problem.span.as_ref().is_some_and(|span| span.start >= start)
            };
            let (here, others): (Vec<_>, Vec<_>) = left.into_iter().partition(is_here);
            left = others;
            let moved = |span: std::ops::Range<usize>| span.start - start..span.end - start;
            let here = here
                .into_iter()
                .map(|problem| Problem { span: problem.span.clone().map(moved), ..problem });
            findings.splice(0..0, Finding::all(&file.path, &file.bytes, here.collect()));
        }
        findings
    }
}

/// Returns the possible paths of a person's file, whether or not they exist.
pub(crate) fn candidates(folder: &Path, slug: &Id) -> impl Iterator<Item = PathBuf> {
    let folder = folder.join("profiles");
    import::ENDINGS.iter().map(move |ending| folder.join(format!("{slug}.{ending}")))
}

/// Returns a finding for each further file that holds the same person.
pub(crate) fn duplicates(files: &[PathBuf]) -> Vec<Finding> {
    let Some((first, others)) = files.split_first() else { return Vec::new() };
    let name = first.file_name().unwrap_or_default().to_string_lossy();
    let double = |path: &PathBuf| {
        let message = format!("{name} is a profile of the same name");
        Finding::of_file(path, message, "Keep one of the two, and move the other elsewhere.")
    };
    others.iter().map(double).collect()
}

/// Returns a warning about a file that is not listed.
pub(crate) fn unlisted(path: &Path, name: &str) -> Finding {
    let message = "the profile is not listed in site.json, so it is not published";
    let remedy = format!("Add {name:?} to \"profiles\" there, or move the file elsewhere.");
    Finding::warning(path, message, remedy)
}

/// Returns the profile that a file translates, and its language, if it is named so: `ada.es.json`
/// belongs to `ada.json`.
pub(crate) fn translated(path: &Path) -> Option<(PathBuf, Tag)> {
    let ending = path.extension()?.to_str()?;
    let (name, tag) = path.file_stem()?.to_str()?.rsplit_once('.')?;
    import::ENDINGS.contains(&ending).then_some(())?;
    Some((path.with_file_name(format!("{name}.{ending}")), Tag::parse(tag)?))
}
