//! `perfil import`: a profile of another format, written as a native one.

use crate::cli::{Format, Import};
use crate::exit::Failure;
use crate::interrupt;
use crate::report;
use crate::reporter::Reporter;
use crate::understood;
use perfil_cli::Disk;
use perfil_model::language::Tag;
use perfil_site::{self as site, Finding, NativeProfile};
use serde_json::json;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Imports one file, and reports what could not be mapped.
pub(crate) fn run(arguments: &Import, reporter: Reporter) -> ExitCode {
    match import(arguments) {
        Ok(NativeProfile { json, kind, understood, findings, .. }) => {
            let file = report::display_path(&arguments.file);
            reporter.note(understood::text(&file, &kind.to_string(), &understood, findings.len()));
            reporter.findings(&findings);
            let out = arguments.out.as_deref().map(report::display_path);
            let mut object = json!({
                "file": file,
                "format": kind.to_string(),
                "out": out,
                "understood": understood::object(&understood),
            });
            if out.is_none() {
                // The profile goes to the standard output; for a tool it is part of the report.
                match reporter.format {
                    Format::Text => anstream::print!("{json}"),
                    Format::Json => object["profile"] = json.parse().unwrap_or_default(),
                }
            }
            reporter.object(&findings, object);
            let to = out.map(|out| format!(", written to {out}")).unwrap_or_default();
            let count = report::count(findings.len(), "warning");
            reporter.note(format_args!("{file}: {kind}{to}, {count}."));
            ExitCode::SUCCESS
        }
        Err(failure) => failure.end(reporter),
    }
}

fn import(arguments: &Import) -> Result<NativeProfile, Failure> {
    let languages = languages(arguments)?;
    let name = arguments.out.as_deref().and_then(Path::file_stem);
    let name = name.map(|name| perfil_text::slug(&name.to_string_lossy()));
    let profile = site::import_file(&Disk, &arguments.file, &languages, name.as_deref())?;
    let Some(out) = &arguments.out else { return Ok(profile) };
    let mut files = vec![("the profile", out.clone(), profile.json.as_bytes())];
    if let Some((path, bytes)) = &profile.portrait {
        files.push(("the portrait", content_folder(out).join(path), bytes));
    }
    write(&files, arguments.force)?;
    Ok(profile)
}

/// Returns the folder that paths in a profile begin at: the parent of `profiles/`, or its own.
fn content_folder(profile: &Path) -> &Path {
    let folder = profile.parent().unwrap_or(Path::new(""));
    let is_of_site = folder.file_name().is_some_and(|name| name == "profiles");
    folder.parent().filter(|_| is_of_site).unwrap_or(folder)
}

/// Returns the languages of the flag, or else those of the site that the output or the input is in.
fn languages(arguments: &Import) -> Result<Vec<Tag>, Vec<Finding>> {
    let named = arguments.languages.iter().map(|written| {
        Tag::parse(written).ok_or_else(|| {
            let message = format!("{written:?} is not the tag of a known language");
            let remedy = "Write a BCP 47 language tag, such as \"en\", \"es\" or \"pt-BR\".";
            vec![Finding::of_file(&arguments.file, message, remedy)]
        })
    });
    let named: Vec<Tag> = named.collect::<Result<_, _>>()?;
    if !named.is_empty() {
        return Ok(named);
    }
    let of_site = |file: &Path| site::languages_around(&Disk, file);
    let places = arguments.out.as_deref().into_iter().chain([arguments.file.as_path()]);
    Ok(places.map(of_site).find(|languages| !languages.is_empty()).unwrap_or_default())
}

/// Writes the profile and its portrait, or nothing.
fn write(files: &[(&str, PathBuf, &[u8])], is_forced: bool) -> Result<(), Failure> {
    let failed = |what: &str, path: &Path, error: &io::Error| {
        let remedy = match error.kind() {
            io::ErrorKind::NotFound => {
                "Make the folder that it should be in, or name another file with --out."
            }
            _ => "Name another file with --out, or replace this one with --force.",
        };
        Failure::written(path, what, error, remedy)
    };
    if let Some((what, path, _)) = files.iter().find(|(_, path, _)| !is_forced && path.exists()) {
        return Err(failed(what, path, &io::ErrorKind::AlreadyExists.into()));
    }
    for (index, (what, path, bytes)) in files.iter().enumerate() {
        let written = interrupt::writing(|| {
            // Only the folder of the portrait is one that nobody named.
            if let Some(folder) = path.parent().filter(|_| index > 0) {
                fs::create_dir_all(folder)?;
            }
            if is_forced {
                return fs::write(path, bytes);
            }
            let file = OpenOptions::new().write(true).create_new(true).open(path);
            file.and_then(|mut file| file.write_all(bytes))
        });
        written.map_err(|error| failed(what, path, &error))?;
    }
    Ok(())
}
