//! Changes a text inside its scalar, so that what is not changed stays as it is written: its
//! escapes, its line breaks and its indentation.

use crate::layout::{Kind, Part};
use crate::scalar;
use crate::style::Style;
use crate::{Change, lines};
use std::ops::Range;

/// A character of a text, and the bytes that it is written as.
type Written = (char, Range<usize>);

/// Returns the change that makes one text of another, if the scalar can be kept around it.
pub(crate) fn splice(text: &str, part: &Part, new: &str, style: &Style) -> Option<Change> {
    let mut old = part.node.as_str()?;
    let mut new = new;
    let mut written = decode(text, part)?;
    let mut length = old.chars().count();
    if part.kind == Kind::Block && written.len() + 1 == length {
        // The last line of the file has no line ending, and is read as if it had one.
        (old, new) = (old.strip_suffix('\n')?, new.strip_suffix('\n')?);
        length -= 1;
    }
    let is_same = written.len() >= length
        && written.iter().map(|(c, _)| *c).zip(old.chars()).all(|(a, b)| a == b);
    if !is_same || length == 0 {
        return None;
    }
    written.truncate(length);
    let new: Vec<char> = new.chars().collect();
    let same = written.iter().zip(&new).take_while(|((one, _), other)| one == *other).count();
    let most = written.len().min(new.len()) - same;
    let ends = written.iter().rev().zip(new.iter().rev()).take(most);
    let same_end = ends.take_while(|((one, _), other)| one == *other).count();
    let (before, rest) = written.split_at_checked(same)?;
    let after = rest.get(rest.len() - same_end..)?;
    let middle = new.get(same..new.len() - same_end)?;
    let first = written.first()?.1.start;
    let last = written.last()?.1.end;
    let start = before.last().map_or(first, |(_, span)| span.end);
    // Below `|` the indentation of the next line is written anew; elsewhere what is between two
    // characters, as an escaped line break, stays.
    let end = match part.kind {
        Kind::Block => after.first().map_or(last, |(_, span)| span.start),
        _ => rest.get(..rest.len() - same_end)?.last().map_or(start, |(_, span)| span.end),
    };
    let end = end.max(start);
    let context = (before.last().map(|(c, _)| *c), after.first().map(|(c, _)| *c));
    let encoded = encode(text, part, middle, context, style)?;
    Some(Change { range: start..end, text: encoded })
}

fn encode(
    text: &str,
    part: &Part,
    middle: &[char],
    (before, after): (Option<char>, Option<char>),
    style: &Style,
) -> Option<String> {
    let mut written = String::new();
    match part.kind {
        Kind::Double => {
            for c in middle {
                scalar::escape(*c, style.is_ascii, &mut written);
            }
        }
        Kind::Single => {
            for c in middle {
                if *c == '\'' {
                    written.push('\'');
                }
                written.push(*c);
            }
        }
        Kind::Block => {
            let indent = " ".repeat(part.body_column);
            let is_folded = text.get(part.content..)?.starts_with('>');
            let mut last = before;
            for c in middle.iter().copied() {
                if last == Some('\n') && c != '\n' {
                    written.push_str(&indent);
                }
                match c {
                    '\n' if is_folded && last != Some('\n') => {
                        written.push_str(&style.line_ending.repeat(2));
                    }
                    '\n' => written.push_str(style.line_ending),
                    c => written.push(c),
                }
                last = Some(c);
            }
            if last == Some('\n') && after.is_some_and(|c| c != '\n') {
                written.push_str(&indent);
            }
            return Some(written);
        }
        _ => written.extend(middle),
    }
    let is_line = part.kind == Kind::Double || !written.contains('\n');
    is_line.then_some(written)
}

fn decode(text: &str, part: &Part) -> Option<Vec<Written>> {
    match part.kind {
        Kind::Plain => Some(flowing(text, part.content..part.end, None)),
        Kind::Single | Kind::Double => {
            let quote = text.get(part.content..)?.chars().next()?;
            Some(flowing(text, part.content + 1..part.end - 1, Some(quote)))
        }
        Kind::Block => block(text, part),
        _ => None,
    }
}

/// Reads a scalar whose lines are joined by spaces.
fn flowing(text: &str, span: Range<usize>, quote: Option<char>) -> Vec<Written> {
    let mut found: Vec<Written> = Vec::new();
    let mut at = span.start;
    // White space before this place was escaped, so it is no part of a line break.
    let mut kept = 0;
    while let Some(c) = text.get(at..span.end).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..span.end).unwrap_or_default();
        let length = match (c, quote) {
            ('\\', Some('"')) => {
                let (decoded, length) = escaped(rest);
                found.extend(decoded.map(|decoded| (decoded, at..at + length)));
                kept = found.len();
                length
            }
            ('\'', Some('\'')) => {
                found.push(('\'', at..at + 2));
                2
            }
            ('\n' | '\r', _) => {
                while found.len() > kept
                    && found.last().is_some_and(|(c, _)| [' ', '\t'].contains(c))
                {
                    found.pop();
                }
                let from = found.last().map_or(span.start, |(_, span)| span.end);
                let trimmed = rest.trim_start_matches([' ', '\t', '\r', '\n']);
                let gap = rest.len() - trimmed.len();
                let breaks = rest.get(..gap).unwrap_or_default().matches('\n').count();
                let end = at + gap;
                if breaks > 1 {
                    found.push(('\n', from..end));
                    found.extend((2..breaks).map(|_| ('\n', end..end)));
                } else {
                    found.push((' ', from..end));
                }
                gap
            }
            _ => {
                found.push((c, at..at + c.len_utf8()));
                c.len_utf8()
            }
        };
        at += length.max(1);
    }
    found
}

/// Reads an escape of JSON or YAML: its character, if it is one, and its length.
fn escaped(rest: &str) -> (Option<char>, usize) {
    let Some(letter) = rest.chars().nth(1) else { return (None, 1) };
    let hex = |from: usize, digits: usize| {
        rest.get(from..from + digits).and_then(|it| u32::from_str_radix(it, 16).ok())
    };
    let digits = match letter {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        '\r' | '\n' => {
            let blank = rest.len() - rest.get(1..).unwrap_or_default().trim_start().len();
            return (None, blank);
        }
        _ => 0,
    };
    if digits == 0 {
        let c = match letter {
            'n' => '\n',
            't' | '\t' => '\t',
            'r' => '\r',
            'b' => '\u{8}',
            'f' => '\u{c}',
            '0' => '\0',
            'a' => '\u{7}',
            'v' => '\u{b}',
            'e' => '\u{1b}',
            'N' => '\u{85}',
            '_' => '\u{a0}',
            'L' => '\u{2028}',
            'P' => '\u{2029}',
            other => other,
        };
        return (Some(c), 1 + letter.len_utf8());
    }
    let first = hex(2, digits);
    let is_high = first.is_some_and(|unit| (0xd800..0xdc00).contains(&unit));
    if is_high
        && rest.get(6..8) == Some("\\u")
        && let (Some(high), Some(low)) = (first, hex(8, 4))
    {
        let code = 0x10000 + ((high - 0xd800) << 10) + low.wrapping_sub(0xdc00) % 0x400;
        return (char::from_u32(code), 12);
    }
    (first.and_then(char::from_u32), 2 + digits)
}

/// Reads a text in lines below `|` or `>`.
fn block(text: &str, part: &Part) -> Option<Vec<Written>> {
    let is_folded = text.get(part.content..)?.starts_with('>');
    let indent = part.body_column;
    let mut at = lines::next(text, part.header_end)?;
    let mut found: Vec<Written> = Vec::new();
    // The line breaks before the line, and whether the line before them can be joined to it.
    let mut breaks: Vec<Range<usize>> = Vec::new();
    let mut joins = false;
    while at <= part.end {
        let line = lines::line(text, at);
        let blank = line.chars().take(indent).take_while(|c| *c == ' ').count();
        let content = line.get(blank..)?;
        let line_end = at + line.len();
        if !content.is_empty() {
            let joins_now = !content.starts_with([' ', '\t']);
            if is_folded && joins && joins_now {
                match breaks.as_slice() {
                    [one] => found.push((' ', one.start..at + blank)),
                    [one, .., last] => {
                        found.push(('\n', one.start..last.end));
                        let more = breaks.len() - 2;
                        found.extend((0..more).map(|_| ('\n', last.end..last.end)));
                    }
                    [] => {}
                }
            } else {
                found.extend(breaks.iter().map(|span| ('\n', span.clone())));
            }
            breaks.clear();
            joins = joins_now;
            let start = at + blank;
            found.extend(
                content.char_indices().map(|(i, c)| (c, start + i..start + i + c.len_utf8())),
            );
        }
        let Some(next) = lines::next(text, line_end) else { break };
        breaks.push(line_end..next);
        at = next;
    }
    found.extend(breaks.into_iter().map(|span| ('\n', span)));
    Some(found)
}
