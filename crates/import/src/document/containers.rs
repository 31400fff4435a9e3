//! The blocks that contain others.

use super::blocks::Block;
use super::text::Text;

/// A block that contains others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Document,
    Quote,
    List(Option<u64>),
    Item,
    Terms,
    Term,
    Explanation,
    Table,
    Row,
    /// A cell, and whether it names its column.
    Cell(bool),
    Heading(u8),
}

/// A container that has not ended.
pub(super) struct Open {
    pub(super) kind: Container,
    /// Whether its blocks become those of the container around it.
    pub(super) is_transparent: bool,
    pub(super) blocks: Vec<Block>,
    pub(super) items: Vec<Vec<Block>>,
    pub(super) terms: Vec<(Text, Vec<Block>)>,
    /// The cells of a row, each with whether it names its column.
    pub(super) cells: Vec<(bool, Vec<Block>)>,
    pub(super) rows: Vec<Vec<(bool, Vec<Block>)>>,
}

impl Open {
    pub(super) fn of(kind: Container, is_transparent: bool) -> Self {
        Self {
            kind,
            is_transparent,
            blocks: Vec::new(),
            items: Vec::new(),
            terms: Vec::new(),
            cells: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Gives what is between the items of a list to the item above it.
    pub(super) fn take_between(&mut self) {
        let mut between = std::mem::take(&mut self.blocks);
        match self.items.last_mut() {
            Some(item) => item.append(&mut between),
            None if between.is_empty() => {}
            None => self.items.push(between),
        }
    }
}
