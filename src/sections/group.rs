//! Sections under a common heading.

use crate::ui::Erase;
use super::section;
use crate::view::{Section, Words};
use leptos::prelude::*;

pub(super) fn group(sections: &[Section], level: u8, words: &Words) -> AnyView {
    sections.iter().map(|child| section(child, level, words)).collect_view().erase()
}
