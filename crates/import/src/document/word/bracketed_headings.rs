//! Finds the headings that are in brackets: `[Career]`, and `[Career]  3 years`.

use super::super::headings::matched;
use super::super::lengths::is_length;
use super::super::text::GAP;
use super::looks::{Finder, SECTION};
use super::pieces::Paragraph;

/// Brackets around headings.
const BRACKETS: [(char, char); 4] = [('[', ']'), ('【', '】'), ('〔', '〕'), ('《', '》')];

/// Gives the level of sections to what names a section in brackets, if each is there once: what is repeated is
/// within the entries.
pub(super) fn find(finder: &mut Finder) {
    let of = |it: &Paragraph| {
        let name = name(&it.plain()).filter(|_| it.list.is_none())?;
        matched(&name).is_some_and(|found| found.is_whole).then_some(name)
    };
    let found: Vec<Option<String>> = finder.paragraphs.iter().map(|it| of(it)).collect();
    let mut names: Vec<&String> = found.iter().flatten().collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    if all < 2 || names.len() < all {
        return;
    }
    let at = found.iter().position(Option::is_some);
    let stated = at.and_then(|at| finder.levels.iter().skip(at).flatten().min().copied());
    for (name, level) in found.iter().zip(&mut finder.levels) {
        if name.is_some() && level.is_none() {
            *level = Some(stated.unwrap_or(SECTION).max(SECTION));
        }
    }
}

/// Returns what a line has in its brackets, if it has nothing else but how long something took.
fn name(line: &str) -> Option<String> {
    let line = line.trim();
    let (open, close) = BRACKETS.into_iter().find(|(open, _)| line.starts_with(*open))?;
    let (name, rest) = line.strip_prefix(open)?.split_once(close)?;
    let rest = rest.trim_start_matches([GAP, ' ', ':', '：']);
    let total = rest.trim_start_matches(['총', '計', '共']);
    (rest.is_empty() || is_length(total)).then(|| name.trim().to_owned())
}
