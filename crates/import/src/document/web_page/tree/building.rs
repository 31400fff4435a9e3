//! Builds the tree of a page: what authors leave open or close in a wrong order is closed as browsers
//! do, as far as it matters for a text.

use super::{Content, INLINE, Node, Tree};
use crate::document::markup::{Tag, Token};
use std::ops::Range;

/// The maximum depth of elements. Deeper ones are beside each other, so that no code that walks the
/// tree exhausts the stack.
const DEEPEST: usize = 120;

/// Elements without content.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements that can be in the head of a page.
const OF_HEAD: [&str; 8] =
    ["base", "link", "meta", "noscript", "script", "style", "template", "title"];

/// Elements that end a paragraph around them.
const AFTER_PARAGRAPH: [&str; 33] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

impl Tree {
    /// Builds the tree of a page.
    pub(in crate::document::web_page) fn of(tokens: Vec<Token>) -> Self {
        let root = Node {
            parent: 0,
            first: None,
            last: None,
            next: None,
            content: Content::Element(Tag::named("html")),
        };
        let mut building = Building { tree: Self { nodes: vec![root] }, open: vec![0], above: 0 };
        for token in tokens {
            match token {
                Token::Start(tag) => building.start(tag),
                Token::End(name) => building.end(&name),
                Token::Text(text, span) => building.text(text, span),
            }
        }
        building.tree
    }
}

/// A tree while it is built.
struct Building {
    tree: Tree,
    /// The elements that have not ended.
    open: Vec<usize>,
    /// How many elements too deep have not ended.
    above: usize,
}

impl Building {
    fn add(&mut self, content: Content) -> usize {
        let parent = self.open.last().copied().unwrap_or_default();
        let at = self.tree.nodes.len();
        self.tree.nodes.push(Node { parent, first: None, last: None, next: None, content });
        let before = self.tree.nodes.get_mut(parent).and_then(|outer| {
            outer.first.get_or_insert(at);
            outer.last.replace(at)
        });
        if let Some(before) = before.and_then(|before| self.tree.nodes.get_mut(before)) {
            before.next = Some(at);
        }
        at
    }

    fn text(&mut self, text: String, span: Range<usize>) {
        if !text.trim().is_empty() {
            self.leave_head("");
        }
        self.add(Content::Text(text, span));
    }

    fn start(&mut self, tag: Tag) {
        self.leave_head(&tag.name);
        let name = tag.name.as_str();
        let again = match name {
            "html" => Some(0),
            "body" => self.open.iter().copied().find(|at| self.tree.name(*at) == "body"),
            _ => None,
        };
        if let Some(at) = again {
            if let Some(Content::Element(first)) =
                self.tree.nodes.get_mut(at).map(|node| &mut node.content)
            {
                first.complete(tag);
            }
            return;
        }
        self.end_implied(name);
        let is_drawing = || self.open.iter().rev().any(|at| self.tree.name(*at) == "svg");
        let is_alone = VOID.contains(&name) || (tag.is_alone && (name == "svg" || is_drawing()));
        let is_deep = self.open.len() >= DEEPEST;
        let at = self.add(Content::Element(tag));
        if is_alone {
            return;
        }
        if is_deep {
            self.above += 1;
        } else {
            self.open.push(at);
        }
    }

    /// Ends the head at the first element that cannot be in it.
    fn leave_head(&mut self, name: &str) {
        let is_in_head = self.open.last().is_some_and(|at| self.tree.name(*at) == "head");
        if is_in_head && !OF_HEAD.contains(&name) {
            self.open.pop();
        }
    }

    /// Ends the elements that end where another begins.
    fn end_implied(&mut self, name: &str) {
        let (ends, limits): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["table", "tr"]),
            "tr" => (&["tr"], &["table"]),
            "thead" | "tbody" | "tfoot" => (&["thead", "tbody", "tfoot"], &["table"]),
            "option" | "optgroup" => (&["option"], &["select"]),
            "a" => (&["a"], &["td", "th", "table", "li", "div"]),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                (&["h1", "h2", "h3", "h4", "h5", "h6"], &["div", "section", "li", "td"])
            }
            _ => (&[], &[]),
        };
        if AFTER_PARAGRAPH.contains(&name) {
            self.end_within(&["p"], &["table", "td", "th", "button", "div", "li"]);
        }
        if !ends.is_empty() {
            self.end_within(ends, limits);
        }
    }

    /// Ends the innermost of some elements, if none of the limits is inside it.
    fn end_within(&mut self, ends: &[&str], limits: &[&str]) {
        for (index, at) in self.open.iter().enumerate().skip(1).rev() {
            let name = self.tree.name(*at);
            if ends.contains(&name) {
                self.open.truncate(index);
                self.above = 0;
                return;
            }
            if limits.contains(&name) {
                return;
            }
        }
    }

    fn end(&mut self, name: &str) {
        if self.above > 0 {
            self.above -= 1;
            return;
        }
        if name == "br" {
            self.add(Content::Element(Tag::named("br")));
            return;
        }
        // Texts after the end of a page are in it.
        if matches!(name, "html" | "body") {
            return;
        }
        let is_inline = INLINE.contains(&name);
        let is_of_table =
            matches!(name, "table" | "tbody" | "thead" | "tfoot" | "tr" | "td" | "th");
        for (index, at) in self.open.iter().enumerate().skip(1).rev() {
            let open = self.tree.name(*at);
            if open == name {
                return self.open.truncate(index);
            }
            let is_limit = if is_inline {
                !INLINE.contains(&open) && open != "p"
            } else {
                !is_of_table && matches!(open, "td" | "th" | "table")
            };
            if is_limit {
                return;
            }
        }
    }
}
