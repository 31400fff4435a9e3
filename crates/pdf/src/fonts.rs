//! The fonts of CVs and pictures: the bundled ones, for Latin, Greek and Cyrillic, and the owner's.

use icu_normalizer::ComposingNormalizer;
use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;

const OWN: [&[u8]; 8] = [
    include_bytes!("fonts/SourceSans3-Regular.otf"),
    include_bytes!("fonts/SourceSans3-It.otf"),
    include_bytes!("fonts/SourceSans3-Semibold.otf"),
    include_bytes!("fonts/SourceSerif4-Regular.otf"),
    include_bytes!("fonts/SourceSerif4-It.otf"),
    include_bytes!("fonts/SourceSerif4-Semibold.otf"),
    include_bytes!("fonts/SourceCodePro-Regular.otf"),
    include_bytes!("fonts/SourceCodePro-Semibold.otf"),
];

/// Loaded fonts, which any number of CVs and pictures can share.
#[derive(Debug)]
pub struct Fonts {
    all: Vec<Font>,
    book: LazyHash<FontBook>,
    families: Vec<String>,
    /// The hash of the owner's files.
    digest: Vec<u8>,
}

impl Default for Fonts {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl Fonts {
    /// Loads the bundled fonts, followed by those in these files (OpenType, `TrueType`,
    /// collections).
    #[must_use]
    pub fn new(files: Vec<Vec<u8>>) -> Self {
        let digest = files.iter().fold(Sha256::new(), Sha256::chain_update);
        let more: Vec<Font> =
            files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
        let families = more.iter().map(|font| font.info().family.clone()).collect();
        let own = OWN.iter().flat_map(|data| Font::iter(Bytes::new(*data)));
        let all: Vec<Font> = own.chain(more).collect();
        let book = LazyHash::new(FontBook::from_fonts(&all));
        Self { all, book, families, digest: digest.finalize().to_vec() }
    }

    /// A hash that changes with the owner's fonts.
    pub(super) fn digest(&self) -> &[u8] {
        &self.digest
    }

    /// The family names of the owner's fonts.
    pub(super) fn families(&self) -> &[String] {
        &self.families
    }

    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    pub(super) fn font(&self, index: usize) -> Option<Font> {
        self.all.get(index).cloned()
    }

    /// Whether a font has a glyph for a character. Invisible characters need none.
    #[must_use]
    pub fn has(&self, c: char) -> bool {
        is_invisible(c) || self.covers(c)
    }

    fn covers(&self, c: char) -> bool {
        self.all.iter().any(|font| font.info().coverage.contains(u32::from(c)))
    }

    /// Returns a text without the symbols that no font has, such as emoji. Returns `None` if it
    /// cannot be shown: if a letter has no glyph, or if nothing remains.
    pub(super) fn displayable(&self, text: &str) -> Option<String> {
        let text = composed(text);
        let kept = text.chars().filter(|c| self.has(*c) || !is_symbol(*c));
        let words: String = kept.collect::<String>();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_visible = words.chars().any(|c| !is_invisible(c));
        (is_visible && words.chars().all(|c| self.has(c))).then_some(words)
    }

    /// Returns the characters of a text that no font has a glyph for, without duplicates.
    #[must_use]
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut missing: Vec<char> = composed(text).chars().filter(|c| !self.has(*c)).collect();
        missing.sort_unstable();
        missing.dedup();
        missing
    }
}

/// Whether the bytes of a file are a font.
#[must_use]
pub fn is_font(file: &[u8]) -> bool {
    FontInfo::iter(file).next().is_some()
}

/// The general category of a character (Unicode).
fn category(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

/// Whether a character is not visible itself.
fn is_invisible(c: char) -> bool {
    use GeneralCategory::{Control, Format, LineSeparator, ParagraphSeparator, SpaceSeparator};
    let is_spacing = matches!(
        category(c),
        Control | Format | LineSeparator | ParagraphSeparator | SpaceSeparator
    );
    is_spacing || matches!(c, '\u{fe00}'..='\u{fe0f}')
}

/// Whether a character decorates a text, which can be read without it: an emoji, a logo, or a sign
/// newer than the tables of Unicode that this is compiled with.
fn is_symbol(c: char) -> bool {
    use GeneralCategory::{EnclosingMark, ModifierSymbol, OtherSymbol, PrivateUse, Unassigned};
    matches!(category(c), OtherSymbol | ModifierSymbol | EnclosingMark | PrivateUse | Unassigned)
}

/// Composes letters and combining marks (NFC), because fonts have glyphs for the composed
/// characters.
fn composed(text: &str) -> String {
    ComposingNormalizer::new_nfc().normalize(text).into_owned()
}

/// Iterates over every character of every text in the data.
pub(super) fn characters(data: &Value) -> Box<dyn Iterator<Item = char> + '_> {
    match data {
        Value::String(text) => Box::new(composed(text).chars().collect::<Vec<_>>().into_iter()),
        Value::Array(values) => Box::new(values.iter().flat_map(characters)),
        Value::Object(members) => Box::new(members.values().flat_map(characters)),
        _ => Box::new(std::iter::empty()),
    }
}
