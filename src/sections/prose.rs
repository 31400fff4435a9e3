//! Paragraphs.

use crate::ui;
use crate::ui::Still;
use crate::view::Line;

pub(super) fn prose(line: &Line) -> Still {
    ui::numbered(line)
}
