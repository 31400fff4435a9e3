//! Reads the HTML in Markdown: its tags become blocks and styles, and what no browser shows is left
//! out.

use super::elements::HIDDEN;
use super::markdown::Reader;
use super::markup::{Tag, Token, tokens};
use std::ops::Range;

/// Reads HTML that begins at this position of the file.
pub(super) fn read(html: &str, start: usize, reader: &mut Reader) {
    for token in tokens(html, start, false) {
        let is_end_of_span = matches!(&token, Token::End(name) if name == "span");
        match token {
            Token::Start(tag) if HIDDEN.contains(&tag.name.as_str()) => {
                reader.hidden += usize::from(!tag.is_alone);
            }
            Token::End(name) if HIDDEN.contains(&name.as_str()) => {
                reader.hidden = reader.hidden.saturating_sub(1);
            }
            _ if reader.hidden > 0 => {}
            Token::Start(tag) => open(&tag, reader),
            Token::End(name) => {
                if name == "a" {
                    reader.elements.end_title(start);
                }
                reader.elements.end(&name);
            }
            Token::Text(decoded, span) => text(&decoded, span, html, start, reader),
        }
        reader.is_after_span = is_end_of_span;
    }
}

fn open(tag: &Tag, reader: &mut Reader) {
    let is_beside = reader.is_after_span && !reader.elements.builder.is_spaced();
    if tag.name == "span" && is_beside {
        // What follows another one without a space is a column of its own.
        reader.elements.builder.text("\t", tag.span.start..tag.span.start);
    }
    reader.elements.start(tag);
    if tag.name == "a" {
        reader.elements.open_title(tag.attribute("title").unwrap_or_default());
    }
}

fn text(decoded: &str, span: Range<usize>, html: &str, start: usize, reader: &mut Reader) {
    let written = html.get(span.start - start..span.end - start).unwrap_or(decoded);
    // What is not shorter than before would be read forever.
    if written.len() < html.len() && is_markdown(written) {
        // Some processors read Markdown in HTML, and their users write it.
        let lines: Vec<&str> = written.lines().map(str::trim).collect();
        reader.parse(&lines.join("\n"), span.start);
    } else {
        reader.elements.words(decoded, span);
    }
}

/// Whether a text in HTML is meant to be read as Markdown.
fn is_markdown(text: &str) -> bool {
    let begins = |line: &str| {
        let line = line.trim_start();
        let hashes = line.trim_start_matches('#');
        (hashes.len() < line.len() && hashes.starts_with(' ')) || line.starts_with("- ")
    };
    text.contains("](") || text.matches("**").count() > 1 || text.lines().any(begins)
}
