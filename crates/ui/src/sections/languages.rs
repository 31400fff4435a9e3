//! Languages spoken, with proficiency.

use super::terms::terms;
use crate::parts::ErasedView;
use perfil_view::Term;

pub(super) fn languages(items: &[Term]) -> ErasedView {
    terms(items)
}
