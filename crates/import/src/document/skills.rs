//! Reads skills, in groups or alone, with their levels and parts.

use super::blocks::{Block, around};
use super::head_parts::clean;
use super::kinds::{Item, is_name, items, names, pair};
use super::outline::Section;
use super::text::{Text, joined};
use super::vocabulary::{Kind, has};
use crate::tree::{list, member, object};
use perfil_source::Node;

pub(super) fn skills(section: &Section) -> Option<Vec<Node>> {
    let outer = Section { sections: Vec::new(), ..section.clone() };
    let mut all = Vec::new();
    for item in items(&section.blocks, &outer)? {
        skill(&item, &mut all)?;
    }
    for inner in &section.sections {
        if !inner.sections.is_empty() {
            return None;
        }
        let items = items(&inner.blocks, inner)?;
        let is_plain = |item: &Item| item.below.is_empty() && pair(&item.text).is_none();
        if !items.iter().all(is_plain) {
            return None;
        }
        let keywords: Vec<Text> = items.iter().flat_map(|item| names(&item.text)).collect();
        if !keywords.iter().all(is_name) {
            return None;
        }
        all.push(skill_of(&inner.title, None, &keywords));
    }
    Some(all)
}

/// Reads a line of skills; `None` if it is a sentence.
pub(super) fn skill(item: &Item, all: &mut Vec<Node>) -> Option<()> {
    if let [Block::List { items, .. }] = item.below.as_slice() {
        let mut keywords = Vec::new();
        for inner in items {
            let [Block::Paragraph(lines)] = inner.as_slice() else { return None };
            keywords.extend(names(&joined(lines)));
        }
        let title = clean(&item.text)?;
        if !keywords.iter().all(is_name) || !is_name(&title) {
            return None;
        }
        all.push(skill_of(&title, None, &keywords));
        return Some(());
    }
    if !item.below.is_empty() {
        return None;
    }
    if let Some((term, value)) = pair(&item.text) {
        let keywords = names(&value);
        if !is_name(&term) {
            return None;
        }
        let level = value.plain();
        if keywords.len() == 1 && is_level(&level) {
            all.push(skill_of(&term, Some(&value), &[]));
        } else if keywords.is_empty() || keywords.iter().all(is_name) {
            let shown = if keywords.is_empty() && !value.is_empty() { Some(&value) } else { None };
            all.push(skill_of(&term, shown, &keywords));
        } else {
            return None;
        }
        return Some(());
    }
    let found = names(&item.text);
    if !found.iter().all(is_name) {
        return None;
    }
    for name in found {
        let plain = name.plain();
        let inner = plain.strip_suffix(')').and_then(|it| it.rfind('('));
        match inner.filter(|at| {
            *at > 0 && is_level(plain.get(at + 1..plain.len() - 1).unwrap_or_default())
        }) {
            Some(at) => {
                let level = name.part(at + 1..plain.len() - 1);
                all.push(skill_of(&name.part(0..at), Some(&level), &[]));
            }
            None => all.push(skill_of(&name, None, &[])),
        }
    }
    Some(())
}

/// Whether a text says how well somebody knows something.
pub(super) fn is_level(text: &str) -> bool {
    let is_drawn = text.chars().any(|c| "★☆●○■□⭐▰▱█░".contains(c));
    let is_share = text.trim_end().ends_with('%') || text.contains('/') && text.len() < 7;
    is_drawn || (is_share && text.contains(|c: char| c.is_ascii_digit())) || has(text, Kind::Level)
}

pub(super) fn skill_of(name: &Text, level: Option<&Text>, keywords: &[Text]) -> Node {
    let mut fields = vec![member("name", name.plain_node())];
    fields.extend(level.map(|level| member("level", level.plain_node())));
    if !keywords.is_empty() {
        let span = around(keywords.iter().map(Text::span));
        let keywords = keywords.iter().map(keyword).collect();
        fields.push(member("keywords", list(keywords, span)));
    }
    object(fields, name.span())
}

/// Returns `Python (Django, FastAPI)` as a name with its parts.
pub(super) fn keyword(text: &Text) -> Node {
    let plain = text.plain();
    let inner = plain.strip_suffix(')').and_then(|it| Some((it.find(" (")?, it.len())));
    let Some((at, end)) = inner else { return text.plain_node() };
    let parts = names(&text.part(at + 2..end));
    if parts.is_empty() || plain.get(at + 2..end).is_some_and(|it| it.contains('(')) {
        return text.plain_node();
    }
    let span = text.span();
    let parts: Vec<Node> = parts.iter().map(Text::plain_node).collect();
    let fields = vec![
        member("name", text.part(0..at).plain_node()),
        member("keywords", list(parts, span.clone())),
    ];
    object(fields, span)
}
