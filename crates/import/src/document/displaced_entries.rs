//! Puts entries back below the heading that is about them: boxes beside each other lose their order, so that a heading
//! is empty, and what belongs below it is above the first section.

use super::blocks::Block;
use super::contacts::is_contact;
use super::headings::Topic;
use super::outline::Section;
use super::period::Dates;
use super::text::Text;
use super::vocabulary::{Kind, has};
use perfil_model::profile::ResumeList;

/// Moves the entries at the end of the opening to the only section about jobs or studies that is empty.
pub(super) fn moved(opening: &mut Vec<Block>, sections: &mut [Section], dates: &Dates) {
    let mut empty = sections.iter_mut().filter(|it| it.blocks.is_empty() && it.sections.is_empty());
    let Some((section, kind)) = empty.find_map(|it| kind_of(it).map(|kind| (it, kind))) else {
        return;
    };
    if empty.any(|it| kind_of(it).is_some()) {
        return;
    }
    let is_dated = |line: &Text| dates.find(&line.plain()).is_some_and(|it| it.is_range);
    let any = |block: &Block, is_so: &dyn Fn(&Text) -> bool| {
        let mut texts = Vec::new();
        block.texts(&mut texts);
        texts.into_iter().any(is_so)
    };
    let Some(dated) = opening.iter().position(|block| any(block, &is_dated)) else { return };
    let is_title = |block: &Block| matches!(block, Block::Paragraph(lines) if lines.iter().all(Text::is_strong));
    let above = dated.checked_sub(1).filter(|at| opening.get(*at).is_some_and(is_title));
    let first = above.unwrap_or(dated);
    let entries = opening.get(first..).unwrap_or_default();
    let is_of = |line: &Text| has(&line.plain(), kind);
    let reaches = entries.iter().any(|block| any(block, &is_contact));
    if !reaches && entries.iter().any(|block| any(block, &is_of)) {
        section.blocks = opening.split_off(first);
    }
}

/// Returns which words the entries of a section about jobs or studies have.
fn kind_of(section: &Section) -> Option<Kind> {
    match section.topic()? {
        Topic::List(ResumeList::Work) => Some(Kind::Job),
        Topic::List(ResumeList::Education) => Some(Kind::School),
        _ => None,
    }
}
