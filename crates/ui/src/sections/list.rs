//! A list of lines.

use crate::parts::{ErasedView, numbered_lines};
use perfil_view::Line;

pub(super) fn list(items: &[Line]) -> ErasedView {
    numbered_lines(items)
}
