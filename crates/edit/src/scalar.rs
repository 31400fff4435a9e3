//! Texts as scalars: in which styles one can be written, and how.

use std::fmt::Write;

/// What a plain scalar is for readers of YAML 1.1 and 1.2 together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Nothing but a text.
    Text,
    /// A number for some of them, as `1e3`.
    Number,
    /// A time of day, which is a number for YAML 1.1, as `12:30`.
    Time,
    /// A date for some of them.
    Date,
    /// A word with a meaning, as `no` and `null`.
    Word,
}

/// The words that some reader takes for something else than a text, in lower case.
const WORDS: [&str; 15] = [
    "", "~", "null", "y", "n", "yes", "no", "true", "false", "on", "off", ".inf", ".nan", "=", "<<",
];

/// Finds out what readers of YAML take a plain scalar for.
pub(crate) fn class(text: &str) -> Class {
    if WORDS.contains(&text.to_ascii_lowercase().as_str()) {
        return Class::Word;
    }
    if is_date(text) {
        return Class::Date;
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let lower = unsigned.to_ascii_lowercase();
    let digits = lower.replace('_', "");
    let has_digit = lower.bytes().find(|byte| *byte != b'.').is_some_and(|b| b.is_ascii_digit());
    if has_digit && is_sexagesimal(&digits) {
        return Class::Time;
    }
    let is_number = has_digit && digits.parse::<f64>().is_ok();
    let is_based = ["0x", "0o", "0b"].iter().any(|base| {
        digits.strip_prefix(base).is_some_and(|rest| {
            !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
    });
    let is_named = [".inf", ".nan"].contains(&lower.as_str());
    if is_number || is_based || is_named { Class::Number } else { Class::Text }
}

/// Whether this is a number to the base of 60, as times of day are for YAML 1.1.
fn is_sexagesimal(text: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    text.contains(':') && text.split(':').all(is_part)
}

/// Whether this begins with a date of three numbers.
fn is_date(text: &str) -> bool {
    let date = text.split(['T', 't', ' ', '\t']).next().unwrap_or_default();
    let parts: Vec<&str> = date.split('-').collect();
    let is_part = |part: &&str, lengths: [usize; 2]| {
        lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    matches!(parts.as_slice(), [year, month, day]
        if is_part(year, [4, 4]) && is_part(month, [1, 2]) && is_part(day, [1, 2]))
}

/// Where a scalar of YAML is written.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Place {
    /// Inside braces or brackets.
    pub(crate) in_flow: bool,
    /// Below a key whose plain numbers are numbers.
    pub(crate) is_number: bool,
}

/// Whether a text can be a plain scalar, apart from its class. Some readers take a question mark
/// inside braces for a key.
pub(crate) fn has_plain_form(text: &str, place: Place) -> bool {
    let is_indicator = |c: char| "-?:,[]{}#&*!|>'\"%@`=".contains(c);
    let is_forbidden =
        |c: char| !is_printable(c) || c == '\t' || (place.in_flow && ",[]{}?".contains(c));
    let is_edged = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
    !text.is_empty()
        && !is_edged
        && !text.starts_with(is_indicator)
        && !text.starts_with("...")
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains(is_forbidden)
        && !(place.is_number && text.parse::<f64>().is_ok())
}

/// Whether every reader reads a plain scalar as this text.
pub(crate) fn is_plain(text: &str, place: Place) -> bool {
    has_plain_form(text, place) && class(text) == Class::Text
}

/// Whether a character can stand for itself, apart from line breaks.
fn is_printable(c: char) -> bool {
    c == '\t'
        || !(c.is_control()
            || matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}'))
}

/// The text in single quotation marks, if it can be written so on one line.
pub(crate) fn single(text: &str) -> Option<String> {
    let is_possible = text.chars().all(is_printable);
    is_possible.then(|| format!("'{}'", text.replace('\'', "''")))
}

/// The text in double quotation marks, for YAML and JSON.
pub(crate) fn double(text: &str, is_ascii: bool) -> String {
    let mut written = String::from("\"");
    text.chars().for_each(|c| escape(c, is_ascii, &mut written));
    written.push('"');
    written
}

/// Writes a character inside double quotation marks.
pub(crate) fn escape(c: char, is_ascii: bool, written: &mut String) {
    match c {
        '"' | '\\' => written.extend(['\\', c]),
        '\n' => written.push_str("\\n"),
        '\r' => written.push_str("\\r"),
        '\t' => written.push_str("\\t"),
        c if !is_printable(c) || (is_ascii && !c.is_ascii()) => {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(written, "\\u{unit:04x}");
            }
        }
        c => written.push(c),
    }
}

/// Whether the text is exact in lines below `|`, at any indentation.
pub(crate) fn has_block_form(text: &str) -> bool {
    let content = text.strip_suffix('\n').unwrap_or(text);
    let is_line =
        |line: &str| line.is_empty() || (!lines_end_blank(line) && line.chars().all(is_printable));
    let first = content.split('\n').find(|line| !line.is_empty());
    !content.ends_with('\n')
        && first.is_some_and(|line| !line.starts_with([' ', '\t']))
        && content.split('\n').all(is_line)
}

/// Many editors remove white space at the end of a line, so it has no place there.
fn lines_end_blank(line: &str) -> bool {
    line.ends_with([' ', '\t'])
}

/// The letter after `|` or `>` for how a text ends.
pub(crate) fn chomping(text: &str) -> &'static str {
    if text.ends_with('\n') { "" } else { "-" }
}
