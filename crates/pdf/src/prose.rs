//! Text with marks as data for the template.

use perfil_prose::{Block, Inline};
use perfil_view::Prose;
use serde_json::{Value, json};

/// The paragraphs, lists and quotations of a text.
pub(super) fn blocks(prose: &Prose) -> Vec<Value> {
    inside(&prose.document.0)
}

fn inside(blocks: &[Block]) -> Vec<Value> {
    blocks.iter().filter_map(block).collect()
}

fn block(block: &Block) -> Option<Value> {
    Some(match block {
        Block::Paragraph(content) | Block::Plain(content) => return paragraph(content),
        Block::BlockQuote(content) => json!({ "kind": "quote", "blocks": inside(content) }),
        Block::List(list) => {
            let items: Vec<_> = list.items.iter().map(|item| inside(item)).collect();
            match list.start {
                None => json!({ "kind": "list", "items": items }),
                Some(start) => json!({ "kind": "numbers", "start": start, "items": items }),
            }
        }
        Block::CodeBlock(code) => json!({ "kind": "code", "text": code.trim_end_matches('\n') }),
        Block::ThematicBreak => json!({ "kind": "rule" }),
    })
}

/// A paragraph, if it holds more than blanks.
fn paragraph(content: &[Inline]) -> Option<Value> {
    let content = inlines(content);
    let is_blank = |node: &Value| node.as_str().is_some_and(|text| text.trim().is_empty());
    (!content.iter().all(is_blank)).then(|| json!({ "kind": "paragraph", "content": content }))
}

/// What stands in a line. Texts that follow each other are one.
fn inlines(content: &[Inline]) -> Vec<Value> {
    let mut all: Vec<Value> = Vec::new();
    for inline in content {
        let value = match inline {
            Inline::Text(text) => shown(text).into(),
            // The end of a line in Markdown is a blank.
            Inline::SoftBreak => " ".into(),
            Inline::HardBreak => json!({ "kind": "break" }),
            Inline::Code(code) => json!({ "kind": "code", "text": shown(code) }),
            Inline::Emphasis(content) => marked("em", content),
            Inline::Strong(content) => marked("strong", content),
            Inline::Strikethrough(content) => marked("del", content),
            Inline::Link(link) => match &link.url {
                Some(url) => {
                    json!({ "kind": "link", "url": url, "content": inlines(&link.content) })
                }
                None => {
                    all.extend(inlines(&link.content));
                    continue;
                }
            },
        };
        match (all.last_mut(), value) {
            (Some(Value::String(before)), Value::String(text)) => before.push_str(&text),
            (_, value) => all.push(value),
        }
    }
    all
}

fn marked(kind: &str, content: &[Inline]) -> Value {
    json!({ "kind": kind, "content": inlines(content) })
}

/// A text without what a page cannot show.
fn shown(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
