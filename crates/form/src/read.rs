//! Makes the form of a tree.

use crate::control::{Control, Input, Item, Part, PathStep, SECTIONS};
use crate::words::{first_text, is_text, texts};
use perfil_source::shape::{Field, Line, Text};
use perfil_source::{Node, Shape, Value, privacy};
use serde::{Deserialize, Serialize};

/// The languages of a document.
#[derive(Clone, Copy, Debug)]
pub struct Languages<'a> {
    /// The language of its plain strings.
    pub document: &'a str,
}

/// What a document consists of, for the navigation of an editor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// The name of the person, in its first language.
    pub name: String,
    /// The sections.
    pub sections: Vec<Item>,
    /// The kinds that a new section can have.
    pub kinds: Vec<String>,
}

/// The form of a part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Form {
    /// Its fields.
    pub fields: Vec<Control>,
    /// The kind of the section, if the part is one.
    pub kind: Option<String>,
}

/// The fields that a form does not show, because they are no choice.
const FIXED: [&str; 1] = ["version"];

/// Returns what a document consists of.
#[must_use]
pub fn outline(node: &Node, shape: Shape, languages: Languages) -> Outline {
    let context = Reader { languages, open: &[] };
    let name = node
        .get("name")
        .map(|name| first_text(name, context.languages.document))
        .unwrap_or_default();
    let sections = context.field(node, shape, SECTIONS).map(|control| control.input);
    let (sections, kinds) = match sections {
        Some(Input::Items { items, kinds }) => (items, kinds),
        _ => (Vec::new(), Vec::new()),
    };
    Outline { name, sections, kinds }
}

/// Returns the form of a part of a document, in which the objects at these paths are shown whole; `None`
/// if there is no such part.
#[must_use]
pub fn form(
    node: &Node,
    shape: Shape,
    part: &Part,
    languages: Languages,
    open: &[Vec<PathStep>],
) -> Option<Form> {
    let context = Reader { languages, open };
    match part {
        Part::Head => {
            let mut fields = context.fields(node, shape, &[]);
            fields.retain(|field| field.key != SECTIONS);
            Some(Form { fields, kind: None })
        }
        Part::Section(index) => {
            let path = [PathStep::Key(SECTIONS.to_owned()), PathStep::Index(*index)];
            let reader = Reader { languages, open: &[&[path.to_vec()], open].concat() };
            let Input::Items { mut items, .. } = reader.field(node, shape, SECTIONS)?.input else {
                return None;
            };
            if *index >= items.len() {
                return None;
            }
            let item = items.swap_remove(*index);
            Some(Form { fields: item.fields?, kind: item.kind })
        }
    }
}

/// Makes controls of values.
struct Reader<'a> {
    languages: Languages<'a>,
    /// The paths of the objects that are shown whole.
    open: &'a [Vec<PathStep>],
}

impl Reader<'_> {
    /// Returns the control of one field of an object.
    fn field(&self, node: &Node, shape: Shape, key: &str) -> Option<Control> {
        let fields = fields_of(node, shape);
        let field = fields.into_iter().find(|field| field.key() == key)?;
        Some(self.control_of(node, field, &[]))
    }

    fn fields(&self, node: &Node, shape: Shape, path: &[PathStep]) -> Vec<Control> {
        let (path, inner) = below(node, path);
        let fields = fields_of(inner, shape).into_iter();
        let fields = fields.filter(|field| !FIXED.contains(&field.ident));
        fields.map(|field| self.control_of(inner, field, &path)).collect()
    }

    fn control_of(&self, node: &Node, field: &Field, path: &[PathStep]) -> Control {
        let key = field.key();
        let path = [path, &[PathStep::Key(key.clone())]].concat();
        // What is alone in the place of its object has no member.
        let value = node.get(&key);
        let is_required = !(field.is_optional)();
        self.control(value, (field.shape)(), path, key, is_required)
    }

    fn control(
        &self,
        value: Option<&Node>,
        shape: Shape,
        path: Vec<PathStep>,
        key: String,
        is_required: bool,
    ) -> Control {
        let is_private = value.is_some_and(|value| {
            privacy::wrapped(value).is_some()
                || privacy::mark(value).is_some_and(|mark| is_true(&mark.value))
        });
        let (path, inner) = match value {
            Some(value) => {
                let (path, inner) = below(value, &path);
                (path, Some(inner))
            }
            None => (path, None),
        };
        // The id and the kind of a section decide how it is read, so they cannot be private.
        let may_be_private = !matches!(shape, Shape::Line(Line::Id) | Shape::Flag);
        let input = self.input(inner, shape, &path);
        Control { path, key, is_private, may_be_private, is_required, input }
    }

    fn input(&self, value: Option<&Node>, shape: Shape, path: &[PathStep]) -> Input {
        match shape {
            Shape::Text(text) => {
                match value.map(|value| texts(value, text, self.languages.document)) {
                    Some(None) => Input::Other,
                    Some(Some(texts)) => Input::Text { writing: text.into(), texts },
                    None => Input::Text { writing: text.into(), texts: Vec::new() },
                }
            }
            Shape::Line(line) => match value.map(|value| &value.value) {
                None => Input::Line { kind: line.into(), value: String::new() },
                Some(Value::String(text)) => Input::Line { kind: line.into(), value: text.clone() },
                Some(Value::Number(number)) if line == Line::Hue => {
                    Input::Line { kind: line.into(), value: number.to_string() }
                }
                Some(_) => Input::Other,
            },
            Shape::Flag => match value.map(|value| &value.value) {
                None => Input::Flag { is_on: false },
                Some(Value::Bool(is_on)) => Input::Flag { is_on: *is_on },
                Some(_) => Input::Other,
            },
            Shape::Choice(options) => {
                let value = value.and_then(Node::as_str).unwrap_or_default().to_owned();
                Input::Choice { options: options().into_iter().map(str::to_owned).collect(), value }
            }
            Shape::Record { .. } | Shape::Kinds { .. } => match value {
                Some(Node { value: Value::Object(_), .. }) | None => {
                    let absent = Node { value: Value::Object(Vec::new()), span: 0..0 };
                    Input::Record { fields: self.fields(value.unwrap_or(&absent), shape, path) }
                }
                Some(_) => Input::Other,
            },
            Shape::List(element) => self.list(value, element(), path),
            Shape::Other => Input::Other,
        }
    }

    fn list(&self, value: Option<&Node>, element: Shape, path: &[PathStep]) -> Input {
        if value.is_some_and(|value| !matches!(value.value, Value::Array(_))) {
            return Input::Other;
        }
        let elements = value.map(Node::elements).unwrap_or_default();
        let at = |index| [path, &[PathStep::Index(index)]].concat();
        if let Some(text) = only_text(element) {
            let key = match path.last() {
                Some(PathStep::Key(key)) => key.clone(),
                _ => String::new(),
            };
            let values = elements.iter().enumerate().map(|(index, value)| {
                self.control(Some(value), Shape::Text(text), at(index), key.clone(), true)
            });
            return Input::Values { values: values.collect(), writing: text.into() };
        }
        let items = elements.iter().enumerate().map(|(index, value)| {
            let (path, inner) = below(value, &at(index));
            let is_open = self.open.contains(&at(index)) || self.open.contains(&path);
            let kind = inner.get("kind").and_then(Node::as_str).map(str::to_owned);
            Item {
                text: self.alone(inner, element, &path),
                title: first_text(inner, self.languages.document),
                kind: kind.filter(|_| matches!(element, Shape::Kinds { .. })),
                is_private: privacy::hides(value),
                fields: is_open.then(|| self.item_fields(inner, element, &path)),
                path,
            }
        });
        let kinds = match element {
            Shape::Kinds { kinds, .. } => {
                kinds.iter().map(|(kind, _)| (*kind).to_owned()).collect()
            }
            _ => Vec::new(),
        };
        Input::Items { items: items.collect(), kinds }
    }

    /// Returns the fields of an element of a list, which may be the text of one of its fields alone.
    fn item_fields(&self, node: &Node, shape: Shape, path: &[PathStep]) -> Vec<Control> {
        if let Shape::Record { alone: Some(alone), fields, .. } = shape
            && is_text(node)
        {
            return fields
                .iter()
                .map(|field| {
                    let value = (field.ident == alone).then_some(node);
                    let path = match value {
                        Some(_) => path.to_vec(),
                        None => [path, &[PathStep::Key(field.key())]].concat(),
                    };
                    let is_required = !(field.is_optional)();
                    self.control(value, (field.shape)(), path, field.key(), is_required)
                })
                .collect();
        }
        self.fields(node, shape, path)
    }

    /// Returns the control of the field that may stand for the whole object.
    fn alone(&self, node: &Node, shape: Shape, path: &[PathStep]) -> Option<Control> {
        let Shape::Record { alone: Some(alone), .. } = shape else { return None };
        self.item_fields(node, shape, path).into_iter().find(|field| field.key == alone)
    }
}

/// Returns a value below its own mark of privacy, and its path.
fn below<'a>(node: &'a Node, path: &[PathStep]) -> (Vec<PathStep>, &'a Node) {
    match privacy::wrapped(node) {
        Some(inner) => ([path, &[PathStep::Key(privacy::PRIVATE.to_owned())]].concat(), inner),
        None => (path.to_vec(), node),
    }
}

fn is_true(node: &Node) -> bool {
    node.value == Value::Bool(true)
}

/// Returns the fields of an object of a shape.
pub(crate) fn fields_of(node: &Node, shape: Shape) -> Vec<&'static Field> {
    match shape {
        Shape::Record { fields, .. } => fields.iter().collect(),
        Shape::Kinds { fields, kinds } => {
            let kind = node.get("kind").and_then(Node::as_str);
            let own = kinds.iter().find(|(name, _)| Some(*name) == kind);
            fields.iter().chain(own.into_iter().flat_map(|(_, own)| own.iter())).collect()
        }
        _ => Vec::new(),
    }
}

/// Returns how the elements of a list are written, if they are texts.
fn only_text(shape: Shape) -> Option<Text> {
    match shape {
        Shape::Text(text) => Some(text),
        _ => None,
    }
}
