//! Rich text as data for the template.

use perfil_prose::{Block, Inline};
use perfil_view::Prose;
use serde_json::{Value, json};

/// Returns the paragraphs, lists and quotations of a text.
pub(super) fn blocks(prose: &Prose) -> Vec<Value> {
    block_values(&prose.document.0)
}

fn block_values(blocks: &[Block]) -> Vec<Value> {
    blocks.iter().filter_map(block).collect()
}

fn block(block: &Block) -> Option<Value> {
    Some(match block {
        Block::Paragraph(content) | Block::Plain(content) => return paragraph(content),
        Block::BlockQuote(content) => json!({ "kind": "quote", "blocks": block_values(content) }),
        Block::List(list) => {
            let items: Vec<_> = list.items.iter().map(|item| block_values(item)).collect();
            match list.start {
                None => json!({ "kind": "list", "items": items }),
                Some(start) => json!({ "kind": "numbers", "start": start, "items": items }),
            }
        }
        Block::CodeBlock(code) => json!({ "kind": "code", "text": code.trim_end_matches('\n') }),
        Block::ThematicBreak => json!({ "kind": "rule" }),
    })
}

/// Returns a paragraph, unless it is blank.
fn paragraph(content: &[Inline]) -> Option<Value> {
    let content = inlines(content);
    let is_blank = |node: &Value| node.as_str().is_some_and(|text| text.trim().is_empty());
    (!content.iter().all(is_blank)).then(|| json!({ "kind": "paragraph", "content": content }))
}

/// Returns inline content. Consecutive texts are merged.
fn inlines(content: &[Inline]) -> Vec<Value> {
    let mut all: Vec<Value> = Vec::new();
    for inline in content {
        let value = match inline {
            Inline::Text(text) => replace_controls(text).into(),
            // A line end in Markdown is a space.
            Inline::SoftBreak => " ".into(),
            Inline::HardBreak => json!({ "kind": "break" }),
            Inline::Code(code) => json!({ "kind": "code", "text": replace_controls(code) }),
            Inline::Emphasis(content) => marked("em", content),
            Inline::Strong(content) => marked("strong", content),
            Inline::Strikethrough(content) => marked("del", content),
            Inline::Link(link) => {
                if let Some(url) = &link.url {
                    json!({ "kind": "link", "url": url, "content": inlines(&link.content) })
                } else {
                    all.extend(inlines(&link.content));
                    continue;
                }
            }
        };
        match (all.last_mut(), value) {
            (Some(Value::String(previous)), Value::String(text)) => previous.push_str(&text),
            (_, value) => all.push(value),
        }
    }
    all
}

fn marked(kind: &str, content: &[Inline]) -> Value {
    json!({ "kind": kind, "content": inlines(content) })
}

/// Replaces the control characters of a text, which cannot be displayed.
fn replace_controls(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
