//! HTML as a browser parses it, by a tokenizer that is not ours.

mod select;
mod tree;

use std::collections::BTreeMap;
use std::fmt;

/// A document or a part of one.
#[derive(Clone)]
pub(crate) struct Html {
    /// Elements and texts in the order of the document; the first one is the root.
    nodes: Vec<Node>,
}

/// An element or a text, and its position.
#[derive(Clone)]
struct Node {
    parent: usize,
    kind: Kind,
}

#[derive(Clone)]
enum Kind {
    Element(Element),
    Text(String),
}

/// An element.
#[derive(Clone, Debug, Default)]
pub(crate) struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    children: Vec<usize>,
}

/// An element in its document.
#[derive(Clone, Copy)]
pub(crate) struct ElementRef<'a> {
    html: &'a Html,
    place: usize,
    element: &'a Element,
}

/// Two are equal if they have the same position in their documents.
impl PartialEq for ElementRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl fmt::Debug for ElementRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.element)
    }
}

/// The content of an element.
pub(crate) enum Child<'a> {
    Element(ElementRef<'a>),
    Text(&'a str),
}

impl Html {
    /// Parses HTML.
    ///
    /// Panics where a browser would have to repair it, so that the result is exactly what was
    /// written.
    pub(crate) fn parse(html: &str) -> Self {
        tree::parse(html)
    }

    /// The elements that a CSS selector finds, in the order of the document.
    pub(crate) fn select(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = select::Selector::parse(selector);
        // The root is not an element of the document.
        let all = (1..self.nodes.len()).filter_map(|place| self.element(place));
        all.filter(|element| selector.matches(*element)).collect()
    }

    fn element(&self, place: usize) -> Option<ElementRef<'_>> {
        match &self.nodes[place].kind {
            Kind::Element(element) => Some(ElementRef { html: self, place, element }),
            Kind::Text(_) => None,
        }
    }
}

impl Element {
    /// The name, in lowercase.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The value of an attribute.
    pub(crate) fn attr(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// The attributes with their values.
    pub(crate) fn attrs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl<'a> ElementRef<'a> {
    /// The element itself.
    pub(crate) fn value(self) -> &'a Element {
        self.element
    }

    /// The parent element.
    pub(crate) fn parent(self) -> Option<Self> {
        let parent = self.html.nodes[self.place].parent;
        (parent != 0).then(|| self.html.element(parent)).flatten()
    }

    /// The ancestors, the nearest first.
    pub(crate) fn ancestors(self) -> impl Iterator<Item = Self> {
        std::iter::successors(self.parent(), |element| element.parent())
    }

    /// The children.
    pub(crate) fn children(self) -> impl Iterator<Item = Child<'a>> {
        let Self { html, element, .. } = self;
        element.children.iter().map(move |place| match &html.nodes[*place].kind {
            Kind::Element(element) => Child::Element(ElementRef { html, place: *place, element }),
            Kind::Text(text) => Child::Text(text),
        })
    }

    /// The descendants, in the order of the document.
    pub(crate) fn descendants(self) -> Vec<Self> {
        let mut found = Vec::new();
        for child in self.children() {
            if let Child::Element(child) = child {
                found.push(child);
                found.extend(child.descendants());
            }
        }
        found
    }

    /// The texts in it, as they were written.
    pub(crate) fn text(self) -> Vec<&'a str> {
        let texts = self.children().flat_map(|child| match child {
            Child::Text(text) => vec![text],
            Child::Element(child) => child.text(),
        });
        texts.collect()
    }
}
