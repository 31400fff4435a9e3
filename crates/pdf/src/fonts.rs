//! The fonts of a CV: the bundled ones, for Latin, Greek and Cyrillic, and the owner's.

use icu_normalizer::ComposingNormalizer;
use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;
use serde_json::Value;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;

const OWN: [&[u8]; 5] = [
    include_bytes!("fonts/SourceSans3-Regular.otf"),
    include_bytes!("fonts/SourceSans3-It.otf"),
    include_bytes!("fonts/SourceSans3-Semibold.otf"),
    include_bytes!("fonts/SourceSerif4-Regular.otf"),
    include_bytes!("fonts/SourceSerif4-It.otf"),
];

/// Loaded fonts, which any number of CVs can share.
#[derive(Debug)]
pub struct Fonts {
    all: Vec<Font>,
    book: LazyHash<FontBook>,
    families: Vec<String>,
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
        let more: Vec<Font> =
            files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
        let families = more.iter().map(|font| font.info().family.clone()).collect();
        let own = OWN.iter().flat_map(|data| Font::iter(Bytes::new(*data)));
        let all: Vec<Font> = own.chain(more).collect();
        let book = LazyHash::new(FontBook::from_fonts(&all));
        Self { all, book, families }
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
        use GeneralCategory::{Control, Format, LineSeparator, ParagraphSeparator, SpaceSeparator};
        let category = CodePointMapData::<GeneralCategory>::new().get(c);
        let is_unseen = matches!(
            category,
            Control | Format | LineSeparator | ParagraphSeparator | SpaceSeparator
        ) || matches!(c, '\u{fe00}'..='\u{fe0f}');
        is_unseen || self.all.iter().any(|font| font.info().coverage.contains(u32::from(c)))
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
