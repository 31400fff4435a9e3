//! The properties that must hold for any input of an owner: each target creates an input, and these
//! functions check the result. A violated property panics, which libFuzzer reports with the input.

mod archive;
mod html;
mod published;

pub use archive::archive;
pub use html::assert_safe;
pub use published::{LOCALES, publish};

use perfil_import::{ImportContext, Imported, Kind, Source, import};
use perfil_model::language::Tag;
use perfil_model::profile::Profile;
use perfil_site::Finding;
use perfil_source::{Context, Problem, Severity, Step, redact, reveal, to_json};
use std::path::Path;
use std::sync::LazyLock;

/// The languages of the site that every input belongs to.
static LANGUAGES: LazyLock<Vec<Tag>> =
    LazyLock::new(|| LOCALES.iter().map(|locale| locale.tag.clone()).collect());

/// The separator between two languages of the same profile in one input.
const SEPARATOR: u8 = 0;

/// Imports a profile, checks it, publishes it if it is valid, and imports its export.
pub fn profile(name: &str, bytes: &[u8]) {
    // An archive is one file, and may contain any byte, including the separator.
    let max_files = if bytes.starts_with(b"PK") { 1 } else { 2 };
    let files: Vec<&[u8]> = bytes.splitn(max_files, |byte| *byte == SEPARATOR).collect();
    let whole = files.join(&b"\n"[..]);
    let import_context = ImportContext {
        languages: &LANGUAGES,
        default: LANGUAGES.first(),
        ..ImportContext::default()
    };
    let languages = [None, LANGUAGES.get(1).cloned()];
    let sources: Vec<Source> = files
        .iter()
        .zip(languages)
        .map(|(bytes, language)| Source { name, bytes, language })
        .collect();
    match import(&sources, &import_context) {
        Err(problems) => {
            assert!(problems.iter().any(is_error), "a file was refused without a reason");
            assert_places(&whole, problems);
        }
        Ok(imported) => {
            assert_places(&whole, imported.report.clone());
            let (profile, problems) = read(&imported);
            assert_eq!(profile.is_none(), problems.iter().any(is_error), "{problems:?}");
            // Owners write ids only in Perfil's own format, and in its part of a JSON Resume, so
            // only there can they be invalid.
            let is_of_id =
                |it: &Problem| matches!(it.path.0.last(), Some(Step::Key(k)) if k == "id");
            let own = b"perfil";
            let has_ids = imported.kind == Kind::Native || whole.windows(6).any(|it| it == own);
            assert!(has_ids || !problems.iter().any(is_of_id), "{problems:?}");
            // A document cannot contain an empty text, so no problem can be about one.
            let is_document =
                matches!(imported.kind, Kind::Markdown | Kind::PlainText | Kind::WebPage);
            let is_of_nothing = |it: &Problem| is_error(it) && it.message.ends_with("found \"\"");
            assert!(!is_document || !problems.iter().any(is_of_nothing), "{problems:?}");
            let is_good = !problems.iter().chain(&imported.report).any(is_error);
            assert_places(&whole, imported.located(problems));
            if let Some(profile) = profile.filter(|_| is_good) {
                good(&imported, &profile, &import_context, bytes.len());
            }
        }
    }
}

/// Checks the properties of a profile without errors.
fn good(imported: &Imported, profile: &Profile, import_context: &ImportContext, choice: usize) {
    let json = to_json(&imported.node);
    let again = again("profile.json", &json, import_context);
    assert_eq!(again.kind, Kind::Native, "{json}");
    let (read_again, problems) = read(&again);
    assert_eq!(read_again.as_ref(), Some(profile), "{problems:?} in {json}");

    let mut context = Context::default();
    let published = Profile::read(&redact(imported.node.clone()), &mut context);
    if let Some(published) = published.filter(|_| !context.finish().0.iter().any(is_error)) {
        let locale = &LOCALES[choice % LOCALES.len()];
        let resume = publish(&published, locale, choice);
        let back = |resume: &str| {
            let (resumed, problems) = read(&self::again("resume.json", resume, import_context));
            let resumed = resumed.unwrap_or_else(|| panic!("{problems:?} in {resume}"));
            publish(&resumed, locale, 1)
        };
        let once = back(&resume);
        // What survives two round trips survives any number. This check takes the longest.
        if choice.is_multiple_of(4) {
            let twice = back(&once);
            assert_eq!(back(&twice), twice);
        }
    }
}

/// Imports a file that Perfil has exported.
fn again(name: &str, text: &str, import_context: &ImportContext) -> Imported {
    let source = Source { name, bytes: text.as_bytes(), language: None };
    let imported = import(&[source], import_context)
        .unwrap_or_else(|problems| panic!("{problems:?} in {name}: {text}"));
    let errors: Vec<_> = imported.report.iter().filter(|it| is_error(it)).collect();
    assert!(errors.is_empty(), "{errors:?} in {name}: {text}");
    imported
}

/// Returns the profile with its private values, as `check` reads it, and its problems.
fn read(imported: &Imported) -> (Option<Profile>, Vec<Problem>) {
    let mut context = Context::new(LANGUAGES.iter().map(Tag::to_string).collect());
    let profile = Profile::read(&reveal(imported.node.clone()), &mut context);
    let (problems, _) = context.finish();
    let is_good = !problems.iter().any(is_error);
    (profile.filter(|_| is_good), problems)
}

fn is_error(problem: &Problem) -> bool {
    problem.severity == Severity::Error
}

/// Checks that every problem can be shown: its span is in the text, at character boundaries.
pub fn assert_places(bytes: &[u8], problems: Vec<Problem>) {
    for finding in Finding::all(Path::new("input"), bytes, problems) {
        let Some(span) = finding.problem.span.clone() else { continue };
        let text = &finding.text;
        assert!(span.start <= span.end && span.start <= text.len(), "{finding:?}");
        assert!(text.is_char_boundary(span.start), "{finding:?}");
        // A problem at the end of a file may cover what is missing there.
        assert!(span.end <= text.len() + 1, "{finding:?}");
        assert!(text.is_char_boundary(span.end.min(text.len())), "{finding:?}");
        assert!(!finding.problem.message.is_empty() && !finding.problem.remedy.is_empty());
    }
}
