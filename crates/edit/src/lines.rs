//! The lines of a text, and what is before and after a place in them.

/// The start of the line of a place.
pub(crate) fn start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// The end of the line of a place, before its line ending.
pub(crate) fn end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let line = rest.find('\n').map_or(rest, |newline| rest.get(..newline).unwrap_or_default());
    at + line.strip_suffix('\r').unwrap_or(line).len()
}

/// The start of the line after that of a place, if there is one.
pub(crate) fn next(text: &str, at: usize) -> Option<usize> {
    text.get(at..)?.find('\n').map(|newline| at + newline + 1)
}

/// The line that starts at a place, without its ending.
pub(crate) fn line(text: &str, start: usize) -> &str {
    text.get(start..end(text, start)).unwrap_or_default()
}

/// The number of characters before a place in its line.
pub(crate) fn column(text: &str, at: usize) -> usize {
    let before = text.get(start(text, at)..at).unwrap_or_default();
    before.trim_start_matches('\u{feff}').chars().count()
}

/// The white space at the start of the line of a place.
pub(crate) fn indentation(text: &str, at: usize) -> &str {
    let line = line(text, start(text, at));
    line.get(..line.len() - line.trim_start_matches([' ', '\t']).len()).unwrap_or_default()
}

/// Whether there is only white space before a place in its line.
pub(crate) fn is_first(text: &str, at: usize) -> bool {
    let before = text.get(start(text, at)..at).unwrap_or_default();
    before.trim_start_matches('\u{feff}').chars().all(|c| c == ' ' || c == '\t')
}

/// Whether a line is a comment and nothing else.
pub(crate) fn is_comment(line: &str) -> bool {
    line.trim_start_matches([' ', '\t', '\u{feff}']).starts_with('#')
}

/// Whether a line holds nothing.
pub(crate) fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

/// Skips spaces and tabs, and the byte order mark of a file.
pub(crate) fn skip_blanks(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.len() - rest.trim_start_matches([' ', '\t', '\u{feff}']).len()
}
