//! Lines that somebody ended by writing spaces until the next line began.

use super::pieces::Span;
use std::ops::Range;

/// The least spaces that can fill the rest of a line.
const MIN_SPACES: usize = 20;

/// What no line of a page holds, in widths of a space. A letter is about twice as wide as a space is.
const MAX_WIDTH: usize = 220;

/// Returns a line as the lines that it is on a page: one ends where spaces fill the rest of it, so that what
/// follows them has no place beside what is before them.
pub(super) fn broken(line: Vec<Span>) -> Vec<Vec<Span>> {
    let plain: String = line.iter().map(|span| span.text.as_str()).collect();
    let fills = fills(&plain);
    if fills.is_empty() {
        return vec![line];
    }
    let mut lines = vec![Vec::new()];
    let mut start = 0;
    for span in line {
        let own = start..start + span.text.len();
        start = own.end;
        let mut from = own.start;
        let first = fills.partition_point(|it| it.end <= own.start);
        for fill in fills.iter().skip(first).take_while(|it| it.start < own.end) {
            push(&mut lines, &span, from.max(own.start)..fill.start.max(own.start), own.start);
            if fill.end <= own.end {
                lines.push(Vec::new());
            }
            from = fill.end;
        }
        push(&mut lines, &span, from.min(own.end)..own.end, own.start);
    }
    lines
}

/// Adds a part of a span to the last line.
fn push(lines: &mut [Vec<Span>], span: &Span, part: Range<usize>, start: usize) {
    let text = span.text.get(part.start.saturating_sub(start)..part.end.saturating_sub(start));
    if let (Some(last), Some(text)) = (lines.last_mut(), text.filter(|it| !it.is_empty())) {
        last.push(Span { text: text.to_owned(), ..span.clone() });
    }
}

/// Returns the places of the spaces that fill the rest of a line.
fn fills(plain: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    let spaces = " ".repeat(MIN_SPACES);
    while let Some(gap) = plain.get(at..).and_then(|rest| rest.find(&spaces)).map(|it| it + at) {
        let rest = plain.get(gap..).unwrap_or_default();
        let after = rest.trim_start_matches(' ');
        let end = plain.len() - after.len();
        let beside = after.split(&spaces).next().unwrap_or_default();
        let own = width(plain.get(start..gap).unwrap_or_default());
        let is_line = (1..=MAX_WIDTH).contains(&own);
        if is_line && !beside.is_empty() && own + end - gap + width(beside) > MAX_WIDTH {
            found.push(gap..end);
            start = end;
        }
        at = end;
    }
    found
}

fn width(text: &str) -> usize {
    let width = |c: char| match c {
        ' ' => 1,
        _ if perfil_text::is_dense(c) => 4,
        _ => 2,
    };
    text.chars().map(width).sum()
}
