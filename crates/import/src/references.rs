//! Resolves Markdown links whose addresses are elsewhere in the document: `[the engine][1]`. A
//! profile splits the document, so each part needs its own addresses.

use super::outline::Line;
use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag};
use std::ops::Range;

/// A document with the addresses of its links.
pub(super) struct Written<'a> {
    source: &'a str,
    /// The byte position of the document in its file.
    start: usize,
    /// The links, in the order in which they begin.
    links: Vec<Link>,
}

struct Link {
    /// The range of the link in the document.
    range: Range<usize>,
    /// The range of its text.
    text: Range<usize>,
    /// The target to write after the text.
    target: String,
}

impl<'a> Written<'a> {
    /// Finds the links of a document that begins at this byte position of its file.
    pub(super) fn read(source: &'a str, start: usize) -> Self {
        let parser = Parser::new_ext(source, perfil_prose::MARKDOWN);
        let has_any = parser.reference_definitions().iter().next().is_some();
        let events = has_any.then(|| parser.into_offset_iter());
        let links = events.into_iter().flatten().filter_map(|(event, range)| match event {
            Event::Start(
                Tag::Link { link_type, dest_url, title, .. }
                | Tag::Image { link_type, dest_url, title, .. },
            ) => link(source, range, link_type, &dest_url, &title),
            _ => None,
        });
        Self { source, start, links: links.collect() }
    }

    /// Returns a part of the file, with the address of each link.
    pub(super) fn line(&self, range: Range<usize>) -> Line {
        let within = range.start.saturating_sub(self.start)..range.end.saturating_sub(self.start);
        let text = self.resolved(within);
        let whole = Line { text, span: range };
        whole.part(0..whole.text.len())
    }

    fn resolved(&self, range: Range<usize>) -> String {
        let mut text = String::new();
        let mut done = range.start;
        let first = self.links.partition_point(|link| link.range.start < range.start);
        for link in self.links.iter().skip(first).take_while(|link| link.range.end <= range.end) {
            // An image in a link was already written with it.
            if link.range.start < done {
                continue;
            }
            let before = done..link.text.start;
            text.push_str(self.source.get(before).unwrap_or_default());
            text.push_str(&self.resolved(link.text.clone()));
            text.push_str(&link.target);
            done = link.range.end;
        }
        text.push_str(self.source.get(done..range.end).unwrap_or_default());
        text
    }
}

/// Returns a link in `range`, if its address is elsewhere.
fn link(
    source: &str,
    mut range: Range<usize>,
    form: LinkType,
    address: &CowStr,
    title: &CowStr,
) -> Option<Link> {
    let whole = source.get(range.clone())?;
    let begin = range.start + whole.find('[')? + 1;
    let end = match form {
        LinkType::Reference => range.start + whole.rfind("][")?,
        LinkType::Collapsed | LinkType::Shortcut => {
            let text = whole.strip_suffix("[]").unwrap_or(whole).strip_suffix(']')?;
            let end = range.start + text.len();
            // The parser may not count the empty brackets of `[notes][]` as part of the link.
            let is_left = form == LinkType::Collapsed && !whole.ends_with("[]");
            if is_left && source.get(range.end..)?.starts_with("[]") {
                range.end += "[]".len();
            }
            end
        }
        _ => return None,
    };
    let address = address.replace('\\', "%5C").replace('<', "%3C").replace('>', "%3E");
    let title = title.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " ");
    let title = if title.is_empty() { title } else { format!(" \"{title}\"") };
    (begin <= end).then(|| Link {
        range,
        text: begin..end,
        target: format!("](<{address}>{title})"),
    })
}
