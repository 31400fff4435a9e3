//! A list of lines.

use crate::ui::{Still, lines};
use crate::view::Prose;

pub(super) fn list(items: &[Prose]) -> Still {
    lines(items)
}
