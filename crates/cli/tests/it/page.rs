//! A built page as a browser's parser sees it.

use crate::html::{Child, ElementRef, Html};
use perfil_site::Tree;

/// Inline elements; all others begin a new line.
const INLINE: &[&str] =
    &["a", "button", "code", "data", "del", "em", "kbd", "label", "span", "strong", "time"];

/// Elements whose content is not shown as text.
const SILENT: &[&str] = &["script", "style", "svg"];

/// A parsed page.
#[derive(Clone)]
pub(crate) struct Page {
    /// Its path in the site.
    pub(crate) path: String,
    html: Html,
}

impl Page {
    /// Parses the HTML of a page.
    pub(crate) fn parse(path: &str, html: &str) -> Self {
        Self { path: path.to_owned(), html: Html::parse(html) }
    }

    /// Parses a page of a site.
    pub(crate) fn of(tree: &Tree, path: &str) -> Self {
        Self::parse(path, crate::content::text(tree, path))
    }

    /// Every page of a site.
    pub(crate) fn all(tree: &Tree) -> Vec<Self> {
        let pages = tree.iter().filter(|(path, _)| is_html(path) && !is_framed(path));
        pages.map(|(path, _)| Self::of(tree, path)).collect()
    }

    /// Every page for frames on other sites.
    pub(crate) fn framed(tree: &Tree) -> Vec<Self> {
        let pages = tree.iter().filter(|(path, _)| is_html(path) && is_framed(path));
        pages.map(|(path, _)| Self::of(tree, path)).collect()
    }

    /// The elements that a CSS selector finds, in the order of the document.
    pub(crate) fn select(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.html.select(selector)
    }

    /// The value of an attribute of the only element that a selector finds.
    pub(crate) fn attribute(&self, selector: &str, name: &str) -> Option<&str> {
        match self.select(selector).as_slice() {
            [only] => only.value().attr(name),
            found => panic!("{} has {} of {selector}", self.path, found.len()),
        }
    }

    /// The values of an attribute of all elements that have it.
    pub(crate) fn attributes(&self, name: &str) -> Vec<&str> {
        let found = self.select(&format!("[{name}]"));
        found.into_iter().filter_map(|element| element.value().attr(name)).collect()
    }

    /// The title and all text that is shown.
    pub(crate) fn text(&self) -> String {
        self.select("title, body").into_iter().map(text).collect::<Vec<_>>().join(" ")
    }
}

/// Whether a file is HTML.
pub(crate) fn is_html(path: &str) -> bool {
    path.rsplit('.').next() == Some("html")
}

/// Whether a page is for frames on other sites.
fn is_framed(path: &str) -> bool {
    path.starts_with("embed/")
}

/// Words in an element that no white space and no line separates, although they are of different
/// elements: whoever copies or extracts the text gets one word. What an owner wrote in Markdown may
/// mark a part of a word.
pub(crate) fn joined_words(page: &Page) -> Vec<String> {
    let mut reading = Reading::default();
    for body in page.select("title, body, dialog") {
        reading.element(body);
    }
    reading.joined
}

/// The text that was read last, up to a line's end.
#[derive(Default)]
struct Reading<'a> {
    last: &'a str,
    joined: Vec<String>,
}

impl<'a> Reading<'a> {
    fn element(&mut self, element: ElementRef<'a>) {
        let tag = element.value();
        let is_prose = tag.attr("class").is_some_and(|it| it.split(' ').any(|it| it == "prose"));
        if SILENT.contains(&tag.name()) || tag.name() == "select" || is_prose {
            self.last = "";
            return;
        }
        let is_line = !INLINE.contains(&tag.name());
        if is_line {
            self.last = "";
        }
        for child in element.children() {
            match child {
                Child::Text("") => {}
                Child::Text(text) => {
                    let ends = self.last.chars().next_back().is_some_and(char::is_alphanumeric);
                    if ends && text.starts_with(char::is_alphanumeric) {
                        self.joined.push(format!("{}|{text}", self.last));
                    }
                    self.last = text;
                }
                Child::Element(inner) => self.element(inner),
            }
        }
        if is_line {
            self.last = "";
        }
    }
}

/// The text of an element on one line, with spaces where a reader sees them.
pub(crate) fn text(element: ElementRef<'_>) -> String {
    let mut read = String::new();
    collect(element, &mut read);
    read.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn collect(element: ElementRef<'_>, read: &mut String) {
    for child in element.children() {
        match child {
            Child::Text(words) => read.push_str(words),
            Child::Element(inner) => {
                let tag = inner.value();
                if !SILENT.contains(&tag.name()) && tag.attr("hidden").is_none() {
                    let gap = if INLINE.contains(&tag.name()) { "" } else { " " };
                    read.push_str(gap);
                    collect(inner, read);
                    read.push_str(gap);
                }
            }
        }
    }
}
