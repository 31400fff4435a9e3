//! `perfil import`: a profile of another format, written as a native one.

use crate::cli::{Format, Import};
use crate::report;
use perfil::language::Tag;
use perfil::site::{self, Finding, NativeProfile};
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

/// Imports one file, and reports what had no place.
pub(crate) fn run(arguments: &Import) -> ExitCode {
    match import(arguments) {
        Ok(NativeProfile { kind, findings, .. }) => {
            say(arguments, &findings);
            if arguments.format == Format::Text {
                let to = arguments.out.as_deref().map(Path::display);
                let to = to.map(|out| format!(", written to {out}")).unwrap_or_default();
                let count = report::count(findings.len(), "warning");
                anstream::eprintln!("{}: {kind}{to}, {count}.", arguments.file.display());
            }
            ExitCode::SUCCESS
        }
        Err(findings) => {
            say(arguments, &findings);
            ExitCode::FAILURE
        }
    }
}

fn import(arguments: &Import) -> Result<NativeProfile, Vec<Finding>> {
    let languages = languages(arguments)?;
    let profile = site::import_file(&arguments.file, &languages)?;
    write(arguments, &profile.json)?;
    Ok(profile)
}

/// The languages that were named, else those of the site to which the profile goes or belongs.
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
    let beside = |file: &Path| site::languages_around(file);
    let places = arguments.out.as_deref().into_iter().chain([arguments.file.as_path()]);
    Ok(places.map(beside).find(|languages| !languages.is_empty()).unwrap_or_default())
}

fn write(arguments: &Import, json: &str) -> Result<(), Vec<Finding>> {
    let Some(out) = &arguments.out else {
        anstream::print!("{json}");
        return Ok(());
    };
    let written = if arguments.force {
        fs::write(out, json)
    } else {
        let file = OpenOptions::new().write(true).create_new(true).open(out);
        file.and_then(|mut file| file.write_all(json.as_bytes()))
    };
    written.map_err(|error| {
        let message = format!("the profile cannot be written: {error}");
        let remedy = "Name another file with --out, or replace this one with --force.";
        vec![Finding::of_file(out, message, remedy)]
    })
}

/// What was found goes beside the profile, which has the standard output.
fn say(arguments: &Import, findings: &[Finding]) {
    match arguments.format {
        Format::Text => report::text(findings),
        Format::Json => anstream::eprintln!("{:#}", report::object(findings, &[])),
    }
}
