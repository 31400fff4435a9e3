//! Paragraphs.

use crate::parts::{self, Still};
use perfil_view::Line;

pub(super) fn prose(line: &Line) -> Still {
    parts::numbered(line)
}
