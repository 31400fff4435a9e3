//! The widths of glyphs that a composite font lists.

use hayro_syntax::object::{Array, Number, Object};
use std::collections::HashMap;

/// Reads the widths of a composite font: `code [width …]` or `first last width`.
pub(super) fn composite(array: &Array) -> HashMap<u32, f64> {
    let mut widths = HashMap::new();
    let mut pending: Vec<u32> = Vec::new();
    for object in array.iter::<Object>() {
        match object {
            Object::Array(list) => {
                let Some(start) = pending.pop() else { continue };
                for (code, width) in
                    (start..start.saturating_add(65_536)).zip(list.iter::<Number>())
                {
                    widths.insert(code, width.as_f64());
                }
                pending.clear();
            }
            Object::Number(number) => {
                if let [first, last] = pending.as_slice() {
                    let last = (*last).min(first.saturating_add(65_535)).min(65_535);
                    widths.extend((*first..=last).map(|code| (code, number.as_f64())));
                    pending.clear();
                } else {
                    pending.push(u32::try_from(number.as_i64()).unwrap_or_default());
                }
            }
            _ => {}
        }
    }
    widths
}
