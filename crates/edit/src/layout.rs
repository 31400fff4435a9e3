//! Where the parts of a value are in its file: the tree of a file, with what the tree leaves out.

mod builder;
mod scalars;

use builder::Builder;
use perfil_source::Node;
use std::ops::Range;

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Nothing is written, which is read as `null`.
    Empty,
    /// A scalar without quotation marks; in JSON a number or a word.
    Plain,
    /// A text in single quotation marks.
    Single,
    /// A text in double quotation marks.
    Double,
    /// A text below `|` or `>`.
    Block,
    /// A repetition of another value.
    Alias,
    /// An object with a member per line.
    BlockMap,
    /// A list with a dash per element.
    BlockList,
    /// An object in braces.
    FlowMap,
    /// A list in brackets.
    FlowList,
    /// An object of one member that has no braces, inside brackets.
    FlowPair,
}

impl Kind {
    pub(crate) fn is_flow(self) -> bool {
        matches!(self, Self::FlowMap | Self::FlowList | Self::FlowPair)
    }

    pub(crate) fn is_block_collection(self) -> bool {
        matches!(self, Self::BlockMap | Self::BlockList)
    }
}

/// A value in its file.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    pub(crate) node: &'a Node,
    pub(crate) kind: Kind,
    /// Where its anchor or tag starts, or it.
    pub(crate) start: usize,
    /// Where it starts.
    pub(crate) content: usize,
    /// The end of the mark `|` of a text in lines below it; otherwise `content`.
    pub(crate) header_end: usize,
    /// The indentation of the lines of such a text.
    pub(crate) body_column: usize,
    /// Where it ends.
    pub(crate) end: usize,
    /// The anchor of the value: where its name is.
    pub(crate) anchor: Option<Range<usize>>,
    pub(crate) entries: Vec<Entry<'a>>,
}

/// A member of an object, or an element of a list.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    /// Where its key, its dash or its value starts.
    pub(crate) start: usize,
    /// The key as it is read, and where it is written.
    pub(crate) key: Option<(&'a str, Range<usize>)>,
    /// The place after the colon or the dash.
    pub(crate) mark: Option<usize>,
    pub(crate) value: Part<'a>,
}

impl Entry<'_> {
    pub(crate) fn end(&self) -> usize {
        let key = self.key.as_ref().map_or(0, |(_, span)| span.end);
        self.value.end.max(self.mark.unwrap_or_default()).max(key)
    }
}

/// The value of a file, and where it repeats others: the ranges of the names after `*`.
#[derive(Debug)]
pub(crate) struct Layout<'a> {
    pub(crate) root: Part<'a>,
    pub(crate) aliases: Vec<Range<usize>>,
    pub(crate) anchors: Vec<Range<usize>>,
}

/// Finds the parts of a tree in the text that it was parsed from; nothing if they are not there.
pub(crate) fn layout<'a>(text: &'a str, root: &'a Node, is_yaml: bool) -> Option<Layout<'a>> {
    Builder::new(text, is_yaml).layout(root)
}
