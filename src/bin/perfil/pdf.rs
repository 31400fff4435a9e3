//! `perfil pdf`: one profile on paper.

use crate::cli::{PaperSize, Pdf};
use crate::report;
use perfil::export::Paper;
use perfil::site::{self, CvRequest, Finding};
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

/// Writes the file and says where it is.
pub(crate) fn run(arguments: &Pdf) -> ExitCode {
    match write(arguments) {
        Ok(out) => {
            anstream::eprintln!("{}", out.display());
            ExitCode::SUCCESS
        }
        Err(findings) => {
            report::text(&findings);
            ExitCode::FAILURE
        }
    }
}

fn write(arguments: &Pdf) -> Result<PathBuf, Vec<Finding>> {
    let request = CvRequest {
        profile: arguments.profile.clone(),
        language: arguments.language.clone(),
        paper: match arguments.paper {
            PaperSize::A4 => Paper::A4,
            PaperSize::Letter => Paper::Letter,
        },
        focus: arguments.focus.clone(),
    };
    let (file, _) = site::cv(&arguments.content, &request)?;
    let name = || PathBuf::from(&arguments.profile).with_extension("pdf");
    let out = arguments.out.clone().unwrap_or_else(name);
    fs::write(&out, file).map_err(|error| {
        let message = format!("the PDF cannot be written: {error}");
        vec![Finding::of_file(&out, message, "Name another file with --out.")]
    })?;
    Ok(out)
}
