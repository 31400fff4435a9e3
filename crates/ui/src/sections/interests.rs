//! Interests with their keywords.

use super::skills::matrix;
use crate::parts::ErasedView;
use perfil_view::Skill;

pub(super) fn interests(items: &[Skill]) -> ErasedView {
    matrix(items, "")
}
