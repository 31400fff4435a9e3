//! Writes new values in the style of a file.

use crate::Value;
use crate::scalar::{self, Place};
use crate::style::{MAX_LINE_BYTES, Style};
use perfil_source::NUMBER_KEYS;

/// Where a new value is written inside braces or brackets.
#[derive(Clone, Copy)]
pub(crate) struct Level<'a> {
    /// The indentation of the line where the value starts.
    pub(crate) indent: &'a str,
    /// Whether the value may be written in several lines.
    pub(crate) may_be_tall: bool,
    /// Whether this is the value of the whole file, which is not short.
    pub(crate) is_root: bool,
}

/// Whether a plain number is a number below this key.
pub(crate) fn is_number_key(key: &str) -> bool {
    NUMBER_KEYS.contains(&key)
}

impl Style {
    /// Writes a value that is neither a list nor an object, on one line.
    fn scalar(&self, value: &Value, place: Place) -> String {
        match value {
            Value::Bool(value) => value.to_string(),
            Value::Number(value) if value.is_finite() => value.to_string(),
            Value::Text(text) => self.text(text, place),
            _ => "null".to_owned(),
        }
    }

    /// Writes a text on one line.
    pub(crate) fn text(&self, text: &str, place: Place) -> String {
        if self.is_yaml && scalar::is_plain(text, place) {
            return text.to_owned();
        }
        let single = (self.is_yaml && self.prefers_single).then(|| scalar::single(text)).flatten();
        single.unwrap_or_else(|| scalar::double(text, self.is_ascii))
    }

    /// Writes a key without its colon.
    pub(crate) fn key(&self, key: &str, in_flow: bool) -> String {
        self.text(key, Place { in_flow, is_number: false })
    }

    /// Writes a member inside braces.
    pub(crate) fn flow_member(&self, key: &str, value: &Value, level: Level) -> String {
        let written = self.flow(value, is_number_key(key), level);
        [&self.key(key, true), ":", &self.colon, &written].concat()
    }

    /// Writes a value inside braces or brackets, or where a block cannot be.
    pub(crate) fn flow(&self, value: &Value, is_number: bool, level: Level) -> String {
        let (open, close, pad, may_be_short) = match value {
            Value::List(_) => ("[", "]", self.bracket_pad, self.has_short_lists),
            Value::Object(_) => ("{", "}", self.brace_pad, self.has_short_objects),
            scalar => return self.scalar(scalar, Place { in_flow: true, is_number }),
        };
        if !value.is_filled() {
            return [open, close].concat();
        }
        let may_be_tall = level.may_be_tall && !self.is_one_line;
        let indent = [level.indent, &self.unit].concat();
        let level_inside = Level { indent: &indent, may_be_tall, is_root: false };
        let parts: Vec<String> = match value {
            Value::List(elements) => {
                elements.iter().map(|element| self.flow(element, false, level_inside)).collect()
            }
            Value::Object(members) => {
                let member =
                    |(key, value): &(String, Value)| self.flow_member(key, value, level_inside);
                members.iter().map(member).collect()
            }
            _ => Vec::new(),
        };
        let length: usize = parts.iter().map(|part| part.len() + 2).sum();
        let is_short = length <= MAX_LINE_BYTES && parts.iter().all(|part| !part.contains('\n'));
        if !may_be_tall || (is_short && may_be_short && !level.is_root) {
            return [open, pad, &parts.join(self.comma), pad, close].concat();
        }
        let line = [self.line_ending, &indent].concat();
        let last = [self.line_ending, level.indent].concat();
        [open, &line, &parts.join(&[",", &line].concat()), &last, close].concat()
    }

    /// Writes the lines of a list or an object that has something in it, from its own column on.
    pub(crate) fn block(&self, value: &Value) -> Vec<String> {
        let mut lines = Vec::new();
        match value {
            Value::Object(members) => {
                for (key, value) in members {
                    lines.extend(self.block_member(key, value));
                }
            }
            Value::List(elements) => {
                for element in elements {
                    lines.extend(self.block_element(element));
                }
            }
            _ => {}
        }
        lines
    }

    /// Writes the lines of a member, from the column of its key on.
    pub(crate) fn block_member(&self, key: &str, value: &Value) -> Vec<String> {
        let head = self.key(key, false) + ":";
        if value.is_filled() {
            let mut lines = vec![head];
            lines.extend(indented(self.block(value), &self.indent_below_key(value)));
            return lines;
        }
        self.block_scalar(&head, " ", value, is_number_key(key))
    }

    /// Writes the lines of an element, from the column of its dash on.
    pub(crate) fn block_element(&self, value: &Value) -> Vec<String> {
        if !value.is_filled() {
            return self.block_scalar("-", &self.dash_gap, value, false);
        }
        let inner = self.block(value);
        let by = " ".repeat(1 + self.dash_gap.len());
        let mut lines = indented(inner, &by);
        if let Some(first) = lines.first_mut() {
            *first = ["-", &self.dash_gap, first.trim_start_matches(' ')].concat();
        }
        lines
    }

    /// Writes a member on one line, which is possible also where comments would become a part of a
    /// text in lines.
    pub(crate) fn member_in_line(&self, key: &str, value: &Value) -> String {
        [&self.key(key, false), ": ", &self.inline(value, is_number_key(key))].concat()
    }

    /// Writes an element on one line.
    pub(crate) fn element_in_line(&self, value: &Value) -> String {
        ["-", &self.dash_gap, &self.inline(value, false)].concat()
    }

    fn block_scalar(&self, head: &str, gap: &str, value: &Value, is_number: bool) -> Vec<String> {
        if let Some((mark, body)) = self.lines_of_text(value) {
            let mut lines = vec![[head, gap, &mark].concat()];
            lines.extend(indented(body, &self.unit));
            return lines;
        }
        vec![[head, gap, &self.inline(value, is_number)].concat()]
    }

    /// Writes a value on the line of its key or its dash.
    pub(crate) fn inline(&self, value: &Value, is_number: bool) -> String {
        match value {
            Value::List(_) | Value::Object(_) => self.flow(
                value,
                is_number,
                Level { indent: "", may_be_tall: false, is_root: false },
            ),
            scalar => self.scalar(scalar, Place { in_flow: false, is_number }),
        }
    }

    /// Whether a text can be the last one of the file, written in lines. Readers disagree on how it
    /// ends if the file has no line ending there.
    pub(crate) fn may_end_in_lines(&self, text: &str) -> bool {
        self.has_last_line_ending || !text.ends_with('\n')
    }

    /// Writes a text of several lines: the mark for it, and its lines; nothing if that is not exact.
    pub(crate) fn lines_of_text(&self, value: &Value) -> Option<(String, Vec<String>)> {
        let Value::Text(text) = value else { return None };
        if !text.contains('\n') || !self.may_end_in_lines(text) || !scalar::has_block_form(text) {
            return None;
        }
        let content = text.strip_suffix('\n').unwrap_or(text);
        let lines = content.split('\n').map(str::to_owned).collect();
        Some((["|", scalar::chomping(text)].concat(), lines))
    }

    /// The indentation of what is below a key.
    pub(crate) fn indent_below_key(&self, value: &Value) -> String {
        match value {
            Value::List(_) => " ".repeat(self.list_offset),
            _ => self.unit.clone(),
        }
    }
}

/// Indents lines, apart from the empty ones.
pub(crate) fn indented(lines: Vec<String>, by: &str) -> Vec<String> {
    let indent = |line: String| if line.is_empty() { line } else { [by, &line].concat() };
    lines.into_iter().map(indent).collect()
}
