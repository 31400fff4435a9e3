//! What must hold whatever an owner brings: each target makes an input, and these look at what
//! becomes of it. A property that does not hold is a panic, which libFuzzer reports with the input.

mod html;
mod published;

pub use html::assert_safe;
pub use published::{LOCALES, publish};

use perfil_import::{ImportContext, Imported, Kind, Source, import};
use perfil_model::language::Tag;
use perfil_model::profile::Profile;
use perfil_site::Finding;
use perfil_source::{Context, Problem, Severity, Step, redact, reveal, to_json};
use std::path::Path;
use std::sync::LazyLock;

/// The languages of the site that every input is for.
static LANGUAGES: LazyLock<Vec<Tag>> =
    LazyLock::new(|| LOCALES.iter().map(|locale| locale.tag.clone()).collect());

/// What stands between two languages of the same profile in one input.
const BETWEEN: u8 = 0;

/// Imports a profile, checks it, publishes it if it is good, and takes it along.
pub fn profile(name: &str, bytes: &[u8]) {
    // An archive is one file, and any byte can be in it.
    let most = if bytes.starts_with(b"PK") { 1 } else { 2 };
    let files: Vec<&[u8]> = bytes.splitn(most, |byte| *byte == BETWEEN).collect();
    let whole = files.join(&b"\n"[..]);
    let around = ImportContext { languages: &LANGUAGES, default: LANGUAGES.first() };
    let languages = [None, LANGUAGES.get(1).cloned()];
    let sources: Vec<Source> = files
        .iter()
        .zip(languages)
        .map(|(bytes, language)| Source { name, bytes, language })
        .collect();
    match import(&sources, &around) {
        Err(problems) => {
            assert!(problems.iter().any(is_error), "a file was refused without a reason");
            assert_places(&whole, problems);
        }
        Ok(imported) => {
            assert_places(&whole, imported.report.clone());
            let (profile, problems) = read(&imported);
            assert_eq!(profile.is_none(), problems.iter().any(is_error), "{problems:?}");
            // Only in Perfil's own format, and in its part of a JSON Resume, do owners write ids, so
            // only there can they be wrong.
            let is_of_id =
                |it: &Problem| matches!(it.path.0.last(), Some(Step::Key(k)) if k == "id");
            let own = b"perfil";
            let has_ids = imported.kind == Kind::Native || whole.windows(6).any(|it| it == own);
            assert!(has_ids || !problems.iter().any(is_of_id), "{problems:?}");
            // Nor does anybody write a text that is empty in a document, which has none.
            let is_document = matches!(imported.kind, Kind::Markdown | Kind::PlainText);
            let is_of_nothing = |it: &Problem| is_error(it) && it.message.ends_with("found \"\"");
            assert!(!is_document || !problems.iter().any(is_of_nothing), "{problems:?}");
            let is_good = !problems.iter().chain(&imported.report).any(is_error);
            assert_places(&whole, imported.located(problems));
            if let Some(profile) = profile.filter(|_| is_good) {
                good(&imported, &profile, &around, bytes.len());
            }
        }
    }
}

/// What must hold of a profile without an error.
fn good(imported: &Imported, profile: &Profile, around: &ImportContext, choice: usize) {
    let json = to_json(&imported.node);
    let again = again("profile.json", &json, around);
    assert_eq!(again.kind, Kind::Native, "{json}");
    let (read_again, problems) = read(&again);
    assert_eq!(read_again.as_ref(), Some(profile), "{problems:?} in {json}");

    let mut context = Context::default();
    let published = Profile::read(&redact(imported.node.clone()), &mut context);
    if let Some(published) = published.filter(|_| !context.finish().0.iter().any(is_error)) {
        let locale = &LOCALES[choice % LOCALES.len()];
        let resume = publish(&published, locale, choice);
        let back = |resume: &str| {
            let (resumed, problems) = read(&self::again("resume.json", resume, around));
            let resumed = resumed.unwrap_or_else(|| panic!("{problems:?} in {resume}"));
            publish(&resumed, locale, 1)
        };
        let once = back(&resume);
        // What came back twice comes back whenever it is taken along. That takes the longest.
        if choice.is_multiple_of(4) {
            let twice = back(&once);
            assert_eq!(back(&twice), twice);
        }
    }
}

/// Imports what this program has written.
fn again(name: &str, text: &str, around: &ImportContext) -> Imported {
    let source = Source { name, bytes: text.as_bytes(), language: None };
    let imported = import(&[source], around)
        .unwrap_or_else(|problems| panic!("{problems:?} in {name}: {text}"));
    let errors: Vec<_> = imported.report.iter().filter(|it| is_error(it)).collect();
    assert!(errors.is_empty(), "{errors:?} in {name}: {text}");
    imported
}

/// The profile with its private values, as the check reads it, and what is wrong with it.
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

/// Every problem can be shown: it stands in the text, and cuts no character in two.
pub fn assert_places(bytes: &[u8], problems: Vec<Problem>) {
    for finding in Finding::all(Path::new("input"), bytes, problems) {
        let Some(span) = finding.problem.span.clone() else { continue };
        let text = &finding.text;
        assert!(span.start <= span.end && span.start <= text.len(), "{finding:?}");
        assert!(text.is_char_boundary(span.start), "{finding:?}");
        // A problem at the end of a file covers what is missing there.
        assert!(span.end <= text.len() + 1, "{finding:?}");
        assert!(text.is_char_boundary(span.end.min(text.len())), "{finding:?}");
        assert!(!finding.problem.message.is_empty() && !finding.problem.remedy.is_empty());
    }
}
