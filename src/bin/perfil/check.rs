//! `perfil check`: every problem at once.

use crate::cli::{Check, Format};
use crate::report;
use perfil::site::{self, Finding, Loaded};
use std::path::Path;
use std::process::ExitCode;

/// Checks every file and folder that was named.
pub(crate) fn run(arguments: &Check) -> ExitCode {
    let mut findings = Vec::new();
    let mut coverage = Vec::new();
    for path in &arguments.paths {
        let loaded = load(path);
        findings.extend(loaded.findings);
        coverage.extend(loaded.coverage);
    }
    match arguments.format {
        Format::Json => report::json(&findings, &coverage),
        Format::Text => {
            report::text(&findings);
            report::coverage(&coverage);
            report::summary(&findings);
        }
    }
    let fails = |finding: &Finding| arguments.strict || finding.is_error();
    if findings.iter().any(fails) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn load(path: &Path) -> Loaded {
    if path.is_dir() {
        return site::load(path, None);
    }
    site::check_file(path)
}
