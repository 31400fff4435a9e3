//! Reads what is between the values of a tree: marks, anchors, comments and commas.

use super::{Entry, Kind, Layout, Part};
use crate::lines;
use perfil_source::{Member, Node, Value};
use std::ops::Range;

/// Follows a tree through its text.
pub(super) struct Builder<'a> {
    pub(super) text: &'a str,
    at: usize,
    is_yaml: bool,
    aliases: Vec<Range<usize>>,
    anchors: Vec<Range<usize>>,
    /// How many values the current one is inside of.
    depth: usize,
}

/// The maximum depth of nested lists and objects, which is that of YAML files.
const MAX_DEPTH: usize = 128;

/// What stands before a value: an anchor or a tag.
struct Property {
    span: Range<usize>,
    is_anchor: bool,
}

impl<'a> Builder<'a> {
    pub(super) fn new(text: &'a str, is_yaml: bool) -> Self {
        let at = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
        Self { text, at, is_yaml, aliases: Vec::new(), anchors: Vec::new(), depth: 0 }
    }

    pub(super) fn layout(mut self, root: &'a Node) -> Option<Layout<'a>> {
        self.skip_prologue();
        let root = self.part(root, false)?;
        Some(Layout { root, aliases: self.aliases, anchors: self.anchors })
    }

    pub(super) fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or_default()
    }

    /// Skips directives, and the line of hyphens that starts a document.
    fn skip_prologue(&mut self) {
        if !self.is_yaml {
            return;
        }
        loop {
            let at = self.gap_end(self.at);
            let rest = self.text.get(at..).unwrap_or_default();
            if rest.starts_with('%') && lines::column(self.text, at) == 0 {
                self.at = lines::end(self.text, at);
            } else if let Some(after) = rest.strip_prefix("---")
                && (after.is_empty() || after.starts_with([' ', '\t', '\r', '\n']))
            {
                self.at = at + 3;
                return;
            } else {
                return;
            }
        }
    }

    /// The end of the white space and comments from a place on.
    fn gap_end(&self, mut at: usize) -> usize {
        loop {
            match self.byte(at) {
                b' ' | b'\t' | b'\r' | b'\n' => at += 1,
                b'#' if self.is_yaml => at = lines::end(self.text, at),
                _ => return at,
            }
        }
    }

    /// The end of a name, as of an anchor.
    fn name_end(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let end = rest.find(|c: char| c.is_ascii_whitespace() || ",[]{}".contains(c));
        at + end.unwrap_or(rest.len())
    }

    /// Reads the anchors and tags from a place on, and returns where what they belong to starts.
    fn properties(&mut self) -> (Vec<Property>, usize) {
        let mut found = Vec::new();
        let mut at = self.gap_end(self.at);
        while self.is_yaml && matches!(self.byte(at), b'&' | b'!') {
            let is_anchor = self.byte(at) == b'&';
            let end = match self.text.get(at..).unwrap_or_default() {
                tag if tag.starts_with("!<") => at + tag.find('>').map_or(2, |close| close + 1),
                _ => self.name_end(at + 1),
            };
            found.push(Property { span: at..end, is_anchor });
            at = self.gap_end(end);
        }
        (found, at)
    }

    fn part(&mut self, node: &'a Node, in_flow: bool) -> Option<Part<'a>> {
        let slot = self.at;
        let (mut properties, mut content) = self.properties();
        let kind = self.kind(node, content, in_flow);
        if kind == Kind::Empty && properties.is_empty() {
            content = slot;
        } else if kind == Kind::Empty {
            // What is on later lines belongs to what follows.
            let line_end = lines::end(self.text, slot);
            properties.retain(|property| property.span.end <= line_end);
            content = properties.last().map_or(slot, |property| property.span.end);
        } else if kind == Kind::BlockMap && !properties.is_empty() {
            // An anchor or a tag on the line of a key belongs to the key.
            let line = lines::start(self.text, content);
            let own = properties.iter().filter(|it| it.span.end <= line).count();
            content = properties.get(own).map_or(content, |property| property.span.start);
            properties.truncate(own);
        }
        let anchor = properties.iter().rfind(|property| property.is_anchor);
        let anchor = anchor.map(|property| property.span.start + 1..property.span.end);
        self.anchors.extend(anchor.clone());
        let start = properties.first().map_or(content, |property| property.span.start);
        let mut part = Part {
            node,
            kind,
            start,
            content,
            header_end: content,
            body_column: 0,
            end: content,
            anchor,
            entries: Vec::new(),
        };
        self.at = content;
        self.depth += 1;
        if self.depth > MAX_DEPTH + 1 {
            return None;
        }
        self.content(&mut part)?;
        self.depth -= 1;
        self.at = part.end;
        Some(part)
    }

    fn kind(&self, node: &Node, at: usize, in_flow: bool) -> Kind {
        let byte = self.byte(at);
        if self.is_yaml && byte == b'*' && node.span.end <= self.name_end(at + 1) {
            return Kind::Alias;
        }
        match (&node.value, byte) {
            (Value::Object(_), b'{') => Kind::FlowMap,
            (Value::Object(_), _) if in_flow => Kind::FlowPair,
            (Value::Object(_), _) => Kind::BlockMap,
            (Value::Array(_), b'[') => Kind::FlowList,
            (Value::Array(_), _) => Kind::BlockList,
            (Value::String(_), b'"') => Kind::Double,
            (Value::String(_), b'\'') if self.is_yaml => Kind::Single,
            (Value::String(_), b'|' | b'>') if self.is_yaml => Kind::Block,
            (Value::String(text), _) if text.is_empty() => Kind::Empty,
            (Value::Null, _) => {
                let word = self.text.get(at..node.span.end).unwrap_or_default();
                let is_word = ["~", "null", "Null", "NULL"].contains(&word);
                if is_word { Kind::Plain } else { Kind::Empty }
            }
            _ => Kind::Plain,
        }
    }

    fn content(&mut self, part: &mut Part<'a>) -> Option<()> {
        match part.kind {
            Kind::Empty => {}
            Kind::Plain => part.end = part.node.span.end.max(part.content),
            Kind::Single | Kind::Double => part.end = self.quoted_end(part.content)?,
            Kind::Block => self.block_text(part),
            Kind::Alias => {
                part.end = self.name_end(part.content + 1);
                self.aliases.push(part.content + 1..part.end);
            }
            Kind::BlockMap => {
                for member in part.node.members() {
                    self.at = self.gap_end(self.at);
                    part.entries.push(self.member(member, false)?);
                }
            }
            Kind::FlowPair => {
                let [member] = part.node.members() else { return None };
                part.entries.push(self.member(member, true)?);
            }
            Kind::BlockList => {
                for element in part.node.elements() {
                    let start = self.gap_end(self.at);
                    self.expect(start, b'-')?;
                    self.at = start + 1;
                    let value = self.part(element, false)?;
                    part.entries.push(Entry { start, key: None, mark: Some(start + 1), value });
                }
            }
            Kind::FlowMap | Kind::FlowList => return self.flow(part),
        }
        if !part.entries.is_empty() {
            part.end = part.entries.last().map_or(part.end, Entry::end);
        }
        Some(())
    }

    fn expect(&self, at: usize, byte: u8) -> Option<()> {
        (self.byte(at) == byte).then_some(())
    }

    fn flow(&mut self, part: &mut Part<'a>) -> Option<()> {
        self.at = part.content + 1;
        for element in part.node.elements() {
            let value = self.part(element, true)?;
            part.entries.push(Entry { start: value.start, key: None, mark: None, value });
            self.skip_comma();
        }
        for member in part.node.members() {
            self.at = self.gap_end(self.at);
            part.entries.push(self.member(member, true)?);
            self.skip_comma();
        }
        let close = self.gap_end(self.at);
        self.expect(close, if part.kind == Kind::FlowMap { b'}' } else { b']' })?;
        part.end = close + 1;
        Some(())
    }

    fn skip_comma(&mut self) {
        let at = self.gap_end(self.at);
        if self.byte(at) == b',' {
            self.at = at + 1;
        }
    }

    fn member(&mut self, member: &'a Member, in_flow: bool) -> Option<Entry<'a>> {
        let start = self.at;
        if self.is_yaml && self.byte(start) == b'?' && self.byte(start + 1).is_ascii_whitespace() {
            self.at = start + 1;
        }
        let (properties, key_start) = self.properties();
        let names = properties.iter().filter(|property| property.is_anchor);
        self.anchors.extend(names.map(|it| it.span.start + 1..it.span.end));
        let key_end = match self.byte(key_start) {
            b'"' => self.quoted_end(key_start)?,
            b'\'' if self.is_yaml => self.quoted_end(key_start)?,
            b'*' if self.is_yaml => {
                let end = self.name_end(key_start + 1);
                self.aliases.push(key_start + 1..end);
                end
            }
            b':' if member.key.is_empty() => key_start,
            _ => (member.key_span.end > key_start).then_some(member.key_span.end)?,
        };
        let key = Some((member.key.as_str(), key_start..key_end));
        let colon = self.gap_end(key_end);
        let has_colon = self.byte(colon) == b':';
        if !has_colon && !in_flow && self.byte(start) != b'?' {
            return None;
        }
        if !has_colon {
            self.at = key_end;
            let value = Part {
                node: &member.value,
                kind: Kind::Empty,
                start: key_end,
                content: key_end,
                header_end: key_end,
                body_column: 0,
                end: key_end,
                anchor: None,
                entries: Vec::new(),
            };
            return Some(Entry { start, key, mark: None, value });
        }
        self.at = colon + 1;
        let value = self.part(&member.value, in_flow)?;
        Some(Entry { start, key, mark: Some(colon + 1), value })
    }
}
