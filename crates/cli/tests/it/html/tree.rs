//! Builds a tree from tokens, for HTML that a browser need not repair.

use super::{Element, Html, Kind, Node};
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Error, HtmlString, StartTag, Token, Tokenizer};
use std::collections::BTreeMap;

/// Elements without content and end tag.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Elements that end a paragraph around them.
const BLOCKS: &[&str] = &[
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
    "search",
    "section",
    "summary",
    "table",
    "ul",
];

/// Elements that cannot be inside others of the same name.
const NOT_IN_ITSELF: &[&str] =
    &["a", "body", "button", "form", "head", "html", "option", "select", "template"];

/// Elements of a drawing; any other ends it.
const DRAWING: &[&str] = &["circle", "g", "line", "path", "rect", "svg", "text", "title", "use"];

/// Elements that can only be inside these.
const PARENTS: &[(&str, &[&str])] = &[
    ("body", &["html"]),
    ("dd", &["dl", "div"]),
    ("dt", &["dl", "div"]),
    ("head", &["html"]),
    ("li", &["ul", "ol", "menu"]),
    ("tbody", &["table"]),
    ("td", &["tr"]),
    ("th", &["tr"]),
    ("thead", &["table"]),
    ("tr", &["thead", "tbody", "tfoot"]),
];

pub(super) fn parse(html: &str) -> Html {
    let root = Node { parent: 0, kind: Kind::Element(Element::default()) };
    let mut tree = Tree { nodes: vec![root], open: vec![0] };
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token.unwrap() {
            Token::StartTag(tag) => tree.start(tag, html),
            Token::EndTag(tag) => {
                let (name, open) = (text(&tag.name), tree.names().next());
                assert_eq!(open.map(str::to_owned), Some(name), "{html}");
                tree.open.pop();
            }
            Token::String(part) => tree.text(&text(&part)),
            // Invisible characters, which the texts of the hostile tests contain.
            Token::Error(error)
                if matches!(
                    error.value,
                    Error::ControlCharacterInInputStream | Error::NoncharacterInInputStream
                ) => {}
            Token::Error(error) => panic!("{:?} in {html}", error.value),
            Token::Comment(_) | Token::Doctype(_) => {}
        }
    }
    assert_eq!(tree.names().count(), 0, "something stays open in {html}");
    Html { nodes: tree.nodes }
}

struct Tree {
    nodes: Vec<Node>,
    /// The open elements, from the root inwards.
    open: Vec<usize>,
}

impl Tree {
    /// The names of the open elements, the innermost first.
    fn names(&self) -> impl Iterator<Item = &str> {
        self.open.iter().skip(1).rev().filter_map(|place| match &self.nodes[*place].kind {
            Kind::Element(element) => Some(element.name()),
            Kind::Text(_) => None,
        })
    }

    fn start(&mut self, tag: StartTag<()>, html: &str) {
        let name = text(&tag.name);
        self.assert_place(&name, html);
        let is_drawing = name == "svg" || self.names().any(|ancestor| ancestor == "svg");
        let is_void = VOID.contains(&name.as_str()) || (is_drawing && tag.self_closing);
        assert!(is_void || !tag.self_closing, "<{name}/> does not end in {html}");
        let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value)));
        let attributes: BTreeMap<_, _> = attributes.collect();
        let place = self.add(Kind::Element(Element { name, attributes, children: Vec::new() }));
        if !is_void {
            self.open.push(place);
        }
    }

    /// Fails where a browser would move an element.
    fn assert_place(&self, name: &str, html: &str) {
        let is_inside = |outer: &str| self.names().any(|ancestor| ancestor == outer);
        let is_block = BLOCKS.contains(&name);
        assert!(!(is_block && is_inside("p")), "<{name}> ends a paragraph in {html}");
        let is_nested = NOT_IN_ITSELF.contains(&name) && is_inside(name);
        assert!(!is_nested, "<{name}> ends another in {html}");
        let is_allowed_in_drawing = !is_inside("svg") || DRAWING.contains(&name);
        assert!(is_allowed_in_drawing, "<{name}> ends a drawing in {html}");
        // A fragment may begin with an element that needs a parent that is not in the fragment.
        let (parent, expected) = (self.names().next(), PARENTS.iter().find(|it| it.0 == name));
        let has_allowed_parent =
            parent.zip(expected).is_none_or(|(parent, (_, known))| known.contains(&parent));
        assert!(has_allowed_parent, "<{name}> in {parent:?} in {html}");
    }

    fn text(&mut self, text: &str) {
        if let Some(Node { kind: Kind::Text(before), .. }) = self.last_child() {
            before.push_str(text);
        } else {
            self.add(Kind::Text(text.to_owned()));
        }
    }

    fn last_child(&mut self) -> Option<&mut Node> {
        let parent = *self.open.last()?;
        let Kind::Element(element) = &self.nodes[parent].kind else { return None };
        let last = *element.children.last()?;
        self.nodes.get_mut(last)
    }

    fn add(&mut self, kind: Kind) -> usize {
        let (parent, place) = (*self.open.last().unwrap(), self.nodes.len());
        self.nodes.push(Node { parent, kind });
        if let Kind::Element(element) = &mut self.nodes[parent].kind {
            element.children.push(place);
        }
        place
    }
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn valid_html_is_parsed() {
    let html = "<!DOCTYPE html><p id=a class='b c'>1 &lt; 2 &amp;copy;<br>x<svg><rect/></svg></p>\
                <script>if (a < b) { \"</p>\" }</script><!-- c -->";
    let read = Html::parse(html);
    let [p, br, svg, rect, script] = read.select("*").try_into().ok().unwrap();
    assert_eq!(p.text(), ["1 < 2 &copy;", "x"]);
    assert_eq!((p.value().attr("id"), p.value().attr("class")), (Some("a"), Some("b c")));
    assert_eq!([br, svg, rect].map(|it| it.value().name()), ["br", "svg", "rect"]);
    assert_eq!(rect.ancestors().map(|it| it.value().name()).collect::<Vec<_>>(), ["svg", "p"]);
    assert_eq!(script.text(), ["if (a < b) { \"</p>\" }"]);
}

#[test]
fn html_that_a_browser_would_repair_is_rejected() {
    for html in [
        "<p>",
        "</p>",
        "<b><i></b></i>",
        "<p><div></div></p>",
        "<a><b><a></a></b></a>",
        "<div><li></li></div>",
        "<table><tr></tr></table>",
        "<svg><p></p></svg>",
        "<div/>",
        "<br></br>",
        "<p id=a id=b></p>",
        "<p title=\"a></p>",
        "<p>&#0;</p>",
        "<script>",
    ] {
        let read = std::panic::catch_unwind(|| Html::parse(html));
        assert!(read.is_err(), "{html}");
    }
}
