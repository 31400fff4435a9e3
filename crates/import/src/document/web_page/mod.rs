//! Reads web pages into blocks: pages of CVs that somebody saved, exported or published.
//!
//! `encoding` decodes the file, `markup` splits it as browsers do, and [`tree`] closes what authors
//! left open. [`chrome`] says what is no part of the document, [`styles`] what is bold, [`marked`] and
//! [`json_ld`] what the page says to programs, and [`walk`] makes the blocks.

mod chips;
mod chrome;
mod head;
mod json_ld;
mod mail;
mod marked;
mod order;
mod pictures;
mod polish;
mod styles;
mod tree;
mod walk;

use super::Document;
use super::blocks::Block;
use super::bulleted;
use super::encoding::{self, Decoded};
use super::front_matter::{Fact, FrontMatter};
use super::markup::{Token, tokens};
use super::outline::Line;
use super::plain_text;
use chrome::Chrome;
use encoding_rs::{Encoding, UTF_8};
use head::Head;
use json_ld::Graph;
use marked::Marked;
use perfil_source::Problem;
pub(super) use polish::placed;
use std::collections::BTreeMap;
use std::ops::Range;
use styles::Styles;
use tree::Tree;
use walk::Walk;

/// How much of a file is looked at to see whether it is a page, in bytes.
const SEARCHED: usize = 4096;

/// The least number of words of a page that is not empty.
const MIN_WORDS: usize = 12;

/// Whether a file is a web page, by its beginning.
pub(super) fn is_file(bytes: &[u8]) -> bool {
    let start = bytes.get(..SEARCHED.min(bytes.len())).unwrap_or_default();
    let marked = Encoding::for_bom(start).map_or(UTF_8, |(marked, _)| marked);
    let start = encoding::lenient(start, marked);
    let mut rest = start.trim_start();
    while let Some((mark, end)) =
        [("<!--", "-->"), ("<?", "?>")].iter().find(|(mark, _)| rest.starts_with(mark))
    {
        let Some(at) = rest.get(mark.len()..).and_then(|rest| rest.find(end)) else { return false };
        rest = rest.get(mark.len() + at + end.len()..).unwrap_or_default().trim_start();
    }
    ["<!doctype html", "<html"]
        .iter()
        .any(|mark| rest.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark)))
}

/// Reads a page.
pub(super) fn read(bytes: &[u8]) -> Result<Document, Problem> {
    let Decoded { text, offset, places, mut report } = encoding::of_page(bytes)?;
    let placed = tokens(&text, offset, true).into_iter().map(|it| token(it, &text, offset));
    let tree = Tree::of(placed.collect());
    let end = text.len() + offset;
    let head = Head::of(&tree);
    let chrome = Chrome::of(&tree);
    let mut marked = Marked::of(&tree, &chrome);
    let styles = Styles::of(&tree);
    let mut walk = Walk::new(&tree, &chrome, &styles, &marked, head.base.clone());
    walk.children(0);
    let Walk { elements, portrait, .. } = walk;
    report.extend(left_out(elements.left_out));
    let blocks = match preformatted(&tree, &chrome) {
        // A plain text that a page shows as it is.
        Some((text, start)) => {
            let blocks = plain_text::read(&text);
            blocks.into_iter().map(|block| polish::placed(block, start)).collect()
        }
        None => elements.builder.finish(),
    };
    report.extend(is_filled_later(&tree, &blocks));
    let blocks = bulleted::lists(polish::lines(blocks));
    let blocks = bulleted::headings(polish::headings(blocks));
    let blocks = polish::name_first(blocks, head.title());
    let mut facts = std::mem::take(&mut marked.facts);
    let graph = Graph::of(&tree);
    let (known, links) = graph.as_ref().map(Graph::facts).unwrap_or_default();
    facts.extend(known);
    let mut facts = once(facts);
    let mut blocks = polish::without_facts(blocks, &facts);
    facts.extend(links.into_iter().filter(|link| !text_of(&text, link)));
    let language = head.language(&blocks);
    if let Some((language, span)) = &language {
        facts.push(fact("language", language.as_str(), span.clone()));
    }
    if let Some((title, span)) = head.name(&blocks) {
        facts.push(fact("title", &title, span));
    }
    let spoken = language.as_ref().map(|(language, _)| language);
    blocks.extend(json_ld::sections(graph.as_ref(), &blocks, spoken));
    let front = FrontMatter { facts, ..FrontMatter::default() };
    let language = language.map(|(language, _)| language);
    Ok(Document { front, blocks, report, language, places, portrait, name: None, end })
}

/// Reads a page that another document has at this position; `None` if it says nothing.
pub(super) fn embedded(bytes: &[u8], at: usize) -> Option<Document> {
    let mut document = read(bytes).ok()?;
    document.blocks = document.blocks.into_iter().map(|it| polish::placed(it, at)).collect();
    for fact in &mut document.front.facts {
        fact.value.span = at..at;
    }
    (!document.blocks.is_empty()).then_some(document)
}

/// Returns a text with the position of its words, or with that of its beginning alone if it is not
/// written as it is read.
fn token(token: Token, source: &str, offset: usize) -> Token {
    let Token::Text(text, span) = token else { return token };
    let written = source.get(span.start - offset..span.end - offset).unwrap_or_default();
    if written == text {
        return Token::Text(text, span);
    }
    let start = span.start + written.len() - written.trim_start().len();
    Token::Text(text, start..start)
}

fn fact(key: &str, text: &str, span: Range<usize>) -> Fact {
    let value = Line { text: text.to_owned(), span };
    Fact { key: key.to_owned(), outer: None, value, is_private: false }
}

/// Returns the first fact of each key.
fn once(facts: Vec<Fact>) -> Vec<Fact> {
    let mut kept: Vec<Fact> = Vec::new();
    for fact in facts {
        if kept.iter().all(|it| it.key != fact.key) {
            kept.push(fact);
        }
    }
    kept
}

/// Whether the page links to an address in its text, too.
fn text_of(text: &str, link: &Fact) -> bool {
    let address = link.value.text.trim_end_matches('/');
    ["\"", "'", "/\"", "/'"].iter().any(|end| {
        let written = format!("{}{address}{end}", end.trim_start_matches('/'));
        text.match_indices(&written)
            .any(|(at, _)| text.get(..at).is_some_and(|before| before.trim_end().ends_with('=')))
    })
}

/// Reports a page whose text is only there once its scripts have run.
fn is_filled_later(tree: &Tree, blocks: &[Block]) -> Option<Problem> {
    let words: usize =
        super::lines(blocks).iter().map(|line| line.split_whitespace().count()).sum();
    let script = (0..tree.nodes.len()).find(|at| tree.name(*at) == "script")?;
    let span = tree.tag(script).map(|tag| tag.span.clone());
    let message = "the page has almost no text: its scripts add it in a browser";
    let remedy = "Open it in a browser, save it from there, and import that file.";
    (words < MIN_WORDS).then(|| Problem::warning(span, message, remedy))
}

/// Reports links that are left out, once for each kind of address.
fn left_out(links: Vec<(String, Range<usize>)>) -> Vec<Problem> {
    let mut kinds: BTreeMap<String, (Range<usize>, usize)> = BTreeMap::new();
    for (scheme, span) in links {
        kinds.entry(scheme).or_insert((span, 0)).1 += 1;
    }
    let report = kinds.into_iter().map(|(scheme, (span, count))| {
        let mut problem = super::unsafe_link((scheme, span));
        if count > 1 {
            problem.message = format!("{} ({count} times)", problem.message);
        }
        problem
    });
    report.collect()
}

/// Returns the text that is the whole page, with its position, if the page only shows it as it is.
fn preformatted(tree: &Tree, chrome: &Chrome) -> Option<(String, usize)> {
    let all = chrome.words(0).0;
    let is_whole = |at: &usize| {
        matches!(tree.name(*at), "pre" | "plaintext" | "xmp") && chrome.words(*at).0 * 10 > all * 9
    };
    let at = (0..tree.nodes.len()).find(is_whole).filter(|_| all > 0)?;
    let has_blocks =
        (at + 1..tree.end(at)).any(|inner| super::elements::BLOCKS.contains(&tree.name(inner)));
    let mut text = String::new();
    let mut start = None;
    for inner in at..tree.end(at) {
        if let Some(tree::Content::Text(written, span)) =
            tree.nodes.get(inner).map(|it| &it.content)
        {
            start.get_or_insert(span.start);
            text.push_str(written);
        }
    }
    start.filter(|_| !has_blocks).map(|start| (text, start))
}
