//! Whether a form has to be drawn again: not if only what people type has changed.

use perfil_form::{Control, Input, Item, State};

/// Whether two states have the same fields, whatever people have typed in them.
pub(crate) fn is_drawn_alike(a: &State, b: &State) -> bool {
    match (&a.form, &b.form) {
        (Some(a), Some(b)) => all(&a.fields, &b.fields, is_alike),
        (None, None) => true,
        _ => false,
    }
}

fn all<T>(a: &[T], b: &[T], is_alike: impl Fn(&T, &T) -> bool) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_alike(a, b))
}

fn is_alike(a: &Control, b: &Control) -> bool {
    a.path == b.path
        && a.is_private == b.is_private
        && match (&a.input, &b.input) {
            (Input::Record { fields: a }, Input::Record { fields: b })
            | (Input::Values { values: a, .. }, Input::Values { values: b, .. }) => {
                all(a, b, is_alike)
            }
            (Input::Items { items: a, .. }, Input::Items { items: b, .. }) => {
                all(a, b, is_item_alike)
            }
            (Input::Text { .. } | Input::Line { .. }, Input::Text { .. } | Input::Line { .. })
            | (
                Input::Flag { .. } | Input::Choice { .. },
                Input::Flag { .. } | Input::Choice { .. },
            )
            | (Input::Other, Input::Other) => true,
            _ => false,
        }
}

fn is_item_alike(a: &Item, b: &Item) -> bool {
    let is_optional = |a: Option<&Control>, b: Option<&Control>| match (a, b) {
        (Some(a), Some(b)) => is_alike(a, b),
        (None, None) => true,
        _ => false,
    };
    a.path == b.path
        && a.is_private == b.is_private
        && is_optional(a.text.as_ref(), b.text.as_ref())
        && match (&a.fields, &b.fields) {
            (Some(a), Some(b)) => all(a, b, is_alike),
            (None, None) => true,
            _ => false,
        }
}
