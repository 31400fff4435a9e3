//! Splits HTML into tags and texts, as browsers do (<https://html.spec.whatwg.org/#tokenization>).

use super::gaps::without_controls;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, Span, Token as Found, Tokenizer};
use std::ops::Range;

/// A part of HTML. Comments are none.
pub(super) enum Token {
    Start(Tag),
    End(String),
    /// A text without entities, with its position.
    Text(String, Range<usize>),
}

/// The beginning of an element.
#[derive(Clone, Debug, Default)]
pub(super) struct Tag {
    /// Its name, in lower case.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// Whether it says that the element has no content.
    pub(super) is_alone: bool,
    /// Its position in the file, in bytes.
    pub(super) span: Range<usize>,
}

impl Tag {
    /// Returns a tag without attributes.
    pub(super) fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// Returns the same tag with another name.
    pub(super) fn renamed(&self, name: &str) -> Self {
        Self { name: name.to_owned(), ..self.clone() }
    }

    /// Returns the value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Adds the attributes of another tag that this one does not have.
    pub(super) fn complete(&mut self, other: Self) {
        for (key, value) in other.attributes {
            if self.attribute(&key).is_none() {
                self.attributes.push((key, value));
            }
        }
    }
}

/// Returns the parts of HTML that begins at a position of the file. A tag that does not end is a
/// text. Scripts and other elements whose content is no HTML are read as such in whole pages, because
/// pieces of HTML rarely have their ends.
pub(super) fn tokens(html: &str, start: usize, is_page: bool) -> Vec<Token> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(is_page);
    let mut tokens = Vec::new();
    let mut end = 0;
    let at = |span: Span| start + span.start..start + span.end;
    for found in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(found) = found;
        let span = match found {
            Found::StartTag(tag) => {
                let attributes = tag.attributes.iter();
                tokens.push(Token::Start(Tag {
                    name: text(&tag.name),
                    attributes: attributes.map(|(key, it)| (text(key), text(&it.value))).collect(),
                    is_alone: tag.self_closing,
                    span: at(tag.span),
                }));
                tag.span
            }
            Found::EndTag(tag) => {
                tokens.push(Token::End(text(&tag.name)));
                tag.span
            }
            Found::String(found) => {
                tokens.push(Token::Text(text(&found.value), at(found.span)));
                found.span
            }
            Found::Comment(comment) => {
                // The span of a comment is that of its content.
                let rest = html.get(comment.span.end..).unwrap_or_default();
                let is_ended = rest.find('>').map_or(html.len(), |it| comment.span.end + it + 1);
                Span { start: 0, end: is_ended }
            }
            Found::Doctype(doctype) => doctype.span,
            Found::Error(_) => continue,
        };
        end = span.end.max(end);
    }
    if let Some(rest) = html.get(end..).filter(|rest| !rest.trim().is_empty()) {
        tokens.push(Token::Text(rest.to_owned(), start + end..start + html.len()));
    }
    tokens
}

/// Returns a text without the characters that no page shows.
fn text(bytes: &HtmlString) -> String {
    without_controls(&String::from_utf8_lossy(bytes))
}
