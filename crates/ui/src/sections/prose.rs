//! Paragraphs.

use crate::parts::{self, ErasedView};
use perfil_view::Line;

pub(super) fn prose(line: &Line) -> ErasedView {
    parts::numbered(line)
}
