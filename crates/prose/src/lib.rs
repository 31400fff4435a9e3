//! Text with markup as a tree of blocks and inlines, by the names of `CommonMark`.
//!
//! Markdown is parsed once, and everything else is written from the tree: HTML and plain text here,
//! other formats where they belong. HTML in a text is text, so no part of Perfil ever parses HTML.

mod html;
mod link;
mod parse;
#[cfg(test)]
mod tests;
mod text;

pub use link::{SCHEMES, unsafe_links};

use pulldown_cmark::Options;

/// What is read beyond `CommonMark`.
pub const MARKDOWN: Options = Options::ENABLE_STRIKETHROUGH;

/// A whole text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document(pub Vec<Block>);

/// What stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// Inlines without a paragraph around them, as in the items of a tight list.
    Plain(Vec<Inline>),
    /// A quotation.
    BlockQuote(Vec<Block>),
    /// A list.
    List(List),
    /// Code with its lines, whatever language it is said to be in.
    CodeBlock(String),
    /// A line between two subjects.
    ThematicBreak,
}

/// A list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The number of the first item, if they are numbered.
    pub start: Option<u64>,
    /// What each item holds.
    pub items: Vec<Vec<Block>>,
}

/// What stands in a line. Two texts never follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Characters that are no more than that.
    Text(String),
    /// The end of a line that was broken for its length alone.
    SoftBreak,
    /// The end of a line that has to end there.
    HardBreak,
    /// Code.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// What holds no longer.
    Strikethrough(Vec<Inline>),
    /// A link.
    Link(Link),
}

/// A link, which holds no other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, in ASCII (RFC 3986); nowhere if that is not safe to publish.
    pub url: Option<String>,
    /// What more is said of it.
    pub title: Option<String>,
    /// What is read.
    pub content: Vec<Inline>,
}

impl Document {
    /// Reads Markdown (`CommonMark`, and strikethrough).
    ///
    /// Headings are paragraphs and images their descriptions, because both belong to the page and not
    /// to its texts. HTML is text.
    #[must_use]
    pub fn parse(markdown: &str) -> Self {
        parse::parse(markdown)
    }

    /// A text without any markup.
    #[must_use]
    pub fn plain(text: String) -> Self {
        Self(vec![Block::Paragraph(vec![Inline::Text(text)])])
    }

    /// HTML that is safe to publish: phrasing content for a single paragraph, blocks for more.
    #[must_use]
    pub fn to_html(&self) -> String {
        html::html(self)
    }

    /// The text alone, on one line.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.lines().join(" ")
    }

    /// The text alone, on a line for each block and each line that has to end.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        text::lines(&self.0)
    }
}
