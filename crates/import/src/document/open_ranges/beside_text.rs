//! Joins dates that are broken over two lines beside the text of an entry.

use super::{DASHES, columns, is_whole_range};
use crate::document::period::Dates;
use crate::document::text::Text;

/// Joins the dates at the starts of two lines, of which the first has its text close to the dash.
pub(super) fn joined(line: &Text, next: &Text, dates: &Dates) -> Option<(Text, Text)> {
    let plain = line.plain();
    let start = dates.find(&plain).filter(|it| it.range.start == 0)?;
    let own = plain.get(start.range.clone())?.trim_end().trim_end_matches(DASHES).trim_end();
    let rest = plain.get(own.len()..)?.trim_start();
    let text = rest.strip_prefix(DASHES)?.trim_start();
    let (end, left) = match columns(next) {
        (all, none) if none.is_empty() => {
            let second = all.plain();
            let end = dates.find(&second).filter(|it| it.range.start == 0)?.range.end;
            let rest = all.part(end..second.len()).trimmed();
            // A sign after the date begins an entry of its own.
            if !rest.plain().starts_with(char::is_alphanumeric) {
                return None;
            }
            (all.part(0..end), rest)
        }
        columns => columns,
    };
    let is_text = text.starts_with(char::is_alphabetic) && !text.contains('\t');
    let whole = format!("{own} – {}", end.plain().trim());
    if !is_text || left.is_empty() || dates.find(own)?.is_range || !is_whole_range(&whole, dates) {
        return None;
    }
    let mut dated = Text::of(&whole, line.span());
    dated.append("\t", &line.part(plain.len() - text.len()..plain.len()));
    dated.is_broken = line.is_broken;
    Some((dated, Text { is_broken: next.is_broken, ..left }))
}
