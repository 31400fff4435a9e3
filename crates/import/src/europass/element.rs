//! The elements of a file, read by their local names: files differ in prefixes and in order.

use super::preferences::Preferences;
use crate::tree;
use perfil_source::{Node, privacy};
use roxmltree::Document;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A parsed file, and what of it has been read.
pub(super) struct Xml<'a> {
    document: &'a Document<'a>,
    preferences: Preferences,
    /// The elements whose texts have been read, by their positions.
    read: RefCell<BTreeSet<usize>>,
    /// The elements that the file itself hides, by their positions, with their names.
    hidden: RefCell<BTreeMap<usize, String>>,
}

/// An element of a file.
#[derive(Clone, Copy)]
pub(super) struct Element<'a> {
    node: roxmltree::Node<'a, 'a>,
    file: &'a Xml<'a>,
}

impl<'a> Xml<'a> {
    pub(super) fn new(document: &'a Document<'a>) -> Self {
        let preferences = Preferences::of(document);
        Self { document, preferences, read: RefCell::default(), hidden: RefCell::default() }
    }

    /// Returns the outermost element.
    pub(super) fn root(&'a self) -> Element<'a> {
        Element { node: self.document.root_element(), file: self }
    }

    /// Returns the elements that the file hides, with their names.
    pub(super) fn hidden(&self) -> Vec<(usize, String)> {
        self.hidden.borrow().clone().into_iter().collect()
    }
}

impl<'a> Element<'a> {
    /// Returns the name, without a prefix.
    pub(super) fn name(self) -> &'a str {
        self.node.tag_name().name()
    }

    /// Returns the position, from the first tag to the last.
    pub(super) fn range(self) -> Range<usize> {
        self.node.range()
    }

    /// Returns the elements inside this one.
    pub(super) fn children(self) -> impl Iterator<Item = Element<'a>> {
        let elements = self.node.children().filter(roxmltree::Node::is_element);
        elements.map(move |node| Element { node, file: self.file })
    }

    /// Returns the elements with this name inside this one.
    pub(super) fn all(self, name: &str) -> impl Iterator<Item = Element<'a>> {
        self.children().filter(move |child| child.name() == name)
    }

    /// Returns the entries of a list: `…List` around them, or the entries alone.
    pub(super) fn listed(self, name: &str) -> Vec<Element<'a>> {
        let is_list = |child: &Element| child.name().strip_suffix("List") == Some(name);
        let lists = self.children().filter(is_list).flat_map(|list| list.all(name));
        lists.chain(self.all(name)).collect()
    }

    /// Returns the first element at a path: `Address/Contact`.
    pub(super) fn at(self, path: &str) -> Option<Element<'a>> {
        path.split('/').try_fold(self, |element, name| element.all(name).next())
    }

    /// Returns an attribute, without white space around it.
    pub(super) fn attribute(self, name: &str) -> Option<&'a str> {
        let attribute = self.node.attributes().find(|attribute| attribute.name() == name)?;
        Some(attribute.value().trim())
    }

    /// Notes that the element has been read, with all inside it.
    pub(super) fn mark(self) {
        let inside = self.node.descendants().filter(roxmltree::Node::is_element);
        self.file.read.borrow_mut().extend(inside.map(|node| node.range().start));
    }

    /// Whether the text of the element has been read.
    pub(super) fn is_read(self) -> bool {
        self.file.read.borrow().contains(&self.node.range().start)
    }

    /// Whether the element has a text of its own, other than white space.
    pub(super) fn has_text(self) -> bool {
        let mut texts = self.node.children().filter(roxmltree::Node::is_text);
        texts.any(|text| text.text().is_some_and(|text| !text.trim().is_empty()))
    }

    /// Returns the text of the element with all inside it; `None` if there is none.
    pub(super) fn raw(self) -> Option<String> {
        let texts = self.node.descendants().filter(roxmltree::Node::is_text);
        let text: String = texts.filter_map(|node| node.text()).collect();
        self.mark();
        (!text.trim().is_empty()).then(|| text.trim().to_owned())
    }

    /// Returns the text of an element on one line.
    pub(super) fn line(self) -> Option<String> {
        Some(self.raw()?.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Returns the text at a path on one line.
    pub(super) fn line_at(self, path: &str) -> Option<String> {
        self.at(path)?.line()
    }

    /// Returns a short text, which is private if the file hides it.
    pub(super) fn short(self, path: &str) -> Option<Node> {
        let element = self.at(path)?;
        let text = element.line()?;
        Some(element.value(text))
    }

    /// Returns the label of a code, or else the code: `<Code>UK</Code><Label>United Kingdom</Label>`.
    pub(super) fn label(self, path: &str) -> Option<Node> {
        let element = self.at(path)?;
        let text = element.label_text()?;
        Some(element.value(text))
    }

    /// Returns the label of a code, or else the code.
    pub(super) fn label_text(self) -> Option<String> {
        let code = self.line_at("Code");
        let label =
            self.line_at("Label").or_else(|| if code.is_none() { self.line() } else { None });
        label.or(code)
    }

    /// Returns a text in HTML: most files escape its tags, and some do not.
    pub(super) fn rich(self, path: &str) -> Option<Node> {
        let element = self.at(path)?;
        let element = element.at("Label").unwrap_or(element);
        let text = element.html()?;
        Some(element.value(text))
    }

    /// Returns the text of the element as HTML.
    pub(super) fn html(self) -> Option<String> {
        if self.children().next().is_none() {
            return self.raw();
        }
        self.mark();
        let first = self.node.first_child()?.range().start;
        let last = self.node.last_child()?.range().end;
        let inner = self.file.document.input_text().get(first..last)?.trim();
        (!inner.is_empty()).then(|| inner.to_owned())
    }

    /// Returns a value with the position of the element, private if the file hides the element.
    pub(super) fn value(self, text: impl Into<String>) -> Node {
        let node = tree::text(text, self.place());
        if self.is_hidden() { privacy::wrap(node) } else { node }
    }

    /// Whether the file says that the element is not to be printed.
    pub(super) fn is_hidden(self) -> bool {
        let Some(name) = self.file.preferences.hiding(self.node) else { return false };
        self.file.hidden.borrow_mut().entry(self.node.range().start).or_insert(name);
        true
    }

    /// Returns the position of the text, or else that of the element.
    pub(super) fn place(self) -> Range<usize> {
        let range = self.node.range();
        let text = self
            .node
            .children()
            .find(|node| node.is_text() && node.text().is_some_and(|text| !text.trim().is_empty()));
        let Some(text) = text else { return range };
        let inner = text.range();
        let written = self.file.document.input_text().get(inner.clone()).unwrap_or_default();
        let start = inner.start + written.len() - written.trim_start().len();
        let end = inner.end - (written.len() - written.trim_end().len());
        start..end.max(start)
    }
}
