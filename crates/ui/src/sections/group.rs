//! Sections under a common heading.

use super::section;
use crate::parts::{Erase, Still};
use leptos::prelude::*;
use perfil_view::{Section, Words};

pub(super) fn group(sections: &[Section], level: u8, words: &Words) -> Still {
    sections.iter().map(|child| section(child, level, words)).collect_view().erase()
}
