//! The pages of the directory: everybody on the site, so many to a page that each stays light.

use super::assets::{Assets, chain, hue, site_hue};
use super::content::Content;
use super::person::Person;
use super::urls::{self, Target};
use super::views;
use crate::language::Locale;
use crate::localize::Localizer;
use crate::view::{Body, Directory, Page, PageLink, Person as Shown};

/// The most people on one page.
const PEOPLE: usize = 50;

/// How many pages the directory has.
pub(super) fn pages(content: &Content) -> usize {
    content.people.len().div_ceil(PEOPLE)
}

/// One page of the directory; the first has the number 1.
pub(super) fn page(content: &Content, assets: &Assets, locale: &Locale, number: usize) -> Page {
    let chain = views::site_chain(content, &locale.tag);
    let localizer = Localizer::new(&chain, locale);
    let settings = &content.settings;
    let people = content.people.iter().skip((number - 1) * PEOPLE).take(PEOPLE);
    let title = localizer.text(&settings.title);
    let mut head = title.text.clone();
    let mut description =
        settings.description.as_ref().map_or_else(|| head.clone(), |text| localizer.unmarked(text));
    if number > 1 {
        let name = locale.people.page.replace("{n}", &number.to_string());
        head = format!("{head} – {name}");
        description = format!("{name}. {description}");
    }
    let body = Body::Directory(Box::new(Directory {
        title,
        summary: settings.description.as_ref().map(|text| localizer.prose(text)),
        finder: None,
        people: people.map(|person| shown(content, assets, locale, person)).collect(),
        pages_label: locale.people.pages.clone(),
        pages: links(content, locale, number),
    }));
    views::page(content, locale, target(number), head, &description, site_hue(content), body)
}

fn target<'a>(number: usize) -> Target<'a> {
    if number == 1 { Target::Home } else { Target::Further(number) }
}

/// A person as a card.
pub(super) fn shown(content: &Content, assets: &Assets, locale: &Locale, person: &Person) -> Shown {
    let chain = chain(content, &locale.tag, person);
    let localizer = Localizer::new(&chain, locale);
    let profile = &person.profile;
    Shown {
        path: content.urls.path(&urls::page(&locale.tag, Target::Person(&person.slug))),
        name: localizer.name(&profile.name),
        headline: profile.headline.as_ref().map(|text| localizer.text(text)),
        focus: profile.focus.iter().map(|text| localizer.text(text)).collect(),
        location: localizer.location(profile.location.as_ref()),
        likeness: assets.likeness(person, &chain),
        hue: hue(content, person).0.into(),
    }
}

/// Links from one page to the others: to its neighbours, the first and the last, for two hundred
/// numbers are no help to anybody.
fn links(content: &Content, locale: &Locale, current: usize) -> Vec<PageLink> {
    let last = pages(content);
    let path = |number| content.urls.path(&urls::page(&locale.tag, target(number)));
    let link = |label: &str, number: usize, rel: &str| PageLink {
        label: label.to_owned(),
        path: path(number),
        rel: rel.to_owned(),
    };
    let mut links = Vec::new();
    if last < 2 {
        return links;
    }
    if current > 1 {
        links.push(link(&locale.people.previous, current - 1, "prev"));
    }
    let mut before = 0;
    for number in 1..=last {
        if number != 1 && number != last && number.abs_diff(current) > 2 {
            continue;
        }
        if number > before + 1 {
            links.push(PageLink { label: "…".to_owned(), ..PageLink::default() });
        }
        before = number;
        let rel = if number == current { "current" } else { "" };
        links.push(link(&number.to_string(), number, rel));
    }
    if current < last {
        links.push(link(&locale.people.next, current + 1, "next"));
    }
    links
}
