//! Imports our own Markdown export: its front matter has the fields of a profile by their names,
//! and its headings are sections, whatever their titles are.
//!
//! Every block becomes a value that is exported to the same text again. So nothing is guessed,
//! unlike in documents that people wrote.

mod blocks;

use crate::document::Sections;
use crate::document::lists::{Content, node};
use crate::document::outline::Line;
use crate::document::pairs::Pair;
use crate::tree::{self, list, member, object};
use blocks::{Block, are_terms, blocks, join_lists, with_mark};
use perfil_source::{self as source, Member, Node, Path, Problem, Step, Value, privacy};
use pulldown_cmark::HeadingLevel;

/// The fields that the front matter writes as a profile does.
const FIELDS: [&str; 11] = [
    "name",
    "headline",
    "language",
    "email",
    "phone",
    "url",
    "lastModified",
    "focus",
    "facts",
    "figures",
    "links",
];

/// Reads a document if it is our export, whose front matter names its page.
pub(crate) fn parse(text: &str) -> Option<(Node, Vec<Problem>)> {
    let rest = text.strip_prefix("---\n")?;
    let start = text.len() - rest.len();
    let end = start + rest.find("\n---\n")? + 1;
    let front = source::parse_yaml(&text.as_bytes()[start..end]).ok()?.moved(start);
    let (front, mut report) = privacy::normalize(front);
    let is_text = |key: &str| front.get(key).and_then(Node::as_str).is_some();
    ["name", "language", "canonical"].iter().all(|key| is_text(key)).then_some(())?;

    let mut fields = vec![tree::version(0..0)];
    let mut facts = Vec::new();
    for field in front.members().iter().filter(|field| !tree::is_empty(&field.value)) {
        match (field.key.as_str(), field.value.as_str()) {
            _ if privacy::is_mark(field) => fields.push(field.clone()),
            (key, _) if FIELDS.contains(&key) => fields.push(field.clone()),
            ("location", Some(_)) => {
                fields.push(Member { value: address(&field.value), ..field.clone() });
            }
            ("location" | "canonical", _) => {}
            ("image", _) => report.push(portrait(field)),
            (key, _) => {
                let label = tree::text(key, field.key_span.clone());
                let fact = vec![member("label", label), member("text", field.value.clone())];
                facts.push(object(fact, field.value.span.clone()));
            }
        }
    }
    if let Some(first) = facts.first().map(|fact| fact.span.clone()) {
        match fields.iter_mut().find(|field| field.key == "facts").map(|field| &mut field.value) {
            Some(Node { value: Value::Array(existing), .. }) => existing.append(&mut facts),
            Some(_) => {}
            None => fields.push(member("facts", list(facts, first))),
        }
    }
    let mut blocks = blocks(text, end + "---\n".len());
    if matches!(blocks.first(), Some(Block::Heading(HeadingLevel::H1, _))) {
        blocks.remove(0);
    }
    let is_heading = |block: &Block| matches!(block, Block::Heading(..));
    let rest = blocks.split_off(blocks.iter().position(is_heading).unwrap_or(blocks.len()));
    if let (Some(first), Some(last)) = (blocks.first(), blocks.last()) {
        let span = first.line().start..last.line().end;
        fields.push(member("summary", node(&with_mark(text, span))));
    }
    let mut sections = Sections::new();
    let rest = join_lists(text, rest);
    parts(text, &rest, HeadingLevel::H2, &mut sections);
    fields.push(member("sections", list(sections.done, 0..text.len())));
    Some((object(fields, 0..text.len()), report))
}

/// Reports the portrait, a file that no export contains.
fn portrait(field: &Member) -> Problem {
    let message = "the image is on a page, and no image is loaded from there";
    let remedy = "Put the file into the content folder, and name it in the profile.";
    Problem::warning(Some(field.value.span.clone()), message, remedy)
        .at(Path(vec![Step::Key("image".into())]))
}

/// Returns a place on one line, whose parts are unknown.
fn address(node: &Node) -> Node {
    object(vec![member("city", node.clone())], node.span.clone())
}

/// Adds headings of one level with everything below them.
fn parts(text: &str, blocks: &[Block], level: HeadingLevel, sections: &mut Sections) {
    let is_start = |block: &Block| matches!(block, Block::Heading(at, _) if *at <= level);
    let mut rest = blocks;
    while let Some((Block::Heading(_, title), below)) = rest.split_first() {
        let (own, others) = below.split_at(below.iter().position(is_start).unwrap_or(below.len()));
        rest = others;
        let is_inner = |block: &Block| matches!(block, Block::Heading(..));
        let (direct, inner) = own.split_at(own.iter().position(is_inner).unwrap_or(own.len()));
        if inner.is_empty() {
            sections.add_titled(&title.text, &strip_markup(title), contents(direct));
        } else if level == HeadingLevel::H2 && !inner.iter().all(is_single) {
            sections.group(&title.text, strip_markup(title), contents(direct), |within| {
                parts(text, inner, HeadingLevel::H3, within);
            });
        } else {
            let mut all = contents(direct);
            all.push(entries(text, inner));
            sections.add_titled(&title.text, &strip_markup(title), all);
        }
    }
}

/// Whether a block needs no section of its own inside a group.
fn is_single(block: &Block) -> bool {
    !matches!(block, Block::Heading(level, _) if *level > HeadingLevel::H3)
}

/// Reads blocks with headings of their own, each with the text below it.
fn entries(text: &str, blocks: &[Block]) -> Content {
    let mut items = Vec::new();
    let mut rest = blocks;
    while let Some((Block::Heading(_, title), below)) = rest.split_first() {
        let is_heading = |block: &Block| matches!(block, Block::Heading(..));
        let (own, others) =
            below.split_at(below.iter().position(is_heading).unwrap_or(below.len()));
        rest = others;
        let mut fields = vec![member("title", strip_markup(title))];
        let mut span = title.span.clone();
        if let (Some(first), Some(last)) = (own.first(), own.last()) {
            let summary = first.line().start..last.line().end;
            span.end = summary.end;
            fields.push(member("summary", node(&with_mark(text, summary))));
        }
        items.push(object(fields, span));
    }
    let span = items.first().map_or(0..0, |item| item.span.clone());
    Content { kind: "notes", fields: vec![member("items", list(items, span))], next: None }
}

/// Returns blocks as sections; consecutive paragraphs become one section.
fn contents(blocks: &[Block]) -> Vec<Content> {
    let mut all: Vec<Content> = Vec::new();
    let mut texts: Vec<&Line> = Vec::new();
    for block in blocks {
        if let Block::Text(line) = block {
            texts.push(line);
            continue;
        }
        all.extend(prose(&mut texts));
        all.extend(match block {
            Block::Bullets(lines) => Some(bullets(lines)),
            Block::Steps(lines) => Some(steps(lines)),
            Block::Quote(line) => Some(text_section("quote", line)),
            Block::Heading(..) | Block::Text(_) => None,
        });
    }
    all.extend(prose(&mut texts));
    all
}

fn prose(texts: &mut Vec<&Line>) -> Option<Content> {
    let span = texts.first()?.span.start..texts.last()?.span.end;
    let text = texts.drain(..).map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n\n");
    Some(text_section("prose", &Line { text, span }))
}

fn text_section(kind: &'static str, line: &Line) -> Content {
    Content { kind, fields: vec![member("text", node(line))], next: None }
}

fn bullets(lines: &[Line]) -> Content {
    if are_terms(lines) {
        return items("terms", lines, "term");
    }
    let item = |line: &Line| object(vec![member("text", node(line))], line.span.clone());
    let span = lines.first().map_or(0..0, |line| line.span.clone());
    let items = list(lines.iter().map(item).collect(), span);
    Content { kind: "list", fields: vec![member("items", items)], next: None }
}

fn steps(lines: &[Line]) -> Content {
    items("steps", lines, "title")
}

/// Reads lines of `**Term** - text` or of `**Term**`.
fn items(kind: &'static str, lines: &[Line], name: &str) -> Content {
    let item = |line: &Line| {
        let pair = Pair::of(line);
        let fields = match &pair {
            Pair::Dash(term, value) => {
                vec![member(name, strip_markup(term)), member("text", node(value))]
            }
            Pair::Alone(term) => vec![member(name, strip_markup(term))],
            _ => vec![member(name, strip_markup(line))],
        };
        object(fields, line.span.clone())
    };
    let span = lines.first().map_or(0..0, |line| line.span.clone());
    let items = list(lines.iter().map(item).collect(), span);
    Content { kind, fields: vec![member("items", items)], next: None }
}

/// Returns a text for a field that shows no markup, from a text that has no intended markup.
fn strip_markup(line: &Line) -> Node {
    let mut text = String::with_capacity(line.text.len());
    let mut rest = line.text.chars().peekable();
    while let Some(c) = rest.next() {
        let is_mark = c == '\\' && rest.peek().is_some_and(char::is_ascii_punctuation);
        text.extend(if is_mark { rest.next() } else { Some(c) });
    }
    tree::text(text, line.span.clone())
}
