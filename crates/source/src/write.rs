//! Writes a tree as JSON (RFC 8259), formatted as people format it.

use super::node::{Member, Node, Value};

/// Writes a tree with two spaces per level; short lists and objects stay on one line.
#[must_use]
pub fn to_json(node: &Node) -> String {
    let mut text = String::new();
    write(node, 0, &mut text);
    text.push('\n');
    text
}

/// The maximum length of a list or object on one line, in bytes.
const MAX_LINE_BYTES: usize = 80;

fn write(node: &Node, indent: usize, output: &mut String) {
    let inner: Vec<String> = match &node.value {
        Value::Array(elements) => {
            elements.iter().map(|element| write_nested(element, indent)).collect()
        }
        Value::Object(members) => {
            members.iter().map(|member| write_member(member, indent)).collect()
        }
        scalar => {
            output.push_str(&write_scalar(scalar));
            return;
        }
    };
    let [open, close] = match node.value {
        Value::Array(_) => ["[", "]"],
        _ => ["{", "}"],
    };
    let length: usize = inner.iter().map(|part| part.len() + 2).sum();
    let is_short = length <= MAX_LINE_BYTES && inner.iter().all(|part| !part.contains('\n'));
    let space = if open == "{" && !inner.is_empty() { " " } else { "" };
    if is_short && indent > 0 {
        output.extend([open, space, &inner.join(", "), space, close]);
        return;
    }
    let pad = "  ".repeat(indent + 1);
    output.extend([open, "\n", &pad, &inner.join(&format!(",\n{pad}")), "\n"]);
    output.extend([&"  ".repeat(indent), close]);
}

fn write_nested(node: &Node, indent: usize) -> String {
    let mut text = String::new();
    write(node, indent + 1, &mut text);
    text
}

fn write_member(member: &Member, indent: usize) -> String {
    [
        write_scalar(&Value::String(member.key.clone())),
        ": ".into(),
        write_nested(&member.value, indent),
    ]
    .concat()
}

fn write_scalar(value: &Value) -> String {
    match value {
        Value::Bool(value) => value.to_string(),
        Value::Number(value) if value.is_finite() => value.to_string(),
        Value::String(text) => serde_json::Value::from(text.as_str()).to_string(),
        _ => "null".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    #[test]
    fn json_is_formatted_with_short_values_on_one_line() {
        let text = "{\n  \"a\": { \"en\": \"b \\\"c\\\"\\n\" },\n  \"d\": [1, 2.5, null, true],\n  \
                    \"e\": []\n}\n";
        let node = parse(text.as_bytes()).expect("this is JSON");
        assert_eq!(to_json(&node), text);
    }
}
