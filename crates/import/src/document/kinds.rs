//! Writes sections of short items as what their headings say: skills, languages, certificates,
//! awards, publications, interests.

use super::blocks::{Block, Table};
use super::head::Head;
use super::head_parts::clean;
use super::language_items::{is_programming, languages};
use super::lists::Content;
use super::outline::Section;
use super::period::Dates;
use super::skills::skills;
use super::text::{Text, joined};
use super::written;
use crate::tree::{list, member, object, text};
use perfil_model::profile::ResumeList;
use perfil_source::{Member, Node};
use std::ops::Range;

/// The longest name of a skill, in words.
const MAX_WORDS: usize = 7;

/// A line of a section, with what is below it.
pub(super) struct Item {
    pub(super) text: Text,
    pub(super) below: Vec<Block>,
}

/// Returns a section of short items; `None` if it has something else.
pub(super) fn read(section: &Section, of: ResumeList, dates: &Dates) -> Option<Content> {
    let items = match of {
        ResumeList::Skills => skills(section)?,
        // `Compiled languages` are no languages that somebody speaks.
        ResumeList::Languages if is_programming(section) => {
            return read(section, ResumeList::Skills, dates);
        }
        ResumeList::Languages => languages(&items(&section.blocks, section)?)?,
        ResumeList::Interests => interests(&items(&section.blocks, section)?)?,
        ResumeList::Certificates | ResumeList::Awards | ResumeList::Publications => {
            let items = items(&section.blocks, section)?;
            items.iter().map(|item| dated(item, of, dates)).collect::<Option<Vec<_>>>()?
        }
        _ => return None,
    };
    let fields = vec![member("items", list(items.clone(), section.span()))];
    (!items.is_empty()).then(|| Content { kind: of.kind(), fields, next: None })
}

/// Returns the items of lists, and the lines of paragraphs and tables.
pub(super) fn items(blocks: &[Block], section: &Section) -> Option<Vec<Item>> {
    if !section.sections.is_empty() {
        return None;
    }
    let mut items = Vec::new();
    for block in blocks {
        match block {
            Block::List { items: all, .. } => {
                for item in all {
                    let Some((Block::Paragraph(lines), below)) = item.split_first() else {
                        return None;
                    };
                    items.push(Item { text: joined(lines), below: below.to_vec() });
                }
            }
            Block::Paragraph(lines) => {
                let is_text = |line: &Text| line.plain().split_whitespace().count() > 25;
                if lines.iter().any(is_text) {
                    return None;
                }
                let lines = if lines.iter().any(|line| line.plain().ends_with([',', '、'])) {
                    vec![joined(lines)]
                } else {
                    lines.clone()
                };
                items.extend(lines.into_iter().map(|text| Item { text, below: Vec::new() }));
            }
            // A row of many cells is more than a name with a value.
            Block::Table(table) if table.rows.iter().any(|row| row.len() > 2) => return None,
            Block::Table(table) => items.extend(rows(table)),
            Block::Terms(terms) => {
                for (term, below) in terms {
                    let mut whole = term.clone();
                    if let [Block::Paragraph(lines)] = below.as_slice() {
                        whole.append(": ", &joined(lines));
                        items.push(Item { text: whole, below: Vec::new() });
                    } else {
                        items.push(Item { text: whole, below: below.clone() });
                    }
                }
            }
            Block::Rule => {}
            Block::Heading { .. } | Block::Quote(_) | Block::Code { .. } => return None,
        }
    }
    Some(items)
}

fn rows(table: &Table) -> Vec<Item> {
    let table = Table { head: Vec::new(), rows: table.rows.clone() };
    table.lines().into_iter().map(|text| Item { text, below: Vec::new() }).collect()
}

/// Splits `Term: value` and `**Term** value`.
pub(super) fn pair(text: &Text) -> Option<(Text, Text)> {
    let plain = text.plain();
    let strong = text.strong_start();
    let colon = plain
        .find([':', '：'])
        .filter(|at| *at < 60 && plain.get(*at..).is_some_and(|it| !it.starts_with("://")));
    let (end, start) = match colon {
        Some(at) => (at, at + plain.get(at..)?.chars().next()?.len_utf8()),
        None if strong > 0 && strong < plain.len() => (strong, strong),
        None => {
            let has_image = text.runs.iter().any(|run| run.image.is_some());
            let dash = if has_image { &[" - "][..] } else { &[" - ", " – ", " — ", "\t"] };
            let found = dash.iter().filter_map(|it| Some((plain.find(it)?, it.len()))).min();
            let (at, length) = found.filter(|(at, _)| *at < 60)?;
            (at, at + length)
        }
    };
    let value = text.part(start..plain.len());
    Some((clean(&text.part(0..end))?, clean(&value).unwrap_or(value)))
}

/// Splits names at commas and other signs, but not in brackets.
pub(super) fn names(text: &Text) -> Vec<Text> {
    let plain = text.plain();
    let mut names = Vec::new();
    let (mut start, mut depth) = (0, 0_u32);
    let is_spaced = plain.contains(" / ");
    for (at, c) in plain.char_indices().chain([(plain.len(), ',')]) {
        match c {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let is_slash = c == '/' && is_spaced && plain.get(..at).is_some_and(|it| it.ends_with(' '));
        let is_end =
            at == plain.len() || depth == 0 && (",;、，؛،；|·•∙\t\n".contains(c) || is_slash);
        if is_end && at >= start {
            names.extend(name(&text.part(start..at)));
            start = (at + c.len_utf8()).min(plain.len());
        }
    }
    names
}

/// Returns a name without pictures and separators.
fn name(text: &Text) -> Option<Text> {
    let found = clean(text)?;
    let plain = found.plain();
    let whole = text.plain();
    // `C++` and `C#` end in signs.
    let start = whole.find(plain.as_str())?;
    let rest = whole.get(start + plain.len()..).unwrap_or_default();
    let signs = rest.len() - rest.trim_start_matches(['+', '#', '*', '.', '…']).len();
    Some(text.part(start..start + plain.len() + signs))
}

pub(super) fn is_name(text: &Text) -> bool {
    let plain = text.plain();
    plain.split_whitespace().count() <= MAX_WORDS
        && plain.chars().count() <= 70
        && !plain.ends_with(['.', '。', '!'])
}

fn interests(items: &[Item]) -> Option<Vec<Node>> {
    let mut all = Vec::new();
    for item in items {
        if !item.below.is_empty() || pair(&item.text).is_some() {
            return None;
        }
        for name in names(&item.text) {
            if !is_name(&name) {
                return None;
            }
            all.push(object(vec![member("name", name.plain_node())], name.span()));
        }
    }
    Some(all)
}

/// Reads an item with a date; `None` if the kind has no place for a part of it.
fn dated(item: &Item, of: ResumeList, dates: &Dates) -> Option<Node> {
    let head = Head::of(std::slice::from_ref(&item.text), dates, of);
    let name = head.name.clone()?;
    let is_set = item.text.strong_start() > 0
        || item.text.runs.first().is_some_and(|run| run.link.is_some());
    if item.text.links().len() > 1 || (of == ResumeList::Publications && !is_set) {
        return None;
    }
    let is_whole = |read: &crate::dates::Read| read.is_whole;
    let (start, end) =
        head.period.as_ref().map_or((None, None), |it| (it.start.as_ref(), it.end.as_ref()));
    if ![start, end].into_iter().flatten().all(is_whole) {
        return None;
    }
    let span: Range<usize> = item.text.span();
    let at = |read: &crate::dates::Read| text(read.date.as_str(), span.clone());
    let mut fields: Vec<Member> = Vec::new();
    let (name_key, by, date) = match of {
        ResumeList::Awards => ("title", "awarder", "date"),
        ResumeList::Publications => ("name", "publisher", "releaseDate"),
        _ => ("name", "issuer", "date"),
    };
    fields.push(member(name_key, name.plain_node()));
    match (start, end) {
        (Some(start), Some(end)) if of == ResumeList::Certificates => {
            fields.push(member("startDate", at(start)));
            fields.push(member("endDate", at(end)));
        }
        (Some(_), Some(_)) => return None,
        (start, end) => fields.extend(start.or(end).map(|read| member(date, at(read)))),
    }
    let mut others = head.others;
    let is_short = |part: &Text| part.plain().split_whitespace().count() <= 8;
    if others.first().is_some_and(is_short) {
        fields.push(member(by, others.remove(0).plain_node()));
    }
    fields.extend(head.url.map(|url| member("url", text(&*url, span.clone()))));
    let mut note = Text::default();
    for part in &others {
        note.append(" · ", part);
    }
    let mut parts = vec![written::markdown(&note), written::blocks(&item.below)];
    parts.retain(|part| !part.is_empty());
    if !parts.is_empty() {
        // What is only achieved is no award, and its figures are shown.
        let is_award = of != ResumeList::Awards || head.period.is_some();
        if of == ResumeList::Certificates || !is_award {
            return None;
        }
        fields.push(member("summary", text(parts.join("\n\n"), span.clone())));
    }
    Some(object(fields, span))
}
