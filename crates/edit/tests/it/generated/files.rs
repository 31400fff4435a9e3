//! Made-up files, written as people write them.

use super::chance::Chance;
use perfil_edit::{Format, Value};

/// A writer of files in some style.
pub(super) struct Files<'a> {
    chance: &'a mut Chance,
    format: Format,
    unit: usize,
    list_offset: usize,
    has_comments: bool,
    has_blank_lines: bool,
}

impl<'a> Files<'a> {
    pub(super) fn new(chance: &'a mut Chance, format: Format) -> Self {
        let unit = [2, 4, 3][chance.of(3)];
        let list_offset = [0, unit][chance.of(2)];
        let has_comments = format == Format::Yaml && chance.of(2) == 0;
        let has_blank_lines = chance.of(3) == 0;
        Self { chance, format, unit, list_offset, has_comments, has_blank_lines }
    }

    pub(super) fn file(mut self) -> String {
        let value = match self.chance.value(3) {
            value @ (Value::Object(_) | Value::List(_)) => value,
            value => Value::Object(vec![("name".into(), value)]),
        };
        let is_filled = !matches!(&value, Value::Object(all) if all.is_empty())
            && !matches!(&value, Value::List(all) if all.is_empty());
        let mut text = if self.format == Format::Yaml && is_filled && self.chance.of(6) > 0 {
            let head = ["", "", "# A file\n", "---\n", "%YAML 1.2\n---\n", "\n# A file\n\n"];
            head[self.chance.of(6)].to_owned() + &self.block(&value, 0)
        } else {
            let is_tall = self.chance.of(2) == 0;
            self.flow(&value, 0, is_tall) + "\n"
        };
        if self.chance.of(6) == 0 && !text.contains(['|', '>']) {
            text.truncate(text.trim_end().len());
        }
        if self.chance.of(6) == 0 {
            text = text.replace('\n', "\r\n");
        }
        if self.chance.of(10) == 0 {
            text.insert(0, '\u{feff}');
        }
        text
    }

    fn is_yaml(&self) -> bool {
        self.format == Format::Yaml
    }

    fn double(&mut self, text: &str) -> String {
        let mut written = String::from("\"");
        for c in text.chars() {
            match c {
                '"' | '\\' => written.extend(['\\', c]),
                '\n' => written.push_str("\\n"),
                c if c.is_control() || c == '\u{feff}' || (c == 'é' && self.chance.of(2) == 0) => {
                    written.extend(["\\u".to_owned(), format!("{:04X}", u32::from(c))]);
                }
                c => written.push(c),
            }
        }
        written + "\""
    }

    fn scalar(&mut self, value: &Value, in_flow: bool) -> String {
        match value {
            Value::Null if self.is_yaml() => ["null", "~"][self.chance.of(2)].to_owned(),
            Value::Null => "null".to_owned(),
            Value::Bool(value) => value.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Text(text) => {
                let is_word = |c: char| c.is_alphanumeric() || " -/".contains(c);
                let is_plain = text.starts_with(char::is_alphabetic)
                    && text.chars().all(is_word)
                    && !text.ends_with(' ')
                    && !["no", "true", "null"].contains(&text.as_str());
                let has_breaks = text.chars().any(char::is_control) || text.contains('\u{feff}');
                match self.chance.of(4) {
                    _ if !self.is_yaml() => self.double(text),
                    0 | 1
                        if is_plain && !in_flow && text.contains(' ') && self.chance.of(3) == 0 =>
                    {
                        // Deeper than any key of the file.
                        text.replacen(' ', &format!("\n{}", " ".repeat(40)), 1)
                    }
                    0 | 1 if is_plain => text.clone(),
                    2 if !has_breaks => format!("'{}'", text.replace('\'', "''")),
                    _ => self.double(text),
                }
            }
            _ => String::new(),
        }
    }

    fn flow(&mut self, value: &Value, indent: usize, is_tall: bool) -> String {
        let (parts, open, close): (Vec<String>, _, _) = match value {
            Value::List(all) => {
                let parts = all.iter().map(|it| self.flow(it, indent + self.unit, is_tall));
                (parts.collect(), "[", "]")
            }
            Value::Object(all) => {
                let member = |(key, value): &(String, Value)| {
                    let key = self.scalar(&Value::Text(key.clone()), true);
                    let value = self.flow(value, indent + self.unit, is_tall);
                    format!("{key}: {value}")
                };
                (all.iter().map(member).collect(), "{", "}")
            }
            scalar => return self.scalar(scalar, true),
        };
        if parts.is_empty() {
            return [open, close].concat();
        }
        let comma = if self.is_yaml() && self.chance.of(8) == 0 { "," } else { "" };
        if !is_tall || self.chance.of(4) == 0 {
            let pad = ["", " "][self.chance.of(2)];
            return [open, pad, &parts.join(", "), comma, pad, close].concat();
        }
        let line = format!("\n{}", " ".repeat(indent + self.unit));
        let mut written = open.to_owned();
        let last = parts.len() - 1;
        for (index, part) in parts.iter().enumerate() {
            if self.has_comments && self.chance.of(5) == 0 {
                written.extend([line.as_str(), "# above, in braces"]);
            }
            written.extend([line.as_str(), part, if index < last { "," } else { comma }]);
            if self.has_comments && self.chance.of(5) == 0 {
                written.push_str(" # behind, in braces");
            }
        }
        [&written, "\n", &" ".repeat(indent), close].concat()
    }

    fn block(&mut self, value: &Value, column: usize) -> String {
        let mut written = String::new();
        let indent = " ".repeat(column);
        let (keys, values): (Vec<Option<&str>>, Vec<&Value>) = match value {
            Value::Object(all) => {
                all.iter().map(|(key, value)| (Some(key.as_str()), value)).unzip()
            }
            Value::List(all) => all.iter().map(|value| (None, value)).unzip(),
            _ => return written,
        };
        for (index, (key, value)) in keys.into_iter().zip(values).enumerate() {
            if index > 0 && self.has_blank_lines && self.chance.of(3) > 0 {
                written.push('\n');
            }
            if self.has_comments && self.chance.of(4) == 0 {
                // Some people start their comments elsewhere.
                let place = [column, column, column, 0, column + 2][self.chance.of(5)];
                let comment = if place == column { "# above: it\n" } else { "# odd\n" };
                written.extend([" ".repeat(place).as_str(), comment]);
            }
            let is_list = key.is_none();
            let head = match key {
                Some(key) => self.scalar(&Value::Text(key.to_owned()), true) + ":",
                None => "-".to_owned(),
            };
            let value = self.value(value, column, is_list);
            written.extend([indent.as_str(), &head, &value]);
        }
        written
    }

    fn comment(&mut self) -> &'static str {
        let is_there = self.has_comments && self.chance.of(4) == 0;
        if is_there { "  # behind\n" } else { "\n" }
    }

    fn value(&mut self, value: &Value, column: usize, is_list: bool) -> String {
        let inside = column + self.unit;
        let anchor = if self.chance.of(20) == 0 { " &x" } else { "" };
        match value {
            Value::Null if self.chance.of(2) == 0 => self.comment().to_owned(),
            Value::Object(all) if !all.is_empty() && self.chance.of(5) > 0 => {
                if is_list && self.chance.of(4) > 0 {
                    let block = self.block(value, column + 2);
                    if !block.trim_start().starts_with('#') {
                        return format!(" {}", block.trim_start());
                    }
                    return format!("\n{block}");
                }
                [anchor, self.comment(), &self.block(value, inside)].concat()
            }
            Value::List(all) if !all.is_empty() && self.chance.of(3) > 0 => {
                let offset = if is_list { 2 } else { self.list_offset };
                [anchor, self.comment(), &self.block(value, column + offset)].concat()
            }
            Value::Text(text) if is_lines(text) && self.chance.of(3) > 0 => {
                let mark = if text.ends_with('\n') { "" } else { "-" };
                let line = |line: &str| {
                    if line.is_empty() {
                        "\n".into()
                    } else {
                        format!("{}{line}\n", " ".repeat(inside))
                    }
                };
                let content = text.strip_suffix('\n').unwrap_or(text);
                let style =
                    if content.contains('\n') { "|" } else { ["|", ">"][self.chance.of(2)] };
                let body: String = content.split('\n').map(line).collect();
                [anchor, " ", style, mark, self.comment(), &body].concat()
            }
            Value::Object(_) | Value::List(_) => {
                let is_tall = self.chance.of(2) == 0;
                [anchor, " ", &self.flow(value, inside, is_tall), self.comment()].concat()
            }
            _ => [anchor, " ", &self.scalar(value, false), self.comment()].concat(),
        }
    }
}

/// Whether a text is exact in lines.
fn is_lines(text: &str) -> bool {
    let is_odd = |c: char| c != '\n' && (c.is_control() || c == '\u{feff}');
    !text.is_empty()
        && !text.starts_with([' ', '\n'])
        && !text.ends_with("\n\n")
        && !text.contains(is_odd)
}
