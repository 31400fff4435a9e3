//! Makes items of lists of paragraphs that begin with a typed bullet.

use super::super::plain_lines::BULLETS;
use super::layout::Flow;
use super::pieces::{Item, Paragraph};

/// The identifier of lists whose bullets are typed.
const TYPED: &str = "typed";

/// Makes items of paragraphs whose bullets are typed. A dash can be anything, so it is a bullet only
/// beside another one, or before a tab.
pub(super) fn typed(flow: &mut [Flow]) {
    let bullet = |flow: Option<&Flow>| match flow {
        Some(Flow::Paragraph(it)) if it.list.is_none() && it.level.is_none() => bullet(it),
        _ => None,
    };
    let bullets: Vec<Option<(char, bool)>> = flow.iter().map(|it| bullet(Some(it))).collect();
    for (at, piece) in flow.iter_mut().enumerate() {
        let Some((sign, has_tab)) = bullets.get(at).copied().flatten() else { continue };
        let Flow::Paragraph(paragraph) = piece else { continue };
        let same = |at: Option<usize>| {
            let other = at.and_then(|at| bullets.get(at)).copied().flatten();
            other.is_some_and(|(other, _)| other == sign)
        };
        let is_sure = !"-–—*+o·★".contains(sign);
        if !(is_sure || has_tab || same(at.checked_sub(1)) || same(Some(at + 1))) {
            continue;
        }
        let mut is_cut = false;
        for span in paragraph.lines.iter_mut().flatten() {
            if !is_cut {
                let rest = span.text.trim_start().strip_prefix(sign).map(str::trim_start);
                is_cut = rest.is_some();
                span.text = rest.map_or_else(String::new, str::to_owned);
            } else if span.text.trim().is_empty() {
                span.text.clear();
            } else {
                span.text = span.text.trim_start().to_owned();
                break;
            }
            if !span.text.is_empty() {
                break;
            }
        }
        paragraph.list = Some(Item { list: TYPED.to_owned(), level: 0, start: None });
    }
}

/// Returns the bullet that a paragraph begins with, and whether a tab follows it.
fn bullet(paragraph: &Paragraph) -> Option<(char, bool)> {
    let plain = paragraph.line(0);
    let text = plain.trim_start();
    let sign = text.chars().next().filter(|c| BULLETS.contains(c))?;
    let rest = text.strip_prefix(sign)?;
    let is_item = rest.starts_with(char::is_whitespace) && !rest.trim().is_empty();
    let is_other = rest.chars().any(|c| c == sign && !"-–—*+o".contains(sign));
    (is_item && !is_other).then(|| (sign, rest.starts_with('\t')))
}
