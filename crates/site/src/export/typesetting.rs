//! Everything of a site that Typst sets: its profiles on paper, and the pictures for links.

use super::on_paper;
use super::picture::{self, SitePicture};
use crate::content::{Content, Person};
use crate::environment::{self, Deep, Environment, Files};
use crate::finding::Finding;
use crate::output::Output;
use crate::printing::{Glyphs, Portrait};
use crate::progress::{Stage, Steps};
use crate::urls;
use perfil_export::{PaperSize, Subject};
use perfil_localize::{Localized, Localizer};
use perfil_model::language::Locale;
use perfil_model::profile::Profile;
use perfil_view::Likeness;

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
    Site(&'a SitePicture),
}

/// Adds everything that is typeset.
pub(crate) fn add(
    environment: Environment,
    output: &dyn Output,
    content: &Content,
    pictures: &[SitePicture],
) -> Result<(), Vec<Finding>> {
    let papers = papers(content);
    let of_person = papers.len() + usize::from(has_pictures(content));
    if of_person == 0 {
        return Ok(());
    }
    let people = content.people.iter();
    let profiles =
        people.flat_map(|person| content.locales.iter().map(move |it| Task::Profile(person, it)));
    let all: Vec<_> = pictures.iter().map(Task::Site).chain(profiles).collect();
    let count = pictures.len() + (all.len() - pictures.len()) * of_person;
    let steps = &Steps::new(environment.watch, Stage::Papers, count);
    let files = environment.files;
    let results = environment::map(&Deep(environment.workers), &all, |task| match task {
        _ if output.is_closed() => Ok(()),
        Task::Profile(person, locale) => set(files, output, content, (person, locale), steps),
        Task::Site(picture) => {
            let added = picture.add(output, content);
            steps.step();
            added.map_err(|problem| vec![defect(content, &problem)])
        }
    });
    if results.len() < all.len() {
        return Err(vec![defect(content, "it panicked")]);
    }
    results.into_iter().collect()
}

/// Adds what is set of a profile in one language.
fn set(
    files: &dyn Files,
    output: &dyn Output,
    content: &Content,
    (person, locale): (&Person, &Locale),
    steps: &Steps,
) -> Result<(), Vec<Finding>> {
    let profile = &person.profile(files, content)?;
    let typesetting = Typesetting { files, content, person, profile };
    let chain = content.chain(&locale.tag, person);
    let localizer = Localizer::new(&chain, locale);
    let localized = localizer.profile(profile, Likeness::default());
    let subject = (&localizer, &localized);
    let portrait = typesetting.portrait();
    let defect = |problem: String| vec![defect(content, &problem)];
    if has_pictures(content) {
        let picture = typesetting.picture(subject, portrait.as_ref()).map_err(defect)?;
        output.add(&picture::path(&locale.tag, &person.slug), picture);
        steps.step();
    }
    for paper in papers(content) {
        if output.is_closed() {
            return Ok(());
        }
        let file = typesetting.cv(subject, *paper, portrait.as_ref());
        let file = file.map_err(|finding| vec![finding])?;
        output.add(&on_paper(*paper, &locale.tag, &person.slug), file);
        steps.step();
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
        let path = self.content.folder.join(self.profile.image.as_ref()?.to_string());
        Glyphs::portrait(&self.files.read(&path).ok()?).ok()
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
