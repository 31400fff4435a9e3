//! Reads the sections that say how to reach the person.

use super::lines::pair;
use super::{Opening, has_contact, is_informing};
use crate::document::blocks::Block;
use crate::document::headings::Topic;
use crate::document::outline::{Line, Section};
use crate::document::text::{Text, joined};
use crate::document::vocabulary::{Kind, label};
use perfil_source::Member;
impl Opening {
    /// Reads a section that says how to reach the person; what it says else stays in it.
    pub(in crate::document) fn section(&mut self, section: &mut Section) {
        if section.topic() != Some(Topic::Contact) {
            return;
        }
        let before = self.rest.len();
        let (has_headline, has_focus) = (self.has("headline"), self.has("focus"));
        for block in std::mem::take(&mut section.blocks) {
            match &block {
                Block::Paragraph(lines) if lines.iter().any(is_informing) => {
                    for line in lines {
                        self.informing(line);
                    }
                }
                Block::Paragraph(lines)
                    if self.lacks_name && lines.first().is_some_and(|line| self.is_name(line)) =>
                {
                    let rest: Vec<Text> = lines.iter().skip(1).cloned().collect();
                    if !rest.is_empty() {
                        self.rest.push(Block::Paragraph(rest));
                    }
                }
                Block::List { items, .. } if is_contact_list(items) || self.lacks_name => {
                    self.contact_list(items, &block);
                }
                Block::Table(_) | Block::Terms(_) => self.block(&block),
                _ => self.rest.push(block),
            }
        }
        let keeps = |key: &str| key == "headline" && !has_headline || key == "focus" && !has_focus;
        let moved: Vec<Member> = self.fields.extract_if(.., |field| keeps(&field.key)).collect();
        for field in moved {
            let said = field.value.as_str().map(|it| Text::of(it, field.value.span.clone()));
            self.rest.extend(said.map(|text| Block::Paragraph(vec![text])));
        }
        section.blocks = self.rest.split_off(before);
        for inner in &mut section.sections {
            self.section_within(inner);
        }
        section.sections.retain(|inner| {
            let is_label = label(&inner.title.plain()).is_some();
            !is_label || !inner.blocks.is_empty() || !inner.sections.is_empty()
        });
    }

    pub(in crate::document) fn section_within(&mut self, section: &mut Section) {
        if label(&section.title.plain()).is_some()
            && let [Block::Paragraph(lines)] = section.blocks.as_slice()
        {
            let value = joined(lines);
            section.blocks.clear();
            self.labelled(&section.title, &value);
            return;
        }
        let is_about = section.blocks.iter().any(has_contact);
        if is_about {
            let before = self.rest.len();
            for block in std::mem::take(&mut section.blocks) {
                self.block(&block);
            }
            section.blocks = self.rest.split_off(before);
        }
    }

    /// Reads a list of a section about the person, of which the first item can be the name.
    pub(in crate::document) fn contact_list(&mut self, items: &[Vec<Block>], block: &Block) {
        let first = match items.first().map(Vec::as_slice) {
            Some([Block::Paragraph(lines)]) => Some(joined(lines)),
            _ => None,
        };
        let is_name = self.lacks_name && first.is_some_and(|line| self.is_name(&line));
        let rest: Vec<Vec<Block>> = items.iter().skip(usize::from(is_name)).cloned().collect();
        let is_contact = is_contact_list(&rest);
        match is_name {
            _ if rest.is_empty() => {}
            true => {
                let block = Block::List { start: None, items: rest };
                if is_contact { self.block(&block) } else { self.rest.push(block) }
            }
            false if is_contact => self.block(block),
            false => self.rest.push(block.clone()),
        }
    }
}

fn is_contact_list(items: &[Vec<Block>]) -> bool {
    items.iter().flatten().any(has_contact)
}

/// Returns where the person is, if one of the first facts states it.
pub(super) fn place(section: &Section) -> Option<Line> {
    if matches!(section.topic(), Some(Topic::List(_) | Topic::Other | Topic::Courses)) {
        return None;
    }
    let lines = section.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(lines) => Some(lines.iter().collect::<Vec<_>>()),
        Block::List { items, .. } => {
            let first = items.iter().filter_map(|item| match item.first() {
                Some(Block::Paragraph(lines)) => lines.first(),
                _ => None,
            });
            Some(first.collect())
        }
        _ => None,
    });
    lines.flatten().find_map(|line| match pair(line) {
        Some((term, value)) if label(&term.plain()) == Some(Kind::PlaceLabel) => {
            Some(value.plain_line())
        }
        _ => None,
    })
}
