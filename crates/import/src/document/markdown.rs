//! Reads Markdown (`CommonMark` with the extensions that people use) into blocks.

use super::blocks::Block;
use super::containers::Container;
use super::elements::Elements;
use super::html;
use super::text::GAP;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The extensions that are parsed.
const MARKDOWN: Options = perfil_prose::MARKDOWN
    .union(Options::ENABLE_TABLES)
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

/// A document while it is read.
pub(super) struct Reader<'a> {
    source: &'a str,
    pub(super) elements: Elements,
    /// The HTML of the current block, with its position.
    html: Option<(String, usize)>,
    /// What the current image describes and its address.
    image: Option<(String, String)>,
    /// Whether a span of HTML has just ended.
    pub(super) is_after_span: bool,
    /// The lines of the current code.
    code: Option<(bool, String)>,
    /// Whether the text is in an element of HTML that nobody sees.
    pub(super) hidden: usize,
}

/// Reads a document from a position on.
pub(super) fn read(source: &str, start: usize) -> (Vec<Block>, Vec<(String, Range<usize>)>) {
    let mut reader = Reader {
        source,
        elements: Elements::new(None),
        html: None,
        image: None,
        is_after_span: false,
        code: None,
        hidden: 0,
    };
    let body = source.get(start..).unwrap_or_default();
    reader.parse(body, start);
    (reader.elements.builder.finish(), reader.elements.left_out)
}

/// Returns the heading level as a number.
fn level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

impl Reader<'_> {
    /// Reads Markdown that begins at this position of the file.
    pub(super) fn parse(&mut self, text: &str, start: usize) {
        for (event, range) in Parser::new_ext(text, MARKDOWN).into_offset_iter() {
            self.event(event, start + range.start..start + range.end);
        }
    }

    fn event(&mut self, event: Event, span: Range<usize>) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => match &mut self.html {
                Some((all, _)) => all.push_str(&html),
                None => html::read(&html, span.start, self),
            },
            Event::Text(text) => self.text(&text, span),
            Event::Code(code) => {
                self.elements.builder.set_style(3, true);
                self.text(&code, span);
                self.elements.builder.set_style(3, false);
            }
            Event::SoftBreak => self.elements.builder.end_line(false),
            Event::HardBreak => self.elements.builder.end_line(true),
            Event::Rule => self.elements.builder.add(Block::Rule),
            Event::FootnoteReference(name) => self.text(&format!("[{name}]"), span),
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            // Whether a task is done is no word of the text.
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn text(&mut self, text: &str, span: Range<usize>) {
        self.is_after_span = false;
        if self.hidden > 0 {
            return;
        }
        if let Some((_, code)) = &mut self.code {
            code.push_str(text);
        } else if let Some((description, _)) = &mut self.image {
            description.push_str(text);
        } else {
            self.elements.add_said(text);
            self.elements.builder.text(text, span);
        }
    }

    fn start(&mut self, tag: Tag, span: Range<usize>) {
        let builder = &mut self.elements.builder;
        match tag {
            Tag::Paragraph | Tag::MetadataBlock(_) => builder.flush(),
            Tag::Heading { level: at, .. } => builder.start(Container::Heading(level(at))),
            Tag::BlockQuote(_) => builder.start(Container::Quote),
            Tag::CodeBlock(kind) => {
                builder.flush();
                let is_fenced = matches!(kind, CodeBlockKind::Fenced(_));
                self.code = Some((is_fenced, String::new()));
            }
            Tag::HtmlBlock => self.html = Some((String::new(), span.start)),
            Tag::List(start) => builder.start(Container::List(start)),
            Tag::Item => builder.start(Container::Item),
            Tag::FootnoteDefinition(name) => {
                builder.flush();
                builder.text(&format!("[{name}] "), span.start..span.start);
            }
            Tag::DefinitionList => builder.start(Container::Terms),
            Tag::DefinitionListTitle => builder.start(Container::Term),
            Tag::DefinitionListDefinition => builder.start(Container::Explanation),
            Tag::Table(_) => builder.start(Container::Table),
            Tag::TableHead | Tag::TableRow => builder.start(Container::Row),
            Tag::TableCell => {
                let has_rows = builder.has_rows();
                builder.start(Container::Cell(!has_rows));
            }
            Tag::Strong => builder.set_style(0, true),
            Tag::Emphasis => builder.set_style(1, true),
            Tag::Strikethrough => builder.set_style(2, true),
            Tag::Link { dest_url, link_type, title, .. } => {
                let is_mail = link_type == pulldown_cmark::LinkType::Email;
                let start = if is_mail { "mailto:" } else { "" };
                self.elements.open_link(&format!("{start}{dest_url}"), &span);
                self.elements.open_title(&title);
            }
            Tag::Image { dest_url, .. } => {
                self.image = Some((String::new(), dest_url.to_string()));
            }
            Tag::Superscript | Tag::Subscript => {}
        }
    }

    fn end(&mut self, tag: TagEnd, span: Range<usize>) {
        let builder = &mut self.elements.builder;
        match tag {
            TagEnd::Paragraph => {
                // Some leave an element of HTML open.
                builder.reset();
                self.hidden = 0;
            }
            TagEnd::Heading(_) => builder.end(|it| matches!(it, Container::Heading(_))),
            TagEnd::BlockQuote(_) => builder.end(|it| *it == Container::Quote),
            TagEnd::CodeBlock => self.end_code(span),
            TagEnd::HtmlBlock => {
                if let Some((html, start)) = self.html.take() {
                    html::read(&html, start, self);
                    self.elements.builder.flush();
                    self.hidden = 0;
                }
            }
            TagEnd::List(_) => builder.end(|it| matches!(it, Container::List(_))),
            TagEnd::Item => builder.end(|it| *it == Container::Item),
            TagEnd::FootnoteDefinition | TagEnd::MetadataBlock(_) => builder.flush(),
            TagEnd::DefinitionList => builder.end(|it| *it == Container::Terms),
            TagEnd::DefinitionListTitle => builder.end(|it| *it == Container::Term),
            TagEnd::DefinitionListDefinition => builder.end(|it| *it == Container::Explanation),
            TagEnd::Table => builder.end(|it| *it == Container::Table),
            TagEnd::TableHead | TagEnd::TableRow => builder.end(|it| *it == Container::Row),
            TagEnd::TableCell => builder.end(|it| matches!(it, Container::Cell(_))),
            TagEnd::Strong => builder.set_style(0, false),
            TagEnd::Emphasis => builder.set_style(1, false),
            TagEnd::Strikethrough => builder.set_style(2, false),
            TagEnd::Link => {
                if self.hidden == 0 {
                    self.elements.end_title(span.end);
                }
                self.elements.builder.end_link(span);
            }
            TagEnd::Image => {
                if let Some((description, address)) = self.image.take().filter(|_| self.hidden == 0)
                {
                    builder.image(&description, &address, span);
                    self.elements.add_said(&description);
                }
            }
            TagEnd::Superscript | TagEnd::Subscript => {}
        }
    }

    /// Adds code. Lines that are only indented are text that somebody moved to the right.
    fn end_code(&mut self, span: Range<usize>) {
        let Some((is_fenced, text)) = self.code.take() else { return };
        if is_fenced {
            if !text.trim().is_empty() {
                self.elements.builder.add(Block::Code { text, span });
            }
            return;
        }
        let mut at = span.start;
        for line in text.lines() {
            let found = self.source.get(at..span.end).and_then(|rest| rest.find(line.trim()));
            let start = at + found.unwrap_or_default();
            let end = (start + line.trim().len()).min(span.end);
            self.elements.builder.text(line.trim().trim_matches(GAP), start..end);
            self.elements.builder.end_line(true);
            at = end;
        }
        self.elements.builder.flush();
    }
}
