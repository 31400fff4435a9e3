//! Splits terms that are dates, as in a list of definitions: what explains them is an entry.

use super::blocks::Block;
use super::text::{Text, joined};
use super::units::{STRONG, Splitter};
use super::wrapped_prose::is_short;

/// The longest head of which only the beginning is strong, in characters.
const MAX_HEAD: usize = 200;

impl Splitter<'_> {
    /// Splits a term with its explanations: of dates, they are the entry.
    pub(super) fn term(&mut self, term: &Text, blocks: &[Block]) {
        let is_dated = self.is_dated(term);
        let mut head = vec![term.clone()];
        let mut rest = blocks;
        if is_dated
            && self.is_only_dates(term)
            && let Some((Block::Paragraph(lines), below)) = blocks.split_first()
            && lines.iter().all(|line| self.dates.find(&line.plain()).is_none())
        {
            let whole = joined(lines);
            if is_short(&whole)
                || whole.strong_start() > 0 && whole.plain().chars().count() <= MAX_HEAD
            {
                head.push(whole);
                rest = below;
            }
        }
        self.head(STRONG, head, is_dated);
        for block in rest {
            self.block(block);
        }
    }

    fn is_only_dates(&self, line: &Text) -> bool {
        let mut rest = line.plain();
        let Some(period) = self.dates.find(&rest) else { return false };
        rest.replace_range(period.range, "");
        !rest.chars().any(char::is_alphanumeric)
    }
}
