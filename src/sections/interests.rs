//! Interests and what belongs to them.

use super::skills::skills;
use crate::view::Skill;
use leptos::prelude::*;

pub(super) fn interests(items: &[Skill]) -> AnyView {
    skills(items)
}
