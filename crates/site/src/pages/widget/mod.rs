//! The page about cards in every language: what a card looks like, and how it is embedded.

mod text;

use crate::content::Content;
use crate::document::{self, Assets, Head, MARK, PreviewImage, rendered};
use crate::embed;
use crate::output::Output;
use crate::outputs::OutputKind;
use crate::pages::head;
use crate::pages::views::{self, Draft};
use crate::urls::{self, Target};
use leptos::prelude::*;
use perfil_model::language::Locale;
use perfil_model::profile::Id;
use perfil_ui::app::static_page;
use perfil_ui::embed::{Choice, Demo, Playground, demo};
use perfil_view::{Body, Page, PersonTile};
use text::{Filled, text};

/// The script of the playground.
pub(crate) const PLAYGROUND: &str = include_str!("playground.js");

/// The maximum number of people to choose from: a longer list is of no use, and each page would
/// carry it.
const PEOPLE: usize = 100;

/// Adds the page in a language. `people` are all cards of the directory.
pub(crate) fn add(
    output: &dyn Output,
    content: &Content,
    assets: &Assets,
    locale: &Locale,
    (mut example, people): (Demo, &[PersonTile]),
    preview: Option<&PreviewImage>,
) {
    let words = &locale.widget;
    let target = Target::Widget(&content.settings.default_language);
    let draft = Draft {
        target,
        title: format!("{} – {}", words.title(), views::site_name(content, locale).text),
        description: words.lead().to_owned(),
        hue: content.own_hue(),
        theme: content.themes.site().0,
        body: Body::default(),
    };
    let page = views::page(content, locale, draft);
    let choice = |(slug, card): (String, &PersonTile)| Choice {
        value: slug,
        name: card.name.text.clone(),
        path: card.path.strip_prefix(&page.home).unwrap_or_default().to_owned(),
    };
    let slugs = content.people.iter().map(|person| person.slug.to_string());
    example.playground.people = slugs.zip(people).take(PEOPLE).map(choice).collect();
    let head = Head {
        style: Some(assets.widget.clone()),
        modules: vec![assets.element.clone(), assets.playground.clone()],
        preview: preview.cloned(),
        ..head(content, &page)
    };
    let html = rendered(|| {
        let body = static_page(&page, demo(&example, words)).to_html().replace(MARK, "");
        document::document(head, assets, body)
    });
    let path = urls::page(&locale.tag, target);
    output.add(&format!("{path}index.html"), html.into_bytes());
}

/// Returns the ids of the sections of the documentation about what a site does not have.
fn absent(content: &Content) -> Vec<&'static str> {
    let parts = [
        (OutputKind::Frame, &["server", "iframe", "oembed"][..]),
        (OutputKind::Picture, &["picture"][..]),
    ];
    let absent = parts.into_iter().filter(|(kind, _)| !content.settings.has(*kind));
    absent.flat_map(|(_, ids)| ids).copied().collect()
}

/// Returns the example of the person whose page this is; the other people are added later.
pub(crate) fn shown(content: &Content, locale: &Locale, page: &Page, slug: &Id) -> Option<Demo> {
    let Body::Profile(profile) = &page.body else { return None };
    let name = profile.head.name.text.clone();
    let site = content.urls.canonical(&content.urls.path(""));
    // The last of those that the card lists, so that it is visible that selected skills come first.
    let named = &profile.skills[..profile.skills.len().min(6)];
    let skills: Vec<&str> = named.iter().rev().take(2).map(|skill| skill.id.as_str()).collect();
    let rtl = content.locales.iter().find(|other| other.tag.direction() == "rtl");
    let language = |locale: &Locale| Choice {
        value: locale.tag.to_string(),
        name: locale.name.clone(),
        path: String::new(),
    };
    let filled = Filled {
        site: &site,
        profile: &slug.to_string(),
        name: &name,
        lang: &page.lang,
        address: &page.canonical,
        absent: &absent(content),
    };
    let (text, text_language) = text(&locale.tag, &filled);
    Some(Demo {
        text,
        text_language,
        slug: slug.to_string(),
        path: page.path.clone(),
        folder: content.urls.path(&embed::folder(&page.lang, slug)),
        skills: skills.join(" "),
        rtl: rtl.map(|locale| locale.tag.to_string()),
        playground: Playground {
            site: site.clone(),
            lang: page.lang.clone(),
            people: Vec::new(),
            languages: content.locales.iter().map(language).collect(),
            markup: embed::markup(content, page, slug, &name),
            copied: locale.interface.copied().to_owned(),
        },
        name,
    })
}
