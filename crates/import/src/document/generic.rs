//! Writes the blocks of a section that no list of a résumé has, by their form.

use super::blocks::{Block, around};
use super::headings::normalized;
use super::lists::{Content, bullets, node, strip_markup};
use super::outline::Line;
use super::pairs::Pair;
use super::text::{Text, joined};
use super::written;
use crate::tree::{list, member, object, text};

/// Headings of notes that may not be written yet.
const NOTES: [&str; 6] = ["notes", "notas", "blog", "articles", "articulos", "writing"];

/// A block as content of a section, with the title that its only line brings.
pub(super) struct Titled {
    pub(super) title: Option<Line>,
    pub(super) content: Content,
}

/// Returns the contents of blocks below these headings, the outermost first.
pub(super) fn contents(titles: &[&str], blocks: &[Block]) -> Vec<Titled> {
    let mut all = Vec::new();
    let mut texts: Vec<&Block> = Vec::new();
    for block in blocks {
        if is_text(block) {
            texts.push(block);
            continue;
        }
        all.extend(prose(titles, &mut texts));
        all.extend(content(titles, block));
    }
    all.extend(prose(titles, &mut texts));
    all
}

/// Whether a block is text that others can follow in one section.
fn is_text(block: &Block) -> bool {
    match block {
        Block::Paragraph(lines) => !is_facts(lines) && inline_title(lines).is_none(),
        Block::Code { .. } | Block::Heading { .. } => true,
        _ => false,
    }
}

/// Returns paragraphs that follow each other as one text.
fn prose(titles: &[&str], texts: &mut Vec<&Block>) -> Option<Titled> {
    let blocks: Vec<Block> = texts.drain(..).cloned().collect();
    let span = around(blocks.iter().map(Block::span));
    let written = written::blocks(&blocks);
    if written.trim().is_empty() {
        return None;
    }
    let own = normalized(titles.last().copied().unwrap_or_default());
    let kind = if NOTES.iter().any(|word| own.contains(word)) { "notes" } else { "prose" };
    let fields = vec![member("text", text(written, span))];
    Some(Titled { title: None, content: Content { kind, fields, next: None } })
}

fn content(titles: &[&str], block: &Block) -> Option<Titled> {
    let span = block.span();
    let untitled = |content: Content| Some(Titled { title: None, content });
    match block {
        Block::Paragraph(lines) => {
            if let Some((title, value)) = inline_title(lines) {
                Some(Titled { title: Some(title), content: inline(&value) })
            } else {
                let lines: Vec<Line> = lines.iter().map(Text::line).collect();
                untitled(bullets(titles, &lines, span))
            }
        }
        Block::List { start: None, items } => {
            let lines: Vec<Line> = items.iter().map(|item| line(item)).collect();
            untitled(bullets(titles, &lines, span))
        }
        Block::List { start: Some(_), items } => {
            let items = items.iter().map(|item| step(item)).collect();
            let fields = vec![member("items", list(items, span))];
            untitled(Content { kind: "steps", fields, next: None })
        }
        Block::Quote(blocks) => {
            let fields = vec![member("text", text(written::blocks(blocks), span))];
            untitled(Content { kind: "quote", fields, next: None })
        }
        Block::Table(table) => {
            let lines: Vec<Line> = table.lines().iter().map(Text::line).collect();
            (!lines.is_empty()).then(|| bullets(titles, &lines, span)).and_then(untitled)
        }
        Block::Terms(terms) => {
            let item = |(term, blocks): &(Text, Vec<Block>)| {
                let span = around(blocks.iter().map(Block::span));
                let value = text(written::blocks(blocks), span);
                object(vec![member("term", term.plain_node()), member("text", value)], term.span())
            };
            let fields = vec![member("items", list(terms.iter().map(item).collect(), span))];
            untitled(Content { kind: "terms", fields, next: None })
        }
        Block::Code { .. } | Block::Heading { .. } | Block::Rule => None,
    }
}

/// Returns an item of a list as one text.
pub(super) fn line(item: &[Block]) -> Line {
    let span = around(item.iter().map(Block::span));
    match item {
        [Block::Paragraph(lines)] => joined(lines).line(),
        _ => Line { text: written::item(item, false), span },
    }
}

fn step(item: &[Block]) -> perfil_source::Node {
    let span = around(item.iter().map(Block::span));
    let (first, rest) = match item.split_first() {
        Some((Block::Paragraph(lines), rest)) => (joined(lines).line(), rest),
        _ => (line(item), &[][..]),
    };
    let pair = Pair::of(&first);
    let (title, value) = match pair.both() {
        Some((title, value)) => (strip_markup(title), value.text.clone()),
        None => (strip_markup(&first), String::new()),
    };
    let mut parts = vec![value, written::blocks(rest)];
    parts.retain(|part| !part.is_empty());
    let mut fields = vec![member("title", title)];
    if !parts.is_empty() {
        let span = match pair.both() {
            Some((_, value)) if rest.is_empty() => value.span.clone(),
            _ => span.clone(),
        };
        fields.push(member("text", text(parts.join("\n\n"), span)));
    }
    object(fields, span)
}

/// Whether each line is `**Name:** value`.
fn is_facts(lines: &[Text]) -> bool {
    lines.len() > 1 && lines.iter().map(Text::line).all(|line| is_fact(&line))
}

fn is_fact(line: &Line) -> bool {
    line.text.starts_with("**") && matches!(Pair::of(line), Pair::Colon(..))
}

/// In `**Core Philosophy:** "Build systems that scale."`, the heading is part of the line.
fn inline_title(lines: &[Text]) -> Option<(Line, Line)> {
    let [line] = lines else { return None };
    let line = line.line();
    match Pair::of(&line) {
        Pair::Colon(title, value) if is_fact(&line) && !value.text.is_empty() => {
            Some((title, value))
        }
        _ => None,
    }
}

/// Returns the text after a title on the same line; a text in quotation marks is a quotation.
fn inline(value: &Line) -> Content {
    let inner = value.text.strip_prefix(['"', '“']).and_then(|rest| rest.strip_suffix(['"', '”']));
    let (kind, said) = match inner.filter(|inner| !inner.contains('"')) {
        Some(inner) => ("quote", Line { text: inner.to_owned(), span: value.span.clone() }),
        None => ("prose", value.clone()),
    };
    Content { kind, fields: vec![member("text", node(&said))], next: None }
}
