//! The blocks that contain others.

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
