//! Languages spoken, and how well.

use super::terms::terms;
use crate::parts::Still;
use perfil_view::Term;

pub(super) fn languages(items: &[Term]) -> Still {
    terms(items)
}
