//! Exports a profile to formats that other programs read: one file per format, in one language.

mod block;
mod code;
mod details;
mod document;
mod items;
mod json;
mod linked;
mod markdown;
mod paper_size;
mod picture;
mod prose;
mod resume;
mod sections;
mod style;
mod text;
mod vcard;

use perfil_localize::{Localized, Localizer};
use perfil_model::language::{Name, Prose, Text};
use perfil_model::profile::Profile;
use perfil_view::Text as Shown;

pub use linked::linked_data;
pub use paper_size::PaperSize;
pub use picture::Picture;

/// The input of an export: a person in one language.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The public part of the profile.
    pub profile: &'a Profile,
    /// Resolves its texts in the language.
    pub localizer: &'a Localizer<'a>,
    /// The profile in the language.
    pub shown: &'a Localized,
    /// The URL of the page.
    pub page: &'a str,
    /// The URL of the portrait.
    pub image: Option<&'a str>,
}

/// An export format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A vCard (vCard 4.0, RFC 6350).
    VCard,
    /// A picture (SVG) that phones read the contact from (QR code, ISO/IEC 18004).
    Code,
    /// Plain text, for forms and terminals.
    Text,
    /// Markdown (`CommonMark`) with front matter in YAML.
    Markdown,
    /// JSON Resume 1.0.0 (jsonresume.org).
    Resume,
}

impl Format {
    /// All formats, those for people first.
    pub const ALL: [Self; 5] = [Self::VCard, Self::Code, Self::Text, Self::Markdown, Self::Resume];

    /// The file extension.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::VCard => "vcf",
            Self::Code => "svg",
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Resume => "json",
        }
    }

    /// The media type (RFC 6838).
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::VCard => "text/vcard",
            Self::Code => "image/svg+xml",
            Self::Text => "text/plain",
            Self::Markdown => "text/markdown",
            Self::Resume => "application/json",
        }
    }

    /// Returns the file, if this format can represent the profile. `address` is the file's own URL.
    #[must_use]
    pub fn file(self, subject: &Subject, address: &str) -> Option<String> {
        Some(match self {
            Self::VCard => vcard::card(subject, address),
            Self::Code => code::code(subject)?,
            Self::Text => text::text(subject),
            Self::Markdown => markdown::markdown(subject),
            Self::Resume => resume::resume(subject, address),
        })
    }
}

impl Subject<'_> {
    /// The language tag (BCP 47).
    fn lang(&self) -> &str {
        self.localizer.locale().tag.as_str()
    }

    fn text(&self, text: &Text) -> String {
        self.localizer.text(text).text
    }

    fn texts(&self, texts: &[Text]) -> Vec<String> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    fn name(&self, name: &Name) -> String {
        self.localizer.name(name).text
    }

    fn names(&self, names: &[Name]) -> Vec<String> {
        names.iter().map(|name| self.name(name)).collect()
    }

    /// Returns a text with the Markdown that its owner wrote.
    fn marked(&self, prose: &Prose) -> String {
        self.text(&prose.0)
    }

    fn all_marked(&self, proses: &[Prose]) -> Vec<String> {
        proses.iter().map(|prose| self.marked(prose)).collect()
    }

    /// Returns the URLs of the person's other profiles.
    fn links(&self) -> Vec<String> {
        self.profile
            .links
            .iter()
            .filter_map(|link| Some(uri(&link.url.as_ref()?.to_string())))
            .collect()
    }
}

/// Returns a URL in ASCII (RFC 3986), as machine-readable formats require.
fn uri(written: &str) -> String {
    if written.bytes().all(|byte| byte.is_ascii_graphic()) {
        return written.to_owned();
    }
    url::Url::parse(written).map_or_else(|_| written.to_owned(), String::from)
}

/// Returns a text on one line, with control characters and noncharacters replaced by spaces.
fn clean(text: &str) -> String {
    let is_text = |c: char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let cleaned = text.chars().map(|c| if is_text(c) { c } else { ' ' });
    cleaned.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Joins texts on one line.
fn line<'a>(texts: impl IntoIterator<Item = &'a Shown>, separator: &str) -> String {
    texts.into_iter().map(|text| clean(&text.text)).collect::<Vec<_>>().join(separator)
}
