//! The page of every person in every language, and the directories.

use super::assets::{Assets, chain, hue};
use super::content::Content;
use super::directory;
use super::embed::{self, Card};
use super::export::{Exports, exports};
use super::output::hash;
use super::person::Person;
use super::progress::{Stage, Steps, Watch};
use super::render::fragment;
use super::urls::{self, Target};
use crate::export::Subject;
use crate::language::{Chain, Locale, Tag};
use crate::localize::{Localized, Localizer};
use crate::pages::{Download, Invitation, Reachable, Someone, downloads, finder, footer, palette};
use crate::profile::Hue;
use crate::sections::sections;
use crate::view::{Alternate, Body, Markup, Page, Text};
use crate::widget::{Ways, dialog};
use rayon::prelude::*;

/// Pages, and for each that is a person's what the card of the person needs and what is exported.
type Pages = (Vec<Page>, (Vec<Option<Card>>, Vec<Option<Exports>>));

/// Every page, in the order of the languages and then of the people.
pub(super) fn pages(content: &Content, assets: &Assets, watch: &dyn Watch) -> Pages {
    let is_single = content.people.len() == 1;
    let steps = &Steps::new(watch, Stage::Pages, content.locales.len() * content.people.len());
    content
        .locales
        .par_iter()
        .flat_map(|locale| {
            let people = content.people.par_iter().map(move |person| {
                let target = if is_single { Target::Home } else { Target::Person(&person.slug) };
                let (page, card, exports) = profile(content, assets, locale, person, target);
                steps.step();
                (page, (Some(card), Some(exports)))
            });
            let last = if is_single { 0 } else { directory::pages(content) };
            let directories = (1..=last).into_par_iter().map(move |number| {
                (directory::page(content, assets, locale, number), (None, None))
            });
            directories.chain(people)
        })
        .unzip()
}

/// Names the state of each page by the hash of everything it shows.
pub(super) fn revise(pages: &mut [Page]) {
    pages.par_iter_mut().for_each(|page| {
        let written = serde_json::to_vec(&page).unwrap_or_default();
        hash(&written)[..12].clone_into(&mut page.revision);
    });
}

fn profile(
    content: &Content,
    assets: &Assets,
    locale: &Locale,
    person: &Person,
    target: Target,
) -> (Page, Card, Exports) {
    let chain = chain(content, &locale.tag, person);
    let localizer = Localizer::new(&chain, locale);
    let whole = localizer.profile(&person.profile, assets.likeness(person, &chain));
    let place = localizer.location(person.profile.location.as_ref());
    let panel = localizer.panel(&whole);
    let portrait = whole.profile.likeness.portrait.clone();
    let path = content.urls.path(&urls::page(&locale.tag, target));
    let image = portrait.as_ref().map(|portrait| content.urls.canonical(&portrait.src));
    let subject = Subject {
        profile: &person.profile,
        localizer: &localizer,
        shown: &whole,
        page: &content.urls.canonical(&path),
        image: image.as_deref(),
    };
    let exports = exports(content, locale, person, &subject);
    let card = Card { slug: person.slug.clone(), place: place.clone(), panel, portrait };
    let Localized { profile: mut shown, chart, sections: parts } = whole;
    shown.sections = Markup(fragment(|| sections(chart.as_ref(), &parts, &locale.interface)));
    let files: Vec<Download> = exports.downloads().cloned().collect();
    shown.downloads = fragment(|| downloads(&files, &locale.downloads.title));
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
        let parts = [title.as_str()]
            .into_iter()
            .chain(focus)
            .chain(place.as_ref().map(|place| place.text.as_str()));
        parts.collect::<Vec<_>>().join(" · ")
    });
    let hue = hue(content, person);
    let body = Body::Profile(Box::new(shown));
    let mut page = bare(content, locale, target, title, &description, hue, body);
    page.embed = embeddable(content, assets, locale, person, &page);
    let label = locale.card.embed.clone();
    let path = options(content, locale, Some(person));
    let invitation = Invitation { label, path, has_dialog: true };
    (surrounded(content, locale, page, &files, &invitation), card, exports)
}

/// How to have a person's card elsewhere, for the person's page.
fn embeddable(
    content: &Content,
    assets: &Assets,
    locale: &Locale,
    person: &Person,
    page: &Page,
) -> String {
    let Body::Profile(profile) = &page.body else { return String::new() };
    let name = profile.name.text.clone();
    let folder = content.urls.path(&embed::folder(&page.lang, &person.slug));
    let ways = Ways {
        slug: &person.slug.to_string(),
        name: &name,
        script: &assets.element,
        frame: &folder,
        picture: &folder,
        options: &options(content, locale, Some(person)),
        markup: &embed::markup(content, page, &person.slug, &name),
    };
    fragment(|| dialog(page, ways, &locale.card, &locale.widget))
}

/// The path of the page with everything about cards, which begins with a person's.
fn options(content: &Content, locale: &Locale, person: Option<&Person>) -> String {
    let target = Target::Widget(&content.settings.default_language);
    let path = content.urls.path(&urls::page(&locale.tag, target));
    let asked = person.map(|person| format!("?profile={}", person.slug));
    path + &asked.unwrap_or_default()
}

pub(super) fn site_chain(content: &Content, page: &Tag) -> Chain {
    let default = &content.settings.default_language;
    Chain::new(page, default, default)
}

/// A page that is nobody's.
pub(super) fn page(
    content: &Content,
    locale: &Locale,
    target: Target,
    title: String,
    description: &str,
    hue: Hue,
    body: Body,
) -> Page {
    let page = bare(content, locale, target, title, description, hue, body);
    let (label, path) = (locale.widget.title.clone(), options(content, locale, None));
    let invitation = Invitation { label, path, has_dialog: false };
    surrounded(content, locale, page, &[], &invitation)
}

/// The page with its commands and its foot.
fn surrounded(
    content: &Content,
    locale: &Locale,
    page: Page,
    downloads: &[Download],
    invitation: &Invitation,
) -> Page {
    let people = &reachable(content, locale);
    let (embed, download) = (&locale.card.embed, &locale.downloads.title);
    let reachable = Reachable { people, embed, download, downloads };
    let palette = fragment(|| palette(&page, reachable));
    let footer = fragment(|| footer(&locale.interface, invitation));
    Page { palette, footer, ..page }
}

/// A page without commands and foot.
fn bare(
    content: &Content,
    locale: &Locale,
    target: Target,
    title: String,
    description: &str,
    hue: Hue,
    body: Body,
) -> Page {
    let path = content.urls.path(&urls::page(&locale.tag, target));
    Page {
        revision: String::new(),
        canonical: content.urls.canonical(&path),
        default: default(content, target),
        path,
        lang: locale.tag.to_string(),
        dir: locale.tag.direction().to_owned(),
        title,
        description: shortened(description),
        hue: hue.0.into(),
        site: site_name(content, locale),
        home: content.urls.path(&urls::page(&locale.tag, Target::Home)),
        languages: content.locales.iter().map(|other| alternate(content, other, target)).collect(),
        words: locale.interface.clone(),
        body,
        palette: String::new(),
        embed: String::new(),
        footer: String::new(),
    }
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
        (name, content.urls.path(&urls::page(&locale.tag, Target::Person(&person.slug))))
    };
    content.people.iter().map(someone).collect()
}

/// The address for visitors whose language the site does not have: for the first pages the chooser,
/// for others the page in the default language.
fn default(content: &Content, target: Target) -> String {
    let tag = &content.settings.default_language;
    let path = match target {
        Target::Home => String::new(),
        target => urls::page(tag, target),
    };
    content.urls.canonical(&content.urls.path(&path))
}

/// The site's name in a language.
pub(super) fn site_name(content: &Content, locale: &Locale) -> Text {
    let chain = site_chain(content, &locale.tag);
    Localizer::new(&chain, locale).text(&content.settings.title)
}

fn alternate(content: &Content, locale: &Locale, target: Target) -> Alternate {
    let path = content.urls.path(&urls::page(&locale.tag, target));
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
