//! Everything of a site that Typst sets: its profiles on paper, and the pictures for links.

use super::on_paper;
use super::picture::{self, SitePicture};
use crate::content::{Content, Person};
use crate::environment::{self, Deep, Environment, Files};
use crate::finding::Finding;
use crate::output::{Output, Tree};
use crate::pictures;
use crate::printing::{Glyphs, Portrait};
use crate::progress::{Stage, Steps};
use crate::urls;
use perfil_export::{PaperSize, Subject};
use perfil_localize::{Localized, Localizer};
use perfil_model::language::Locale;
use perfil_model::profile::Profile;
use perfil_view::Likeness;
use std::sync::{Mutex, PoisonError};

/// The paper sizes in which every profile of a site is rendered.
pub(crate) fn papers(content: &Content) -> &[PaperSize] {
    if content.glyphs.are_there() { content.settings.papers() } else { &[] }
}

/// Whether there are pictures for links.
fn has_pictures(content: &Content) -> bool {
    content.glyphs.are_there() && content.settings.has_link_pictures()
}

/// What is set by one task.
enum Task<'a> {
    /// A profile in one language: its picture, and every paper size.
    Profile(&'a Person, &'a Locale),
    /// The picture of the site in one language.
    Site(Box<SitePicture>),
}

impl Task<'_> {
    /// Returns the paths of what it sets.
    fn paths(&self, content: &Content) -> Vec<String> {
        match self {
            Self::Site(picture) => vec![picture.path.clone()],
            Self::Profile(person, locale) => {
                let picture = || picture::path(&locale.tag, &person.slug);
                let paper = |paper: &PaperSize| on_paper(*paper, &locale.tag, &person.slug);
                let papers = papers(content).iter().map(paper);
                has_pictures(content).then(picture).into_iter().chain(papers).collect()
            }
        }
    }

    /// Adds those files that are wanted.
    fn set(
        &self,
        files: &dyn Files,
        output: &dyn Output,
        content: &Content,
        is_wanted: &dyn Fn(&str) -> bool,
    ) -> Result<(), Vec<Finding>> {
        match self {
            Self::Profile(person, locale) => {
                set(files, output, content, (person, locale), is_wanted)
            }
            Self::Site(picture) => {
                picture.add(output, content).map_err(|problem| vec![defect(content, &problem)])
            }
        }
    }
}

/// Returns everything that is set.
fn tasks(content: &Content) -> Vec<Task<'_>> {
    let is_shared = has_pictures(content) && !content.is_single();
    let pictures = content.locales.iter().filter(|_| is_shared);
    let pictures = pictures.filter_map(|locale| picture::site_picture(content, locale));
    let profiles = content
        .people
        .iter()
        .flat_map(|person| content.locales.iter().map(move |it| Task::Profile(person, it)));
    pictures.map(|it| Task::Site(Box::new(it))).chain(profiles).collect()
}

/// An output that counts the files that it receives.
struct Counted<'a> {
    output: &'a dyn Output,
    steps: Steps<'a>,
}

impl Output for Counted<'_> {
    fn add(&self, path: &str, bytes: Vec<u8>) {
        self.output.add(path, bytes);
        self.steps.step();
    }

    fn is_closed(&self) -> bool {
        self.output.is_closed()
    }
}

/// Adds everything that is typeset.
pub(crate) fn add(
    environment: Environment,
    output: &dyn Output,
    content: &Content,
) -> Result<(), Vec<Finding>> {
    let all = tasks(content);
    let count = all.iter().map(|task| task.paths(content).len()).sum();
    if count == 0 {
        return Ok(());
    }
    let steps = Steps::new(environment.watch, Stage::Papers, count);
    let counted = Counted { output, steps };
    let files = environment.files;
    let results = environment::map(&Deep(environment.workers), &all, |task| {
        task.set(files, &counted, content, &|_| !output.is_closed())
    });
    if results.len() < all.len() {
        return Err(vec![defect(content, "it panicked")]);
    }
    results.into_iter().collect()
}

/// Sets what has a path of the site; `None` if nothing that is set has it.
pub(crate) fn one(
    environment: Environment,
    content: &Content,
    path: &str,
) -> Option<Result<Vec<u8>, Vec<Finding>>> {
    let task =
        tasks(content).into_iter().find(|task| task.paths(content).iter().any(|it| it == path))?;
    let tree = Mutex::new(Tree::default());
    let results = environment::map(&Deep(environment.workers), &[task], |task| {
        task.set(environment.files, &tree, content, &|it| it == path)
    });
    let tree = tree.into_inner().unwrap_or_else(PoisonError::into_inner);
    let set = match results.into_iter().next() {
        Some(result) => result.map(|()| tree.get(path).unwrap_or_default().to_vec()),
        None => Err(vec![defect(content, "it panicked")]),
    };
    Some(set)
}

/// Adds what is set of a profile in one language, as far as it is wanted.
fn set(
    files: &dyn Files,
    output: &dyn Output,
    content: &Content,
    (person, locale): (&Person, &Locale),
    is_wanted: &dyn Fn(&str) -> bool,
) -> Result<(), Vec<Finding>> {
    let profile = &person.profile(files, content)?;
    let typesetting = Typesetting { files, content, person, profile };
    let chain = content.chain(&locale.tag, person);
    let localizer = Localizer::new(&chain, locale);
    let localized = localizer.profile(profile, Likeness::default());
    let subject = (&localizer, &localized);
    let portrait = typesetting.portrait();
    let path = picture::path(&locale.tag, &person.slug);
    if has_pictures(content) && is_wanted(&path) {
        let picture = typesetting.picture(subject, portrait.as_ref());
        output.add(&path, picture.map_err(|problem| vec![defect(content, &problem)])?);
    }
    for paper in papers(content) {
        let path = on_paper(*paper, &locale.tag, &person.slug);
        if is_wanted(&path) {
            let file = typesetting.cv(subject, *paper, portrait.as_ref());
            output.add(&path, file.map_err(|finding| vec![finding])?);
        }
    }
    Ok(())
}

/// Creates a finding for an internal error, which the owner cannot fix.
fn defect(content: &Content, problem: &str) -> Finding {
    Finding::defect(&content.folder, format!("a profile cannot be typeset: {problem}"))
}

/// A profile that is typeset.
pub(super) struct Typesetting<'a> {
    pub files: &'a dyn Files,
    pub content: &'a Content,
    pub person: &'a Person,
    pub profile: &'a Profile,
}

impl Typesetting<'_> {
    /// Returns the portrait, if there is one that can be decoded; `check` warns if it cannot.
    pub(super) fn portrait(&self) -> Option<Portrait> {
        let path = self.profile.image.as_ref()?.to_string();
        let file = pictures::read(self.files, &self.content.folder, &path).ok()?;
        Glyphs::portrait(&file).ok()
    }

    /// Renders the profile as PDF.
    pub(super) fn cv(
        &self,
        subject: (&Localizer, &Localized),
        paper: PaperSize,
        portrait: Option<&Portrait>,
    ) -> Result<Vec<u8>, Finding> {
        let content = self.content;
        let look = content.look(self.person);
        let file = self.with(subject, |it| content.glyphs.file(it, paper, look, portrait));
        file.map_err(|fault| {
            let finding = content.themes.finding(self.person, &content.folder, &fault);
            finding.unwrap_or_else(|| defect(content, &fault.message))
        })
    }

    /// Renders the picture for links as PNG.
    fn picture(
        &self,
        subject: (&Localizer, &Localized),
        portrait: Option<&Portrait>,
    ) -> Result<Vec<u8>, String> {
        self.with(subject, |it| picture::render(self.content, self.person, it, portrait))
    }

    fn with<T>(
        &self,
        (localizer, shown): (&Localizer, &Localized),
        render: impl FnOnce(&Subject) -> T,
    ) -> T {
        let page = urls::page(&localizer.locale().tag, self.content.target(self.person));
        let page = self.content.urls.canonical(&self.content.urls.path(&page));
        render(&Subject { profile: self.profile, localizer, shown, page: &page, image: None })
    }
}
