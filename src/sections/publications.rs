//! Publications.

use super::entry::entries;
use crate::ui::Still;
use crate::view::Entry;

pub(super) fn publications(items: &[Entry], level: u8) -> Still {
    entries(items, level)
}
