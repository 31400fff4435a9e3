//! The tokens of a theme: its name, its families, and its colours, with their contrasts.

use super::accent::{contrast, css};
use palette::Srgb;
use perfil_model::language::{Prose, Text};
use perfil_source::{Context, Decode, Node, Step, record};

record! {
    /// The tokens of a theme.
    pub(crate) struct Tokens ("the theme", skip = "$schema", check = check) {
        /// The name of the theme, as people read it.
        name: Text,
        /// What distinguishes it, in one sentence.
        description: Option<Prose>,
        /// The families of letters.
        fonts: Option<Families>,
        /// The colours of the light scheme.
        light: Colors,
        /// The colours of the dark scheme.
        dark: Colors,
    }
}

record! {
    /// The families of letters, by what they are for.
    pub(crate) struct Families ("the families") {
        /// The family of running text. The default is the sans.
        text: Option<Family>,
        /// The family of names and headings. The default is the serif.
        display: Option<Family>,
    }
}

record! {
    /// The colours of a scheme. The accent is not among them: it is the owner's, and is chosen so
    /// that it is legible on these.
    pub(crate) struct Colors ("the colours") {
        /// The background of pages.
        paper: Color,
        /// Text.
        ink: Color,
        /// The background of what stands out.
        panel: Color,
        /// Secondary text.
        soft: Color,
        /// Thin lines.
        border: Color,
    }
}

/// A family of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub(crate) enum Family {
    /// The sans-serif of the site.
    Sans,
    /// The serif of the site.
    Serif,
    /// The monospaced family of the visitor's system.
    Mono,
}

impl Family {
    const ALL: [(&str, Self); 3] =
        [("sans", Self::Sans), ("serif", Self::Serif), ("mono", Self::Mono)];

    /// Its name, which is also that of its token.
    pub(crate) fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, family)| *family == self).map_or("sans", |(name, _)| name)
    }
}

impl Decode for Family {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        context.one_of(node, "a family", Self::ALL)
    }
}

/// A colour of sRGB: `#1c1f25`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Color(pub(crate) Srgb<u8>);

impl Decode for Color {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        let written = node.as_str().filter(|text| text.starts_with('#') && text.len() == 7);
        let color = written.and_then(|text| text.parse().ok());
        color.map(Self).or_else(|| {
            context.mismatch(node, "a colour", "Write red, green and blue: \"#1c1f25\".")
        })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Color {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Color".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^#[0-9A-Fa-f]{6}$" })
    }
}

impl Color {
    /// Returns the colour with parts from 0 to 1.
    pub(crate) fn parts(self) -> Srgb {
        self.0.into_format()
    }

    /// Returns the colour as CSS.
    pub(crate) fn css(self) -> String {
        css(self.parts())
    }
}

/// The least contrast of text (WCAG 2.2 AA).
const LEAST: f32 = 4.5;

/// Reports texts that cannot be read on their background.
fn check(node: &Node, context: &mut Context) {
    for scheme in ["light", "dark"] {
        let Some(colors) = node.get(scheme) else { continue };
        let color = |name: &str| {
            Color::decode(colors.get(name)?, &mut Context::default()).map(Color::parts)
        };
        for text in ["ink", "soft"] {
            for ground in ["paper", "panel"] {
                let (Some(front), Some(back)) = (color(text), color(ground)) else { continue };
                let found = contrast(front, back);
                let Some(at) = colors.get(text).filter(|_| found < LEAST) else { continue };
                context.within(Step::Key(scheme.into()), |context| {
                    context.within(Step::Key(text.into()), |context| {
                        let message = format!(
                            "the contrast of \"{text}\" on \"{ground}\" is {found:.1}, less than \
                             {LEAST}"
                        );
                        let remedy = format!("Move \"{text}\" away from \"{ground}\".");
                        context.error(at.span.clone(), message, remedy);
                    });
                });
            }
        }
    }
}
