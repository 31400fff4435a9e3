//! Plain text: paragraphs with blank lines between them, lists with bullets, and headings that are
//! short lines of their own.

use super::outline::{Block, Line, Outline};

/// What begins an item of a list.
const BULLETS: [char; 7] = ['•', '-', '*', '–', '▪', '◦', '‣'];

/// The longest line that is a heading, in characters.
const SHORT: usize = 60;

/// Reads a document. Its first line is the name.
pub(super) fn outline(source: &str) -> Outline {
    let mut outline = Outline::default();
    let paragraphs = paragraphs(source);
    for (index, lines) in paragraphs.iter().enumerate() {
        let has_text_below = paragraphs.get(index + 1).is_some_and(|next| !is_heading(next));
        if index == 0 {
            let mut lines = lines.iter().cloned();
            outline.title = lines.next();
            let rest: Vec<Line> = lines.collect();
            if !rest.is_empty() {
                outline.add(Block::Paragraph(rest));
            }
        } else if index > 1 && is_heading(lines) && has_text_below {
            let title = lines[0].part(0..lines[0].text.trim_end_matches(':').len());
            outline.open(2, title);
        } else {
            blocks(lines, &mut outline);
        }
    }
    outline
}

/// Adds the lists and the texts of a paragraph; a heading may stand right above a list.
fn blocks(lines: &[Line], outline: &mut Outline) {
    let mut text: Vec<Line> = Vec::new();
    let mut items: Vec<Line> = Vec::new();
    for line in lines {
        match item(line) {
            Some(item) => {
                if items.is_empty() && is_heading(&text) {
                    let title = text.remove(0);
                    outline.open(2, title.part(0..title.text.trim_end_matches(':').len()));
                } else if !text.is_empty() {
                    outline.add(Block::Paragraph(std::mem::take(&mut text)));
                }
                items.push(item);
            }
            // A line below an item goes on with it.
            None => match items.last_mut() {
                Some(item) => {
                    item.text.extend([" ", line.text.as_str()]);
                    item.span.end = line.span.end;
                }
                None => text.push(line.clone()),
            },
        }
    }
    if !items.is_empty() {
        outline.add(Block::Bullets(items));
    }
    if !text.is_empty() {
        outline.add(Block::Paragraph(text));
    }
}

fn item(line: &Line) -> Option<Line> {
    let rest = line.text.strip_prefix(BULLETS)?;
    let is_item = rest.starts_with(char::is_whitespace);
    is_item.then(|| line.part(line.text.len() - rest.len()..line.text.len()))
}

/// Whether lines are a heading: one, short, and no sentence.
fn is_heading(lines: &[Line]) -> bool {
    let [line] = lines else { return false };
    let text = line.text.as_str();
    text.chars().count() <= SHORT
        && item(line).is_none()
        && !text.ends_with(['.', ',', ';', '!', '?'])
        && !text.contains(['•', '·', '|', '@'])
}

fn paragraphs(source: &str) -> Vec<Vec<Line>> {
    let mut paragraphs = vec![Vec::new()];
    let mut at = 0;
    for text in source.split_inclusive('\n') {
        let whole = Line { text: text.to_owned(), span: at..at + text.len() };
        let line = whole.part(0..text.len());
        at += text.len();
        match paragraphs.last_mut() {
            Some(last) if !line.text.is_empty() => last.push(line),
            _ => paragraphs.push(Vec::new()),
        }
    }
    paragraphs.retain(|lines| !lines.is_empty());
    paragraphs
}
