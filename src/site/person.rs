//! One person of a site: a profile is checked with its private values, and kept without them.

use super::content::Loaded;
use super::coverage;
use super::pdf::Glyphs;
use super::settings::Settings;
use super::sources::{self, Sources};
use crate::import;
use crate::language::Tag;
use crate::profile::{Id, ImagePath, Profile};
use crate::source::{self, Context, Node, Path as Place, Problem, Severity, Step};
use std::path::{Path, PathBuf};

/// One person on a site.
#[derive(Clone, Debug)]
pub struct Person {
    /// The last part of the address of the person's page.
    pub slug: Id,
    /// What is published of the profile.
    pub profile: Profile,
    /// The portrait's file, if there is one.
    pub portrait: Option<PathBuf>,
}

/// What a profile is held against.
pub(super) struct Around<'a> {
    /// The content folder, if the profile belongs to one.
    pub folder: Option<&'a Path>,
    /// The languages of the site.
    pub languages: &'a [Tag],
    /// The language of plain texts in a profile that names none.
    pub default: Option<&'a Tag>,
    /// What it is set on paper with.
    pub glyphs: &'a Glyphs,
}

/// Reads a person; that there is no such file was said where the person is listed.
pub(super) fn read(
    folder: &Path,
    slug: &Id,
    settings: &Settings,
    glyphs: &Glyphs,
    loaded: &mut Loaded,
) -> Option<Person> {
    let files: Vec<_> = sources::candidates(folder, slug).filter(|path| path.exists()).collect();
    loaded.findings.extend(sources::doubles(&files));
    let default = Some(&settings.default_language);
    let around = Around { folder: Some(folder), languages: &settings.languages, default, glyphs };
    let profile = profile(files.first()?, &around, loaded)?;
    let portrait = profile.image.as_ref().map(|image| folder.join(image.to_string()));
    Some(Person { slug: slug.clone(), profile, portrait })
}

/// Checks a profile with its private values, and gives it without them.
pub(super) fn profile(path: &Path, around: &Around, loaded: &mut Loaded) -> Option<Profile> {
    let sources = Sources::read(path, &mut loaded.findings)?;
    let site = import::Around { languages: around.languages, default: around.default };
    let imported = match sources.import(&site) {
        Ok(imported) => imported,
        Err(findings) => {
            loaded.findings.extend(findings);
            return None;
        }
    };
    let revealed = source::reveal(imported.node.clone());
    let mut context = Context::new(around.languages.iter().map(Tag::to_string).collect());
    let whole = Profile::read(&revealed, &mut context);
    let (mut problems, texts) = context.finish();
    problems.extend(around.folder.and_then(|folder| image(folder, &revealed)));
    let mut problems = imported.located(problems);
    problems.extend(imported.report.iter().cloned());
    problems.sort_by_key(|problem| problem.span.as_ref().map(|span| span.start));
    let is_good = problems.iter().all(|problem| problem.severity == Severity::Warning);
    loaded.findings.extend(sources.findings(problems));

    let whole = whole.filter(|_| is_good)?;
    let own = whole.language.as_ref().or(around.default);
    let missing = coverage::missing(&texts, around.languages, own);
    loaded.findings.extend(sources.findings(imported.located(missing)));
    loaded.coverage.push(coverage::count(path, imported.kind, &texts, around.languages, own));

    let mut context = Context::default();
    let public = source::redact(imported.node.clone());
    let published = Profile::read(&public, &mut context);
    let (problems, _) = context.finish();
    let boxes = around.glyphs.missing(&public).into_iter().collect();
    loaded.findings.extend(sources.findings(imported.located(boxes)));
    loaded.findings.extend(sources.findings(imported.located(private(problems))));
    published
}

/// The problem of an image that is not there.
fn image(folder: &Path, profile: &Node) -> Option<Problem> {
    let node = profile.get("image")?;
    let image = node.as_str().filter(|image| ImagePath::is_valid(image))?;
    let is_missing = !folder.join(image).is_file();
    is_missing.then(|| Problem {
        severity: Severity::Error,
        path: Place(vec![Step::Key("image".into())]),
        span: Some(node.span.clone()),
        message: format!("there is no file {image}"),
        remedy: "Put the image there, or remove \"image\".".into(),
    })
}

/// What is wrong only once the private values are gone has one reason. Warnings were given before.
fn private(problems: Vec<Problem>) -> Vec<Problem> {
    problems
        .into_iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| Problem {
            message: format!("{}, because it is private", problem.message),
            remedy: "A page cannot do without it: make it public.".into(),
            ..problem
        })
        .collect()
}
