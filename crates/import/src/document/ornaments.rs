//! Leaves out the ornaments of templates, and reads the headings beside them.

use super::blocks::Block;
use super::headings::{normalized, topic};
use super::text::Text;
use std::ops::Range;

/// The least number of dashes on both sides of a heading, and on one side of a known one.
const MIN_RULE: usize = 3;
const MIN_LEADERS: usize = 5;

/// What is before the number of a page, folded.
const PAGES: [&str; 11] = [
    "page",
    "seite",
    "pagina",
    "pag",
    "strana",
    "strona",
    "sida",
    "side",
    "sayfa",
    "страница",
    "стр",
];

/// The most words of a heading with dashes.
const MAX_RULED: usize = 5;

/// Leaves out the lines that are only the dash which a template of Google Docs has above its headings, and the dashes
/// and leaders that are typed beside a heading: `------ STUDIES ------`.
pub(super) fn left_out(mut blocks: Vec<Block>) -> Vec<Block> {
    let is_known = |text: &Text| topic(&text.plain()).is_some();
    // Below headings without leaders, those with them are parts of a section.
    let is_bare = |block: &Block| matches!(block, Block::Heading { text, .. } if is_known(text) && between_dashes(&text.plain(), true).is_none());
    let has_leaders = !blocks.iter().any(is_bare);
    // Where none of them says what every CV says, they are something else.
    let are_headings = blocks.iter().any(|block| match block {
        Block::Paragraph(lines) => match lines.as_slice() {
            [line] => between_dashes(&line.plain(), has_leaders)
                .is_some_and(|own| is_known(&line.part(own))),
            _ => false,
        },
        _ => false,
    });
    without_running_titles(&mut blocks);
    let (mut kept, mut level, mut is_below) = (Vec::with_capacity(blocks.len()), 2, false);
    for block in blocks {
        let is_first = std::mem::take(&mut is_below);
        match block {
            Block::Heading { text, .. } if is_ornament(&text.plain()) => is_below = true,
            Block::Heading { text, level: own } => {
                if is_known(&text) {
                    level = own;
                }
                let bare = between_dashes(&text.plain(), true);
                let text = bare.map_or_else(|| text.clone(), |bare| text.part(bare));
                kept.push(Block::Heading { text, level: own });
            }
            Block::Paragraph(mut lines) => {
                lines.retain(|line| !is_ornament(&line.plain()));
                is_below = lines.is_empty();
                if are_headings
                    && let [line] = lines.as_slice()
                    && let Some(own) = between_dashes(&line.plain(), has_leaders)
                {
                    kept.push(Block::Heading { level, text: line.part(own) });
                    continue;
                }
                if is_first && let Some((title, rest)) = beside(&lines) {
                    kept.push(Block::Heading { level, text: title });
                    lines.splice(..1, [rest]);
                }
                if !is_below {
                    kept.push(Block::Paragraph(lines));
                }
            }
            other => kept.push(other),
        }
    }
    kept
}

/// Removes the lines below the first one that repeat it, or its beginning, and have the number of a page: headers that
/// somebody typed into the text.
fn without_running_titles(blocks: &mut Vec<Block>) {
    let mut texts = Vec::new();
    blocks.iter().take(1).for_each(|block| block.texts(&mut texts));
    let first = texts.first().map(|text| normalized(&text.plain())).unwrap_or_default();
    let is_running = |text: &Text| {
        let plain = normalized(&text.plain());
        let Some((before, number)) = plain.rsplit_once(' ') else { return false };
        let Some((before, word)) = before.rsplit_once(' ') else { return false };
        (1..=3).contains(&number.len())
            && number.chars().all(|c| c.is_ascii_digit())
            && PAGES.contains(&word)
            && format!("{first} ").starts_with(&format!("{before} "))
    };
    let mut is_first = true;
    blocks.retain_mut(|block| match block {
        _ if std::mem::take(&mut is_first) => true,
        Block::Heading { text, .. } => !is_running(text),
        Block::Paragraph(lines) => {
            lines.retain(|line| !is_running(line));
            !lines.is_empty()
        }
        _ => true,
    });
}

/// Returns the heading at the left of the first of these lines, and the rest of it: the template has its headings beside
/// the text.
fn beside(lines: &[Text]) -> Option<(Text, Text)> {
    let line = lines.first()?;
    let plain = line.plain();
    let (title, _) = plain.split_once('\t').filter(|(title, _)| topic(title).is_some())?;
    let rest = line.part(title.len() + 1..plain.len()).trimmed();
    (!rest.is_empty()).then(|| (line.part(0..title.len()), rest))
}

/// Returns the position of a short text between rows of dashes, or of a known heading before leaders.
fn between_dashes(line: &str, has_leaders: bool) -> Option<Range<usize>> {
    let is_rule = |c: char| c.is_whitespace() || "-–—_=~·.…".contains(c);
    let own = line.trim_matches(is_rule);
    let start = line.find(own).filter(|_| own.contains(char::is_alphabetic))?;
    let end = start + own.len();
    let count = |side: &str| side.chars().filter(|c| !c.is_whitespace()).count();
    let (before, after) = (count(line.get(..start)?), count(line.get(end..)?));
    // `Studies ..........`
    let is_led = has_leaders && before.max(after) >= MIN_LEADERS && topic(own).is_some();
    let is_ruled = before.min(after) >= MIN_RULE || is_led;
    (is_ruled && own.split_whitespace().count() <= MAX_RULED).then_some(start..end)
}

/// Whether a text is the dash that a template of Google Docs has above its headings.
pub(super) fn is_ornament(text: &str) -> bool {
    text.trim() == "ㅡ"
}
