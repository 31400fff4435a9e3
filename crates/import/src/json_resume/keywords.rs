//! Keywords of our own export, whose parts follow them in brackets.

use crate::tree;
use perfil_source::{Node, Value};

/// Returns an item whose keywords have their parts, in brackets in the file, as nested names.
pub(super) fn nested(item: Node) -> Node {
    let Node { value: Value::Object(mut members), span } = item else { return item };
    for member in members.iter_mut().filter(|member| member.key == "keywords") {
        if let Value::Array(keywords) = &mut member.value.value {
            for keyword in keywords {
                *keyword = split(keyword).unwrap_or_else(|| keyword.clone());
            }
        }
    }
    tree::object(members, span)
}

/// Parses `Python (Django, FastAPI)` as a name with its parts.
fn split(keyword: &Node) -> Option<Node> {
    let (name, parts) = keyword.as_str()?.strip_suffix(')')?.split_once(" (")?;
    let (mut all, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (at, c) in parts.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.checked_sub(1)?,
            ',' if depth == 0 && parts[at..].starts_with(", ") => {
                all.push(&parts[start..at]);
                start = at + 2;
            }
            _ => {}
        }
    }
    all.push(&parts[start..]);
    let is_name = |name: &&str| !name.trim().is_empty();
    let is_whole = depth == 0 && is_name(&name) && all.iter().all(is_name);
    is_whole.then(|| {
        let text = |text: &str| tree::text(text, keyword.span.clone());
        let parts = all.into_iter().map(text).collect();
        let parts = tree::list(parts, keyword.span.clone());
        let members = vec![tree::member("name", text(name)), tree::member("keywords", parts)];
        tree::object(members, keyword.span.clone())
    })
}
