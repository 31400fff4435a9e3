//! What the head of a page says: its address, its language, its title.

use super::tree::{Content, Tree};
use crate::document::blocks::{Block, lines};
use crate::document::headings::is_about_document;
use crate::document::person::{can_be_name, first_part, is_likely_name, name_in};
use crate::document::spoken;
use perfil_model::language::Tag;
use std::ops::Range;
use url::Url;

/// How many blocks can precede the name.
const FIRST_BLOCKS: usize = 6;

/// The head of a page.
#[derive(Default)]
pub(super) struct Head {
    /// The address to which links are relative.
    pub(super) base: Option<Url>,
    language: Option<(Tag, Range<usize>)>,
    title: Option<(String, Range<usize>)>,
}

impl Head {
    pub(super) fn of(tree: &Tree) -> Self {
        let mut head = Self::default();
        let (mut base, mut canonical, mut graph, mut content) = (None, None, None, None);
        for at in 0..tree.nodes.len() {
            let Some(tag) = tree.tag(at) else { continue };
            let value = |name: &str| tag.attribute(name).unwrap_or_default().trim().to_owned();
            let is = |name: &str, other: &str| value(name).eq_ignore_ascii_case(other);
            match tag.name.as_str() {
                "base" => base = base.or_else(|| Url::parse(&value("href")).ok()),
                "link" if is("rel", "canonical") => {
                    canonical = canonical.or_else(|| Url::parse(&value("href")).ok());
                }
                "meta" if is("property", "og:url") => {
                    graph = graph.or_else(|| Url::parse(&value("content")).ok());
                }
                "meta" if is("http-equiv", "content-language") => {
                    content = content.or_else(|| Some((value("content"), tag.span.clone())));
                }
                "html" => {
                    let stated = tag.attribute("lang").or_else(|| tag.attribute("xml:lang"));
                    let stated = stated.map(|it| (it.to_owned(), tag.span.clone()));
                    head.language = stated.and_then(language);
                }
                "body" if head.language.is_none() => {
                    let stated = tag.attribute("lang").map(|it| (it.to_owned(), tag.span.clone()));
                    head.language = stated.and_then(language);
                }
                "title"
                    if head.title.is_none() && tree.around(at).all(|it| tree.name(it) != "svg") =>
                {
                    let span =
                        tree.children(at).find_map(|at| match &tree.nodes.get(at)?.content {
                            Content::Text(_, span) => Some(span.clone()),
                            Content::Element(_) => None,
                        });
                    head.title = span.map(|span| (tree.text(at), span));
                }
                _ => {}
            }
        }
        let is_page = |url: &Url| matches!(url.scheme(), "http" | "https");
        head.base = [base, canonical, graph].into_iter().flatten().find(is_page);
        head.language = head.language.or_else(|| content.and_then(language));
        head
    }

    /// Returns the title of the page.
    pub(super) fn title(&self) -> &str {
        self.title.as_ref().map_or("", |(title, _)| title)
    }

    /// Returns the language that the page states, unless its sentences are in another one: templates
    /// are copied with what they state.
    pub(super) fn language(&self, blocks: &[Block]) -> Option<(Tag, Range<usize>)> {
        let (stated, span) = self.language.as_ref()?;
        let spoken = spoken::of_sentences(&lines(blocks));
        let is_other = spoken.is_some_and(|spoken| !spoken.is_same_language(stated));
        (!is_other).then(|| (stated.clone(), span.clone()))
    }

    /// Returns the name of the person in the title, if nothing at the beginning of the page can be
    /// one.
    pub(super) fn name(&self, blocks: &[Block]) -> Option<(String, Range<usize>)> {
        let (title, span) = self.title.as_ref()?;
        let named = title.get(name_in(title)).unwrap_or_default();
        let name = first_part(named).trim();
        let is_there = |block: &Block| match block {
            Block::Heading { text, .. } => is_likely_name(text),
            Block::Paragraph(lines) => lines.iter().take(2).any(|line| can_be_name(&line.plain())),
            _ => false,
        };
        let is_name = can_be_name(name) && !is_about_document(name);
        let is_needed = !blocks.iter().take(FIRST_BLOCKS).any(is_there);
        (is_name && is_needed).then(|| (name.to_owned(), span.clone()))
    }
}

/// Reads a language; `en_US` is written often.
fn language((stated, span): (String, Range<usize>)) -> Option<(Tag, Range<usize>)> {
    let first = stated.split(',').next().unwrap_or_default().trim().replace('_', "-");
    Some((Tag::parse(&first)?, span))
}
