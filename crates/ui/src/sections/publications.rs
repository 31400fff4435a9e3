//! Publications.

use super::entry::entries;
use crate::parts::Still;
use perfil_view::Entry;

pub(super) fn publications(items: &[Entry], level: u8) -> Still {
    entries(items, level)
}
