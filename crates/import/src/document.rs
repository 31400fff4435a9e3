//! Documents: an outline becomes a profile.

use super::lists::{Content, bullets, has, node, steps, strip_markup};
use super::opening::Opening;
use super::outline::{Block, Line, Outline, Part};
use super::pairs::Pair;
use super::tree::{list, member, object, version};
use super::{Kind, Parsed, Source, exported, markdown, names, plain_text};
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
        return Ok(Parsed { node: told(node).moved(offset), kind, report });
    }
    let outline = match kind {
        Kind::Markdown => markdown::outline(text),
        _ => plain_text::outline(text),
    };
    let (node, report) = arrange(&outline, &names::of_file(file.name), text.len());
    let report = report.into_iter().map(|problem| problem.moved(offset)).collect();
    Ok(Parsed { node: told(node).moved(offset), kind, report })
}

/// Leaves out what is empty: `- **Backend:**` is a term of which nothing is said.
fn told(node: Node) -> Node {
    let is_told = |node: &Node| node.as_str().is_none_or(|text| !text.trim().is_empty());
    let value = match node.value {
        Value::Object(members) => {
            let members = members.into_iter().filter(|member| is_told(&member.value));
            let told = |member: Member| Member { value: told(member.value), ..member };
            Value::Object(members.map(told).collect())
        }
        Value::Array(elements) => {
            Value::Array(elements.into_iter().filter(is_told).map(told).collect())
        }
        other => other,
    };
    Node { value, span: node.span }
}

/// Puts a profile together from an outline. `name` is that of the person, if no heading tells one;
/// `end` is the length of the file.
fn arrange(outline: &Outline, name: &str, end: usize) -> (Node, Vec<Problem>) {
    let mut opening = Opening::of(outline, name);
    let mut parts = outline.parts.clone();
    let closing = parts.last_mut().and_then(closing);
    let mut sections = Sections::new();
    for block in std::mem::take(&mut opening.rest) {
        sections.follow(&[], &block);
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

/// A paragraph that ends the whole document after a list belongs to all of it.
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

/// Sections as they are put together.
pub(super) struct Sections {
    pub(super) done: Vec<Node>,
    /// The ids of all sections, inner ones included.
    ids: Ids,
}

impl Sections {
    pub(super) fn new() -> Self {
        Self { done: Vec::new(), ids: Ids::of_sections() }
    }

    /// A heading with all that is below it.
    fn part(&mut self, part: &Part) {
        if part.parts.is_empty() {
            return self.blocks(&[], &part.title, &part.blocks);
        }
        let titles = [part.title.text.as_str()];
        self.group(&part.title.text, strip_markup(&part.title), Vec::new(), |inner| {
            for block in &part.blocks {
                inner.follow(&titles, block);
            }
            for child in &part.parts {
                inner.blocks(&titles, &child.title, &child.blocks);
            }
        });
    }

    /// Sections below a title of their own, after what stands there without another.
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

    /// Sections below one title: the first has it, the others go on.
    pub(super) fn titled(&mut self, name: &str, title: &Node, contents: Vec<Content>) {
        let mut contents = contents.into_iter();
        let first = contents.next().unwrap_or_else(|| {
            // A heading alone says something too.
            let said = vec![member("items", list(Vec::new(), title.span.clone()))];
            Content { kind: "list", fields: said, next: None }
        });
        self.push(name, Some(title.clone()), first);
        for content in contents {
            self.push(&format!("{name} {}", content.kind), None, content);
        }
    }

    /// A heading with its blocks: the first has the title, the others go on.
    fn blocks(&mut self, around: &[&str], title: &Line, blocks: &[Block]) {
        let titles: Vec<&str> = around.iter().copied().chain([title.text.as_str()]).collect();
        let Some((first, rest)) = blocks.split_first() else {
            return self.titled(&title.text, &strip_markup(title), Vec::new());
        };
        self.push(&title.text, Some(strip_markup(title)), content(&titles, first));
        for block in rest {
            self.follow(&titles, block);
        }
    }

    /// A block without a heading of its own.
    fn follow(&mut self, titles: &[&str], block: &Block) {
        // `**Core Philosophy:** "Build systems that scale."` has its heading in its line.
        if let Block::Paragraph(lines) = block
            && let [line] = lines.as_slice()
            && let Pair::Colon(title, said) = Pair::of(line)
            && line.text.starts_with("**")
        {
            return self.push(&title.text, Some(strip_markup(&title)), said_by(&said));
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

    /// An id that no other section has.
    fn id(&mut self, title: &str) -> String {
        self.ids.section(&slug(&title.replace('&', " and ")))
    }
}

fn content(titles: &[&str], block: &Block) -> Content {
    let own = titles.last().copied().unwrap_or_default();
    match block {
        Block::Bullets(lines) => bullets(titles, lines, around(lines)),
        Block::Steps(lines) => steps(lines, around(lines)),
        Block::Quote(line) => quote(line),
        Block::Paragraph(lines) if lines.iter().all(is_fact) => {
            bullets(titles, lines, around(lines))
        }
        Block::Paragraph(lines) if has(own, &NOTES) => Content { kind: "notes", ..prose(lines) },
        Block::Paragraph(lines) => prose(lines),
    }
}

/// Whether a line is `**Name:** value`.
fn is_fact(line: &Line) -> bool {
    line.text.starts_with("**") && matches!(Pair::of(line), Pair::Colon(..))
}

/// What stands after a title in a line: in quotation marks it is quoted.
fn said_by(said: &Line) -> Content {
    let inner = said.text.strip_prefix(['"', '“']).and_then(|rest| rest.strip_suffix(['"', '”']));
    match inner.filter(|inner| !inner.contains('"')) {
        Some(inner) => quote(&Line { text: inner.to_owned(), span: said.span.clone() }),
        None => prose(std::slice::from_ref(said)),
    }
}

fn quote(line: &Line) -> Content {
    Content { kind: "quote", fields: vec![member("text", node(line))], next: None }
}

fn prose(lines: &[Line]) -> Content {
    Content { kind: "prose", fields: vec![text_of(lines)], next: None }
}

/// A paragraph as one text, which keeps its line breaks.
fn text_of(lines: &[Line]) -> Member {
    let text = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
    member("text", node(&Line { text, span: around(lines) }))
}

fn around(lines: &[Line]) -> Range<usize> {
    let start = lines.first().map_or(0, |line| line.span.start);
    start..lines.last().map_or(start, |line| line.span.end)
}
