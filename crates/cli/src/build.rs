//! `perfil build`: content and shell in, site out.

use crate::cli::{Build, Site};
use crate::exit::Failure;
use crate::interrupt;
use crate::progress::Progress;
use crate::report;
use crate::reporter::Reporter;
use perfil_cli::{Changes, Folder, Prepared, Published, Unpublished};
use perfil_site::Finding;
use serde_json::json;
use std::process::ExitCode;

/// Builds once and reports the result.
pub(crate) fn run(arguments: &Build, reporter: Reporter) -> ExitCode {
    once(&arguments.site, reporter).map_or_else(|failure| failure.code(), |()| ExitCode::SUCCESS)
}

/// Builds once and reports the result.
pub(crate) fn once(site: &Site, reporter: Reporter) -> Result<(), Failure> {
    let progress = Progress::new(reporter);
    let built = build(site, &progress);
    let milliseconds = progress.milliseconds();
    drop(progress);
    match built {
        Ok(Published { pages, changes, drafts, findings: warnings }) => {
            let Changes { written, unchanged } = changes;
            warned(&warnings, reporter);
            note_drafts(site, &drafts, reporter);
            let files = written.len();
            reporter.note(format_args!(
                "{pages} pages in {}: {files} files written, {unchanged} unchanged ({milliseconds} ms)",
                site.out.display(),
            ));
            let out = report::display_path(&site.out);
            let object = json!({ "out": out, "pages": pages, "written": written, "unchanged": unchanged, "drafts": drafts });
            reporter.object(&warnings, object);
            Ok(())
        }
        Err(failure) => {
            failure.end(reporter);
            reporter.note(format_args!("{} is as it was before.", site.out.display()));
            Err(failure)
        }
    }
}

/// Reports only that there are warnings; listing them here would hide the result.
pub(crate) fn warned(warnings: &[Finding], reporter: Reporter) {
    if !warnings.is_empty() {
        let count = report::count(warnings.len(), "warning");
        reporter.note(format_args!("{count}: `perfil check` shows what it is about."));
    }
}

/// Reports which profiles are drafts, and whether they are in the site.
fn note_drafts(site: &Site, drafts: &[String], reporter: Reporter) {
    let names = drafts.join(", ");
    match (drafts, site.drafts) {
        ([], _) => {}
        (_, false) => reporter.note(format_args!("Left out, because they are drafts: {names}.")),
        (_, true) => reporter.note(format_args!(
            "Drafts in {}: {names}. Before you publish it, `perfil build` takes them out.",
            site.out.display(),
        )),
    }
}

/// Builds, and returns the result.
pub(crate) fn build(site: &Site, progress: &Progress) -> Result<Published, Failure> {
    let prepared = Prepared::read(&site.input(), site.shell.as_deref(), progress)?;
    let publish = || prepared.publish(&site.out, progress);
    let clean_up = || Folder::remove_unfinished(&site.out);
    interrupt::building(publish, clean_up).map_err(|unpublished| match unpublished {
        Unpublished::Findings(findings) => findings.into(),
        Unpublished::Unwritten(error) => {
            let remedy = "Choose another folder with --out.";
            Failure::written(&site.out, "the site", &error, remedy)
        }
    })
}
