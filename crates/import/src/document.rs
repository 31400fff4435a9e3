//! Converts the outline of a document into a profile.

use super::lists::{Content, bullets, has, node, steps, strip_markup};
use super::opening::Opening;
use super::outline::{Block, Line, Outline, Part};
use super::pairs::Pair;
use super::parsed::Parsed;
use super::tree::{list, member, object, version};
use super::{Kind, Source, exported, markdown, names, plain_text};
use perfil_model::profile::Ids;
use perfil_source::{self as source, Member, Node, Problem, Value};
use perfil_text::slug;
use std::ops::Range;

/// Headings of notes that may not be written yet.
const NOTES: [&str; 6] = ["notes", "notas", "blog", "articles", "artículos", "writing"];

/// Reads a document.
pub(super) fn parse(file: &Source, kind: Kind) -> Result<Parsed, Problem> {
    let (text, offset) = source::text(file.bytes)?;
    let own = if kind == Kind::Markdown { exported::parse(text) } else { None };
    if let Some((node, report)) = own {
        let report = report.into_iter().map(|problem| problem.moved(offset)).collect();
        return Ok(Parsed { report, ..Parsed::of(without_empty(node).moved(offset), kind) });
    }
    let outline = match kind {
        Kind::Markdown => markdown::outline(text),
        _ => plain_text::outline(text),
    };
    let (node, report) = arrange(&outline, &names::of_file(file.name), text.len());
    let report = report.into_iter().map(|problem| problem.moved(offset)).collect();
    Ok(Parsed { report, ..Parsed::of(without_empty(node).moved(offset), kind) })
}

/// Removes empty texts: `- **Backend:**` is a term without an explanation.
fn without_empty(node: Node) -> Node {
    let has_text = |node: &Node| node.as_str().is_none_or(|text| !text.trim().is_empty());
    let value = match node.value {
        Value::Object(members) => {
            let members = members.into_iter().filter(|member| has_text(&member.value));
            let cleaned = |member: Member| Member { value: without_empty(member.value), ..member };
            Value::Object(members.map(cleaned).collect())
        }
        Value::Array(elements) => {
            Value::Array(elements.into_iter().filter(has_text).map(without_empty).collect())
        }
        other => other,
    };
    Node { value, span: node.span }
}

/// Builds a profile from an outline. `name` is the name of the person if no heading has it; `end`
/// is the length of the file.
fn arrange(outline: &Outline, name: &str, end: usize) -> (Node, Vec<Problem>) {
    let mut opening = Opening::of(outline, name);
    let mut parts = outline.parts.clone();
    let closing = parts.last_mut().and_then(closing);
    let mut sections = Sections::new();
    for block in std::mem::take(&mut opening.rest) {
        sections.add_untitled(&[], &block);
    }
    for part in &parts {
        sections.part(part);
    }
    if let Some(lines) = closing {
        sections.push("closing", None, prose(&lines));
    }
    let mut fields = vec![version(0..0)];
    fields.append(&mut opening.fields);
    fields.push(member("sections", list(sections.done, 0..end)));
    (object(fields, 0..end), opening.report)
}

/// Takes a paragraph after a list at the end of the document, because it belongs to the whole
/// document.
fn closing(part: &mut Part) -> Option<Vec<Line>> {
    let blocks = match part.parts.last_mut() {
        Some(inner) => &mut inner.blocks,
        None => &mut part.blocks,
    };
    let is_closing =
        matches!(blocks.as_slice(), [.., Block::Bullets(_) | Block::Steps(_), Block::Paragraph(_)]);
    match blocks.pop_if(|_| is_closing) {
        Some(Block::Paragraph(lines)) => Some(lines),
        _ => None,
    }
}

/// The sections built so far.
pub(super) struct Sections {
    pub(super) done: Vec<Node>,
    /// The ids of all sections, including nested ones.
    ids: Ids,
}

impl Sections {
    pub(super) fn new() -> Self {
        Self { done: Vec::new(), ids: Ids::of_sections() }
    }

    /// Adds a heading with everything below it.
    fn part(&mut self, part: &Part) {
        if part.parts.is_empty() {
            return self.blocks(&[], &part.title, &part.blocks);
        }
        let titles = [part.title.text.as_str()];
        self.group(&part.title.text, strip_markup(&part.title), Vec::new(), |inner| {
            for block in &part.blocks {
                inner.add_untitled(&titles, block);
            }
            for child in &part.parts {
                inner.blocks(&titles, &child.title, &child.blocks);
            }
        });
    }

    /// Adds sections below a title of their own, after the content that comes before them.
    pub(super) fn group(
        &mut self,
        name: &str,
        title: Node,
        contents: Vec<Content>,
        fill: impl FnOnce(&mut Self),
    ) {
        let id = self.id(name);
        let mut inner = Self { done: Vec::new(), ids: std::mem::take(&mut self.ids) };
        for content in contents {
            inner.push(&format!("{name} {}", content.kind), None, content);
        }
        fill(&mut inner);
        self.ids = inner.ids;
        let span = title.span.clone();
        let sections = list(inner.done, span.clone());
        let fields = vec![
            member("id", Node { value: Value::String(id), span: span.clone() }),
            member("kind", Node { value: Value::String("group".into()), span: span.clone() }),
            member("title", title),
            member("sections", sections),
        ];
        self.done.push(object(fields, span));
    }

    /// Adds sections below one title: the first has the title, the others continue it.
    pub(super) fn add_titled(&mut self, name: &str, title: &Node, contents: Vec<Content>) {
        let mut contents = contents.into_iter();
        let first = contents.next().unwrap_or_else(|| {
            // A heading without content is information too.
            let fields = vec![member("items", list(Vec::new(), title.span.clone()))];
            Content { kind: "list", fields, next: None }
        });
        self.push(name, Some(title.clone()), first);
        for content in contents {
            self.push(&format!("{name} {}", content.kind), None, content);
        }
    }

    /// Adds a heading with its blocks: the first has the title, the others continue it.
    fn blocks(&mut self, outer: &[&str], title: &Line, blocks: &[Block]) {
        let titles: Vec<&str> = outer.iter().copied().chain([title.text.as_str()]).collect();
        let Some((first, rest)) = blocks.split_first() else {
            return self.add_titled(&title.text, &strip_markup(title), Vec::new());
        };
        self.push(&title.text, Some(strip_markup(title)), content(&titles, first));
        for block in rest {
            self.add_untitled(&titles, block);
        }
    }

    /// Adds a block without a heading of its own.
    fn add_untitled(&mut self, titles: &[&str], block: &Block) {
        // In `**Core Philosophy:** "Build systems that scale."`, the heading is part of the line.
        if let Block::Paragraph(lines) = block
            && let [line] = lines.as_slice()
            && let Pair::Colon(title, value) = Pair::of(line)
            && line.text.starts_with("**")
        {
            return self.push(&title.text, Some(strip_markup(&title)), inline_content(&value));
        }
        let content = content(titles, block);
        let name = format!("{} {}", titles.last().unwrap_or(&""), content.kind);
        self.push(&name, None, content);
    }

    fn push(&mut self, name: &str, title: Option<Node>, content: Content) {
        let span = content.fields.first().map_or(0..0, |field| field.value.span.clone());
        let at = |text: &str| Node { value: Value::String(text.to_owned()), span: span.clone() };
        let mut fields = vec![member("id", at(&self.id(name))), member("kind", at(content.kind))];
        fields.extend(title.map(|title| member("title", title)));
        fields.extend(content.fields);
        self.done.push(object(fields, span.clone()));
        if let Some((kind, items)) = content.next {
            let next = Content { kind, fields: vec![member("items", items)], next: None };
            self.push(kind, None, next);
        }
    }

    /// Returns an id that no other section has.
    fn id(&mut self, title: &str) -> String {
        self.ids.section(&slug(&title.replace('&', " and ")))
    }
}

fn content(titles: &[&str], block: &Block) -> Content {
    let own = titles.last().copied().unwrap_or_default();
    match block {
        Block::Bullets(lines) => bullets(titles, lines, span_of(lines)),
        Block::Steps(lines) => steps(lines, span_of(lines)),
        Block::Quote(line) => quote(line),
        Block::Paragraph(lines) if lines.iter().all(is_fact) => {
            bullets(titles, lines, span_of(lines))
        }
        Block::Paragraph(lines) if has(own, &NOTES) => Content { kind: "notes", ..prose(lines) },
        Block::Paragraph(lines) => prose(lines),
    }
}

/// Whether a line is `**Name:** value`.
fn is_fact(line: &Line) -> bool {
    line.text.starts_with("**") && matches!(Pair::of(line), Pair::Colon(..))
}

/// Returns the text after a title on the same line; a text in quotation marks is a quotation.
fn inline_content(value: &Line) -> Content {
    let inner = value.text.strip_prefix(['"', '“']).and_then(|rest| rest.strip_suffix(['"', '”']));
    match inner.filter(|inner| !inner.contains('"')) {
        Some(inner) => quote(&Line { text: inner.to_owned(), span: value.span.clone() }),
        None => prose(std::slice::from_ref(value)),
    }
}

fn quote(line: &Line) -> Content {
    Content { kind: "quote", fields: vec![member("text", node(line))], next: None }
}

fn prose(lines: &[Line]) -> Content {
    Content { kind: "prose", fields: vec![text_of(lines)], next: None }
}

/// Returns a paragraph as one text, with its line breaks.
fn text_of(lines: &[Line]) -> Member {
    let text = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
    member("text", node(&Line { text, span: span_of(lines) }))
}

fn span_of(lines: &[Line]) -> Range<usize> {
    let start = lines.first().map_or(0, |line| line.span.start);
    start..lines.last().map_or(start, |line| line.span.end)
}
