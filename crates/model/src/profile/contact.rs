//! Names, addresses and links, each validated when it is read.

use super::checks;
use crate::language::{Name, Text, unsafe_link};
use perfil_prose::SCHEMES;
use perfil_source::{Context, Decode, Node, Shape, record, shape};
use std::fmt;

record! {
    /// A profile on another site.
    pub struct Link ("a link", check = checks::link) {
        /// The text of the link, usually the name of the site, e.g. "GitHub".
        label: Name,
        /// The URL of the profile. Without one, the username is shown alone.
        url: Option<Url>,
        /// The username on that site.
        username: Option<String>,
    }
}

record! {
    /// A postal address, or the part of one that the person wants to publish.
    pub struct Address ("a location") {
        /// The street address.
        address: Option<Name>,
        /// The postal code.
        postal_code: Option<String>,
        /// The city or town.
        city: Option<Name>,
        /// The state, province or region.
        region: Option<Name>,
        /// The name of the country, as the page shows it.
        country: Option<Text>,
        /// The country code (ISO 3166-1 alpha-2), e.g. "GB".
        country_code: Option<String>,
    }
}

/// A URL with a scheme that is safe to link to: `https:`, `http:`, `mailto:` or `tel:`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent))]
pub struct Url(
    #[cfg_attr(
        feature = "schema",
        schemars(regex(
            pattern = r"^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:|[Tt][Ee][Ll]:)"
        ))
    )]
    String,
);

/// An e-mail address (RFC 5321), e.g. `ada@example.org`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent))]
pub struct Email(#[cfg_attr(feature = "schema", schemars(email))] String);

/// An identifier in URLs: lowercase letters, digits and hyphens, starting with a letter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent))]
pub struct Id(
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")))]
    String,
);

/// The path of an image, relative to the content folder, e.g. `images/ada.jpg`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent))]
pub struct ImagePath(String);

/// The image formats that every browser shows.
const IMAGES: [&str; 6] = ["avif", "gif", "jpg", "jpeg", "png", "webp"];

/// The path of a font, relative to the content folder, e.g. `fonts/NotoSansJP-Regular.otf`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent))]
pub struct FontPath(String);

/// The font formats that can be used for PDF: OpenType, `TrueType` and collections of those.
const FONTS: [&str; 4] = ["otf", "ttf", "otc", "ttc"];

/// Whether a text is the path of a file of one of these formats that stays in its folder.
fn is_path(written: &str, forms: &[&str]) -> bool {
    let is_below = !written.starts_with('/')
        && !written.contains(['\\', ':'])
        && written.split('/').all(|part| !part.is_empty() && part != ".." && part != ".");
    let end = written.rsplit_once('.').map(|(_, end)| end);
    is_below && end.is_some_and(|end| forms.iter().any(|form| form.eq_ignore_ascii_case(end)))
}

impl Decode for Url {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        let written = String::decode(node, context)?;
        match url::Url::parse(&written) {
            Ok(url) if SCHEMES.contains(&url.scheme()) => Some(Self(written)),
            Ok(url) => {
                unsafe_link(url.scheme(), node, context);
                None
            }
            Err(error) => {
                let message = format!("{written:?} is not the address of a page: {error}");
                let remedy = "Write it whole: \"https://example.org/\".";
                context.error(node.span.clone(), message, remedy);
                None
            }
        }
    }

    fn shape() -> Shape {
        Shape::Line(shape::Line::Url)
    }
}

impl Decode for Email {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        let written = String::decode(node, context)?;
        let parts = written
            .split_once('@')
            .filter(|(user, host)| !user.is_empty() && host.contains('.') && !host.contains('@'));
        if parts.is_none() || written.contains(|c: char| c.is_whitespace() || c.is_control()) {
            let remedy = r#"Write it as "ada@example.org"."#;
            return context.mismatch(node, "an e-mail address", remedy);
        }
        Some(Self(written))
    }

    fn shape() -> Shape {
        Shape::Line(shape::Line::Email)
    }
}

impl Id {
    /// Whether a word is a valid id.
    #[must_use]
    pub fn is_valid(written: &str) -> bool {
        written.starts_with(|c: char| c.is_ascii_lowercase())
            && written.split('-').all(|part| {
                !part.is_empty()
                    && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            })
    }
}

impl Decode for Id {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        let written = String::decode(node, context)?;
        if !Self::is_valid(&written) {
            let remedy = "Use small letters, digits and hyphens: \"selected-work\".";
            return context.mismatch(node, "an id", remedy);
        }
        Some(Self(written))
    }

    fn shape() -> Shape {
        Shape::Line(shape::Line::Id)
    }
}

impl ImagePath {
    /// Whether a text is the path of an image that stays in its folder.
    #[must_use]
    pub fn is_valid(written: &str) -> bool {
        is_path(written, &IMAGES)
    }
}

impl Decode for FontPath {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        let written = String::decode(node, context)?;
        if !is_path(&written, &FONTS) {
            let message = format!("{written:?} is not the path of a font in the content folder");
            let forms = FONTS.join(", ");
            let remedy = format!("Write it as \"fonts/name.otf\"; the forms are {forms}.");
            context.error(node.span.clone(), message, remedy);
            return None;
        }
        Some(Self(written))
    }
}

impl Decode for ImagePath {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        let written = String::decode(node, context)?;
        if !Self::is_valid(&written) {
            let forms = IMAGES.join(", ");
            let message = format!("{written:?} is not the path of an image in the content folder");
            let remedy = format!("Write it as \"images/name.jpg\"; the forms are {forms}.");
            context.error(node.span.clone(), message, remedy);
            return None;
        }
        Some(Self(written))
    }

    fn shape() -> Shape {
        Shape::Line(shape::Line::Image)
    }
}

/// Implements `Display` for the text in a validated string.
macro_rules! shown {
    ($($type:ident),*) => {$(
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

shown!(Url, Email, Id, ImagePath, FontPath);
