//! The settings of a site, and the words of a language: each input is read as both.

#![no_main]

use fuzz::{LOCALES, assert_places, publish};
use perfil_localize::Localizer;
use perfil_model::language::{Chain, Locale};
use perfil_model::profile::Profile;
use perfil_site::Settings;
use perfil_source::{Context, parse};
use std::sync::LazyLock;

/// A profile with every kind of section, rendered with any words.
static EVERYTHING: LazyLock<Option<Profile>> = LazyLock::new(|| {
    let text = include_bytes!("../../tests/data/every-kind/profiles/everything.json");
    Profile::read(&parse(text).ok()?, &mut Context::default())
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let node = match parse(bytes) {
        Ok(node) => node,
        Err(problem) => return assert_places(bytes, vec![problem]),
    };
    let mut context = Context::new(vec!["en".to_owned()]);
    let settings = Settings::read(&node, &mut context);
    assert_places(bytes, context.finish().0);
    if let Some(settings) = settings {
        let default = &settings.default_language;
        let chain = Chain::new(default, default, default);
        let localizer = Localizer::new(&chain, &LOCALES[0]);
        let _title = localizer.text(&settings.title);
        if let Some(text) = &settings.description {
            fuzz::assert_safe(&localizer.prose(text).html());
        }
    }
    match Locale::read(&LOCALES[0].tag, &node) {
        Err(problems) => assert_places(bytes, problems),
        Ok(locale) => {
            let shown = |profile| publish(profile, &locale, bytes.len());
            assert!(EVERYTHING.as_ref().map(shown).is_some(), "the profile cannot be read");
        }
    }
});
