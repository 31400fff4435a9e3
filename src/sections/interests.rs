//! Interests and what belongs to them.

use super::skills::skills;
use crate::ui::Still;
use crate::view::Skill;

pub(super) fn interests(items: &[Skill]) -> Still {
    skills(items)
}
