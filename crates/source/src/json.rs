//! Parses JSON (RFC 8259) into a tree with positions.

use super::node::{Member, Node, Value};
use super::problem::Problem;
use super::text::text;
use jsonc_parser::{CollectOptions, ParseOptions, ast, common::Ranged, parse_to_ast};
use std::ops::Range;

/// Parses one JSON document.
///
/// # Errors
///
/// Returns an error if the document is larger than [`MAX_FILE_BYTES`], is not UTF-8, or is not JSON.
pub fn parse(bytes: &[u8]) -> Result<Node, Problem> {
    let (text, offset) = text(bytes)?;
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        ..ParseOptions::default()
    };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &strict).map_err(|error| {
        let range = error.range();
        let end = range.end.max(range.start + 1);
        Problem::error(
            Some(range.start + offset..end + offset),
            format!("this is not JSON: {}", lower_first(&error.kind().to_string())),
            "Look here and just before: a comma, a quotation mark or a bracket is missing or too \
             many.",
        )
    })?;
    if let Some(at) = raw_control(text) {
        return Err(Problem::error(
            Some(at + offset..at + offset + 1),
            "this is not JSON: a text holds a line break or another control character",
            "Write a line break inside a text as \\n, and a tab as \\t.",
        ));
    }
    match parsed.value {
        Some(value) => Ok(node(value, offset)),
        None => Err(Problem::error(None, "the file is empty", "Write an object: { … }.")),
    }
}

/// Returns the position of a control character in a string, which the parser accepts and JSON
/// forbids.
fn raw_control(text: &str) -> Option<usize> {
    let (mut is_inside, mut is_escaped) = (false, false);
    text.bytes().position(|byte| {
        let found = is_inside && byte < 0x20;
        match byte {
            b'"' if !is_escaped => is_inside = !is_inside,
            _ => {}
        }
        is_escaped = is_inside && byte == b'\\' && !is_escaped;
        found
    })
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

fn node(value: ast::Value<'_>, offset: usize) -> Node {
    let span = span(&value, offset);
    let value = match value {
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::BooleanLit(literal) => Value::Bool(literal.value),
        ast::Value::NumberLit(literal) => {
            Value::Number(literal.value.parse().unwrap_or(f64::INFINITY))
        }
        ast::Value::StringLit(literal) => Value::String(literal.value.into_owned()),
        ast::Value::Array(array) => {
            Value::Array(array.elements.into_iter().map(|element| node(element, offset)).collect())
        }
        ast::Value::Object(object) => Value::Object(
            object
                .properties
                .into_iter()
                .map(|property| Member {
                    key_span: self::span(&property.name, offset),
                    key: property.name.into_string(),
                    value: node(property.value, offset),
                })
                .collect(),
        ),
    };
    Node { value, span }
}

fn span(ranged: &impl Ranged, offset: usize) -> Range<usize> {
    ranged.start() + offset..ranged.end() + offset
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &[u8]) -> (Option<Range<usize>>, String) {
        let problem = parse(text).expect_err("the document is broken");
        (problem.span, problem.message)
    }

    #[test]
    fn values_have_their_positions() {
        let root = parse(b"{ \"name\": [1, null] }").expect("this is JSON");
        let member = &root.members()[0];
        assert_eq!((member.key.as_str(), member.key_span.clone()), ("name", 2..8));
        assert_eq!(member.value.span, 10..19);
        assert_eq!(member.value.elements()[0].value, Value::Number(1.0));
    }

    #[test]
    fn a_byte_order_mark_counts_in_positions() {
        let root = parse("\u{feff}{}".as_bytes()).expect("this is JSON");
        assert_eq!(root.span, 3..5);
    }

    #[test]
    fn extensions_of_json_are_rejected() {
        for text in ["{'a': 1}", "{a: 1}", "[1,]", "[1 2]", "// x\n{}", "[0x1]", "[+1]", "{} {}"] {
            let (span, message) = refused(text.as_bytes());
            assert!(span.is_some() && message.starts_with("this is not JSON: "), "{text}");
        }
    }

    #[test]
    fn a_line_break_in_a_string_is_rejected() {
        let (span, message) = refused(b"{\"a\\\\\": \"b\\\"\nc\"}");
        assert_eq!(span, Some(12..13));
        assert!(message.starts_with("this is not JSON: a text holds a line break"), "{message}");
        assert!(parse(b"{\n\t\"a\": \"b\\nc\"\r\n}").is_ok());
    }

    #[test]
    fn invalid_utf8_is_reported_with_its_position() {
        assert_eq!(
            refused(b"{\"a\": \"\xff\"}"),
            (Some(7..8), "the byte 0xFF is not UTF-8".into())
        );
    }

    #[test]
    fn deep_nesting_is_rejected_without_stack_overflow() {
        let (_, message) = refused("[".repeat(100_000).as_bytes());
        assert!(message.starts_with("this is not JSON"), "{message}");
    }

    #[test]
    fn a_large_file_is_rejected() {
        let (span, message) = refused(&vec![b' '; 10 << 20]);
        assert_eq!(span, None);
        assert_eq!(message, "the file is larger than 4 MiB");
    }
}
