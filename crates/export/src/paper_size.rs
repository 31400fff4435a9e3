//! Paper sizes.

use perfil_source::{Context, Decode, Node};

/// A paper size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum PaperSize {
    /// 210 × 297 mm (ISO 216).
    A4,
    /// 8.5 × 11 inches (ANSI/ASME Y14.1).
    Letter,
}

impl PaperSize {
    /// All paper sizes.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// Returns the paper size with an identifier; A4 for any other text.
    #[must_use]
    pub fn of(id: &str) -> Self {
        Self::ALL.into_iter().find(|size| size.id() == id).unwrap_or(Self::A4)
    }

    /// The identifier in settings, commands and paths.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// The name that is displayed.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "Letter",
        }
    }
}

impl Decode for PaperSize {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        context.one_of(node, "a size of paper", Self::ALL.map(|paper| (paper.id(), paper)))
    }
}
