//! Paragraphs.

use crate::parts::{self, Still};
use perfil_view::Prose;

pub(super) fn prose(text: &Prose) -> Still {
    parts::prose(text)
}
