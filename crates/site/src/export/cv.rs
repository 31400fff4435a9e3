//! Profiles as PDF: all of a site, or a single one tailored to an application.

use super::on_paper;
use crate::content::Person;
use crate::content::{Content, load};
use crate::environment::{self, Deep, Environment, Files};
use crate::finding::Finding;
use crate::output::Output;
use crate::progress::{Stage, Steps};
use crate::theme::accent;
use crate::urls;
use perfil_export::{PaperSize, Subject};
use perfil_localize::{Localized, Localizer};
use perfil_model::language::Locale;
use perfil_model::profile::Profile;
use perfil_source::suggestion;
use perfil_view::{Evidence, Likeness};
use std::path::Path;

/// A request for a CV.
#[derive(Clone, Debug)]
pub struct CvRequest {
    /// The name of the profile as listed in `site.json`.
    pub profile: String,
    /// The language (BCP 47), if not the site's default.
    pub language: Option<String>,
    /// The paper size.
    pub paper: PaperSize,
    /// The skills that the CV is tailored to, by their names in URLs; empty for the whole profile.
    pub focus: Vec<String>,
}

/// Renders the CV of one person of the site in a folder as PDF.
///
/// # Errors
///
/// Returns every problem of the content, and each part of the request that does not exist.
pub fn cv(
    environment: Environment,
    folder: &Path,
    request: &CvRequest,
) -> Result<Vec<u8>, Vec<Finding>> {
    let loaded = load(environment, folder, None);
    let content = loaded.content.ok_or(loaded.findings)?;
    let error = |message: String, remedy: String| {
        vec![Finding::of_file(&folder.join("site.json"), message, remedy)]
    };
    let (person, locale) = match (person(&content, request), locale(&content, request)) {
        (Ok(person), Ok(locale)) => (person, locale),
        (person, locale) => {
            let both = [person.err(), locale.err()].into_iter().flatten();
            return Err(both.flat_map(|(message, remedy)| error(message, remedy)).collect());
        }
    };
    let chain = content.chain(&locale.tag, person);
    let localizer = Localizer::new(&chain, locale);
    let profile = person.profile(environment.files, &content)?;
    let localized = localizer.profile(&profile, Likeness::default());
    let unknown = request.focus.iter().filter(|id| {
        let is_it = |skill: &Evidence| skill.id == **id;
        !localized.profile.skills.iter().any(is_it)
    });
    let unknown: Vec<Finding> = unknown
        .flat_map(|id| {
            let known = localized.profile.skills.iter().map(|skill| skill.id.as_str());
            let all = || format!("Use any of: {}.", known.clone().collect::<Vec<_>>().join(", "));
            let remedy = suggestion(id, known.clone()).unwrap_or_else(all);
            error(format!("{} shows no skill {id:?}", person.slug), remedy)
        })
        .collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let localized =
        if request.focus.is_empty() { localized } else { localized.tailored(&request.focus) };
    if !content.glyphs.are_there() {
        let remedy = "Take \"papers\": [] out of it, and build Perfil with its feature `pdf`.";
        return Err(error("this site has no PDFs".into(), remedy.into()));
    }
    set(&content, (person, &profile), &localizer, &localized, request.paper)
        .map_err(|problem| vec![defect(&content, &problem)])
}

/// The paper sizes in which every profile of a site is rendered.
pub(crate) fn papers(content: &Content) -> &[PaperSize] {
    if content.glyphs.are_there() { content.settings.papers() } else { &[] }
}

/// Adds every profile in every language and paper size.
pub(crate) fn add(
    environment: Environment,
    output: &dyn Output,
    content: &Content,
) -> Result<(), Vec<Finding>> {
    let papers = papers(content);
    if papers.is_empty() {
        return Ok(());
    }
    let people = &content.people;
    let all: Vec<_> = people
        .iter()
        .flat_map(|person| content.locales.iter().map(move |it| (person, it)))
        .collect();
    let steps = Steps::new(environment.watch, Stage::Papers, all.len() * papers.len());
    let results = environment::map(&Deep(environment.workers), &all, |(person, locale)| {
        print(environment.files, output, content, (person, locale), &steps)
    });
    if results.len() < all.len() {
        return Err(vec![defect(content, "it panicked")]);
    }
    results.into_iter().collect()
}

/// Adds a profile in one language in every paper size.
fn print(
    files: &dyn Files,
    output: &dyn Output,
    content: &Content,
    (person, locale): (&Person, &Locale),
    steps: &Steps,
) -> Result<(), Vec<Finding>> {
    if output.is_closed() {
        return Ok(());
    }
    let profile = person.profile(files, content)?;
    let chain = content.chain(&locale.tag, person);
    let localizer = Localizer::new(&chain, locale);
    let localized = localizer.profile(&profile, Likeness::default());
    for paper in papers(content) {
        if output.is_closed() {
            return Ok(());
        }
        let file = set(content, (person, &profile), &localizer, &localized, *paper)
            .map_err(|problem| vec![defect(content, &problem)])?;
        output.add(&on_paper(*paper, &locale.tag, &person.slug), file);
        steps.step();
    }
    Ok(())
}

/// Creates a finding for an internal error, which the owner cannot fix.
fn defect(content: &Content, problem: &str) -> Finding {
    Finding::defect(&content.folder, format!("a profile cannot be set on paper: {problem}"))
}

fn set(
    content: &Content,
    (person, profile): (&Person, &Profile),
    localizer: &Localizer,
    localized: &Localized,
    paper: PaperSize,
) -> Result<Vec<u8>, String> {
    let page = urls::page(&localizer.locale().tag, content.target(person));
    let page = content.urls.canonical(&content.urls.path(&page));
    let subject = Subject { profile, localizer, shown: localized, page: &page, image: None };
    let [light, _] = content.themes.of(person).1.schemes();
    let accent = accent::tones(content.hue(person).0, light).accent;
    content.glyphs.file(&subject, paper, &accent)
}

/// A message and its remedy.
type RequestError = (String, String);

fn person<'a>(content: &'a Content, request: &CvRequest) -> Result<&'a Person, RequestError> {
    let slug = request.profile.as_str();
    let names: Vec<String> = content.people.iter().map(|person| person.slug.to_string()).collect();
    let found = content.people.iter().find(|person| person.slug.to_string() == slug);
    found.ok_or_else(|| {
        let remedy = suggestion(slug, names.iter().map(String::as_str));
        let all = || format!("Use one of: {}.", names.join(", "));
        (format!("the site has no profile {slug:?}"), remedy.unwrap_or_else(all))
    })
}

fn locale<'a>(content: &'a Content, request: &CvRequest) -> Result<&'a Locale, RequestError> {
    let default = content.settings.default_language.as_str();
    let tag = request.language.as_deref().unwrap_or(default);
    let found = content.locales.iter().find(|locale| locale.tag.as_str() == tag);
    found.ok_or_else(|| {
        let tags: Vec<&str> = content.locales.iter().map(|locale| locale.tag.as_str()).collect();
        let remedy = format!("Use one of: {}.", tags.join(", "));
        (format!("the site has no language {tag:?}"), remedy)
    })
}
