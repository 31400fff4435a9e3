//! Text with marks, from the HTML that the build sanitised, as blocks in one of the two styles.

use super::block::{Block, within};
use super::style::{Style, fence};
use ego_tree::NodeRef;
use perfil_view::Prose;
use scraper::{Html, Node};

/// The paragraphs, lists and quotations of a text.
pub(super) fn blocks(prose: &Prose, style: Style) -> Vec<Block> {
    let html = Html::parse_fragment(&prose.html);
    inside(*html.root_element(), style)
}

fn inside(node: NodeRef<Node>, style: Style) -> Vec<Block> {
    let mut all = Vec::new();
    let mut line = String::new();
    for child in node.children() {
        let name = child.value().as_element().map_or("", |element| element.name());
        let block = match name {
            "p" => inside(child, style),
            "blockquote" => within(inside(child, style), "> ", "> "),
            "ul" => {
                // What stands above the list may not have ended yet.
                all.extend(paragraph(&mut line, style));
                list(child, None, style.mark(&all), style)
            }
            "ol" => list(child, Some(start(child)), "", style),
            "pre" => vec![code(child, style)],
            "hr" => vec![Block::of("* * *".to_owned()).exact()],
            _ => {
                inline(child, style, &mut line);
                continue;
            }
        };
        all.extend(paragraph(&mut line, style));
        all.extend(block);
    }
    all.extend(paragraph(&mut line, style));
    all
}

/// Ends a paragraph, if one was begun.
fn paragraph(text: &mut String, style: Style) -> Option<Block> {
    let lines = std::mem::take(text);
    let lines = lines
        .trim()
        .lines()
        .map(|line| style.begun(line.split_whitespace().collect::<Vec<_>>().join(" ")));
    let text = lines.collect::<Vec<_>>().join("\n");
    (!text.is_empty()).then(|| Block::of(text))
}

fn list(node: NodeRef<Node>, start: Option<usize>, mark: &str, style: Style) -> Vec<Block> {
    let items = node.children().filter(|child| child.value().is_element());
    let item = |(index, child): (usize, NodeRef<Node>)| {
        let mark = start.map_or_else(|| mark.to_owned(), |start| format!("{}. ", start + index));
        let mut item = within(inside(child, style), &mark, &" ".repeat(mark.len()));
        let is_paragraph = |child: NodeRef<Node>| {
            child.value().as_element().is_some_and(|element| element.name() == "p")
        };
        let is_loose = child.children().any(is_paragraph);
        for (place, block) in item.iter_mut().enumerate() {
            block.is_tight = !is_loose && (index, place) != (0, 0);
        }
        item
    };
    items.enumerate().flat_map(item).collect()
}

fn start(node: NodeRef<Node>) -> usize {
    let start = node.value().as_element().and_then(|element| element.attr("start"));
    start.and_then(|start| start.parse().ok()).unwrap_or(1)
}

fn code(node: NodeRef<Node>, style: Style) -> Block {
    let mut text = String::new();
    for part in node.descendants() {
        if let Node::Text(part) = part.value() {
            let kept = part.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t'));
            text.extend(kept);
        }
    }
    let text = text.trim_end_matches('\n').to_owned();
    let fence = fence(&text, 3);
    let text = match style {
        Style::Plain => text,
        Style::Markdown => format!("{fence}\n{text}\n{fence}"),
    };
    Block::of(text).exact()
}

/// What stands in a line.
fn inline(node: NodeRef<Node>, style: Style, line: &mut String) {
    let children = |code: &mut String| {
        node.children().for_each(|child| inline(child, style, code));
    };
    let mut text = String::new();
    match node.value() {
        Node::Text(text) => {
            let one_line: String =
                text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            line.push_str(&style.text(&one_line));
        }
        Node::Element(element) => match element.name() {
            "br" => line.push_str(style.end_of_line()),
            "code" => {
                let inner = node.descendants().filter_map(|part| part.value().as_text());
                inner.for_each(|part| text.push_str(part));
                line.push_str(&style.code(&super::clean(&text)));
            }
            name => {
                children(&mut text);
                let text = match (name, element.attr("href")) {
                    ("strong", _) => style.strong(&text),
                    ("em", _) => style.emphasis(&text),
                    ("del", _) => style.struck(&text),
                    ("a", Some(url)) => style.link(&text, url),
                    _ => text,
                };
                line.push_str(&text);
            }
        },
        _ => {}
    }
}
