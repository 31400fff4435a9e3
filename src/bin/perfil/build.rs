//! `perfil build`: content and shell in, site out.

use crate::cli::Build;
use crate::report;
use perfil::site::{self, Changes, Finding};
use std::process::ExitCode;
use std::time::Instant;

/// Builds once and says what came of it.
pub(crate) fn run(arguments: &Build) -> ExitCode {
    let start = Instant::now();
    match build(arguments) {
        Ok((pages, Changes { written, kept })) => {
            let files = written.len();
            let milliseconds = start.elapsed().as_millis();
            anstream::eprintln!(
                "{pages} pages in {}: {files} files written, {kept} unchanged ({milliseconds} ms)",
                arguments.out.display(),
            );
            ExitCode::SUCCESS
        }
        Err(findings) => {
            report::text(&findings);
            anstream::eprintln!("{} is as it was before.", arguments.out.display());
            ExitCode::FAILURE
        }
    }
}

/// Builds, reports the warnings, and gives the number of pages and what changed.
pub(crate) fn build(arguments: &Build) -> Result<(usize, Changes), Vec<Finding>> {
    let built = site::build(&arguments.input())?;
    let (errors, warnings): (Vec<_>, Vec<_>) =
        built.findings.into_iter().partition(Finding::is_error);
    if !errors.is_empty() {
        return Err(errors);
    }
    if !warnings.is_empty() {
        let count = report::count(warnings.len(), "warning");
        anstream::eprintln!("{count}: `perfil check` shows what it is about.");
    }
    let changes = built.tree.replace(&arguments.out).map_err(|error| {
        let message = format!("the site cannot be written: {error}");
        vec![Finding::of_file(&arguments.out, message, "Choose another folder with --out.")]
    })?;
    Ok((built.pages, changes))
}
