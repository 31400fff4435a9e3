//! Parses the parts of a document's letterhead: addresses, places, and the separators between them.

use super::lists::node;
use super::outline::{Block, Line, Part};
use super::pairs::Pair;
use super::tree::{member, object};
use perfil_source::Node;

/// Parses a link in Markdown, or an address alone; returns its label and its address.
pub(super) fn link(word: &str) -> Option<(String, String)> {
    if let Some((label, rest)) = word.strip_prefix('[').and_then(|rest| rest.split_once("](")) {
        let url = rest.strip_suffix(')')?;
        let host = || host(url.split_once("://").map_or(url, |(_, rest)| rest));
        let label = if label.trim().is_empty() { host()? } else { label };
        return Some((label.to_owned(), url.to_owned()));
    }
    let rest = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"));
    let known = ["github.com/", "linkedin.com/", "gitlab.com/", "www."];
    let is_bare = known.iter().any(|start| word.starts_with(start));
    let (rest, url) = match rest {
        Some(rest) => (rest, word.to_owned()),
        None if is_bare => (word, format!("https://{word}")),
        None => return None,
    };
    if rest.contains(' ') {
        return None;
    }
    Some((host(rest)?.to_owned(), url))
}

/// Returns the host of an address without its scheme, if it has one.
fn host(rest: &str) -> Option<&str> {
    let host = rest.split(['/', '?', '#']).next()?.trim_start_matches("www.");
    (!host.trim().is_empty()).then_some(host)
}

/// Returns the parts of a line with separators.
pub(super) fn parts(line: &Line) -> Vec<Line> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, mark) in line.text.match_indices(['•', '·', '|']) {
        parts.push(line.part(start..at));
        start = at + mark.len();
    }
    parts.push(line.part(start..line.text.len()));
    parts.retain(|part| !part.text.is_empty());
    parts
}

/// Returns where the person is, if one of the first facts states it.
pub(super) fn place(part: &Part) -> Option<Line> {
    let lines = part.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(lines) | Block::Bullets(lines) => Some(lines),
        _ => None,
    });
    lines.flatten().find_map(|line| match Pair::of(line) {
        Pair::Colon(term, value) if is_place(&term.text) => Some(value),
        _ => None,
    })
}

/// Whether a term announces a place.
pub(super) fn is_place(term: &str) -> bool {
    ["location", "ubicación", "based in"].contains(&term.to_lowercase().as_str())
}

/// Parses `San Francisco, CA`: a city and, if present, its region.
pub(super) fn address(line: &Line) -> Node {
    let at = line.text.find(',').unwrap_or(line.text.len());
    let mut fields = vec![member("city", node(&line.part(0..at)))];
    let region = line.part((at + 1).min(line.text.len())..line.text.len());
    if !region.text.is_empty() {
        fields.push(member("region", node(&region)));
    }
    object(fields, line.span.clone())
}
