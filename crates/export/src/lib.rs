//! A profile in the forms that other programs read: one file for each, in one language.

mod block;
mod code;
mod document;
mod items;
mod json;
mod linked;
mod markdown;
mod paper_size;
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

/// What is exported: a person in one language.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// What is published of the profile.
    pub profile: &'a Profile,
    /// Gives its texts in the language.
    pub localizer: &'a Localizer<'a>,
    /// The profile in the language.
    pub shown: &'a Localized,
    /// The address of the page.
    pub page: &'a str,
    /// The address of the portrait.
    pub image: Option<&'a str>,
}

/// A form in which a profile can be taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A contact card (vCard 4.0, RFC 6350).
    VCard,
    /// A picture (SVG) that telephones read the contact from (QR code, ISO/IEC 18004).
    Code,
    /// Plain text, for forms and terminals.
    Text,
    /// Markdown (`CommonMark`) with front matter in YAML.
    Markdown,
    /// JSON Resume 1.0.0 (jsonresume.org).
    Resume,
}

impl Format {
    /// Every format, those for people first.
    pub const ALL: [Self; 5] = [Self::VCard, Self::Code, Self::Text, Self::Markdown, Self::Resume];

    /// The end of a file's name.
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

    /// The file, if this format can hold the profile. `address` is its own.
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
    /// The tag of the language (BCP 47).
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

    /// A text with the marks of Markdown that its owner wrote.
    fn marked(&self, prose: &Prose) -> String {
        self.text(&prose.0)
    }

    fn all_marked(&self, proses: &[Prose]) -> Vec<String> {
        proses.iter().map(|prose| self.marked(prose)).collect()
    }

    /// Where somebody is found elsewhere.
    fn links(&self) -> Vec<String> {
        self.profile.links.iter().map(|link| uri(&link.url.to_string())).collect()
    }
}

/// An address as formats for machines have it: in ASCII (RFC 3986).
fn uri(written: &str) -> String {
    if written.bytes().all(|byte| byte.is_ascii_graphic()) {
        return written.to_owned();
    }
    url::Url::parse(written).map_or_else(|_| written.to_owned(), String::from)
}

/// A text on one line, without characters that command a terminal or are none.
fn clean(text: &str) -> String {
    let is_text = |c: char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let kept = text.chars().map(|c| if is_text(c) { c } else { ' ' });
    kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Texts on one line.
fn line<'a>(texts: impl IntoIterator<Item = &'a Shown>, between: &str) -> String {
    texts.into_iter().map(|text| clean(&text.text)).collect::<Vec<_>>().join(between)
}
