//! `perfil pdf`: one profile as a PDF.

use crate::cli::{PaperFlag, Pdf};
use crate::default_folder::content_here;
use crate::exit::Failure;
use crate::interrupt;
use crate::report;
use crate::reporter::Reporter;
use perfil_cli::machine;
use perfil_export::PaperSize;
use perfil_site::{self as site, CvRequest};
use serde_json::json;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

/// Writes the file and reports its path.
pub(crate) fn run(arguments: &Pdf, reporter: Reporter) -> ExitCode {
    match write(arguments) {
        Ok(out) => {
            reporter.note(out.display());
            reporter.object(&[], json!({ "out": report::display_path(&out) }));
            ExitCode::SUCCESS
        }
        Err(failure) => failure.end(reporter),
    }
}

fn write(arguments: &Pdf) -> Result<PathBuf, Failure> {
    let request = CvRequest {
        profile: arguments.profile.clone(),
        language: arguments.language.clone(),
        paper: match arguments.paper {
            PaperFlag::A4 => PaperSize::A4,
            PaperFlag::Letter => PaperSize::Letter,
        },
        focus: arguments.focus.clone(),
    };
    let content = arguments.content.clone().unwrap_or_else(content_here);
    let file = site::cv(machine(&()), &content, &request)?;
    let name = || PathBuf::from(format!("{}.pdf", arguments.profile));
    let out = arguments.out.clone().unwrap_or_else(name);
    interrupt::writing(|| fs::write(&out, file)).map_err(|error| {
        Failure::written(&out, "the PDF", &error, "Name another file with --out.")
    })?;
    Ok(out)
}
