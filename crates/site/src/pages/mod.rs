//! Renders pages to HTML and data.

pub(crate) mod directory;
pub(crate) mod people;
pub(crate) mod views;
pub(crate) mod widget;

pub(crate) use widget::PLAYGROUND;

use crate::content::Content;
use crate::document::{Alternate, Assets, CHOOSER, Head, MARK, PreviewImage, document, rendered};
use crate::embed::{EmbedCard, oembed};
use crate::export::Exports;
use crate::output::Output;
use crate::outputs::OutputKind;
use crate::urls::{self, Target};
use leptos::prelude::*;
use perfil_model::language::Locale;
use perfil_ui::app::{State, app};
use perfil_ui::pages::{Choice, NotFoundText, chooser, not_found};
use perfil_view::{Body, Page};
use std::sync::Arc;
use views::site_name;

/// Adds the HTML and the data of a page. The page of a person links its exports.
pub(crate) fn add(
    output: &dyn Output,
    content: &Content,
    assets: &Assets,
    page: &Page,
    (person, preview): (Option<(&EmbedCard, &Exports)>, Option<&PreviewImage>),
) -> Result<(), serde_json::Error> {
    let path = relative(content, &page.path);
    let data = urls::data(&path);
    let html = page_html(content, assets, page, (person, preview), &data);
    output.add(&format!("{path}index.html"), html.into_bytes());
    output.add(&data, serde_json::to_vec(page)?);
    Ok(())
}

/// Adds the pages without data, and returns their number.
pub(crate) fn add_fixed(
    output: &dyn Output,
    content: &Content,
    assets: &Assets,
    preview: Option<&PreviewImage>,
) -> usize {
    output.add("index.html", chooser_html(content, assets, preview).into_bytes());
    output.add("404.html", not_found_html(content, assets).into_bytes());
    2
}

/// Returns the path of a page within the site, from its path on the host.
fn relative(content: &Content, path: &str) -> String {
    path.strip_prefix(&content.urls.path("")).unwrap_or(path).to_owned()
}

fn page_html(
    content: &Content,
    assets: &Assets,
    page: &Page,
    (person, preview): (Option<(&EmbedCard, &Exports)>, Option<&PreviewImage>),
    data: &str,
) -> String {
    let (card, exports) = person.unzip();
    let head = Head {
        oembed: card
            .filter(|_| content.settings.has(OutputKind::Frame))
            .map(|card| oembed::link(content, page, card)),
        files: exports.map(|exports| files(content, exports)).unwrap_or_default(),
        linked: exports.map(|exports| exports.linked.clone()),
        username: card.map(|card| card.slug.to_string()),
        preview: preview.cloned(),
        kind: match page.body {
            Body::Directory(_) => "website",
            Body::Profile(_) => "profile",
        },
        data: Some((content.urls.path(data), page.revision.clone())),
        manifest: (page.path == page.home).then(|| content.urls.path("site.webmanifest")),
        ..head(content, page)
    };
    let page = page.clone();
    rendered(|| {
        // Leptos marks positions with `<!>`, which parsers report as an error and then read as
        // this.
        let body = app(State::new(Arc::new(page))).to_html().replace(MARK, "<!---->");
        document(head, assets, body)
    })
}

/// Returns the files with the same content as a page.
fn files(content: &Content, exports: &Exports) -> Vec<Alternate> {
    let files = exports.downloads().map(|file| Alternate {
        media_type: file.media_type,
        href: content.urls.canonical(&file.path),
        title: file.name.clone(),
    });
    files.collect()
}

/// Returns the head of a page.
pub(crate) fn head(content: &Content, page: &Page) -> Head {
    let languages = page.languages.iter().map(|item| (item.lang.clone(), item.canonical.clone()));
    Head {
        lang: page.lang.clone(),
        dir: page.dir.clone(),
        title: page.title.clone(),
        description: page.description.clone(),
        hue: page.hue,
        theme: page.theme.clone(),
        site: page.site.text.clone(),
        canonical: Some(page.canonical.clone()),
        alternates: languages.chain([("x-default".to_owned(), page.default.clone())]).collect(),
        ..site_head(content, None)
    }
}

fn chooser_html(content: &Content, assets: &Assets, preview: Option<&PreviewImage>) -> String {
    let choices = content.locales.iter().map(|locale| Choice {
        lang: locale.tag.to_string(),
        dir: locale.tag.direction().to_owned(),
        title: locale.pages.chooser_title.clone(),
        link: locale.pages.chooser_link.clone(),
        path: home(content, locale),
    });
    let root = content.urls.canonical(&content.urls.path(""));
    let languages = content
        .locales
        .iter()
        .map(|locale| (locale.tag.to_string(), content.urls.canonical(&home(content, locale))));
    let locale = default_locale(content);
    let site = locale.map(|locale| site_name(content, locale).text).unwrap_or_default();
    let title = locale.map(|locale| locale.pages.chooser_title.clone()).unwrap_or_default();
    let head = Head {
        canonical: Some(root.clone()),
        alternates: languages.chain([("x-default".to_owned(), root)]).collect(),
        title: format!("{site} – {title}"),
        manifest: Some(content.urls.path("site.webmanifest")),
        last: Some(CHOOSER),
        preview: preview.cloned(),
        ..site_head(content, locale)
    };
    rendered(|| document(head, assets, chooser(site, choices.collect()).to_html()))
}

fn not_found_html(content: &Content, assets: &Assets) -> String {
    let default = default_locale(content);
    let others =
        content.locales.iter().filter(|locale| locale.tag != content.settings.default_language);
    let texts = default.into_iter().chain(others).map(|locale| NotFoundText {
        lang: locale.tag.to_string(),
        dir: locale.tag.direction().to_owned(),
        title: locale.pages.not_found_title.clone(),
        text: locale.pages.not_found_text.clone(),
        link: locale.pages.not_found_link.clone(),
        path: home(content, locale),
    });
    let head = Head {
        title: default.map(|locale| locale.pages.not_found_title.clone()).unwrap_or_default(),
        ..site_head(content, default)
    };
    rendered(|| document(head, assets, not_found(texts.collect()).to_html()))
}

/// Returns the head of a page in the site's default language that belongs to no person.
fn site_head(content: &Content, locale: Option<&Locale>) -> Head {
    let tag = &content.settings.default_language;
    let site = locale.map(|locale| site_name(content, locale).text).unwrap_or_default();
    Head {
        lang: tag.to_string(),
        dir: tag.direction().to_owned(),
        title: site.clone(),
        description: site.clone(),
        site,
        hue: content.own_hue().0.into(),
        theme: content.themes.site().0.to_owned(),
        canonical: None,
        alternates: Vec::new(),
        oembed: None,
        files: Vec::new(),
        linked: None,
        kind: "website",
        username: None,
        preview: None,
        data: None,
        manifest: None,
        last: None,
        style: None,
        modules: Vec::new(),
    }
}

fn home(content: &Content, locale: &Locale) -> String {
    content.urls.path(&urls::page(&locale.tag, Target::Home))
}

fn default_locale(content: &Content) -> Option<&Locale> {
    content.locales.iter().find(|locale| locale.tag == content.settings.default_language)
}
