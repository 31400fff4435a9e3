//! Writes a tree as HTML.

use super::{Block, Document, Inline};

/// Returns the HTML of a text, with its own characters escaped.
pub(super) fn html(document: &Document) -> String {
    let mut html = String::new();
    if let [Block::Paragraph(content)] = &document.0[..] {
        inlines(content, &mut html);
    } else {
        blocks(&document.0, &mut html);
        html.truncate(html.trim_end_matches('\n').len());
    }
    // HTML normalizes line endings in the same way.
    if html.contains('\r') { html.replace("\r\n", "\n").replace('\r', "\n") } else { html }
}

fn blocks(blocks: &[Block], html: &mut String) {
    for block in blocks {
        if let Block::Plain(content) = block {
            inlines(content, html);
            continue;
        }
        begin_line(html);
        match block {
            Block::Paragraph(content) | Block::Plain(content) => {
                html.push_str("<p>");
                inlines(content, html);
                html.push_str("</p>\n");
            }
            Block::BlockQuote(content) => {
                html.push_str("<blockquote>\n");
                self::blocks(content, html);
                html.push_str("</blockquote>\n");
            }
            Block::List(list) => {
                let (tag, start) = match list.start {
                    None => ("ul", String::new()),
                    Some(1) => ("ol", String::new()),
                    Some(start) => ("ol", format!(" start=\"{start}\"")),
                };
                push(html, &["<", tag, &start, ">\n"]);
                for item in &list.items {
                    begin_line(html);
                    html.push_str("<li>");
                    self::blocks(item, html);
                    html.push_str("</li>\n");
                }
                push(html, &["</", tag, ">\n"]);
            }
            Block::CodeBlock(code) => {
                html.push_str("<pre><code>");
                escape(code, html);
                html.push_str("</code></pre>\n");
            }
            Block::ThematicBreak => html.push_str("<hr>\n"),
        }
    }
}

fn inlines(content: &[Inline], html: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) => escape(text, html),
            Inline::SoftBreak => html.push('\n'),
            Inline::HardBreak => html.push_str("<br>\n"),
            Inline::Code(code) => {
                html.push_str("<code>");
                escape(code, html);
                html.push_str("</code>");
            }
            Inline::Emphasis(content) => element("em", content, html),
            Inline::Strong(content) => element("strong", content, html),
            Inline::Strikethrough(content) => element("del", content, html),
            Inline::Link(link) => {
                html.push_str("<a");
                for (name, value) in [("href", &link.url), ("title", &link.title)] {
                    if let Some(value) = value {
                        push(html, &[" ", name, "=\""]);
                        escape_attribute(value, html);
                        html.push('"');
                    }
                }
                html.push('>');
                inlines(&link.content, html);
                html.push_str("</a>");
            }
        }
    }
}

fn element(name: &str, content: &[Inline], html: &mut String) {
    push(html, &["<", name, ">"]);
    inlines(content, html);
    push(html, &["</", name, ">"]);
}

fn begin_line(html: &mut String) {
    if !html.is_empty() && !html.ends_with('\n') {
        html.push('\n');
    }
}

fn push(html: &mut String, parts: &[&str]) {
    html.extend(parts.iter().copied());
}

/// Escapes as browsers do when they serialize HTML (the HTML Standard, 13.3).
fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '\u{a0}' => html.push_str("&nbsp;"),
            c => html.push(c),
        }
    }
}

fn escape_attribute(text: &str, html: &mut String) {
    for (index, part) in text.split('"').enumerate() {
        if index > 0 {
            html.push_str("&quot;");
        }
        escape(part, html);
    }
}
