//! Publishes a profile: as a page, and as the files of every export.

use crate::assert_safe;
use perfil_export::{Format, Subject, linked_data};
use perfil_localize::{Localized, Localizer, Statement, initials};
use perfil_model::language::{Chain, Locale, Tag};
use perfil_model::profile::Profile;
use perfil_source as source;
use perfil_view::{Likeness, Prose};
use std::sync::LazyLock;

/// The words of two left-to-right languages, and of a right-to-left one.
pub static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    [
        ("en", include_str!("../../public/locales/en.json")),
        ("es", include_str!("../../public/locales/es.json")),
        ("ar", include_str!("../../tests/data/arabic/locales/ar.json")),
    ]
    .into_iter()
    .filter_map(|(tag, text)| {
        Locale::read(&Tag::parse(tag)?, &source::parse(text.as_bytes()).ok()?).ok()
    })
    .collect()
});

/// A QR code takes as long as all the rest, so it is made for one in this many inputs.
const CODES: usize = 32;

/// Renders a profile in a language, and returns it as JSON Resume. `choice` varies what is checked.
///
/// # Panics
///
/// Panics if something unsafe is published, or a file that is not valid in its format.
#[must_use]
pub fn publish(profile: &Profile, locale: &Locale, choice: usize) -> String {
    let default = &LOCALES[0].tag;
    let own = profile.language.as_ref().unwrap_or(default);
    let chain = Chain::new(&locale.tag, own, default);
    let localizer = Localizer::new(&chain, locale);
    let name = localizer.name(&profile.name).text;
    let likeness = Likeness { initials: initials(&name), portrait: None };
    let view = localizer.profile(profile, likeness);
    proses(&view).for_each(|prose| assert_safe(&prose.html()));
    let _panel = localizer.panel(&view);
    let page = "https://perfil.example/en/ada/";
    let subject = Subject { profile, localizer: &localizer, shown: &view, page, image: None };
    let file = |format: Format| format.file(&subject, "https://perfil.example/file");
    assert_card(&file(Format::VCard).unwrap_or_default());
    if choice.is_multiple_of(CODES)
        && let Some(code) = file(Format::Code)
    {
        assert!(code.starts_with("<svg") && code.trim_end().ends_with("</svg>"), "{code}");
    }
    for text in [Format::Text, Format::Markdown].into_iter().filter_map(file) {
        // Code can be indented with tabs.
        let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        assert!(!text.contains(is_control), "{text:?}");
    }
    let linked = linked_data(&subject);
    assert!(serde_json::from_str::<serde_json::Value>(&linked).is_ok(), "{linked}");
    assert!(!linked.contains("</"), "{linked}");
    file(Format::Resume).unwrap_or_default()
}

/// Returns the texts with markup on a page.
fn proses(view: &Localized) -> impl Iterator<Item = Prose> {
    let statements = view.outline().into_iter().flat_map(|section| section.items);
    let statements =
        statements.flat_map(|item| item.statements).filter_map(|statement| match statement {
            Statement::Prose(prose) | Statement::Point(prose) => Some(prose),
            _ => None,
        });
    view.profile.head.summary.clone().into_iter().chain(statements)
}

/// Checks whether a vCard has only lines that RFC 6350 allows.
fn assert_card(card: &str) {
    let body = card.strip_prefix("BEGIN:VCARD\r\nVERSION:4.0\r\n");
    let body = body.and_then(|rest| rest.strip_suffix("END:VCARD\r\n"));
    let body = body.unwrap_or_else(|| panic!("no card: {card:?}"));
    for line in body.split_terminator("\r\n") {
        assert!(line.len() <= 75, "a line of {} bytes: {line:?}", line.len());
        assert!(!line.contains(|c: char| c.is_control()), "{line:?}");
        let is_property = line.split([':', ';']).next().is_some_and(|name| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-')
        });
        assert!(line.starts_with(' ') || is_property && line.contains(':'), "{line:?}");
    }
}
