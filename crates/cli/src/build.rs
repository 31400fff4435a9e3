//! `perfil build`: content and shell in, site out.

use crate::cli::{Build, Site};
use crate::exit::Failure;
use crate::interrupt;
use crate::progress::Progress;
use crate::report;
use crate::reporter::Reporter;
use perfil_cli::{Announce, Changes, Folder, Prepared, Published, Record, Unpublished};
use perfil_site::{Finding, Memory, Ready};
use serde_json::json;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

/// Builds once and reports the result.
pub(crate) fn run(arguments: &Build, reporter: Reporter) -> ExitCode {
    let built = once(&arguments.site, &arguments.out, Known::OnDisk, reporter);
    built.map_or_else(|failure| failure.code(), |_| ExitCode::SUCCESS)
}

/// Where a build finds what the last one has left.
#[derive(Clone, Copy)]
pub(crate) enum Known<'a> {
    /// In this process.
    InMemory(&'a Memory),
    /// On disk, where it is kept for the next process.
    OnDisk,
}

/// Builds once, reports the result, and returns what the site was made from.
pub(crate) fn once(
    site: &Site,
    out: &Path,
    known: Known,
    reporter: Reporter,
) -> Result<Arc<Ready>, Failure> {
    let progress = Progress::new(reporter);
    let built = build(site, out, known, None, &progress);
    let milliseconds = progress.milliseconds();
    drop(progress);
    match built {
        Ok(Published { pages, changes, ready }) => {
            let Changes { written, unchanged } = changes;
            let drafts: Vec<_> = ready.drafts.iter().map(ToString::to_string).collect();
            warned(&ready.findings, reporter);
            note_drafts(site, &drafts, reporter);
            if ready.is_reduced() {
                reporter.note("With more than 100 profiles, each has a page, a card and a vCard; `outputs`, `pdf` and `linkPictures` in site.json add files.");
            }
            let files = written.len();
            reporter.note(format_args!(
                "{pages} pages in {}: {files} files written, {unchanged} unchanged ({milliseconds} ms)",
                out.display(),
            ));
            let out = report::display_path(out);
            let object = json!({ "out": out, "pages": pages, "written": written, "unchanged": unchanged, "drafts": drafts });
            reporter.object(&ready.findings, object);
            Ok(ready)
        }
        Err(failure) => {
            failure.end(reporter);
            reporter.note(format_args!("{} is as it was before.", out.display()));
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
        (_, true) => reporter.note(format_args!("Drafts, which only `serve` shows: {names}.")),
    }
}

/// Builds, and returns the result. If the folder is as this process has built it before, what differs can
/// be passed on as soon as it is known.
pub(crate) fn build(
    site: &Site,
    out: &Path,
    known: Known,
    announce: Option<&Announce>,
    progress: &Progress,
) -> Result<Published, Failure> {
    let input = site.input();
    let record = match known {
        Known::OnDisk => Record::read(&input, out),
        Known::InMemory(_) => None,
    };
    let memory = match known {
        Known::OnDisk => record.as_ref().map(Record::memory),
        Known::InMemory(memory) => Some(memory),
    };
    let prepared = Prepared::read(&input, site.shell.as_deref(), progress, memory)?;
    let publish = || match announce {
        Some(announce) => prepared.publish_again(out, progress, announce),
        None => prepared.publish(out, progress, record.as_ref()),
    };
    let clean_up = || Folder::remove_unfinished(out);
    interrupt::building(publish, clean_up).map_err(|unpublished| match unpublished {
        Unpublished::Findings(findings) => findings.into(),
        Unpublished::Unwritten(error) => {
            let remedy = "Choose another folder with --out, or remove this one.";
            Failure::written(out, "the site", &error, remedy)
        }
    })
}
