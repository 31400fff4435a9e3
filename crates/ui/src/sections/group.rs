//! Sections under a common heading.

use super::section;
use crate::parts::{Erase, ErasedView};
use leptos::prelude::*;
use perfil_view::{Section, Words};

pub(super) fn group(sections: &[Section], level: u8, words: &Words) -> ErasedView {
    sections.iter().map(|child| section(child, level, words)).collect_view().erase()
}
