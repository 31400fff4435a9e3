//! Reads Markdown (`CommonMark`): headings, lists, quotations, and front matter between lines of
//! `---`.

use super::front_matter;
use super::outline::{Block, Line, Outline};
use super::references::Written;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads a document. HTML in it is kept as it is written, and is shown as text.
pub(super) fn outline(source: &str) -> Outline {
    let mut outline = Outline::default();
    let body = front_matter::read(source, &mut outline);
    let written = Written::read(&source[body..], body);
    let mut events = Parser::new_ext(&source[body..], perfil_prose::MARKDOWN).into_offset_iter();
    while let Some((event, range)) = events.next() {
        let range = body + range.start..body + range.end;
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                heading(level, written.line(range), &mut outline);
            }
            Event::Start(Tag::List(first)) => {
                let items = items(&written, body, &mut events);
                outline.add(match first {
                    Some(_) => Block::Steps(items),
                    None => Block::Bullets(items),
                });
                continue;
            }
            Event::Start(Tag::BlockQuote(_)) => outline.add(Block::Quote(quote(&written, range))),
            Event::Start(_) | Event::Html(_) => {
                outline.add(Block::Paragraph(lines(&written, range)));
            }
            _ => continue,
        }
        if matches!(event, Event::Start(_)) {
            pass(&mut events);
        }
    }
    outline
}

type Events<'a> = pulldown_cmark::OffsetIter<'a>;

/// Skips to the end of the current element.
fn pass(events: &mut Events) {
    let mut depth = 1;
    while depth > 0 {
        match events.next() {
            Some((Event::Start(_), _)) => depth += 1,
            Some((Event::End(_), _)) => depth -= 1,
            Some(_) => {}
            None => return,
        }
    }
}

fn heading(level: HeadingLevel, title: Line, outline: &mut Outline) {
    let start = title.text.len() - title.text.trim_start_matches('#').len();
    // An underlined heading includes the line below it.
    let first = title.text[start..].lines().next().unwrap_or_default();
    let length = first.trim_end().trim_end_matches('#').len();
    let title = title.part(start..start + length);
    if level == HeadingLevel::H1 && outline.title.is_none() && outline.parts.is_empty() {
        outline.title = Some(title);
    } else {
        outline.open(if level <= HeadingLevel::H2 { 2 } else { 3 }, title);
    }
}

/// Returns the items of a list, each with all its content.
fn items(written: &Written, body: usize, events: &mut Events) -> Vec<Line> {
    let mut items = Vec::new();
    let mut depth = 0;
    for (event, range) in events.by_ref() {
        match event {
            Event::Start(Tag::Item) if depth == 0 => {
                let range = body + range.start..body + range.end;
                items.push(item(written, range));
                depth += 1;
            }
            Event::Start(_) => depth += 1,
            Event::End(TagEnd::List(_)) if depth == 0 => break,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    items
}

/// Returns an item without its bullet or number; its line breaks are kept.
fn item(written: &Written, range: Range<usize>) -> Line {
    let whole = written.line(range);
    let marked = whole.text.trim_start_matches(|c: char| c.is_ascii_digit());
    let marked = marked.strip_prefix(['-', '*', '+', '.', ')']).unwrap_or(marked);
    let start = whole.text.len() - marked.len();
    let item = whole.part(start..whole.text.len());
    let text = item.text.lines().map(str::trim).collect::<Vec<_>>();
    let is_one = item.text.lines().all(|line| !line.trim_start().starts_with(['-', '*', '+']));
    let text = text.join(if is_one { " " } else { "\n" });
    Line { text, span: item.span }
}

fn quote(written: &Written, range: Range<usize>) -> Line {
    let whole = written.line(range);
    let lines = whole.text.lines().map(|line| line.trim_start().trim_start_matches('>').trim());
    Line { text: lines.collect::<Vec<_>>().join("\n"), span: whole.span }
}

fn lines(written: &Written, range: Range<usize>) -> Vec<Line> {
    let whole = written.line(range);
    let mut start = 0;
    let mut lines = Vec::new();
    for text in whole.text.split_inclusive('\n') {
        lines.push(whole.part(start..start + text.len()));
        start += text.len();
    }
    lines.retain(|line| !line.text.is_empty());
    lines
}
