//! The content of the pages.

use crate::content::Content;
use crate::content::Person;
use crate::document::{Assets, Face, fragment};
use crate::embed::{self, EmbedCard};
use crate::export::{Exports, exports};
use crate::output::hash;
use crate::urls::{self, Target};
use perfil_export::Subject;
use perfil_localize::{Localized, Localizer};
use perfil_model::language::{Chain, Locale, Tag};
use perfil_model::profile::{Hue, Profile};
use perfil_ui::embed::{EmbedOptions, dialog};
use perfil_ui::pages::{
    Download, Hero, HeroLabels, Invitation, PersonLink, Reachable, finder, footer, hero, palette,
};
use perfil_ui::sections::sections;
use perfil_view::{Alternate, Body, Language, Likeness, Markup, Page, Text};

/// Marks a draft where a locale has no words for it.
const DRAFT: &str = "Draft: not published";

/// A page without what surrounds it on every page.
pub(crate) struct Draft<'a> {
    pub target: Target<'a>,
    pub title: String,
    pub description: String,
    pub hue: Hue,
    pub theme: &'a str,
    pub body: Body,
}

/// Builds a person's page in a language, with the data of the person's card and the exports.
pub(crate) fn profile(
    content: &Content,
    assets: &Assets,
    localizer: &Localizer,
    (person, published): (&Person, &Profile),
    (likeness, face): (Likeness, Option<&Face>),
) -> (Page, EmbedCard, Exports) {
    let locale = localizer.locale();
    let localized = localizer.profile(published, likeness);
    let place = localizer.location(published.location.as_ref());
    let panel = localizer.panel(&localized);
    let portrait = localized.profile.head.likeness.portrait.clone();
    let target = content.target(person);
    let path = content.urls.path(&urls::page(&locale.tag, target));
    let image = portrait.as_ref().map(|portrait| content.urls.canonical(&portrait.src));
    let subject = Subject {
        profile: published,
        localizer,
        shown: &localized,
        page: &content.urls.canonical(&path),
        image: image.as_deref(),
    };
    let exports = exports(content, locale, person, &subject, face);
    let card = EmbedCard { slug: person.slug.clone(), place: place.clone(), panel, portrait };
    let title = localized.title();
    let Localized { mut profile, chart, sections: parts } = localized;
    profile.sections = Markup(fragment(|| sections(chart.as_ref(), &parts, &locale.interface)));
    let files: Vec<Download> = exports.downloads().cloned().collect();
    let mark = published.is_draft().then(|| draft_mark(locale));
    profile.hero = fragment(|| {
        let (head, words) = (&profile.head, &locale.interface);
        let labels = hero_labels(locale, mark.as_ref());
        hero(Hero { head, words, labels, downloads: &files })
    });
    if profile.items > 0 {
        profile.finder = fragment(|| finder(&profile, &path, &locale.interface));
    }
    let summary = published.summary.as_ref().map(|text| localizer.unmarked(text));
    let description = summary.unwrap_or_else(|| {
        let focus = profile.head.focus.iter().map(|item| item.text.as_str());
        let parts = [title.as_str()]
            .into_iter()
            .chain(focus)
            .chain(place.as_ref().map(|place| place.text.as_str()));
        parts.collect::<Vec<_>>().join(" · ")
    });
    let body = Body::Profile(Box::new(profile));
    let (hue, (theme, _)) = (content.hue(person), content.themes.of(person));
    let draft = Draft { target, title, description, hue, theme, body };
    let mut page = bare(content, locale, draft);
    page.embed = embeddable(content, assets, locale, person, &page);
    let label = locale.card.embed().to_owned();
    let path = options(content, locale, Some(person));
    let invitation = Invitation { label, path, has_dialog: true };
    (with_commands_and_footer(content, locale, page, &files, &invitation), card, exports)
}

/// Returns the text that marks a draft. Words for it that a locale lacks are English.
fn draft_mark(locale: &Locale) -> Text {
    let text = locale.head.draft.clone();
    let english = || {
        let language = Language { lang: "en".to_owned(), dir: "ltr".to_owned() };
        Text { text: DRAFT.to_owned(), language: Some(language) }
    };
    text.map_or_else(english, |text| Text { text, language: None })
}

fn hero_labels<'a>(locale: &'a Locale, draft: Option<&'a Text>) -> HeroLabels<'a> {
    HeroLabels {
        draft,
        highlights: &locale.head.highlights,
        experience: &locale.head.experience,
        cv: &locale.head.cv,
        contact: &locale.head.contact,
        downloads: &locale.downloads.title,
    }
}

/// Sets the revision of a page to the hash of everything that it shows.
pub(crate) fn revise(page: &mut Page) {
    let mut written = serde_json::to_vec(&page).unwrap_or_default();
    if let Body::Profile(profile) = &page.body {
        written.extend(profile.sections.known().bytes());
    }
    hash(&written)[..12].clone_into(&mut page.revision);
}

/// Returns how to embed a person's card, for the person's page.
fn embeddable(
    content: &Content,
    assets: &Assets,
    locale: &Locale,
    person: &Person,
    page: &Page,
) -> String {
    let Body::Profile(profile) = &page.body else { return String::new() };
    let name = profile.head.name.text.clone();
    let folder = content.urls.path(&embed::folder(&page.lang, &person.slug));
    let options = EmbedOptions {
        slug: &person.slug.to_string(),
        name: &name,
        script: &assets.element,
        frame: &folder,
        picture: &folder,
        options: &options(content, locale, Some(person)),
        markup: &embed::markup(content, page, &person.slug, &name),
    };
    fragment(|| dialog(page, options, &locale.card, &locale.widget))
}

/// Returns the path of the page about cards, with a person preselected.
fn options(content: &Content, locale: &Locale, person: Option<&Person>) -> String {
    let target = Target::Widget(&content.settings.default_language);
    let path = content.urls.path(&urls::page(&locale.tag, target));
    let query = person.map(|person| format!("?profile={}", person.slug));
    path + &query.unwrap_or_default()
}

pub(crate) fn site_chain(content: &Content, page: &Tag) -> Chain {
    let default = &content.settings.default_language;
    Chain::new(page, default, default)
}

/// Builds a page that belongs to no person.
pub(crate) fn page(content: &Content, locale: &Locale, draft: Draft) -> Page {
    let page = bare(content, locale, draft);
    let (label, path) = (locale.widget.title().to_owned(), options(content, locale, None));
    let invitation = Invitation { label, path, has_dialog: false };
    with_commands_and_footer(content, locale, page, &[], &invitation)
}

/// Adds commands and footer to a page.
fn with_commands_and_footer(
    content: &Content,
    locale: &Locale,
    page: Page,
    downloads: &[Download],
    invitation: &Invitation,
) -> Page {
    let people = &reachable(content, locale);
    let (embed, download) = (locale.card.embed(), &locale.downloads.title);
    let reachable = Reachable { people, embed, download, downloads };
    let palette = fragment(|| palette(&page, reachable));
    let footer = fragment(|| footer(&locale.interface, invitation));
    Page { palette, footer, ..page }
}

/// Builds a page without commands and footer.
fn bare(content: &Content, locale: &Locale, draft: Draft) -> Page {
    let Draft { target, title, description, hue, theme, body } = draft;
    let path = content.urls.path(&urls::page(&locale.tag, target));
    Page {
        revision: String::new(),
        canonical: content.urls.canonical(&path),
        default: default(content, target),
        path,
        lang: locale.tag.to_string(),
        dir: locale.tag.direction().to_owned(),
        title,
        description: shortened(&description),
        hue: hue.0.into(),
        theme: theme.to_owned(),
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

/// The maximum number of people that a page links to; on a larger site they are found in the
/// directory.
pub(crate) const MAX_LINKED_PEOPLE: usize = 100;

/// Returns the people that every page links to.
fn reachable(content: &Content, locale: &Locale) -> Vec<PersonLink> {
    if content.people.len() > MAX_LINKED_PEOPLE || content.is_single() {
        return Vec::new();
    }
    let someone = |person: &Person| {
        let chain = content.chain(&locale.tag, person);
        let name = Localizer::new(&chain, locale).name(&person.name).text;
        (name, content.urls.path(&urls::page(&locale.tag, content.target(person))))
    };
    content.people.iter().map(someone).collect()
}

/// Returns the URL for visitors whose language the site does not have: the chooser for the first
/// pages, otherwise the page in the default language.
fn default(content: &Content, target: Target) -> String {
    let tag = &content.settings.default_language;
    let path = match target {
        Target::Home => String::new(),
        target => urls::page(tag, target),
    };
    content.urls.canonical(&content.urls.path(&path))
}

/// Returns the site's name in a language.
pub(crate) fn site_name(content: &Content, locale: &Locale) -> Text {
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

/// Shortens a text to what search engines show, at the end of a word.
fn shortened(text: &str) -> String {
    const MAX_CHARACTERS: usize = 160;
    if text.chars().count() <= MAX_CHARACTERS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MAX_CHARACTERS - 1).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', '.', ';', ':']))
}
