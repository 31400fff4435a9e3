//! The page of every person in every language, and the directories.

use super::assets::{Assets, chain, hue, site_hue};
use super::content::Content;
use super::output::hash;
use super::person::Person;
use super::render::fragment;
use super::urls;
use crate::language::{Chain, Locale, Tag};
use crate::localize::Localizer;
use crate::pages::{Someone, finder, palette};
use crate::profile::{Hue, Id};
use crate::view::{Alternate, Body, Directory, Page, Person as Shown, Text};
use rayon::prelude::*;

/// Every page, in the order of the languages and then of the people.
pub(super) fn pages(content: &Content, assets: &Assets) -> Vec<Page> {
    let is_single = content.people.len() == 1;
    content
        .locales
        .par_iter()
        .flat_map(|locale| {
            let people = content.people.par_iter().map(move |person| {
                let slug = (!is_single).then_some(&person.slug);
                revised(profile(content, assets, locale, person, slug))
            });
            let directory = (!is_single).then(|| revised(directory(content, assets, locale)));
            directory.into_par_iter().chain(people)
        })
        .collect()
}

/// Names the state of a page by the hash of everything it shows.
fn revised(page: Page) -> Page {
    let written = serde_json::to_vec(&page).unwrap_or_default();
    Page { revision: hash(&written)[..12].to_owned(), ..page }
}

fn profile(
    content: &Content,
    assets: &Assets,
    locale: &Locale,
    person: &Person,
    slug: Option<&Id>,
) -> Page {
    let chain = chain(content, &locale.tag, person);
    let localizer = Localizer::new(&chain, locale);
    let mut shown = localizer.profile(&person.profile, assets.likeness(person, &chain));
    let path = content.urls.path(&urls::page(&locale.tag, slug));
    if shown.items > 0 {
        shown.finder = fragment(|| finder(&shown, &path, &locale.interface));
    }
    let name = &shown.name.text;
    let title = shown
        .headline
        .as_ref()
        .map_or_else(|| name.clone(), |headline| format!("{name} – {}", headline.text));
    let summary = person.profile.summary.as_ref().map(|text| localizer.unmarked(text));
    let description = summary.unwrap_or_else(|| {
        let focus = shown.focus.iter().map(|item| item.text.as_str());
        let place = localizer.location(person.profile.location.as_ref());
        let parts = [title.as_str()]
            .into_iter()
            .chain(focus)
            .chain(place.as_ref().map(|place| place.text.as_str()));
        parts.collect::<Vec<_>>().join(" · ")
    });
    let hue = hue(content, person);
    page(content, locale, slug, title, &description, hue, Body::Profile(Box::new(shown)))
}

fn directory(content: &Content, assets: &Assets, locale: &Locale) -> Page {
    let chain = site_chain(content, &locale.tag);
    let localizer = Localizer::new(&chain, locale);
    let settings = &content.settings;
    let people = content.people.iter().map(|person| shown(content, assets, locale, person));
    let title = localizer.text(&settings.title);
    let description = settings
        .description
        .as_ref()
        .map_or_else(|| title.text.clone(), |text| localizer.unmarked(text));
    let body = Body::Directory(Directory {
        title: title.clone(),
        summary: settings.description.as_ref().map(|text| localizer.prose(text)),
        people: people.collect(),
    });
    page(content, locale, None, title.text, &description, site_hue(content), body)
}

fn shown(content: &Content, assets: &Assets, locale: &Locale, person: &Person) -> Shown {
    let chain = chain(content, &locale.tag, person);
    let localizer = Localizer::new(&chain, locale);
    let profile = &person.profile;
    Shown {
        path: content.urls.path(&urls::page(&locale.tag, Some(&person.slug))),
        name: localizer.name(&profile.name),
        headline: profile.headline.as_ref().map(|text| localizer.text(text)),
        focus: profile.focus.iter().map(|text| localizer.text(text)).collect(),
        location: localizer.location(profile.location.as_ref()),
        likeness: assets.likeness(person, &chain),
        hue: hue(content, person).0.into(),
    }
}

fn site_chain(content: &Content, page: &Tag) -> Chain {
    let default = &content.settings.default_language;
    Chain::new(page, default, default)
}

fn page(
    content: &Content,
    locale: &Locale,
    slug: Option<&Id>,
    title: String,
    description: &str,
    hue: Hue,
    body: Body,
) -> Page {
    let path = content.urls.path(&urls::page(&locale.tag, slug));
    let page = Page {
        revision: String::new(),
        canonical: content.urls.canonical(&path),
        default: default(content, slug),
        path,
        lang: locale.tag.to_string(),
        dir: locale.tag.direction().to_owned(),
        title,
        description: shortened(description),
        hue: hue.0.into(),
        site: site_name(content, locale),
        home: content.urls.path(&urls::page(&locale.tag, None)),
        languages: content.locales.iter().map(|other| alternate(content, other, slug)).collect(),
        words: locale.interface.clone(),
        body,
        palette: String::new(),
    };
    let palette = fragment(|| palette(&page, &reachable(content, locale)));
    Page { palette, ..page }
}

/// How many people a page lists to be gone to; on a larger site they are found in the directory.
const MOST_REACHABLE: usize = 100;

/// Everybody who can be gone to from any page.
fn reachable(content: &Content, locale: &Locale) -> Vec<Someone> {
    if content.people.len() > MOST_REACHABLE || content.people.len() == 1 {
        return Vec::new();
    }
    let someone = |person: &Person| {
        let chain = chain(content, &locale.tag, person);
        let name = Localizer::new(&chain, locale).name(&person.profile.name).text;
        (name, content.urls.path(&urls::page(&locale.tag, Some(&person.slug))))
    };
    content.people.iter().map(someone).collect()
}

/// The address for visitors whose language the site does not have: for the first pages the chooser,
/// for a profile its page in the default language.
fn default(content: &Content, slug: Option<&Id>) -> String {
    let tag = &content.settings.default_language;
    let path = slug.map_or_else(String::new, |slug| urls::page(tag, Some(slug)));
    content.urls.canonical(&content.urls.path(&path))
}

/// The site's name in a language.
pub(super) fn site_name(content: &Content, locale: &Locale) -> Text {
    let chain = site_chain(content, &locale.tag);
    Localizer::new(&chain, locale).text(&content.settings.title)
}

fn alternate(content: &Content, locale: &Locale, slug: Option<&Id>) -> Alternate {
    let path = content.urls.path(&urls::page(&locale.tag, slug));
    Alternate {
        lang: locale.tag.to_string(),
        dir: locale.tag.direction().to_owned(),
        name: locale.name.clone(),
        canonical: content.urls.canonical(&path),
        path,
    }
}

/// As much of a text as search engines show, up to the end of a word.
fn shortened(text: &str) -> String {
    const MOST: usize = 160;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST - 1).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', '.', ';', ':']))
}
