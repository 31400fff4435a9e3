//! Finds headings beside the first lines of their sections, with a gap after them: `Education⇥University of Porto`.

use super::super::headings::{Match, Topic, matched, normalized};
use super::super::text::GAP;
use super::pieces::{Paragraph, Piece, Span};
use perfil_model::profile::ResumeList;
use std::collections::HashSet;

/// The longest such heading, in characters.
const MAX_HEADING: usize = 40;

/// Makes paragraphs of them, if several are there, each names another topic, and no other heading does.
pub(super) fn split(pieces: &mut Vec<Piece>) {
    let mut names = HashSet::new();
    let (mut count, mut has_list, mut has_other) = (0, false, false);
    for piece in pieces.iter() {
        let Piece::Paragraph(paragraph) = piece else { continue };
        if let Some((title, found)) = beside(paragraph) {
            count += 1;
            names.insert(normalized(&title));
            let lists = [ResumeList::Work, ResumeList::Education];
            has_list |= lists.iter().any(|list| found.topic == Topic::List(*list));
        } else {
            has_other |= is_heading(paragraph);
        }
    }
    if count < 2 || names.len() < count || !has_list || has_other {
        return;
    }
    let mut all = Vec::with_capacity(pieces.len() + count);
    for piece in pieces.drain(..) {
        match piece {
            Piece::Paragraph(it) if beside(&it).is_some() => {
                let (title, rest) = divided(it);
                all.extend([Piece::Paragraph(title), Piece::Paragraph(rest)]);
            }
            piece => all.push(piece),
        }
    }
    *pieces = all;
}

/// Returns the heading before the first gap of a paragraph, and what it names.
fn beside(paragraph: &Paragraph) -> Option<(String, Match)> {
    let line = paragraph.line(0);
    let (title, rest) = line.trim_start().split_once(GAP)?;
    let title = title.trim().trim_end_matches([':', '：']).trim_end();
    let is_short = title.chars().count() <= MAX_HEADING;
    let is_filled = rest.contains(char::is_alphanumeric);
    let found = matched(title).filter(|found| found.is_exact)?;
    let is_section = matches!(found.topic, Topic::List(_) | Topic::Summary | Topic::Courses);
    (paragraph.list.is_none() && is_short && is_filled && is_section)
        .then(|| (title.to_owned(), found))
}

/// Whether a paragraph is the heading of a section alone.
fn is_heading(paragraph: &Paragraph) -> bool {
    let plain = paragraph.plain();
    paragraph.list.is_none()
        && plain.chars().count() <= MAX_HEADING
        && matched(plain.trim_end_matches([':', '：', ' ']))
            .is_some_and(|found| found.is_exact && matches!(found.topic, Topic::List(_)))
}

/// Splits a paragraph at its first gap into a heading and the rest.
fn divided(mut paragraph: Paragraph) -> (Paragraph, Paragraph) {
    paragraph.trim_start();
    let mut title = paragraph.clone();
    title.outline = Some(1);
    if let Some(line) = paragraph.lines.first_mut() {
        let at = line.iter().position(|span| span.text.contains(GAP)).unwrap_or(line.len());
        let mut rest = line.split_off(at);
        let mut own = std::mem::take(line);
        if let Some(first) = rest.first_mut() {
            let gap = first.text.find(GAP).unwrap_or_default();
            let after = first.text.split_off(gap);
            own.push(Span { text: std::mem::replace(&mut first.text, after), ..first.clone() });
        }
        own.retain(|span| !span.text.is_empty());
        *line = rest;
        title.lines = vec![own];
    }
    paragraph.trim_start();
    paragraph.outline = None;
    (title, paragraph)
}
