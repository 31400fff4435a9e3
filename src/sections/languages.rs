//! Languages spoken, and how well.

use super::terms::terms;
use crate::ui::Still;
use crate::view::Term;

pub(super) fn languages(items: &[Term]) -> Still {
    terms(items)
}
