//! Colours of people: accents, the colours of pictures, and the stylesheets with the accents.

pub(crate) mod accent;
pub(crate) mod style;
pub(crate) mod theme_colors;
