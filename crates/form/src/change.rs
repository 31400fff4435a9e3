//! What a change in a form edits in the file.

use crate::added::{first_value, object};
use crate::control::{Kind, PathStep, Writing};
use perfil_edit::{Edit, Format, Value, apply, edit, set_private};
use perfil_source::shape::Field;
use perfil_source::{Node, Problem, Shape, Value as Source, privacy};
use serde::{Deserialize, Serialize};

/// A change that somebody makes in a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Change {
    /// Writes a text in a language; that of a name is `""` if it is the same in all of them.
    Text {
        /// The path of the control.
        path: Vec<PathStep>,
        /// The tag of the language.
        language: String,
        /// The text; an empty one removes it.
        text: String,
        /// How it is written.
        writing: Writing,
        /// Whether the object cannot be read without it.
        is_required: bool,
    },
    /// Writes a string or a number.
    Line {
        /// The path of the control.
        path: Vec<PathStep>,
        /// The value; an empty one removes it.
        value: String,
        /// What it has to be.
        kind: Kind,
    },
    /// Answers with yes or no.
    Flag {
        /// The path of the control.
        path: Vec<PathStep>,
        /// The answer.
        is_on: bool,
    },
    /// Makes a value private or public.
    Private {
        /// The path of the control.
        path: Vec<PathStep>,
        /// Whether it is private.
        is_private: bool,
    },
    /// Adds an element to a list.
    Add {
        /// The path of the list.
        path: Vec<PathStep>,
        /// The position of the element.
        index: usize,
        /// The kind of the section, if it is one.
        kind: Option<String>,
        /// The text that it begins with.
        text: String,
    },
    /// Removes a value.
    Remove {
        /// The path of the value.
        path: Vec<PathStep>,
    },
    /// Moves an element of a list.
    Move {
        /// The path of the list.
        path: Vec<PathStep>,
        /// The position of the element.
        from: usize,
        /// The position that it gets.
        to: usize,
    },
}

/// Returns the text of a file after a change. `language` is that of its plain strings.
///
/// # Errors
///
/// Returns why the file cannot be changed so.
pub fn edits(
    text: &str,
    is_yaml: bool,
    shape: Shape,
    language: &str,
    change: &Change,
) -> Result<String, Problem> {
    let format = if is_yaml { Format::Yaml } else { Format::Json };
    let mut file = Editor { text: text.to_owned(), format, shape };
    match change {
        Change::Text { path, language: own, text, writing, is_required } => {
            let is_kept = *is_required || matches!(path.last(), Some(PathStep::Index(_)));
            let plain = if *writing == Writing::Name { "" } else { language };
            file.set_text(path, (own, plain, language), text, is_kept)?;
        }
        Change::Line { path, value, kind } => {
            let value = match kind {
                Kind::Hue => value.parse().map(Value::Number).ok(),
                _ => (!value.is_empty()).then(|| Value::Text(value.clone())),
            };
            file.set_or_remove(path, value)?;
        }
        Change::Flag { path, is_on } => {
            file.set_or_remove(path, is_on.then_some(Value::Bool(true)))?;
        }
        Change::Private { path, is_private } => {
            let path = without_mark(path);
            let changes = set_private(&file.text, format, &PathStep::path(&path), *is_private)?;
            file.text = apply(&file.text, &changes);
        }
        Change::Add { path, index, kind, text } => {
            file.make_object(path)?;
            let node = file.node()?;
            let element = shape_at(shape, &node, path).and_then(|shape| match shape {
                Shape::List(element) => Some(element()),
                _ => None,
            });
            let element = element.unwrap_or(Shape::Other);
            let value = first_value(element, kind.as_deref(), text, &node);
            file.edit(&Edit::Insert { path: PathStep::path(path), index: *index, value })?;
        }
        Change::Remove { path } => {
            file.edit(&Edit::Remove { path: PathStep::path(&without_mark(path)) })?;
        }
        Change::Move { path, from, to } => {
            file.edit(&Edit::Move { path: PathStep::path(path), from: *from, to: *to })?;
        }
    }
    Ok(file.text)
}

struct Editor {
    text: String,
    format: Format,
    shape: Shape,
}

impl Editor {
    fn node(&self) -> Result<Node, Problem> {
        let bytes = self.text.as_bytes();
        match self.format {
            Format::Json => perfil_source::parse(bytes),
            Format::Yaml => perfil_source::parse_yaml(bytes),
        }
    }

    fn edit(&mut self, change: &Edit) -> Result<(), Problem> {
        let changes = edit(&self.text, self.format, change)?;
        self.text = apply(&self.text, &changes);
        Ok(())
    }

    /// Sets a value, where it usually is among the members of its object.
    fn set(&mut self, path: &[PathStep], value: Value) -> Result<(), Problem> {
        self.make_object(path)?;
        let node = self.node()?;
        let after = self.previous_key(&node, path);
        self.edit(&Edit::Set { path: PathStep::path(path), value, after })
    }

    fn set_or_remove(&mut self, path: &[PathStep], value: Option<Value>) -> Result<(), Problem> {
        match value {
            Some(value) => self.set(path, value),
            None if at(&self.node()?, path).is_some() => {
                self.edit(&Edit::Remove { path: PathStep::path(&without_mark(path)) })
            }
            None => Ok(()),
        }
    }

    fn set_text(
        &mut self,
        path: &[PathStep],
        (language, plain, document): (&str, &str, &str),
        text: &str,
        is_kept: bool,
    ) -> Result<(), Problem> {
        let node = self.node()?;
        let written = Value::Text(text.to_owned());
        let in_language = |language: &str| [path, &[PathStep::Key(language.to_owned())]].concat();
        match at(&node, path).map(|node| &node.value) {
            None if text.is_empty() => Ok(()),
            None if language == plain || language.is_empty() => self.set(path, written),
            None => self.set(path, object([(language, written)])),
            Some(Source::Object(members)) => {
                let own = members.iter().find(|member| member.key == language);
                let is_last = members.iter().filter(|it| !privacy::is_mark(it)).count() <= 1;
                match own {
                    Some(_) if text.is_empty() && !is_last => {
                        self.edit(&Edit::Remove { path: PathStep::path(&in_language(language)) })
                    }
                    Some(_) if text.is_empty() && !is_kept => self.set_or_remove(path, None),
                    Some(member) => {
                        let mut path = in_language(language);
                        if privacy::wrapped(&member.value).is_some() {
                            path.push(PathStep::Key(privacy::PRIVATE.to_owned()));
                        }
                        self.set(&path, written)
                    }
                    None if text.is_empty() => Ok(()),
                    None => self.set(&in_language(language), written),
                }
            }
            Some(Source::String(old)) if language != plain && !language.is_empty() => {
                if text.is_empty() {
                    return Ok(());
                }
                // A name was the same in every language.
                if language == document {
                    return self.set(path, object([(language, written)]));
                }
                let old = Value::Text(old.clone());
                self.set(path, object([(document, old), (language, written)]))
            }
            Some(_) if text.is_empty() && !is_kept => self.set_or_remove(path, None),
            Some(_) => self.set(path, written),
        }
    }

    /// Makes an object of the text that stands for one, if a path leads to another field of it.
    fn make_object(&mut self, path: &[PathStep]) -> Result<(), Problem> {
        let Some((PathStep::Key(_), parent)) = path.split_last() else { return Ok(()) };
        let node = self.node()?;
        let Some(text) = at(&node, parent).filter(|node| node.as_str().is_some()) else {
            return Ok(());
        };
        let text = Value::from(text);
        let shape = shape_at(self.shape, &node, parent);
        if let Some(Shape::Record { alone: Some(alone), .. }) = shape {
            let value = object([(alone, text)]);
            self.edit(&Edit::Set { path: PathStep::path(parent), value, after: None })?;
        }
        Ok(())
    }

    /// Returns the key of the member that usually precedes a member, and is there.
    fn previous_key(&self, node: &Node, path: &[PathStep]) -> Option<String> {
        let (PathStep::Key(key), parent) = path.split_last()? else { return None };
        let object = at(node, parent)?;
        let fields = fields(shape_at(self.shape, node, parent)?, object);
        let position = fields.iter().position(|field| field.key() == *key)?;
        let mut before = fields.iter().take(position).rev().map(|field| field.key());
        before.find(|key| object.members().iter().any(|member| member.key == *key))
    }
}

/// Returns the path of a value whose mark of privacy this may be.
#[must_use]
pub fn without_mark(path: &[PathStep]) -> Vec<PathStep> {
    match path.split_last() {
        Some((PathStep::Key(key), rest)) if key == privacy::PRIVATE => rest.to_vec(),
        _ => path.to_vec(),
    }
}

/// Returns the value at a path.
fn at<'a>(node: &'a Node, path: &[PathStep]) -> Option<&'a Node> {
    path.iter().try_fold(node, |node, step| match step {
        PathStep::Key(key) => node.get(key),
        PathStep::Index(index) => node.elements().get(*index),
    })
}

/// Returns what the value at a path is made of.
fn shape_at(shape: Shape, node: &Node, path: &[PathStep]) -> Option<Shape> {
    let mut shape = shape;
    let mut node = Some(node);
    for step in path {
        shape = match step {
            PathStep::Key(key) if key == privacy::PRIVATE => shape,
            PathStep::Key(key) => {
                let absent = Node { value: Source::Null, span: 0..0 };
                let fields = fields(shape, node.unwrap_or(&absent));
                let field = fields.into_iter().find(|field| field.key() == *key)?;
                (field.shape)()
            }
            PathStep::Index(_) => match shape {
                Shape::List(element) => element(),
                _ => return None,
            },
        };
        node = node.and_then(|node| at(node, std::slice::from_ref(step)));
    }
    Some(shape)
}

fn fields(shape: Shape, node: &Node) -> Vec<&'static Field> {
    crate::read::fields_of(node, shape)
}
