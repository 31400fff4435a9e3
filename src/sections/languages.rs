//! Languages spoken, and how well.

use super::terms::terms;
use crate::view::Term;
use leptos::prelude::*;

pub(super) fn languages(items: &[Term]) -> AnyView {
    terms(items)
}
