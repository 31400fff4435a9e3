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
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

/// Imports one file, and reports what could not be mapped.
pub(crate) fn run(arguments: &Import, reporter: Reporter) -> ExitCode {
    match import(arguments) {
        Ok(NativeProfile { json, kind, understood, findings }) => {
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
    let profile = site::import_file(&Disk, &arguments.file, &languages)?;
    write(arguments, &profile.json)?;
    Ok(profile)
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

fn write(arguments: &Import, json: &str) -> Result<(), Failure> {
    let Some(out) = &arguments.out else { return Ok(()) };
    let written = interrupt::writing(|| {
        if arguments.force {
            return fs::write(out, json);
        }
        let file = OpenOptions::new().write(true).create_new(true).open(out);
        file.and_then(|mut file| file.write_all(json.as_bytes()))
    });
    written.map_err(|error| {
        let remedy = "Name another file with --out, or replace this one with --force.";
        Failure::written(out, "the profile", &error, remedy)
    })
}
