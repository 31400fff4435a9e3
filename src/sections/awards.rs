//! Awards.

use super::entry::entries;
use crate::ui::Still;
use crate::view::Entry;

pub(super) fn awards(items: &[Entry], level: u8) -> Still {
    entries(items, level)
}
