//! Colours: accents of people, the colours of pictures, and stylesheets with the accents.

pub(crate) mod accent;
pub(crate) mod style;
pub(crate) mod theme_colors;
