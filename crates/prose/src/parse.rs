//! Parses Markdown into a tree.

use super::link::safe;
use super::{Block, Document, Inline, Link, List, MARKDOWN};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// The maximum depth of nested quotations, lists and emphasis. Anything deeper is shown without its
/// markup: nobody reads that deep, and code that walks the tree cannot exhaust the stack.
const DEEPEST: usize = 32;

pub(super) fn parse(markdown: &str) -> Document {
    let mut tree = Tree { open: vec![Open::of(Kind::Document, None)] };
    for event in events(markdown) {
        match event {
            Event::Start(tag) => tree.start(tag),
            Event::End(tag) => tree.end(tag),
            Event::Text(text) => tree.text(&text),
            Event::Code(code) => tree.inline(Inline::Code(without_nul(&code))),
            Event::SoftBreak => tree.inline(Inline::SoftBreak),
            Event::HardBreak => tree.inline(Inline::HardBreak),
            Event::Rule => tree.block(Block::ThematicBreak),
            _ => {}
        }
    }
    Document(tree.open.pop().map(Open::into_blocks).unwrap_or_default())
}

/// Returns the parser's events for a text, without HTML and without anything that is nested too
/// deep.
fn events(markdown: &str) -> impl Iterator<Item = Event<'_>> {
    let mut depth = 0;
    Parser::new_ext(markdown, MARKDOWN).filter_map(move |event| match event {
        Event::Html(html) | Event::InlineHtml(html) => Some(Event::Text(html)),
        // A block of HTML is a paragraph of text, and only the page has headings.
        Event::Start(Tag::HtmlBlock | Tag::Heading { .. }) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock | TagEnd::Heading(_)) => Some(Event::End(TagEnd::Paragraph)),
        // An image becomes its description: images belong to the profile, not to its texts.
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Item) => (depth <= DEEPEST).then_some(event),
        Event::End(TagEnd::Item) if depth > DEEPEST => Some(Event::SoftBreak),
        Event::Start(ref tag) if nests(tag.to_end()) => {
            depth += 1;
            (depth <= DEEPEST).then_some(event)
        }
        Event::End(tag) if nests(tag) => {
            depth -= 1;
            (depth < DEEPEST).then_some(event)
        }
        event => Some(event),
    })
}

/// Whether a node can be nested in nodes of its kind.
fn nests(tag: TagEnd) -> bool {
    is_inline(tag) || matches!(tag, TagEnd::BlockQuote(_) | TagEnd::List(_))
}

fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link)
}

/// Returns a text without NUL, which HTML cannot contain.
fn without_nul(text: &str) -> String {
    text.replace('\0', "")
}

/// The tree under construction, as a stack of open nodes.
struct Tree {
    /// From the document inwards; never empty.
    open: Vec<Open>,
}

/// A node that has not ended yet.
struct Open {
    kind: Kind,
    /// The event that ends it; `None` for the document.
    end: Option<TagEnd>,
    /// The inlines after its last block.
    inlines: Vec<Inline>,
    blocks: Vec<Block>,
    /// The items of a list.
    items: Vec<Vec<Block>>,
}

#[derive(Clone)]
enum Kind {
    Document,
    Paragraph,
    BlockQuote,
    List(Option<u64>),
    Item,
    CodeBlock,
    Emphasis,
    Strong,
    Strikethrough,
    Link(Link),
}

impl Kind {
    fn of(tag: Tag) -> Option<Self> {
        Some(match tag {
            Tag::Paragraph => Self::Paragraph,
            Tag::BlockQuote(_) => Self::BlockQuote,
            Tag::List(start) => Self::List(start),
            Tag::Item => Self::Item,
            Tag::CodeBlock(_) => Self::CodeBlock,
            Tag::Emphasis => Self::Emphasis,
            Tag::Strong => Self::Strong,
            Tag::Strikethrough => Self::Strikethrough,
            Tag::Link { link_type, dest_url, title, .. } => Self::Link(Link {
                url: safe(link_type, &dest_url),
                title: (!title.is_empty()).then(|| without_nul(&title)),
                content: Vec::new(),
            }),
            _ => return None,
        })
    }
}

impl Open {
    fn of(kind: Kind, end: Option<TagEnd>) -> Self {
        Self { kind, end, inlines: Vec::new(), blocks: Vec::new(), items: Vec::new() }
    }

    /// Ends a run of inlines between blocks.
    fn end_line(&mut self) {
        if !self.inlines.is_empty() {
            self.blocks.push(Block::Plain(std::mem::take(&mut self.inlines)));
        }
    }

    fn into_blocks(mut self) -> Vec<Block> {
        self.end_line();
        self.blocks
    }

    fn into_text(self) -> String {
        let texts = self.inlines.into_iter();
        texts.filter_map(|it| if let Inline::Text(text) = it { Some(text) } else { None }).collect()
    }
}

impl Tree {
    fn start(&mut self, tag: Tag) {
        let end = tag.to_end();
        let Some(kind) = Kind::of(tag) else { return };
        // A link ends where another begins, and markup around its text continues after it.
        let link = self.open.iter().rposition(|open| matches!(open.kind, Kind::Link(_)));
        let mut marks = Vec::new();
        if let (Kind::Link(_), Some(link)) = (&kind, link) {
            marks.extend(self.open[link + 1..].iter().map(|open| (open.kind.clone(), open.end)));
            while self.open.len() > link {
                self.close();
            }
        }
        let opened = marks.into_iter().chain([(kind, Some(end))]);
        self.open.extend(opened.map(|(kind, end)| Open::of(kind, end)));
    }

    fn end(&mut self, tag: TagEnd) {
        // The event that ends a link is ignored if the link already ended where another began.
        if self.open.last().is_some_and(|open| open.end == Some(tag)) {
            self.close();
        }
    }

    /// Moves the innermost node into its parent.
    fn close(&mut self) {
        let Some(mut open) = self.open.pop() else { return };
        match std::mem::replace(&mut open.kind, Kind::Document) {
            Kind::Document => self.open.push(open),
            Kind::Paragraph => self.block(Block::Paragraph(open.inlines)),
            Kind::BlockQuote => self.block(Block::BlockQuote(open.into_blocks())),
            Kind::List(start) => self.block(Block::List(List { start, items: open.items })),
            Kind::Item => {
                if let Some(list) = self.open.last_mut() {
                    list.items.push(open.into_blocks());
                }
            }
            Kind::CodeBlock => self.block(Block::CodeBlock(open.into_text())),
            Kind::Emphasis => self.inline(Inline::Emphasis(open.inlines)),
            Kind::Strong => self.inline(Inline::Strong(open.inlines)),
            Kind::Strikethrough => self.inline(Inline::Strikethrough(open.inlines)),
            Kind::Link(link) => self.inline(Inline::Link(Link { content: open.inlines, ..link })),
        }
    }

    fn block(&mut self, block: Block) {
        if let Some(open) = self.open.last_mut() {
            open.end_line();
            open.blocks.push(block);
        }
    }

    fn inline(&mut self, inline: Inline) {
        if let Some(open) = self.open.last_mut() {
            open.inlines.push(inline);
        }
    }

    fn text(&mut self, text: &str) {
        match self.open.last_mut().and_then(|open| open.inlines.last_mut()) {
            Some(Inline::Text(before)) => before.push_str(&without_nul(text)),
            _ => self.inline(Inline::Text(without_nul(text))),
        }
    }
}
