//! Reads the HTML in a document as structure: its tags become blocks and styles, and what no browser
//! shows is left out.

use super::blocks::Block;
use super::containers::Container;
use super::markdown::Reader;
use crate::rich_text::decode_entities;

/// Elements whose content no browser shows as text.
const HIDDEN: [&str; 9] =
    ["style", "script", "template", "svg", "iframe", "object", "head", "video", "audio"];

/// Elements that begin a block of their own.
const BLOCKS: [&str; 20] = [
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
];

/// Reads HTML that begins at this position of the file.
pub(super) fn read(html: &str, start: usize, reader: &mut Reader) {
    let mut at = 0;
    while let Some(rest) = html.get(at..).filter(|rest| !rest.is_empty()) {
        let next = rest.find('<').unwrap_or(rest.len());
        if next > 0 {
            text(rest.get(..next).unwrap_or_default(), start + at, reader);
            at += next;
            continue;
        }
        at += markup(rest, start + at, reader);
    }
}

/// Reads what begins with `<`, and returns its length.
fn markup(rest: &str, start: usize, reader: &mut Reader) -> usize {
    if rest.starts_with("<!--") {
        return rest.find("-->").map_or(rest.len(), |end| end + "-->".len());
    }
    let name = rest.get(1..).unwrap_or_default();
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
    let Some(end) = end_of_tag(rest).filter(|_| is_tag) else {
        text("<", start, reader);
        return 1;
    };
    tag(rest.get(1..end).unwrap_or_default(), start..start + end + 1, reader);
    end + 1
}

/// Returns the position of the `>` that ends a tag.
fn end_of_tag(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in rest.char_indices().skip(1) {
        match (quote, c) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    rest.find('>')
}

fn text(written: &str, start: usize, reader: &mut Reader) {
    if reader.hidden > 0 {
        return;
    }
    if is_markdown(written) {
        // Some processors read Markdown in HTML, and their users write it.
        let lines: Vec<&str> = written.lines().map(str::trim).collect();
        reader.parse(&lines.join("\n"), start);
        return;
    }
    let decoded = decode_entities(written);
    let is_gap = |c: char| matches!(c, ' ' | '\n' | '\r');
    let mut words = String::new();
    if written.starts_with(is_gap) && !reader.builder.is_spaced() {
        words.push(' ');
    }
    words.push_str(
        &decoded.split(is_gap).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "),
    );
    if written.ends_with(is_gap) && !words.trim().is_empty() {
        words.push(' ');
    }
    if !(words.trim().is_empty() && reader.builder.is_spaced()) {
        reader.add_said(&words);
        reader.builder.text(&words, start..start + written.len());
    }
}

/// Whether a text in HTML is meant to be read as Markdown.
fn is_markdown(text: &str) -> bool {
    let begins = |line: &str| {
        let line = line.trim_start();
        let hashes = line.trim_start_matches('#');
        (hashes.len() < line.len() && hashes.starts_with(' ')) || line.starts_with("- ")
    };
    text.contains("](") || text.matches("**").count() > 1 || text.lines().any(begins)
}

fn tag(inner: &str, span: std::ops::Range<usize>, reader: &mut Reader) {
    let is_end = inner.starts_with('/');
    let inner = inner.trim_start_matches('/');
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let (name, attributes) = inner.split_at(end);
    let name = name.to_ascii_lowercase();
    let name = name.as_str();
    if HIDDEN.contains(&name) {
        let is_alone = attributes.trim_end().ends_with('/');
        if is_end {
            reader.hidden = reader.hidden.saturating_sub(1);
        } else if !is_alone {
            reader.hidden += 1;
        }
        return;
    }
    if reader.hidden > 0 {
        return;
    }
    if is_block(name, is_end, reader) || is_table(name, is_end, reader) {
        return;
    }
    let builder = &mut reader.builder;
    match name {
        "b" | "strong" => builder.set_style(0, !is_end),
        "i" | "em" | "cite" => builder.set_style(1, !is_end),
        "s" | "del" | "strike" => builder.set_style(2, !is_end),
        "code" | "kbd" | "samp" | "tt" => builder.set_style(3, !is_end),
        "span" | "small" | "font" | "time" if !is_end => {
            // What floats to the other side is a column of its own.
            let compact: String = attributes.split_whitespace().collect();
            let is_right = ["float:right", "right\"", "text-align:right"]
                .iter()
                .any(|it| compact.contains(it));
            // So is what follows another one without a space.
            let is_beside = reader.span_end == Some(span.start) && !builder.is_spaced();
            if is_right || is_beside {
                builder.text("\t", span.start..span.start);
            }
        }
        "span" if is_end => reader.span_end = Some(span.end),
        "a" if is_end => {
            reader.end_title(&span);
            reader.builder.link = None;
        }
        "a" => {
            if let Some(address) = attribute(attributes, "href") {
                reader.open_link(&decode_entities(&address), &span);
            }
            let title = attribute(attributes, "title").unwrap_or_default();
            reader.open_title(&decode_entities(&title));
        }
        "img" if !is_end => {
            let address = attribute(attributes, "src").unwrap_or_default();
            let description = attribute(attributes, "alt").unwrap_or_default();
            builder.image(&decode_entities(&description), &address, span);
        }
        _ => {}
    }
}

fn is_block(name: &str, is_end: bool, reader: &mut Reader) -> bool {
    let builder = &mut reader.builder;
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
                builder.start(if name == "dt" { Container::Term } else { Container::Explanation });
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

fn is_table(name: &str, is_end: bool, reader: &mut Reader) -> bool {
    let builder = &mut reader.builder;
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

/// Returns the value of an attribute.
fn attribute(attributes: &str, name: &str) -> Option<String> {
    let lower = attributes.to_ascii_lowercase();
    let mut from = 0;
    loop {
        let at = from + lower.get(from..)?.find(name)?;
        from = at + name.len();
        let is_begun = lower.get(..at)?.ends_with(|c: char| c.is_whitespace() || "\"'".contains(c));
        let rest = attributes.get(from..)?.trim_start();
        let Some(value) = rest.strip_prefix('=').filter(|_| is_begun) else { continue };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| ['"', '\''].contains(c));
        return if let Some(quote) = quote {
            value.get(1..)?.split(quote).next().map(str::to_owned)
        } else {
            let end = |c: char| c.is_whitespace() || c == '>';
            value.split(end).next().map(|value| value.trim_end_matches('/').to_owned())
        };
    }
}
