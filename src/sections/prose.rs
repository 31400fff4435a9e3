//! Paragraphs.

use crate::ui;
use crate::view::Prose;
use leptos::prelude::*;

pub(super) fn prose(text: &Prose) -> AnyView {
    ui::prose(text)
}
