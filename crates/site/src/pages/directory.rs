//! The pages of the directory: everybody on the site, split so that each page stays small.

use crate::content::Content;
use crate::content::Person;
use crate::pages::views::{self, Draft};
use crate::urls::{self, Target};
use perfil_localize::Localizer;
use perfil_model::language::Locale;
use perfil_model::profile::Profile;
use perfil_view::{Body, Directory, Finder, Likeness, Page, PageLink, PersonTile};

/// The maximum number of people on one page.
const PEOPLE: usize = 50;

/// Returns the number of pages of the directory; a site of one person has none.
pub(crate) fn pages(content: &Content) -> usize {
    if content.is_single() { 0 } else { content.people.len().div_ceil(PEOPLE) }
}

/// Renders one page of the directory of all `people`; the first page has the number 1.
pub(crate) fn page(
    content: &Content,
    locale: &Locale,
    number: usize,
    people: &[PersonTile],
    finder: impl Fn(&str) -> Finder,
) -> Page {
    let chain = views::site_chain(content, &locale.tag);
    let localizer = Localizer::new(&chain, locale);
    let settings = &content.settings;
    let title = localizer.text(&settings.title);
    let mut head = title.text.clone();
    let mut description =
        settings.description.as_ref().map_or_else(|| head.clone(), |text| localizer.unmarked(text));
    if number > 1 {
        let name = locale.people.page.replace("{n}", &number.to_string());
        head = format!("{head} – {name}");
        description = format!("{name}. {description}");
    }
    let path = content.urls.path(&urls::page(&locale.tag, target(number)));
    let body = Body::Directory(Box::new(Directory {
        title,
        summary: settings.description.as_ref().map(|text| localizer.prose(text)),
        finder: Some(finder(&path)),
        people: people.iter().skip((number - 1) * PEOPLE).take(PEOPLE).cloned().collect(),
        pages_label: locale.people.pages.clone(),
        pages: links(content, locale, number),
    }));
    let (hue, (theme, _)) = (content.own_hue(), content.themes.site());
    let target = target(number);
    views::page(content, locale, Draft { target, title: head, description, hue, theme, body })
}

fn target<'a>(number: usize) -> Target<'a> {
    if number == 1 { Target::Home } else { Target::Further(number) }
}

/// Returns the card of a person.
pub(crate) fn card(
    content: &Content,
    localizer: &Localizer,
    (person, profile): (&Person, &Profile),
    likeness: Likeness,
) -> PersonTile {
    let page = urls::page(&localizer.locale().tag, content.target(person));
    PersonTile {
        path: content.urls.path(&page),
        name: localizer.name(&profile.name),
        headline: profile.headline.as_ref().map(|text| localizer.text(text)),
        focus: profile.focus.iter().map(|text| localizer.text(text)).collect(),
        location: localizer.location(profile.location.as_ref()),
        likeness,
        hue: content.hue(person).0.into(),
    }
}

/// Returns the links from one page to its neighbours, the first and the last, because two hundred
/// page numbers help nobody.
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
