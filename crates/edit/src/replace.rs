//! Writes a value in the place of another.

use crate::block::Block;
use crate::document::Document;
use crate::layout::{Kind, Part};
use crate::render::{Level, indented};
use crate::scalar::{self, Class, Place};
use crate::splice::splice;
use crate::{Change, Value, lines};
use std::ops::Range;

/// What a value belongs to.
#[derive(Clone, Copy)]
pub(crate) enum Parent<'b> {
    /// The file.
    Root,
    /// A key or a dash: where it starts, the place after its mark, and whether it is a dash.
    Block { column: usize, mark: usize, is_list: bool, is_number: bool },
    /// Braces or brackets.
    Flow { level: Level<'b>, is_number: bool, has_mark: bool },
}

impl Parent<'_> {
    fn place(self) -> Place {
        match self {
            Self::Root => Place::default(),
            Self::Block { is_number, .. } => Place { in_flow: false, is_number },
            Self::Flow { is_number, .. } => Place { in_flow: true, is_number },
        }
    }
}

/// What is written: on the line of the key or the dash, and below it.
struct Written {
    inline: String,
    below: Vec<String>,
}

impl Written {
    fn inline(text: String) -> Self {
        Self { inline: text, below: Vec::new() }
    }
}

/// The ways to write a value in the place of another; the best one first.
pub(crate) fn replace(
    document: &Document,
    part: &Part,
    parent: Parent,
    value: &Value,
) -> Vec<Vec<Change>> {
    let mut ways = Vec::new();
    if let (Value::Text(text), Some(old)) = (value, part.node.as_str())
        && part.kind != Kind::Alias
    {
        let is_kept = match part.kind {
            // Its line breaks are empty lines, which stay.
            Kind::Plain => stays_plain(old, &text.replace('\n', " "), parent.place()),
            Kind::Block => !text.trim().is_empty() && text.ends_with('\n') == old.ends_with('\n'),
            _ => true,
        };
        if is_kept {
            let change = splice(document.text, part, text, &document.style);
            ways.extend(change.map(|change| vec![change]));
        }
        let written = restyle(document, part, parent, text);
        ways.extend(written.map(|written| write(document, part, parent, written)));
    }
    let written = new(document, part, parent, value);
    ways.push(write(document, part, parent, written));
    if let Parent::Block { is_number, .. } = parent {
        // A comment in the same line can make the usual form impossible.
        let written = Written::inline(document.style.inline(value, is_number));
        ways.push(write(document, part, parent, written));
    }
    ways
}

/// Whether a plain text can remain plain: readers have to take the new one for what they took the
/// old one for, as years for numbers.
fn stays_plain(old: &str, new: &str, place: Place) -> bool {
    let class = scalar::class(new);
    let is_same = class == Class::Text || (class != Class::Word && class == scalar::class(old));
    is_same && scalar::has_plain_form(new, place)
}

/// Writes a whole text in the style of the scalar that it replaces.
fn restyle(document: &Document, part: &Part, parent: Parent, text: &str) -> Option<Written> {
    let style = &document.style;
    match part.kind {
        Kind::Double => Some(Written::inline(scalar::double(text, style.is_ascii))),
        Kind::Single => scalar::single(text).map(Written::inline),
        Kind::Plain if style.is_yaml => {
            let old = part.node.as_str()?;
            stays_plain(old, text, parent.place()).then(|| Written::inline(text.to_owned()))
        }
        Kind::Block if scalar::has_block_form(text) && style.may_end_in_lines(text) => {
            let content = text.strip_suffix('\n').unwrap_or(text);
            let is_folded = document.slice(part.content, part.content + 1) == ">"
                && !content.contains("\n ")
                && !content.contains("\n\t");
            let (mark, between) = if is_folded { (">", "\n\n") } else { ("|", "\n") };
            let lines = if is_folded { fold(content, between) } else { content.to_owned() };
            let indent = body_indent(document, part, parent);
            let lines = lines.split('\n').map(str::to_owned).collect();
            Some(Written {
                inline: [mark, scalar::chomping(text)].concat(),
                below: indented(lines, &indent),
            })
        }
        _ => None,
    }
}

/// Writes line breaks for `>`, below which one more of them is needed than there are in the text.
fn fold(text: &str, first: &str) -> String {
    let mut written = String::new();
    let mut last = None;
    for c in text.chars() {
        match c {
            '\n' if last != Some('\n') => written.push_str(first),
            c => written.push(c),
        }
        last = Some(c);
    }
    written
}

/// The indentation of the lines of a text below `|`.
fn body_indent(document: &Document, part: &Part, parent: Parent) -> String {
    let column = match parent {
        Parent::Block { column, .. } => column,
        _ => 0,
    };
    let old = part.body_column;
    let is_usable = part.kind == Kind::Block && old > column && part.end > part.header_end;
    " ".repeat(if is_usable { old } else { column + document.style.unit.len() })
}

/// Writes a value in the style of the file.
fn new(document: &Document, part: &Part, parent: Parent, value: &Value) -> Written {
    let style = &document.style;
    match parent {
        Parent::Flow { level, is_number, .. } => {
            Written::inline(style.flow(value, is_number, level))
        }
        Parent::Root if !style.is_yaml || (part.kind.is_flow() && !part.entries.is_empty()) => {
            let level = Level { indent: "", may_be_tall: !style.is_yaml, is_root: true };
            Written::inline(style.flow(value, false, level))
        }
        Parent::Root if value.is_filled() => {
            Written::inline(style.block(value).join(style.line_ending))
        }
        Parent::Root => Written::inline(style.inline(value, false)),
        Parent::Block { is_number, .. } if part.kind.is_flow() && !part.entries.is_empty() => {
            Written::inline(style.inline(value, is_number))
        }
        Parent::Block { column, is_list, .. } if value.is_filled() => {
            let block = style.block(value);
            if is_list {
                let inside = element_column(document, part, parent).unwrap_or(column + 2);
                let text = indented(block, &" ".repeat(inside)).join(style.line_ending);
                return Written::inline(text.trim_start_matches(' ').to_owned());
            }
            let indent = match (part.kind, value) {
                (Kind::BlockMap, Value::Object(_)) | (Kind::BlockList, Value::List(_)) => {
                    " ".repeat(lines::column(document.text, part.content))
                }
                _ => [&" ".repeat(column), style.indent_below_key(value).as_str()].concat(),
            };
            Written { inline: String::new(), below: indented(block, &indent) }
        }
        Parent::Block { is_number, .. } => match style.lines_of_text(value) {
            Some((mark, lines)) => {
                let indent = body_indent(document, part, parent);
                Written { inline: mark, below: indented(lines, &indent) }
            }
            None => Written::inline(style.inline(value, is_number)),
        },
    }
}

/// The column of what is written after a dash.
fn element_column(document: &Document, part: &Part, parent: Parent) -> Option<usize> {
    let Parent::Block { mark, .. } = parent else { return None };
    let (inline, _) = extent(document, part, parent, false);
    Some(if inline.start == mark {
        lines::column(document.text, mark) + document.style.dash_gap.len()
    } else {
        lines::column(document.text, inline.start)
    })
}

/// Where a value is: on the line of its key or dash, and on the lines below that.
fn extent(
    document: &Document,
    part: &Part,
    parent: Parent,
    goes_below: bool,
) -> (Range<usize>, Option<Range<usize>>) {
    let text = document.text;
    let Parent::Block { mark, .. } = parent else {
        if part.kind.is_block_collection() {
            let block = Block::new(document, part);
            let last = part.entries.len().saturating_sub(1);
            return (block.line(0)..block.end(last), None);
        }
        return (part.start..part.end, None);
    };
    let line_end = lines::end(text, mark);
    let is_below = part.start > line_end && part.kind != Kind::Empty;
    match part.kind {
        Kind::Block => {
            (part.start..part.header_end, Some(lines::end(text, part.header_end)..part.end))
        }
        Kind::BlockMap | Kind::BlockList if part.content > line_end => {
            let end = Block::new(document, part).end(part.entries.len().saturating_sub(1));
            let inline = if part.start < part.content && !is_below {
                let properties = document.slice(part.start, line_end);
                let length = properties.find(" #").unwrap_or(properties.trim_end().len());
                part.start..part.start + length
            } else {
                mark..mark
            };
            (inline, Some(line_end..end))
        }
        _ if is_below && goes_below => (mark..mark, Some(line_end..lines::end(text, part.end))),
        _ => (part.start..part.end, None),
    }
}

fn write(document: &Document, part: &Part, parent: Parent, written: Written) -> Vec<Change> {
    let Written { mut inline, below } = written;
    if let Parent::Flow { has_mark: false, .. } = parent {
        inline.insert_str(0, ": ");
    }
    let goes_below = !below.is_empty() && inline.is_empty();
    let (mut range, lines_below) = extent(document, part, parent, goes_below);
    let mark = match parent {
        Parent::Block { mark, .. } => Some(mark),
        Parent::Flow { has_mark: true, .. } if part.kind == Kind::Empty => Some(part.start),
        _ => None,
    };
    if let Some(mark) = mark {
        let is_list = matches!(parent, Parent::Block { is_list: true, .. });
        if inline.is_empty() {
            range.start = mark.min(range.start);
        } else if range.start == mark {
            inline.insert_str(0, if is_list { &document.style.dash_gap } else { " " });
        }
    }
    let line_end = lines::end(document.text, range.end);
    let first = Change { range, text: inline };
    let text: String = below.iter().flat_map(|line| [document.style.line_ending, line]).collect();
    let second = match lines_below {
        Some(range) => Change { range, text },
        None => Change { range: line_end..line_end, text },
    };
    vec![first, second]
}
