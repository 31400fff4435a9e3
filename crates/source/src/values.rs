//! Decoding of plain values: strings, booleans, lists, and optional values.

use super::decode::{Context, Decode};
use super::node::{Node, Value};
use super::problem::Step;
use super::shape::{Line, Shape};

impl Decode for String {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        let Value::String(text) = &node.value else {
            return context.mismatch(node, "a string", "Put it in quotation marks.");
        };
        if let Some(found) = text.chars().find(|c| is_unreadable(*c)) {
            let message =
                format!("the text holds the control character U+{:04X}", u32::from(found));
            context.error(node.span.clone(), message, "Remove it: no page can show it.");
            return None;
        }
        if text.trim().is_empty() {
            return context.mismatch(node, "some text", "Write a text, or remove it.");
        }
        Some(text.clone())
    }

    fn shape() -> Shape {
        Shape::Line(Line::Any)
    }
}

/// Whether this is a control character, which neither HTML nor XML can hold; line breaks and tabs
/// are allowed.
fn is_unreadable(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

impl Decode for bool {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        match node.value {
            Value::Bool(value) => Some(value),
            _ => context.mismatch(node, "true or false", "Write true or false, without quotes."),
        }
    }

    fn absent() -> Option<Self> {
        Some(false)
    }

    fn shape() -> Shape {
        Shape::Flag
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        T::decode(node, context).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        let Value::Array(elements) = &node.value else {
            return context.mismatch(node, "a list", "Put it in square brackets: [ … ].");
        };
        let read: Vec<Option<T>> = elements
            .iter()
            .enumerate()
            .map(|(index, element)| {
                context.within(Step::Index(index), |context| T::decode(element, context))
            })
            .collect();
        read.into_iter().collect()
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }

    fn shape() -> Shape {
        Shape::List(T::shape)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    fn check(json: &str, expected: Result<&str, &str>) {
        let mut context = Context::default();
        let node = parse(json.as_bytes()).expect("this is JSON");
        let read = String::decode(&node, &mut context);
        let (problems, _) = context.finish();
        let message = problems.first().map(|problem| problem.message.as_str());
        assert_eq!(read.as_deref().ok_or(message.unwrap_or_default()), expected);
    }

    #[test]
    fn an_unreadable_text_is_rejected() {
        check(r#""a\n\tb""#, Ok("a\n\tb"));
        check(r#""\u202E""#, Ok("\u{202E}"));
        check(r#"" ""#, Err("expected some text, found \" \""));
        check("7", Err("expected a string, found the number 7"));
        check(r#""a\u0000b""#, Err("the text holds the control character U+0000"));
        check(r#""\u009F""#, Err("the text holds the control character U+009F"));
    }
}
