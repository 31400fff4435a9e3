//! HTML as nested lists (`JsonML`), from which a browser makes elements without a parser for HTML.

use scraper::{ElementRef, Html, Node};
use serde_json::{Map, Value, json};

/// The one element that a piece of HTML is: `["p", {"class": "name"}, "Ada"]`.
pub(super) fn of(html: &str) -> Value {
    let html = Html::parse_fragment(html);
    html.root_element().child_elements().next().map_or(Value::Null, element)
}

fn element(element: ElementRef) -> Value {
    let attributes: Map<String, Value> =
        element.value().attrs().map(|(name, value)| (name.to_owned(), value.into())).collect();
    let mut parts = vec![json!(element.value().name()), Value::Object(attributes)];
    parts.extend(element.children().filter_map(|child| match child.value() {
        Node::Text(text) => Some(Value::from(&**text)),
        Node::Element(_) => ElementRef::wrap(child).map(self::element),
        _ => None,
    }));
    Value::Array(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_lists_and_texts_are_texts() {
        let html = "<p class=\"a\" hidden>1 &lt; 2<svg viewBox=\"0 0 1 1\"><rect/></svg></p>";
        let tree = json!([
            "p",
            { "class": "a", "hidden": "" },
            "1 < 2",
            ["svg", { "viewBox": "0 0 1 1" }, ["rect", {}]],
        ]);
        assert_eq!(of(html), tree);
    }
}
