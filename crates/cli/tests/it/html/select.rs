//! The CSS selectors by which tests find elements.

use super::{Child, ElementRef};

/// A list of alternatives.
pub(super) struct Selector(Vec<Complex>);

/// Compounds from the outermost to the element itself.
struct Complex(Vec<(Combinator, Compound)>);

/// How an element is related to that of the previous compound.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Combinator {
    Descendant,
    Child,
}

/// A condition on one element.
type Compound = Vec<Simple>;

enum Simple {
    Any,
    Name(String),
    Id(String),
    Class(String),
    Attribute(String, Value),
    FirstChild,
    Is(Selector),
    Not(Selector),
}

enum Value {
    Any,
    Equal(String),
    Start(String),
    Part(String),
}

impl Selector {
    /// Parses a selector of the kinds above, and no other.
    pub(super) fn parse(written: &str) -> Self {
        let mut rest = written;
        let selector = list(&mut rest);
        assert_eq!(rest, "", "what is that in {written:?}?");
        selector
    }

    pub(super) fn matches(&self, element: ElementRef<'_>) -> bool {
        self.0.iter().any(|complex| is_match(&complex.0, element))
    }
}

fn is_match(compounds: &[(Combinator, Compound)], element: ElementRef<'_>) -> bool {
    let Some(((combinator, last), outer)) = compounds.split_last() else { return true };
    last.iter().all(|simple| simple.matches(element))
        && (outer.is_empty()
            || match combinator {
                Combinator::Child => element.parent().is_some_and(|it| is_match(outer, it)),
                Combinator::Descendant => element.ancestors().any(|it| is_match(outer, it)),
            })
}

impl Simple {
    fn matches(&self, element: ElementRef<'_>) -> bool {
        let value = |name: &str| element.value().attr(name);
        match self {
            Self::Any => true,
            Self::Name(name) => element.value().name() == name,
            Self::Id(id) => value("id") == Some(id),
            Self::Class(class) => {
                value("class").is_some_and(|all| all.split_whitespace().any(|it| it == class))
            }
            Self::Attribute(name, expected) => value(name).is_some_and(|value| match expected {
                Value::Any => true,
                Value::Equal(expected) => value == expected,
                Value::Start(start) => value.starts_with(start.as_str()),
                Value::Part(part) => value.contains(part.as_str()),
            }),
            Self::FirstChild => element.parent().is_some_and(|parent| {
                let mut children = parent.children();
                let first = children
                    .find_map(|it| if let Child::Element(it) = it { Some(it) } else { None });
                first.is_some_and(|first| first.place == element.place)
            }),
            Self::Is(selector) => selector.matches(element),
            Self::Not(selector) => !selector.matches(element),
        }
    }
}

fn list(rest: &mut &str) -> Selector {
    let mut all = vec![complex(rest)];
    while take_prefix(rest, ",") {
        all.push(complex(rest));
    }
    Selector(all)
}

fn complex(rest: &mut &str) -> Complex {
    *rest = rest.trim_start();
    let mut all = vec![(Combinator::Descendant, compound(rest))];
    loop {
        let is_descendant = rest.starts_with(char::is_whitespace);
        *rest = rest.trim_start();
        if rest.is_empty() || rest.starts_with([',', ')']) {
            return Complex(all);
        }
        let combinator =
            if take_prefix(rest, ">") { Combinator::Child } else { Combinator::Descendant };
        assert!(is_descendant || combinator == Combinator::Child, "what is {rest:?}?");
        *rest = rest.trim_start();
        all.push((combinator, compound(rest)));
    }
}

fn compound(rest: &mut &str) -> Compound {
    let mut all = Vec::new();
    loop {
        all.push(if take_prefix(rest, "*") {
            Simple::Any
        } else if take_prefix(rest, "#") {
            Simple::Id(name(rest))
        } else if take_prefix(rest, ".") {
            Simple::Class(name(rest))
        } else if take_prefix(rest, "[") {
            attribute(rest)
        } else if take_prefix(rest, ":first-child") {
            Simple::FirstChild
        } else if take_prefix(rest, ":is(") {
            Simple::Is(within(rest))
        } else if take_prefix(rest, ":not(") {
            Simple::Not(within(rest))
        } else if all.is_empty() {
            Simple::Name(name(rest))
        } else {
            return all;
        });
    }
}

fn attribute(rest: &mut &str) -> Simple {
    let name = name(rest);
    let value = if take_prefix(rest, "^=") {
        Value::Start(value(rest))
    } else if take_prefix(rest, "*=") {
        Value::Part(value(rest))
    } else if take_prefix(rest, "=") {
        Value::Equal(value(rest))
    } else {
        Value::Any
    };
    assert!(take_prefix(rest, "]"), "what is {rest:?}?");
    Simple::Attribute(name, value)
}

fn within(rest: &mut &str) -> Selector {
    let selector = list(rest);
    assert!(take_prefix(rest, ")"), "what is {rest:?}?");
    selector
}

fn value(rest: &mut &str) -> String {
    let Some(quote) = rest.chars().next().filter(|c| ['"', '\''].contains(c)) else {
        return name(rest);
    };
    let (value, after) = rest[1..].split_once(quote).unwrap();
    *rest = after;
    value.to_owned()
}

fn name(rest: &mut &str) -> String {
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    assert!(length > 0, "what is {rest:?}?");
    let (name, after) = rest.split_at(length);
    *rest = after;
    name.to_owned()
}

fn take_prefix(rest: &mut &str, start: &str) -> bool {
    let after = rest.strip_prefix(start);
    *rest = after.unwrap_or(rest);
    after.is_some()
}

#[test]
fn selectors_match() {
    let html = "<main id=m><ul class='a b'><li>1</li><li lang=en data-x='y z'>2</li></ul>\
                <div class=entry><ul class=a><li>3</li></ul></div></main>";
    let html = super::Html::parse(html);
    for (selector, expected) in [
        ("*", "main ul li li div ul li"),
        ("li", "li li li"),
        (".b > li", "li li"),
        ("main > li", ""),
        ("#m .a.b li:first-child", "li"),
        ("li[lang], div.entry", "li div"),
        ("[data-x=\"y z\"], [data-x='y']", "li"),
        ("li[data-x^='y']:not([lang=es])", "li"),
        ("ul:not(.entry ul)", "ul"),
        (":is(.entry, .b) > li:not(:first-child, [title])", "li"),
        ("li li", ""),
    ] {
        let found = html.select(selector).into_iter();
        let found: Vec<_> = found.map(|element| element.value().name()).collect();
        assert_eq!(found.join(" "), expected, "{selector}");
    }
}
