//! Interests and what belongs to them.

use super::skills::skills;
use crate::parts::Still;
use perfil_view::Skill;

pub(super) fn interests(items: &[Skill]) -> Still {
    skills(items)
}
