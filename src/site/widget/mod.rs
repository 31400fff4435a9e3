//! The page about cards in every language: what a card looks like, and how it is embedded.

mod text;

use crate::app::plain;
use crate::language::Locale;
use crate::site::assets::{Assets, site_hue};
use crate::site::content::Content;
use crate::site::document::{self, Head, MARK};
use crate::site::embed::{self, Card};
use crate::site::output::Tree;
use crate::site::render::{head, rendered};
use crate::site::urls::{self, Target};
use crate::site::views;
use crate::view::{Body, Page, Profile};
use crate::widget::{Choice, Demo, Playground, demo};
use leptos::prelude::*;
use text::{Filled, text};

/// What makes the playground live.
pub(super) const PLAYGROUND: &str = include_str!("../scripts/playground.js");

/// How many people can be chosen from; a longer list would be no use, and each page would carry it.
const PEOPLE: usize = 100;

/// Adds the page in every language. `cards` are in the order of the `pages`. Gives their number.
pub(super) fn add(
    tree: &mut Tree,
    content: &Content,
    assets: &Assets,
    pages: &[Page],
    cards: &[Option<Card>],
) -> usize {
    let made: Vec<(String, String)> = content
        .locales
        .iter()
        .filter_map(|locale| {
            let target = Target::Widget(&content.settings.default_language);
            let path = urls::page(&locale.tag, target);
            Some((path, html(content, assets, locale, &people(locale, pages, cards))?))
        })
        .collect();
    let count = made.len();
    for (path, html) in made {
        tree.add(&format!("{path}index.html"), html.into_bytes());
    }
    count
}

/// Somebody whose card can be shown.
struct Shown<'a> {
    page: &'a Page,
    profile: &'a Profile,
    card: &'a Card,
}

/// The people in a language.
fn people<'a>(locale: &Locale, pages: &'a [Page], cards: &'a [Option<Card>]) -> Vec<Shown<'a>> {
    let all = pages.iter().zip(cards).filter(|(page, _)| page.lang == locale.tag.as_str());
    let shown = all.filter_map(|(page, card)| match &page.body {
        Body::Profile(profile) => Some(Shown { page, profile, card: card.as_ref()? }),
        Body::Directory(_) => None,
    });
    shown.take(PEOPLE).collect()
}

fn html(content: &Content, assets: &Assets, locale: &Locale, people: &[Shown]) -> Option<String> {
    let first = people.first()?;
    let words = &locale.widget;
    let target = Target::Widget(&content.settings.default_language);
    let title = format!("{} – {}", words.title, views::site_name(content, locale).text);
    let hue = site_hue(content);
    let page = views::page(content, locale, target, title, &words.lead, hue, Body::default());
    let shown = shown(content, locale, people, first);
    let head = Head {
        style: Some(assets.widget.clone()),
        modules: vec![assets.element.clone(), assets.playground.clone()],
        ..head(content, &page)
    };
    Some(rendered(|| {
        let body = plain(&page, demo(&shown, words)).to_html().replace(MARK, "");
        document::document(head, assets, body)
    }))
}

fn shown(content: &Content, locale: &Locale, people: &[Shown], first: &Shown) -> Demo {
    let Shown { page, profile, card } = first;
    let name = profile.name.text.clone();
    let site = content.urls.canonical(&content.urls.path(""));
    // The last of those that the card names, so that it can be seen that they come first.
    let named = &profile.skills[..profile.skills.len().min(6)];
    let skills: Vec<&str> = named.iter().rev().take(2).map(|skill| skill.id.as_str()).collect();
    let rtl = content.locales.iter().find(|other| other.tag.direction() == "rtl");
    let markup = embed::markup(content, page, &card.slug, &name);
    let person = |shown: &Shown| Choice {
        value: shown.card.slug.to_string(),
        name: shown.profile.name.text.clone(),
        path: shown.page.path.strip_prefix(&page.home).unwrap_or_default().to_owned(),
    };
    let language = |locale: &Locale| Choice {
        value: locale.tag.to_string(),
        name: locale.name.clone(),
        path: String::new(),
    };
    let filled = Filled {
        site: &site,
        profile: &card.slug.to_string(),
        name: &name,
        lang: &page.lang,
        address: &page.canonical,
    };
    Demo {
        slug: card.slug.to_string(),
        name: name.clone(),
        path: page.path.clone(),
        folder: content.urls.path(&embed::folder(&page.lang, &card.slug)),
        skills: skills.join(" "),
        rtl: rtl.map(|locale| locale.tag.to_string()),
        playground: Playground {
            site: site.clone(),
            lang: page.lang.clone(),
            people: people.iter().map(person).collect(),
            languages: content.locales.iter().map(language).collect(),
            markup,
            copied: locale.interface.copied().to_owned(),
        },
        text: text(&locale.tag, &filled),
    }
}
