//! What the texts of a format are written in.

use crate::rich_text;

/// Rewrites a text, and returns whether it had tags of HTML.
pub(super) type Rewrite = fn(&str) -> (String, bool);

/// What the texts of a file are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Markup {
    /// Text, Markdown or HTML, as its author liked. Signs that cannot be meant as marks are none.
    #[default]
    Any,
    /// No markup: every sign is a character, and every line a line.
    Plain,
    /// Markdown where texts are longer.
    Markdown,
    /// Markdown, in names too.
    MarkdownInNames,
    /// HTML, as an editor writes it.
    Html,
}

impl Markup {
    /// Returns how a short text without markup is made of what is written.
    pub(super) fn of_names(self) -> Rewrite {
        match self {
            Self::Plain => rich_text::verbatim,
            Self::Html => rich_text::plain_of_html,
            Self::MarkdownInNames => rich_text::without_markdown,
            Self::Any | Self::Markdown => rich_text::to_plain,
        }
    }

    /// Returns how a text in Markdown is made of what is written.
    pub(super) fn of_prose(self) -> Rewrite {
        match self {
            Self::Any | Self::MarkdownInNames => rich_text::to_markdown,
            Self::Plain => rich_text::of_plain,
            Self::Markdown => rich_text::of_markdown,
            Self::Html => rich_text::of_html,
        }
    }
}
