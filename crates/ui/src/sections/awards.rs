//! Awards.

use super::entry::{Microformat, entries};
use crate::parts::ErasedView;
use perfil_view::Entry;

pub(super) fn awards(items: &[Entry], level: u8) -> ErasedView {
    entries(items, level, Microformat::None)
}
