//! One person's CV on its own, tailored to what it is sent for.

use super::assets::{chain, hue};
use super::content::{Content, load};
use super::finding::Finding;
use super::urls::{self, Target};
use crate::export::{Paper, Subject};
use crate::localize::Localizer;
use crate::source::suggestion;
use crate::view::{Evidence, Likeness};
use std::path::Path;

/// Which CV is asked for.
#[derive(Clone, Debug)]
pub struct CvRequest {
    /// The name of the profile, as `site.json` lists it.
    pub profile: String,
    /// The language (BCP 47) instead of the site's default.
    pub language: Option<String>,
    /// The size of paper.
    pub paper: Paper,
    /// The skills that it is tailored to, by their names in addresses; all of it where there are
    /// none.
    pub focus: Vec<String>,
}

/// The CV of one person of the site in a folder, as PDF.
///
/// # Errors
///
/// Gives every problem of the content, and each part of the request that there is not.
pub fn cv(folder: &Path, request: &CvRequest) -> Result<Vec<u8>, Vec<Finding>> {
    let loaded = load(folder, None);
    let content = loaded.content.ok_or(loaded.findings)?;
    let wrong = |message: String, remedy: String| {
        vec![Finding::of_file(&folder.join("site.json"), message, remedy)]
    };
    let (person, locale) = match (person(&content, request), locale(&content, request)) {
        (Ok(person), Ok(locale)) => (person, locale),
        (person, locale) => {
            let both = [person.err(), locale.err()].into_iter().flatten();
            return Err(both.flat_map(|(message, remedy)| wrong(message, remedy)).collect());
        }
    };
    let chain = chain(&content, &locale.tag, person);
    let localizer = Localizer::new(&chain, locale);
    let whole = localizer.profile(&person.profile, Likeness::default());
    let unknown = request.focus.iter().filter(|id| {
        let is_it = |skill: &Evidence| skill.id == **id;
        !whole.profile.skills.iter().any(is_it)
    });
    let unknown: Vec<Finding> = unknown
        .flat_map(|id| {
            let known = whole.profile.skills.iter().map(|skill| skill.id.as_str());
            let all = || format!("Use any of: {}.", known.clone().collect::<Vec<_>>().join(", "));
            let remedy = suggestion(id, known.clone()).unwrap_or_else(all);
            wrong(format!("{} shows no skill {id:?}", person.slug), remedy)
        })
        .collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let shown = if request.focus.is_empty() { whole } else { whole.tailored(&request.focus) };
    let is_single = content.people.len() == 1;
    let target = if is_single { Target::Home } else { Target::Person(&person.slug) };
    let page = content.urls.canonical(&content.urls.path(&urls::page(&locale.tag, target)));
    let subject = Subject {
        profile: &person.profile,
        localizer: &localizer,
        shown: &shown,
        page: &page,
        image: None,
    };
    let files = content.glyphs.files(&subject, &[request.paper], hue(&content, person));
    let file = files.map(|files| files.into_iter().next().map(|(_, file)| file));
    match file {
        Ok(Some(file)) => Ok(file),
        Ok(None) => {
            let remedy = "Take \"papers\": [] out of it, and build Perfil with its feature `pdf`.";
            Err(wrong("this site has no PDFs".into(), remedy.into()))
        }
        Err(problem) => {
            let message = format!("the profile cannot be set on paper: {problem}");
            Err(wrong(message, "Please report this.".into()))
        }
    }
}

/// What is wrong, and what to do.
type Wrong = (String, String);

fn person<'a>(content: &'a Content, request: &CvRequest) -> Result<&'a super::Person, Wrong> {
    let slug = request.profile.as_str();
    let names: Vec<String> = content.people.iter().map(|person| person.slug.to_string()).collect();
    let found = content.people.iter().find(|person| person.slug.to_string() == slug);
    found.ok_or_else(|| {
        let remedy = suggestion(slug, names.iter().map(String::as_str));
        let all = || format!("Use one of: {}.", names.join(", "));
        (format!("the site has no profile {slug:?}"), remedy.unwrap_or_else(all))
    })
}

fn locale<'a>(
    content: &'a Content,
    request: &CvRequest,
) -> Result<&'a crate::language::Locale, Wrong> {
    let default = content.settings.default_language.as_str();
    let tag = request.language.as_deref().unwrap_or(default);
    let found = content.locales.iter().find(|locale| locale.tag.as_str() == tag);
    found.ok_or_else(|| {
        let tags: Vec<&str> = content.locales.iter().map(|locale| locale.tag.as_str()).collect();
        let remedy = format!("Use one of: {}.", tags.join(", "));
        (format!("the site has no language {tag:?}"), remedy)
    })
}
