//! Sections under a common heading.

use super::section;
use crate::ui::{Erase, Still};
use crate::view::{Section, Words};
use leptos::prelude::*;

pub(super) fn group(sections: &[Section], level: u8, words: &Words) -> Still {
    sections.iter().map(|child| section(child, level, words)).collect_view().erase()
}
