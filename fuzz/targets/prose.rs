//! A text in Markdown, as in any field of a profile: its HTML must be safe to publish.

#![no_main]

use fuzz::{LOCALES, assert_safe};
use perfil_localize::Localizer;
use perfil_model::language::{Chain, Prose, Text};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let locale = &LOCALES[0];
    let chain = Chain::new(&locale.tag, &locale.tag, &locale.tag);
    let localizer = Localizer::new(&chain, locale);
    let prose = Prose(Text::Plain(text.to_owned()));
    assert_safe(&localizer.prose(&prose).html());
    let plain = localizer.unmarked(&prose);
    assert!(!plain.contains(['\n', '\t']), "{plain:?}");
});
