//! The kinds of files that a site has of each profile.

use perfil_export::Format;
use perfil_source::{Context, Decode, Node};

/// A kind of file that each profile has in each language, in addition to its page and its card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum OutputKind {
    /// A vCard.
    Vcard,
    /// A QR code of the contact data (SVG).
    QrCode,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// JSON Resume.
    JsonResume,
    /// The card as a page for an iframe, and for sites that turn links into embeds (oEmbed).
    Frame,
    /// The card as a picture (SVG), light and dark.
    Picture,
}

impl OutputKind {
    const ALL: [Self; 7] = [
        Self::Vcard,
        Self::QrCode,
        Self::Text,
        Self::Markdown,
        Self::JsonResume,
        Self::Frame,
        Self::Picture,
    ];

    /// The identifier in settings.
    fn id(self) -> &'static str {
        match self {
            Self::Vcard => "vcard",
            Self::QrCode => "qrCode",
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::JsonResume => "jsonResume",
            Self::Frame => "frame",
            Self::Picture => "picture",
        }
    }
}

impl From<Format> for OutputKind {
    fn from(format: Format) -> Self {
        match format {
            Format::VCard => Self::Vcard,
            Format::Code => Self::QrCode,
            Format::Text => Self::Text,
            Format::Markdown => Self::Markdown,
            Format::Resume => Self::JsonResume,
        }
    }
}

impl Decode for OutputKind {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        context.one_of(node, "a kind of file", Self::ALL.map(|kind| (kind.id(), kind)))
    }
}
