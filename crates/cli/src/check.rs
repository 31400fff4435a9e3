//! `perfil check`: every problem at once.

use crate::cli::{Check, Format};
use crate::default_folder::content_here;
use crate::progress::Progress;
use crate::report;
use crate::reporter::Reporter;
use perfil_cli::{Disk, machine};
use perfil_site::{self as site, Finding, Loaded};
use serde_json::json;
use std::path::Path;
use std::process::ExitCode;

/// Checks every file and folder on the command line.
pub(crate) fn run(arguments: &Check, reporter: Reporter) -> ExitCode {
    let progress = Progress::new(reporter);
    let mut findings = Vec::new();
    let mut coverage = Vec::new();
    let here = [content_here()];
    let paths = if arguments.paths.is_empty() { &here[..] } else { &arguments.paths };
    for path in paths {
        let loaded = load(path, &progress);
        findings.extend(loaded.findings);
        coverage.extend(loaded.coverage);
    }
    drop(progress);
    let fails = |finding: &Finding| arguments.strict || finding.is_error();
    let is_quiet = reporter.is_quiet;
    match reporter.format {
        Format::Json => {
            reporter.object(&findings, json!({ "coverage": report::shares(&coverage) }));
        }
        Format::Text => {
            report::text(findings.iter().filter(|finding| !is_quiet || fails(finding)));
            if !is_quiet {
                report::coverage(&coverage);
                report::summary(&findings);
            }
        }
    }
    if findings.iter().any(fails) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn load(path: &Path, progress: &Progress) -> Loaded {
    if path.is_dir() {
        return site::load(machine(progress), path, None);
    }
    site::check_file(&Disk, path)
}
