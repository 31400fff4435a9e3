//! Sections under a common heading.

use super::section;
use crate::ui::Erase;
use crate::view::{Section, Words};
use leptos::prelude::*;

pub(super) fn group(sections: &[Section], level: u8, words: &Words) -> AnyView {
    sections.iter().map(|child| section(child, level, words)).collect_view().erase()
}
