//! Reads the elements of HTML as structure: they become blocks, styles and links.

use super::blocks::Block;
use super::builder::Builder;
use super::containers::Container;
use super::headings::normalized;
use super::markup::Tag;
use perfil_prose::SCHEMES;
use std::ops::Range;
use std::sync::Arc;
use url::Url;

/// Elements whose content no browser shows as text.
pub(super) const HIDDEN: [&str; 9] =
    ["style", "script", "template", "svg", "iframe", "object", "head", "video", "audio"];

/// Elements that begin a block of their own.
pub(super) const BLOCKS: [&str; 23] = [
    "p",
    "div",
    "center",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "nav",
    "aside",
    "details",
    "summary",
    "figure",
    "figcaption",
    "address",
    "form",
    "body",
    "html",
    "hgroup",
    "fieldset",
    "legend",
    "dialog",
    "search",
];

/// The blocks of HTML so far.
pub(super) struct Elements {
    pub(super) builder: Builder,
    /// The unsafe addresses that were left out, with their positions.
    pub(super) left_out: Vec<(String, Range<usize>)>,
    /// The address to which links are relative.
    pub(super) base: Option<Url>,
    /// The title of the current link, and what its text says.
    title: Option<(String, String)>,
}

impl Elements {
    pub(super) fn new(base: Option<Url>) -> Self {
        Self { builder: Builder::new(), left_out: Vec::new(), base, title: None }
    }

    /// Begins an element.
    pub(super) fn start(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        if self.block(name, false) || self.table(name, false) || self.style(name, true) {
            return;
        }
        match name {
            "span" | "small" | "font" | "time" if is_right(tag) => {
                // What floats to the other side is a column of its own.
                self.builder.text("\t", tag.span.start..tag.span.start);
            }
            "a" => {
                if let Some(address) = tag.attribute("href") {
                    self.open_link(address, &tag.span);
                }
            }
            "img" => {
                let address = tag.attribute("src").unwrap_or_default();
                let description = tag.attribute("alt").unwrap_or_default();
                self.builder.image(description, address, tag.span.clone());
            }
            _ => {}
        }
    }

    /// Ends an element.
    pub(super) fn end(&mut self, name: &str) {
        if self.block(name, true) || self.table(name, true) || self.style(name, false) {
            return;
        }
        if name == "a" {
            self.builder.link = None;
        }
    }

    /// Adds a text in which space is no more than one space.
    pub(super) fn words(&mut self, text: &str, span: Range<usize>) {
        let is_gap = |c: char| matches!(c, ' ' | '\n' | '\r');
        let mut words = String::new();
        if text.starts_with(is_gap) && !self.builder.is_spaced() {
            words.push(' ');
        }
        let filled: Vec<&str> = text.split(is_gap).filter(|word| !word.is_empty()).collect();
        words.push_str(&filled.join(" "));
        if text.ends_with(is_gap) && !words.trim().is_empty() {
            words.push(' ');
        }
        if !(words.trim().is_empty() && self.builder.is_spaced()) {
            self.add_said(&words);
            self.builder.text(&words, span);
        }
    }

    /// Begins a link; one that is not safe to publish is its text alone.
    pub(super) fn open_link(&mut self, address: &str, span: &Range<usize>) {
        let address = address.trim();
        let scheme = Url::parse(address).ok().map(|url| url.scheme().to_owned());
        let is_host = || address.split(['/', '?']).next().is_some_and(|host| host.contains('.'));
        let is_safe = scheme.as_deref().is_some_and(|scheme| SCHEMES.contains(&scheme));
        if is_safe || crate::addresses::is_bare(address) || address.contains('@') {
            self.builder.link = (!address.is_empty()).then(|| Arc::from(address));
        } else if scheme.is_none() || is_host() {
            let is_inside = address.is_empty() || address.starts_with(['#', '?']);
            let whole = self.base.as_ref().and_then(|base| base.join(address).ok());
            match whole.filter(|url| !is_inside && SCHEMES.contains(&url.scheme())) {
                Some(whole) => self.builder.link = Some(Arc::from(whole.as_str())),
                // A file beside the document, or a place in it, is nowhere on a site.
                None if !is_inside => self.left_out.push((String::new(), span.clone())),
                None => {}
            }
        } else {
            self.left_out.push((scheme.unwrap_or_default(), span.clone()));
        }
    }

    /// Begins a link with a title, which readers see only above the pointer.
    pub(super) fn open_title(&mut self, title: &str) {
        self.title = (!title.trim().is_empty()).then(|| (title.trim().to_owned(), String::new()));
    }

    /// Notes what the text of a link says.
    pub(super) fn add_said(&mut self, text: &str) {
        if let Some((_, said)) = &mut self.title {
            said.push_str(text);
        }
    }

    /// Adds the title of a link to its text, if it says more.
    pub(super) fn end_title(&mut self, position: usize) {
        let Some((title, said)) = self.title.take() else { return };
        let (said, words) = (normalized(&said), normalized(&title));
        let address = self.builder.link.as_deref().unwrap_or_default();
        let is_address = Url::parse(&title).is_ok() || address.contains(&title);
        let is_said = words.split(' ').all(|word| said.split(' ').any(|other| other == word));
        if !is_said && !is_address {
            let text = if said.is_empty() { title } else { format!(" ({title})") };
            self.builder.text(&text, position..position);
        }
    }

    fn style(&mut self, name: &str, is_start: bool) -> bool {
        let style = match name {
            "b" | "strong" => 0,
            "i" | "em" | "cite" => 1,
            "s" | "del" | "strike" => 2,
            "code" | "kbd" | "samp" | "tt" => 3,
            _ => return false,
        };
        self.builder.set_style(style, is_start);
        true
    }

    fn block(&mut self, name: &str, is_end: bool) -> bool {
        let builder = &mut self.builder;
        match name {
            "br" => builder.end_line(true),
            "hr" => builder.add(Block::Rule),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                builder.end(|it| matches!(it, Container::Heading(_)));
                let level = name.as_bytes().get(1).copied().map_or(6, |digit| digit - b'0');
                if !is_end {
                    builder.start(Container::Heading(level));
                }
            }
            "ul" | "ol" | "menu" if is_end => builder.end(|it| matches!(it, Container::List(_))),
            "ul" | "menu" => builder.start(Container::List(None)),
            "ol" => builder.start(Container::List(Some(1))),
            "li" => {
                if is_end || builder.is_open(Container::Item) {
                    builder.end(|it| *it == Container::Item);
                }
                if !is_end {
                    builder.start(Container::Item);
                }
            }
            "dl" if is_end => builder.end(|it| *it == Container::Terms),
            "dl" => builder.start(Container::Terms),
            "dt" | "dd" => {
                for kind in [Container::Term, Container::Explanation] {
                    if builder.is_open(kind) {
                        builder.end(|it| *it == kind);
                    }
                }
                if !is_end {
                    let is_term = name == "dt";
                    builder.start(if is_term { Container::Term } else { Container::Explanation });
                }
            }
            "blockquote" if is_end => builder.end(|it| *it == Container::Quote),
            "blockquote" => builder.start(Container::Quote),
            "pre" => builder.flush(),
            _ if BLOCKS.contains(&name) => builder.flush(),
            _ => return false,
        }
        true
    }

    fn table(&mut self, name: &str, is_end: bool) -> bool {
        let builder = &mut self.builder;
        let is_cell = |it: &Container| matches!(it, Container::Cell(_));
        match name {
            "table" if is_end => builder.end(|it| *it == Container::Table),
            "table" => builder.start(Container::Table),
            "tr" | "thead" | "tbody" | "tfoot" => {
                if builder.is_in(is_cell) {
                    builder.end(is_cell);
                }
                if builder.is_in(|it| *it == Container::Row) {
                    builder.end(|it| *it == Container::Row);
                }
                if !is_end && name == "tr" {
                    builder.start(Container::Row);
                }
            }
            "td" | "th" => {
                if builder.is_in(is_cell) {
                    builder.end(is_cell);
                }
                if !is_end {
                    builder.start(Container::Cell(name == "th"));
                }
            }
            "caption" | "colgroup" | "col" => builder.flush(),
            _ => return false,
        }
        true
    }
}

/// Whether an element is at the other side of its line.
fn is_right(tag: &Tag) -> bool {
    let style: String = tag.attribute("style").unwrap_or_default().split_whitespace().collect();
    let has_side = |value: Option<&str>| {
        value.is_some_and(|it| it.split_whitespace().any(|word| word.ends_with("right")))
    };
    style.contains("float:right")
        || style.contains("text-align:right")
        || has_side(tag.attribute("class"))
        || has_side(tag.attribute("align"))
}
