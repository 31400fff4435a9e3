//! Paragraphs.

use crate::ui;
use crate::ui::Still;
use crate::view::Prose;

pub(super) fn prose(text: &Prose) -> Still {
    ui::prose(text)
}
