//! A list of lines.

use crate::parts::{Still, lines};
use perfil_view::Prose;

pub(super) fn list(items: &[Prose]) -> Still {
    lines(items)
}
