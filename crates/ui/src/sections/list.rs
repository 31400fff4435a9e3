//! A list of lines.

use crate::parts::{Still, numbered_lines};
use perfil_view::Line;

pub(super) fn list(items: &[Line]) -> Still {
    numbered_lines(items)
}
