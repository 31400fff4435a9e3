//! Awards.

use super::entry::entries;
use crate::parts::Still;
use perfil_view::Entry;

pub(super) fn awards(items: &[Entry], level: u8) -> Still {
    entries(items, level)
}
