//! A single profile as PDF, which may be tailored to an application.

use super::typesetting::Typesetting;
use crate::contained::Contained;
use crate::content::{Content, Person, load};
use crate::environment::Environment;
use crate::finding::Finding;
use perfil_export::PaperSize;
use perfil_localize::Localizer;
use perfil_model::language::Locale;
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
    let contained = Contained::new(environment.files, folder);
    let environment = Environment { files: &contained, ..environment };
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
    let content = &content;
    let typesetting = Typesetting { files: environment.files, content, person, profile: &profile };
    let portrait = typesetting.portrait();
    let subject = (&localizer, &localized);
    typesetting.cv(subject, request.paper, portrait.as_ref()).map_err(|finding| vec![finding])
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
