//! Parses YAML (1.2) into a tree with positions.
//!
//! Values that look like numbers are read as strings, so that years, telephone numbers and versions
//! stay as they are written. Only the keys in [`NUMBER_KEYS`] hold numbers.

use super::node::{Member, Node, Value};
use super::places::Places;
use super::problem::Problem;
use super::text::text;
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The maximum depth of nested lists and objects.
const MAX_DEPTH: usize = 128;

/// The maximum number of values that aliases can add, so that a few lines cannot become gigabytes.
const MAX_REPEATED_VALUES: usize = 50_000;

/// The keys with numeric values in a native profile.
pub const NUMBER_KEYS: [&str; 2] = ["version", "accent"];

/// Parses one YAML document.
///
/// # Errors
///
/// Returns an error if the document is larger than [`MAX_FILE_BYTES`](super::MAX_FILE_BYTES), is
/// not UTF-8, is not YAML, has a duplicate key, is nested deeper than 128 levels, or repeats more
/// than 50,000 values by aliases.
pub fn parse(bytes: &[u8]) -> Result<Node, Problem> {
    let (text, offset) = text(bytes)?;
    let mut reader = Reader {
        places: Places { text, offset, at: (0, 0) },
        open: Vec::new(),
        anchors: BTreeMap::new(),
        repeated: 0,
        document: None,
    };
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| reader.syntax_error(&error))?;
        reader.handle(event, span)?;
    }
    reader
        .document
        .ok_or_else(|| Problem::error(None, "the file is empty", "Write a profile in it."))
}

/// A list or an object that has not ended yet.
struct Open {
    span: Range<usize>,
    anchor: usize,
    container: Container,
}

enum Container {
    List(Vec<Node>),
    Object { members: Vec<Member>, seen: BTreeSet<String>, key: Option<(String, Range<usize>)> },
}

struct Reader<'a> {
    places: Places<'a>,
    open: Vec<Open>,
    anchors: BTreeMap<usize, Node>,
    repeated: usize,
    document: Option<Node>,
}

impl Reader<'_> {
    fn handle(&mut self, event: Event, span: Span) -> Result<(), Problem> {
        match event {
            Event::DocumentStart(_) if self.document.is_some() => {
                let span = self.places.span(span);
                Err(Problem::error(
                    Some(span),
                    "the file holds a second document",
                    "Keep one of them.",
                ))
            }
            Event::SequenceStart(anchor, _) => {
                self.begin(span, anchor, Container::List(Vec::new()))
            }
            Event::MappingStart(anchor, _) => {
                let (members, seen) = (Vec::new(), BTreeSet::new());
                self.begin(span, anchor, Container::Object { members, seen, key: None })
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Scalar(text, style, anchor, tag) => {
                let span = self.places.span(span);
                let is_plain = style == ScalarStyle::Plain && tag.is_none();
                let value = self.scalar(&text, is_plain);
                self.add(Node { value, span }, anchor)
            }
            Event::Alias(anchor) => {
                let span = self.places.span(span);
                let Some(target) = self.anchors.get(&anchor).cloned() else {
                    let message = "the alias is inside the value that it repeats";
                    return Err(Problem::error(
                        Some(span),
                        message,
                        "Write the values themselves.",
                    ));
                };
                self.charge(&target, &span)?;
                self.add(Node { span, ..target }, 0)
            }
            _ => Ok(()),
        }
    }

    fn begin(&mut self, span: Span, anchor: usize, container: Container) -> Result<(), Problem> {
        let span = self.places.span(span);
        if self.open.len() >= MAX_DEPTH {
            let message = format!("lists and objects are nested deeper than {MAX_DEPTH} levels");
            return Err(Problem::error(Some(span), message, "Reduce the nesting."));
        }
        self.open.push(Open { span, anchor, container });
        Ok(())
    }

    fn end(&mut self) -> Result<(), Problem> {
        let Some(Open { span, anchor, container }) = self.open.pop() else { return Ok(()) };
        let (value, last) = match container {
            Container::List(elements) => {
                let last = elements.last().map(|element| element.span.end);
                (Value::Array(elements), last)
            }
            Container::Object { members, .. } => {
                let last = members.last().map(|member| member.value.span.end);
                (Value::Object(members), last)
            }
        };
        let end = last.unwrap_or(span.end).max(span.start + 1);
        self.add(Node { value, span: span.start..end }, anchor)
    }

    /// Adds a value in its place: as a key, as the value of a key, or at the end of a list.
    fn add(&mut self, node: Node, anchor: usize) -> Result<(), Problem> {
        if anchor > 0 {
            self.charge(&node, &node.span)?;
            self.anchors.insert(anchor, node.clone());
        }
        match self.open.last_mut().map(|open| &mut open.container) {
            None => self.document = Some(node),
            Some(Container::List(elements)) => elements.push(node),
            Some(Container::Object { members, seen, key }) => match key.take() {
                Some((key, key_span)) => {
                    // A key without a value has no position for it, so the value is placed after
                    // the key.
                    let span = node.span.start.max(key_span.end)..node.span.end.max(key_span.end);
                    members.push(Member { key, key_span, value: Node { span, ..node } });
                }
                None => *key = Some(unique_key(node, seen)?),
            },
        }
        Ok(())
    }

    fn scalar(&self, text: &str, is_plain: bool) -> Value {
        let key = match self.open.last().map(|open| &open.container) {
            Some(Container::Object { key, .. }) => key.as_ref().map(|(key, _)| key.as_str()),
            _ => None,
        };
        let is_key = matches!(
            self.open.last(),
            Some(Open { container: Container::Object { key: None, .. }, .. })
        );
        match text {
            _ if !is_plain || is_key => Value::String(text.to_owned()),
            "" | "~" | "null" | "Null" | "NULL" => Value::Null,
            "true" | "True" | "TRUE" => Value::Bool(true),
            "false" | "False" | "FALSE" => Value::Bool(false),
            _ if key.is_some_and(|key| NUMBER_KEYS.contains(&key)) => {
                text.parse().map_or_else(|_| Value::String(text.to_owned()), Value::Number)
            }
            _ => Value::String(text.to_owned()),
        }
    }

    /// Counts the values that an alias copies, and rejects too many.
    fn charge(&mut self, node: &Node, span: &Range<usize>) -> Result<(), Problem> {
        self.repeated += copy_cost(node);
        if self.repeated <= MAX_REPEATED_VALUES {
            return Ok(());
        }
        let message = format!("aliases repeat more than {MAX_REPEATED_VALUES} values");
        Err(Problem::error(Some(span.clone()), message, "Write the values themselves."))
    }

    fn syntax_error(&mut self, error: &ScanError) -> Problem {
        let at = self.places.byte(*error.marker());
        if let Some(tab) = self.places.tab(at) {
            let message = "this is not YAML: a line is indented by a tab";
            return Problem::error(Some(tab..tab + 1), message, "Indent with spaces.");
        }
        let message = format!("this is not YAML: {}", error.info());
        let remedy = "Look here and just before: put a text with a colon or a special character in quotation marks.";
        Problem::error(Some(at..at + 1), message, remedy)
    }
}

/// Returns a key that is a string and does not occur twice.
fn unique_key(node: Node, seen: &mut BTreeSet<String>) -> Result<(String, Range<usize>), Problem> {
    let Value::String(key) = node.value else {
        let message = "a key is a list or an object";
        return Err(Problem::error(Some(node.span), message, "Write a word before the colon."));
    };
    if !seen.insert(key.clone()) {
        let message = format!("the key {key:?} occurs twice in the same object");
        return Err(Problem::error(Some(node.span), message, "Keep one of the two."));
    }
    Ok((key, node.span))
}

/// Returns the cost of copying a value: one per value in it, and one per 80 bytes of text.
fn copy_cost(node: &Node) -> usize {
    let inner: usize = match &node.value {
        Value::String(text) => text.len() / 80,
        Value::Array(elements) => elements.iter().map(copy_cost).sum(),
        Value::Object(members) => members.iter().map(|member| copy_cost(&member.value)).sum(),
        _ => 0,
    };
    1 + inner
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_their_positions() {
        let text = "\u{feff}né: [a, 1]\r\nversion: 1\r\nb: |\r\n  é\r\n  ü\r\nlist:\r\n- x: ~\r\n  y: 'true'\r\n";
        let root = parse(text.as_bytes()).expect("this is YAML");
        let slice = |span: &Range<usize>| &text[span.clone()];
        let keys: Vec<_> = root.members().iter().map(|member| slice(&member.key_span)).collect();
        assert_eq!(keys, ["né", "version", "b", "list"]);
        assert_eq!(slice(&root.members()[0].value.elements()[1].span), "1");
        assert_eq!(root.members()[0].value.elements()[1].as_str(), Some("1"));
        assert_eq!(root.members()[1].value.value, Value::Number(1.0));
        assert_eq!(root.members()[2].value.as_str(), Some("é\nü\n"));
        let entry = &root.members()[3].value.elements()[0];
        assert_eq!(entry.members()[0].value.value, Value::Null);
        assert_eq!(
            (entry.members()[1].value.as_str(), slice(&entry.members()[1].value.span)),
            (Some("true"), "'true'")
        );
        let at = text.find("'true'").expect("it is there");
        assert_eq!(root.path_at(at).to_string(), "$.list[0].y");
    }

    fn refused(text: &str) -> (String, String) {
        let problem = parse(text.as_bytes()).expect_err("the document is broken");
        let span = problem.span.unwrap_or_default();
        let from = text.get(span.start..).unwrap_or_default();
        (problem.message, from.chars().take(6).collect())
    }

    #[test]
    fn dangerous_yaml_is_rejected_at_its_position() {
        for (text, message, place) in [
            ("a:\n\tb: 1\n", "this is not YAML: a line", "\tb: 1\n"),
            ("a: 1\nb: 2\na: 3\n", "the key \"a\" occurs twice", "a: 3\n"),
            ("a: &x [*x]\n", "the alias is inside", "*x]\n"),
            ("a: *x\n", "this is not YAML: ", "*x\n"),
            ("a: 1\n---\nb: 2\n", "the file holds a second document", "---\nb:"),
            ("? [a]\n: b\n", "a key is a list", "[a]\n: "),
            ("a: [1, 2\n", "this is not YAML: ", ""),
        ] {
            let (found, at) = refused(text);
            assert!(found.starts_with(message), "{text}: {found}");
            assert_eq!(at, place, "{text}");
        }
    }

    #[test]
    fn exponential_aliases_are_rejected() {
        let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..9 {
            let inner = vec![format!("*a{}", level - 1); 9].join(", ");
            bomb.extend([&format!("a{level}: &a{level} ["), inner.as_str(), "]\n"]);
        }
        assert_eq!(refused(&bomb).0, "aliases repeat more than 50000 values");
        let nested = (0..100).map(|level| ["{ a: &b".to_owned(), level.to_string(), " ".into()]);
        let nested = nested.flatten().collect::<String>();
        let long = format!("{nested}[{}]", "x, ".repeat(100_000));
        assert!(parse(long.as_bytes()).is_err());
        assert!(parse(b"a: &a { x: 1 }\nb: *a\n").is_ok());
    }

    #[test]
    fn deep_nesting_is_rejected_without_stack_overflow() {
        for deep in ["[".repeat(100_000), "- ".repeat(100_000), "{a: ".repeat(50_000)] {
            let (message, _) = refused(&deep);
            assert!(message.contains("deeper") || message.starts_with("this is not"), "{message}");
        }
    }
}
