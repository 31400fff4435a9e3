//! The titles of sections as a page shows them.

use perfil_source::{Node, Value};

/// What stands around a heading in a document and is none of its words: `■Skills`, `【Skills】`, `Skills:`.
const AROUND: &str = "■□◆◇●○◎▪▫•◦‣※→*+–—-【】:： \u{a0}\u{3000}";

/// Returns a title as a page shows it.
pub(super) fn shown(title: Node) -> Node {
    let text = match &title.value {
        Value::String(text) => text.trim_matches(|c| AROUND.contains(c)),
        _ => return title,
    };
    if text.is_empty() {
        return title;
    }
    Node { value: Value::String(text.to_owned()), span: title.span.clone() }
}
