//! Rich text as blocks in one of the two styles.

use super::block::{Block, within};
use super::clean;
use super::style::{Style, fence};
use perfil_prose::{Block as Node, Inline, List};
use perfil_view::Prose;

/// Renders the paragraphs, lists and quotations of a text.
pub(super) fn blocks(prose: &Prose, style: Style) -> Vec<Block> {
    render(&prose.document.0, style)
}

fn render(nodes: &[Node], style: Style) -> Vec<Block> {
    let mut all = Vec::new();
    for node in nodes {
        let blocks = match node {
            Node::Paragraph(content) | Node::Plain(content) => {
                paragraph(content, style).into_iter().collect()
            }
            Node::BlockQuote(content) => within(render(content, style), "> ", "> "),
            Node::List(list) => self::list(list, style.mark(&all), style),
            Node::CodeBlock(code) => vec![self::code(code, style)],
            Node::ThematicBreak => vec![Block::of("* * *".to_owned()).exact()],
        };
        all.extend(blocks);
    }
    all
}

/// Renders a paragraph, unless it is empty.
fn paragraph(content: &[Inline], style: Style) -> Option<Block> {
    let written = inlines(content, style);
    let lines = written
        .trim()
        .lines()
        .map(|line| style.escape_line_start(line.split_whitespace().collect::<Vec<_>>().join(" ")));
    let text = lines.collect::<Vec<_>>().join("\n");
    (!text.is_empty()).then(|| Block::of(text))
}

/// Renders a list. `mark` is the marker of an unordered one.
fn list(list: &List, mark: &str, style: Style) -> Vec<Block> {
    let item = |(index, content): (usize, &Vec<Node>)| {
        let number = list.start.map(|start| start.saturating_add(index as u64));
        let mark = number.map_or_else(|| mark.to_owned(), |number| format!("{number}. "));
        let mut item = within(render(content, style), &mark, &" ".repeat(mark.len()));
        let is_loose = content.iter().any(|node| matches!(node, Node::Paragraph(_)));
        for (place, block) in item.iter_mut().enumerate() {
            block.is_tight = !is_loose && (index, place) != (0, 0);
        }
        item
    };
    list.items.iter().enumerate().flat_map(item).collect()
}

fn code(code: &str, style: Style) -> Block {
    let is_kept = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    let text: String = code.chars().filter(is_kept).collect();
    let text = text.trim_end_matches('\n').to_owned();
    let fence = fence(&text, 3);
    let text = match style {
        Style::Plain => text,
        Style::Markdown => format!("{fence}\n{text}\n{fence}"),
    };
    Block::of(text).exact()
}

/// Renders inline content, on several lines only at hard breaks.
fn inlines(content: &[Inline], style: Style) -> String {
    content.iter().map(|inline| self::inline(inline, style)).collect()
}

fn inline(inline: &Inline, style: Style) -> String {
    match inline {
        Inline::Text(text) => {
            let one_line = |c: char| if c.is_control() { ' ' } else { c };
            style.text(&text.chars().map(one_line).collect::<String>())
        }
        Inline::SoftBreak => " ".to_owned(),
        Inline::HardBreak => style.end_of_line().to_owned(),
        Inline::Code(code) => style.code(&clean(code)),
        Inline::Emphasis(content) => style.emphasis(&inlines(content, style)),
        Inline::Strong(content) => style.strong(&inlines(content, style)),
        Inline::Strikethrough(content) => style.struck(&inlines(content, style)),
        Inline::Link(link) => {
            let text = inlines(&link.content, style);
            link.url.as_ref().map_or_else(|| text.clone(), |url| style.link(&text, url))
        }
    }
}
