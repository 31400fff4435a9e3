//! Elements as data, from which both HTML and nested lists (`JsonML`) are written.

use serde_json::{Map, Value};

/// An element with its attributes and children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

/// A child of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    Text(String),
    Element(Element),
}

/// The void elements of HTML, which have no content and no end tag.
const VOID: [&str; 2] = ["br", "img"];

impl Element {
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), children: Vec::new() }
    }

    /// Adds an attribute.
    pub(super) fn attr(mut self, name: &'static str, value: impl ToString) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// Adds a child.
    pub(super) fn child(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }

    /// Adds these children.
    pub(super) fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    /// Returns the element as HTML.
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(&self, html: &mut String) {
        html.extend(["<", self.name]);
        for (name, value) in &self.attributes {
            html.extend([" ", name]);
            if !value.is_empty() {
                html.extend(["=\"", &escape(value).replace('"', "&quot;"), "\""]);
            }
        }
        html.push('>');
        for child in &self.children {
            match child {
                Node::Text(text) => html.push_str(&escape(text)),
                Node::Element(element) => element.write(html),
            }
        }
        if !VOID.contains(&self.name) {
            html.extend(["</", self.name, ">"]);
        }
    }

    /// Returns the element as nested lists (`JsonML`), from which a browser makes elements without
    /// an HTML parser: `["p", {"class": "name"}, "Ada"]`.
    #[must_use]
    pub fn to_json_ml(&self) -> Value {
        let attributes = self.attributes.iter();
        let attributes: Map<String, Value> =
            attributes.map(|(name, value)| ((*name).to_owned(), value.as_str().into())).collect();
        let children = self.children.iter().map(|child| match child {
            Node::Text(text) => text.as_str().into(),
            Node::Element(element) => element.to_json_ml(),
        });
        [self.name.into(), attributes.into()].into_iter().chain(children).collect()
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn html_and_json_ml_have_the_same_content() {
        let picture = Element::new("svg").attr("viewBox", "0 0 1 1").child(Element::new("rect"));
        let image = Element::new("img").attr("alt", "\"<&>\"");
        let element =
            Element::new("p").attr("class", "a").attr("hidden", "").child("1 < 2 & \"3\"");
        let element = element.children([picture, image]);
        let html = "<p class=\"a\" hidden>1 &lt; 2 &amp; \"3\"\
                    <svg viewBox=\"0 0 1 1\"><rect></rect></svg>\
                    <img alt=\"&quot;&lt;&amp;&gt;&quot;\"></p>";
        assert_eq!(element.to_html(), html);
        let lists = json!([
            "p",
            { "class": "a", "hidden": "" },
            "1 < 2 & \"3\"",
            ["svg", { "viewBox": "0 0 1 1" }, ["rect", {}]],
            ["img", { "alt": "\"<&>\"" }],
        ]);
        assert_eq!(element.to_json_ml(), lists);
    }
}
