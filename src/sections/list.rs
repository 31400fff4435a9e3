//! A list of lines.

use crate::ui::{Still, numbered_lines};
use crate::view::Line;

pub(super) fn list(items: &[Line]) -> Still {
    numbered_lines(items)
}
