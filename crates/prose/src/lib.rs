//! Text with markup as a tree of blocks and inlines, named as in `CommonMark`.
//!
//! Markdown is parsed once, and every other format is written from the tree: HTML and plain text
//! here, the rest in the crates that need them. HTML in a text is text, so no part of Perfil ever
//! parses HTML.

mod html;
mod link;
mod parse;
#[cfg(test)]
mod tests;
mod text;

pub use link::{SCHEMES, unsafe_links};

use pulldown_cmark::Options;

/// The extensions of `CommonMark` that are parsed.
pub const MARKDOWN: Options = Options::ENABLE_STRIKETHROUGH;

/// A whole text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document(pub Vec<Block>);

/// A block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// Inlines without a paragraph, as in the items of a tight list.
    Plain(Vec<Inline>),
    /// A quotation.
    BlockQuote(Vec<Block>),
    /// A list.
    List(List),
    /// Code with its lines; the language of the code is ignored.
    CodeBlock(String),
    /// A line between two topics.
    ThematicBreak,
}

/// A list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The number of the first item, if the list is numbered.
    pub start: Option<u64>,
    /// The content of each item.
    pub items: Vec<Vec<Block>>,
}

/// An inline. Two `Text` inlines never follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain characters.
    Text(String),
    /// A line break that only keeps the source lines short.
    SoftBreak,
    /// A line break that has to be shown.
    HardBreak,
    /// Code.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Text that is no longer valid.
    Strikethrough(Vec<Inline>),
    /// A link.
    Link(Link),
}

/// A link, which cannot contain another link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The address in ASCII (RFC 3986); `None` if it is not safe to publish.
    pub url: Option<String>,
    /// The title of the link.
    pub title: Option<String>,
    /// The text of the link.
    pub content: Vec<Inline>,
}

impl Document {
    /// Parses Markdown (`CommonMark` with strikethrough).
    ///
    /// Headings become paragraphs and images become their descriptions, because both belong to the
    /// page and not to its texts. HTML is text.
    #[must_use]
    pub fn parse(markdown: &str) -> Self {
        parse::parse(markdown)
    }

    /// Returns a text without any markup.
    #[must_use]
    pub fn plain(text: String) -> Self {
        Self(vec![Block::Paragraph(vec![Inline::Text(text)])])
    }

    /// Returns HTML that is safe to publish: phrasing content for a single paragraph, blocks for
    /// more.
    #[must_use]
    pub fn to_html(&self) -> String {
        html::html(self)
    }

    /// Returns the text alone, on one line.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.lines().join(" ")
    }

    /// Returns the text alone, with one line per block and per hard break.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        text::lines(&self.0)
    }
}
