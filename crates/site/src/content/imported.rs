//! A profile in another format, converted once to a native one.

use super::sources::{self, Sources};
use super::understood::{Places, Understood};
use crate::environment::Files;
use crate::finding::Finding;
use crate::pictures;
use perfil_import::{ImportContext, Kind};
use perfil_model::language::Tag;
use perfil_model::profile::Profile;
use perfil_source::{self as source, Context, to_json};
use std::path::Path;

/// The result of an import.
#[derive(Clone, Debug)]
pub struct NativeProfile {
    /// The native profile, as JSON.
    pub json: String,
    /// The format of the file.
    pub kind: Kind,
    /// The portrait that the file holds, to be written to the path in the content folder that the
    /// profile has for it.
    pub portrait: Option<(String, Vec<u8>)>,
    /// What was read of it.
    pub understood: Understood,
    /// Warnings, mainly about data that could not be mapped.
    pub findings: Vec<Finding>,
}

/// Imports a file and its translations beside it. `languages` are those of the site that it is for;
/// plain texts are in the first one. `name` is that of the portrait's file, without extension; without
/// a name, a portrait that is in the file is left out with a warning.
///
/// # Errors
///
/// Returns every problem that would stop the build of a site with this profile, and the warnings.
pub fn import_file(
    files: &dyn Files,
    path: &Path,
    languages: &[Tag],
    name: Option<&str>,
) -> Result<NativeProfile, Vec<Finding>> {
    let mut findings = Vec::new();
    let Some(sources) = Sources::read(files, &sources::files(files, path), &mut findings) else {
        return Err(findings);
    };
    let mut imported = sources.import(&ImportContext {
        languages,
        default: languages.first(),
        ..ImportContext::default()
    })?;
    let portrait = pictures::beside(&mut imported, name);
    let mut context = Context::new(languages.iter().map(Tag::to_string).collect());
    Profile::read(&source::reveal(imported.node.clone()), &mut context);
    let (problems, _) = context.finish();
    let mut problems = imported.located(problems);
    problems.extend(imported.report.iter().cloned());
    problems.sort_by_key(|problem| problem.span.as_ref().map(|span| span.start));
    let findings = sources.findings(problems);
    if findings.iter().any(Finding::is_error) {
        return Err(findings);
    }
    let line_ends = sources.line_ends();
    let place = |position: usize| match imported.place(position) {
        Some(place) => Some(place.to_owned()),
        None => imported.has_lines().then(|| {
            let line = line_ends.partition_point(|end| *end < position) + 1;
            format!("line {line}")
        }),
    };
    let places: Option<Places> = imported.kind.is_document().then_some(&place);
    let understood = Understood::of(&imported.node, languages.first(), places);
    let (json, kind) = (to_json(&imported.node), imported.kind);
    Ok(NativeProfile { json, kind, portrait, understood, findings })
}
