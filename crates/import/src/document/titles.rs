//! The titles of sections as a page shows them.

use perfil_source::{Node, Value};

/// What may be before the words of a heading and is none of them: `■Skills`, `+ Skills`.
const BEFORE: &str = "■□◆◇●○◎▪▫•◦‣※→*+–—- \u{a0}\u{3000}";

/// What may be after them: `Skills:`. `C++` ends in signs of its own.
const AFTER: &str = "*–—-:： \u{a0}\u{3000}";

/// Returns a title as a page shows it.
pub(super) fn shown(title: Node) -> Node {
    let text = match &title.value {
        Value::String(text) => {
            let text = text.trim_start_matches(|c| BEFORE.contains(c));
            let text = text.trim_end_matches(|c| AFTER.contains(c));
            text.strip_prefix('【').and_then(|it| it.strip_suffix('】')).unwrap_or(text).trim()
        }
        _ => return title,
    };
    if text.is_empty() {
        return title;
    }
    Node { value: Value::String(text.to_owned()), span: title.span.clone() }
}
