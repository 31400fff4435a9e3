//! Text with marks, from the HTML that the build sanitised, as data for the template.

use ego_tree::NodeRef;
use perfil_view::Prose;
use scraper::{Html, Node};
use serde_json::{Value, json};

/// The paragraphs, lists and quotations of a text.
pub(super) fn blocks(prose: &Prose) -> Vec<Value> {
    let html = Html::parse_fragment(&prose.html);
    inside(*html.root_element())
}

fn inside(node: NodeRef<Node>) -> Vec<Value> {
    let mut all = Vec::new();
    let mut line = Vec::new();
    for child in node.children() {
        let block = match name(child) {
            "p" => inside(child),
            "blockquote" => vec![json!({ "kind": "quote", "blocks": inside(child) })],
            "ul" => vec![json!({ "kind": "list", "items": items(child) })],
            "ol" => {
                vec![json!({ "kind": "numbers", "start": start(child), "items": items(child) })]
            }
            "pre" => vec![json!({ "kind": "code", "text": text(child).trim_end_matches('\n') })],
            "hr" => vec![json!({ "kind": "rule" })],
            _ => {
                line.extend(inline(child));
                continue;
            }
        };
        all.extend(paragraph(&mut line));
        all.extend(block);
    }
    all.extend(paragraph(&mut line));
    all
}

/// Ends a paragraph, if one was begun with more than blanks.
fn paragraph(line: &mut Vec<Value>) -> Option<Value> {
    let content = std::mem::take(line);
    let is_blank = |node: &Value| node.as_str().is_some_and(|text| text.trim().is_empty());
    (!content.iter().all(is_blank)).then(|| json!({ "kind": "paragraph", "content": content }))
}

fn items(node: NodeRef<Node>) -> Vec<Vec<Value>> {
    node.children().filter(|child| child.value().is_element()).map(inside).collect()
}

fn start(node: NodeRef<Node>) -> u32 {
    let start = node.value().as_element().and_then(|element| element.attr("start"));
    start.and_then(|start| start.parse().ok()).unwrap_or(1)
}

fn name(node: NodeRef<'_, Node>) -> &str {
    node.value().as_element().map_or("", |element| element.name())
}

fn text(node: NodeRef<Node>) -> String {
    node.descendants().filter_map(|part| part.value().as_text()).map(|part| &**part).collect()
}

/// What stands in a line.
fn inline(node: NodeRef<Node>) -> Vec<Value> {
    let Node::Element(element) = node.value() else {
        return node.value().as_text().map(|text| json!(shown(text))).into_iter().collect();
    };
    let content: Vec<Value> = node.children().flat_map(inline).collect();
    match (element.name(), element.attr("href")) {
        ("br", _) => vec![json!({ "kind": "break" })],
        ("code", _) => vec![json!({ "kind": "code", "text": shown(&text(node)) })],
        ("a", Some(url)) => vec![json!({ "kind": "link", "url": url, "content": content })],
        (kind @ ("strong" | "em" | "del"), _) => vec![json!({ "kind": kind, "content": content })],
        _ => content,
    }
}

/// A text without what a page cannot show; the end of a line in HTML is a blank.
fn shown(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
