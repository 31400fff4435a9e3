//! The look of what is typeset. Templates take it from their data, and name no colour or font
//! themselves, so that another template can follow the same site.

use super::Fonts;
use serde_json::{Value, json};

/// Colours, in hexadecimal CSS notation (`#0a5c4a`), and families of fonts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The background.
    pub paper: String,
    /// The text.
    pub ink: String,
    /// Secondary text.
    pub muted: String,
    /// Thin lines.
    pub border: String,
    /// What stands out: the colour of the person or the site.
    pub accent: String,
    /// The background of small parts, such as code or a monogram.
    pub tint: String,
    /// The family of most text.
    pub text: String,
    /// The family of names, headings and figures.
    pub display: String,
}

impl Theme {
    /// Creates the theme of what is printed, which has no colour but the accent.
    #[must_use]
    pub fn printed(accent: String, text: String, display: String) -> Self {
        let [paper, ink, muted, border, tint] =
            ["#ffffff", "#000000", "#555555", "#d7d7d7", "#f3f3f3"].map(str::to_owned);
        Self { paper, ink, muted, border, accent, tint, text, display }
    }

    /// Returns the data of a template. The owner's fonts have the letters that a family lacks.
    pub(super) fn data(&self, fonts: &Fonts) -> Value {
        let families = |family: &String| {
            let all = std::iter::once(family).chain(fonts.families());
            all.cloned().collect::<Vec<_>>()
        };
        json!({
            "paper": self.paper,
            "ink": self.ink,
            "muted": self.muted,
            "border": self.border,
            "accent": self.accent,
            "tint": self.tint,
            "text": families(&self.text),
            "display": families(&self.display),
        })
    }
}

/// What a template is set with.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// The fonts.
    pub fonts: &'a Fonts,
    /// The colours, and the families of fonts.
    pub theme: &'a Theme,
}

impl Look<'_> {
    pub(super) fn data(&self) -> Value {
        self.theme.data(self.fonts)
    }
}
