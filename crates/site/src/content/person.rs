//! The people of a site: each profile is checked with its private values and published without
//! them.

use super::sources::{self, File, Sources, Translations};
use super::{Content, Loaded};
use super::{coverage, images};
use crate::environment::{self, Environment, Files};
use crate::finding::Finding;
use crate::letters::Letters;
use crate::memory::Memory;
use crate::printing::Glyphs;
use crate::progress::{Stage, Steps};
use crate::settings::Settings;
use crate::stored::{Reader, Stored, stored};
use crate::theme::unknown;
use perfil_import as import;
use perfil_model::language::{Date, Locale, Name, Tag};
use perfil_model::profile::{Hue, Id, Profile};
use perfil_source::{self as source, Context, Problem};
use std::path::Path;
use std::sync::Arc;

/// One of the people of a site. It holds only what the pages of others show, because a site can
/// have many people; profiles are read again when their own pages are built.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The last segment of the person's URL.
    pub slug: Id,
    /// The person's name.
    pub name: Name,
    /// The language of plain texts in the profile, if it names one.
    pub language: Option<Tag>,
    /// The hue of the person's accent colour, if the profile sets one.
    pub accent: Option<Hue>,
    /// The theme of the person's pages, if the profile names one.
    pub theme: Option<Id>,
    /// When the profile was last changed, if its owner states it.
    pub last_modified: Option<Date>,
    /// Whether the profile is a draft.
    pub is_draft: bool,
    /// The files of the profile.
    files: Vec<File>,
}

stored!(Person { slug, name, language, accent, theme, last_modified, is_draft, files });

impl Person {
    fn new(slug: &Id, profile: &Profile, files: Vec<File>) -> Self {
        Self {
            slug: slug.clone(),
            name: profile.name.clone(),
            language: profile.language.clone(),
            accent: profile.accent,
            theme: profile.theme.clone(),
            last_modified: profile.last_modified,
            is_draft: profile.is_draft(),
            files,
        }
    }

    /// Reads the public part of the person's profile.
    ///
    /// # Errors
    ///
    /// Returns the problems of a profile that has changed since it was checked.
    pub(crate) fn profile(
        &self,
        files: &dyn Files,
        content: &Content,
    ) -> Result<Profile, Vec<Finding>> {
        let mut findings = Vec::new();
        let Some(sources) = Sources::read(files, &self.files, &mut findings) else {
            return Err(findings);
        };
        let Settings { languages, default_language, .. } = &content.settings;
        let locales = &content.locales;
        let context = import::ImportContext { languages, locales, default: Some(default_language) };
        let mut imported = sources.import(&context)?;
        images::settle(files, &content.folder, sources.own(), &mut imported);
        let mut reading = Context::default();
        let profile = Profile::read(&source::redact(imported.node), &mut reading);
        let (problems, _) = reading.finish();
        let is_good = !problems.iter().any(Problem::is_error);
        let is_as_checked =
            |profile: &Profile| Self::new(&self.slug, profile, self.files.clone()) == *self;
        profile.filter(|profile| is_good && is_as_checked(profile)).ok_or_else(|| {
            let message = "the profile was changed while the site was made";
            let file = self.files.iter().map(|file| file.path.as_path()).next();
            vec![Finding::of_file(file.unwrap_or(&content.folder), message, "Build it again.")]
        })
    }
}

/// The context that a profile is checked in.
pub(crate) struct CheckContext<'a> {
    /// Where the owner's files are.
    pub files: &'a dyn Files,
    /// The content folder, if the profile belongs to one.
    pub folder: Option<&'a Path>,
    /// The languages of the site.
    pub languages: &'a [Tag],
    /// The site's words.
    pub locales: &'a [Locale],
    /// The language of plain texts in a profile that names none.
    pub default: Option<&'a Tag>,
    /// The fonts that PDFs are rendered with.
    pub glyphs: &'a Glyphs,
}

/// The site whose people are read.
pub(crate) struct Site<'a> {
    pub files: &'a dyn Files,
    pub folder: &'a Path,
    pub translations: Translations,
    pub settings: &'a Settings,
    pub locales: &'a [Locale],
    pub glyphs: &'a Glyphs,
    /// What is known of the people who have not changed.
    pub memory: Option<&'a Memory<Checked>>,
}

/// A person as the check found them, with everything else that it found.
pub(crate) type Checked = (Option<Person>, Loaded);

/// What the check of a person has found, except what only `check` shows.
impl Stored for Loaded {
    fn store(&self, to: &mut Vec<u8>) {
        let Self { content: _, findings, coverage: _, drafts: _, letters } = self;
        findings.store(to);
        letters.store(to);
    }

    fn restore(from: &mut Reader) -> Option<Self> {
        let (findings, letters) = (Vec::restore(from)?, Letters::restore(from)?);
        Some(Self { findings, letters, ..Self::default() })
    }
}

/// What is done with drafts, which are checked in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drafts {
    /// They are part of the site.
    Included,
    /// Nothing of them is in the site.
    LeftOut,
}

/// Reads the people of a site.
pub(crate) fn people(
    site: &Site,
    environment: Environment,
    drafts: Drafts,
    loaded: &mut Loaded,
) -> Vec<Person> {
    let slugs = &site.settings.profiles;
    let steps = Steps::new(environment.watch, Stage::Profiles, slugs.len());
    let read = environment::map(environment.workers, slugs, |slug| {
        let known = site.memory.and_then(|memory| memory.get(slug));
        let checked = known.unwrap_or_else(|| {
            let mut found = Loaded::default();
            let person = read(site, slug, &mut found);
            let checked = Arc::new((person, found));
            if let Some(memory) = site.memory {
                memory.keep(slug, Arc::clone(&checked));
            }
            checked
        });
        steps.step();
        checked
    });
    let mut people = Vec::new();
    for checked in read {
        let (person, found) = Arc::unwrap_or_clone(checked);
        loaded.findings.extend(found.findings);
        loaded.coverage.extend(found.coverage);
        if let Some(draft) = person.as_ref().filter(|person| person.is_draft) {
            loaded.drafts.push(draft.slug.clone());
            if drafts == Drafts::LeftOut {
                continue;
            }
        }
        people.extend(person);
        loaded.letters.extend(found.letters);
    }
    people
}

/// Checks the profile of a person; a missing file was already reported where the person is listed.
pub(crate) fn read(site: &Site, slug: &Id, loaded: &mut Loaded) -> Option<Person> {
    let &Site { files, folder, settings, locales, glyphs, .. } = site;
    let mut paths: Vec<_> = sources::candidates(folder, slug).collect();
    paths.retain(|path| files.exists(path));
    loaded.findings.extend(sources::duplicates(&paths));
    let check = CheckContext {
        files,
        folder: Some(folder),
        languages: &settings.languages,
        locales,
        default: Some(&settings.default_language),
        glyphs,
    };
    let sources = site.translations.files(paths.first()?);
    let profile = profile(&sources, &check, loaded)?;
    Some(Person::new(slug, &profile, sources))
}

/// Checks a profile with its private values, and returns it without them.
pub(crate) fn profile(
    files: &[File],
    check: &CheckContext,
    loaded: &mut Loaded,
) -> Option<Profile> {
    let sources = Sources::read(check.files, files, &mut loaded.findings)?;
    let site = import::ImportContext {
        languages: check.languages,
        locales: check.locales,
        default: check.default,
    };
    let mut imported = match sources.import(&site) {
        Ok(imported) => imported,
        Err(findings) => {
            loaded.findings.extend(findings);
            return None;
        }
    };
    if let Some(folder) = check.folder {
        images::settle(check.files, folder, sources.own(), &mut imported);
    }
    let revealed = source::reveal(imported.node.clone());
    let public = source::redact(imported.node.clone());
    let mut context = Context::new(check.languages.iter().map(Tag::to_string).collect());
    let whole = Profile::read(&revealed, &mut context);
    let (mut problems, texts) = context.finish();
    let both = (&revealed, &public);
    let images = |folder| images::problems(check.files, folder, both, check.glyphs);
    problems.extend(check.folder.map(images).unwrap_or_default());
    problems.extend(check.folder.and_then(|folder| unknown(check.files, folder, &revealed)));
    let mut problems = imported.located(problems);
    problems.extend(imported.report.iter().cloned());
    problems.sort_by_key(|problem| problem.span.as_ref().map(|span| span.start));
    let is_good = !problems.iter().any(Problem::is_error);
    loaded.findings.extend(sources.findings(problems));

    let whole = whole.filter(|_| is_good)?;
    let own = whole.language.as_ref().or(check.default);
    let missing = coverage::missing(&texts, check.languages, own);
    loaded.findings.extend(sources.findings(imported.located(missing)));
    let path = &files.first()?.path;
    loaded.coverage.push(coverage::count(path, imported.kind, &texts, check.languages, own));

    let mut context = Context::default();
    loaded.letters.add_texts(&public);
    let published = Profile::read(&public, &mut context);
    let (problems, _) = context.finish();
    let boxes = check.glyphs.missing(&public).into_iter().collect();
    loaded.findings.extend(sources.findings(imported.located(boxes)));
    loaded.findings.extend(sources.findings(imported.located(private(problems))));
    published
}

/// Explains the errors that occur only once the private values are removed, which all have one
/// reason. Warnings were reported before.
fn private(problems: Vec<Problem>) -> Vec<Problem> {
    problems
        .into_iter()
        .filter(Problem::is_error)
        .map(|problem| Problem {
            message: format!("{}, because it is private", problem.message),
            remedy: "Make it public: the page requires it.".into(),
            ..problem
        })
        .collect()
}
