//! A profile with every field, made of the shape of its type: a new field or kind of section is in it, too.

use super::dist::root;
use super::studio_formats::packed;
use perfil_model::profile::Profile;
use perfil_source::shape::{Field, Line};
use perfil_source::{Decode as _, Shape};
use serde_json::{Map, Value, json};
use std::fs;

/// Fields that decide how all others are read.
const FIXED: &[&str] = &["version", "language", "draft"];

/// One of two profiles with the same fields, none of whose values are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edition {
    First,
    Second,
}

/// A value that is written in one field of the form.
#[derive(Clone, Debug)]
pub(crate) struct Leaf {
    /// The identifier of the field in Studio.
    pub(crate) id: String,
    /// The keys that lead to it, with the kind of its section: `timeline.items.name`.
    pub(crate) name: String,
    /// The value as it is typed.
    pub(crate) text: String,
    /// Whether it is one of the texts that a page shows in its own words.
    pub(crate) is_text: bool,
}

/// The profile, with its values in the order of the form.
#[derive(Clone, Debug)]
pub(crate) struct Sample {
    pub(crate) profile: Value,
    pub(crate) leaves: Vec<Leaf>,
    /// The identifiers of its lists in the form.
    lists: Vec<String>,
    /// The kinds of its sections.
    pub(crate) kinds: Vec<&'static str>,
    edition: Edition,
}

/// Whether an identifier in the form is in a part: the section with a number, or the person.
fn is_of(id: &str, section: Option<usize>) -> bool {
    match section {
        Some(index) => id.starts_with(&format!("f-sections-{index}-")),
        None => !id.starts_with("f-sections-"),
    }
}

impl Sample {
    pub(crate) fn new(edition: Edition) -> Self {
        let mut sample = Self {
            profile: Value::Null,
            leaves: Vec::new(),
            lists: Vec::new(),
            kinds: Vec::new(),
            edition,
        };
        sample.profile = sample.value(Profile::shape(), "f", "");
        sample
    }

    /// The profile as a file.
    pub(crate) fn source(&self) -> String {
        serde_json::to_string_pretty(&self.profile).unwrap()
    }

    /// A content folder with it, as a ZIP.
    pub(crate) fn folder(&self) -> Vec<u8> {
        let settings = json!({
            "title": "Every field", "description": "A site.", "baseUrl": "https://ada.example/",
            "languages": ["en"],
            "defaultLanguage": "en", "profiles": ["ada"], "studio": true,
        });
        let file = |path: &str| fs::read(root().join(path)).unwrap();
        let picture = file("tests/data/every-kind/images/a-0.png");
        packed(&[
            ("site.json", settings.to_string().as_bytes()),
            ("locales/en.json", &file("public/locales/en.json")),
            ("profiles/ada.json", self.source().as_bytes()),
            ("images/first.png", &picture),
            ("images/second.png", &picture),
        ])
    }

    /// The values of a part: those of the section with a number, or of the person.
    pub(crate) fn part(&self, section: Option<usize>) -> impl Iterator<Item = &Leaf> {
        self.leaves.iter().filter(move |leaf| is_of(&leaf.id, section))
    }

    /// The lists of a part.
    pub(crate) fn lists_of(&self, section: Option<usize>) -> impl Iterator<Item = &str> {
        let lists = self.lists.iter().filter(move |list| is_of(list, section));
        lists.map(String::as_str)
    }

    fn value(&mut self, shape: Shape, id: &str, name: &str) -> Value {
        match shape {
            Shape::Record { fields, .. } => self.object(Map::new(), fields, id, name).into(),
            Shape::Kinds { .. } => unreachable!("only lists have them"),
            Shape::List(element) => match element() {
                Shape::Kinds { fields, kinds } => {
                    // A group has no groups.
                    let is_nested = name != "sections";
                    if is_nested {
                        self.lists.push(id.to_owned());
                    }
                    let kinds = kinds.iter().filter(|(kind, _)| !is_nested || *kind == "list");
                    let sections = kinds.enumerate().map(|(index, (kind, own))| {
                        let id = format!("{id}-{index}");
                        let name =
                            if is_nested { format!("{name}.{kind}") } else { (*kind).to_owned() };
                        if !is_nested {
                            self.kinds.push(kind);
                        }
                        let members = Map::from_iter([("kind".to_owned(), json!(kind))]);
                        let all: Vec<&Field> = fields.iter().chain(*own).collect();
                        Value::Object(self.object(members, all, &id, &name))
                    });
                    sections.collect()
                }
                element => {
                    self.lists.push(id.to_owned());
                    Value::Array(vec![self.value(element, &format!("{id}-0"), name)])
                }
            },
            shape => self.leaf(shape, id, name),
        }
    }

    fn object<'a>(
        &mut self,
        mut members: Map<String, Value>,
        fields: impl IntoIterator<Item = &'a Field>,
        id: &str,
        name: &str,
    ) -> Map<String, Value> {
        for field in fields {
            let key = field.key();
            let value = match key.as_str() {
                "version" => json!(1),
                "language" if name.is_empty() => json!("en"),
                key if name.is_empty() && FIXED.contains(&key) => continue,
                key => {
                    let name = format!("{name}.{key}").trim_start_matches('.').to_owned();
                    self.value((field.shape)(), &format!("{id}-{key}"), &name)
                }
            };
            members.insert(key, value);
        }
        members
    }

    fn leaf(&mut self, shape: Shape, id: &str, name: &str) -> Value {
        let number = self.leaves.len();
        let (at, word) = match self.edition {
            Edition::First => (0, "first"),
            Edition::Second => (1, "second"),
        };
        // No one of them is a part of another one.
        let capital = if at == 0 { "First" } else { "Second" };
        let text = match shape {
            Shape::Text(_) | Shape::Line(Line::Any) => {
                format!("{capital}{number}th")
            }
            Shape::Line(Line::Duration) => format!("P{}{}", number % 90 + 1, ["Y", "M"][at]),
            Shape::Line(Line::Date) if name.ends_with("endDate") => {
                format!("{}", 2000 + 400 * at + number)
            }
            Shape::Line(Line::Date) => format!("{}", 1000 + 400 * at + number),
            Shape::Line(Line::Url) => format!("https://{word}{number}th.example/"),
            Shape::Line(Line::Email) => format!("{word}{number}th@mail.example"),
            Shape::Line(Line::Id) if name == "theme" => perfil_site::themes()[at].to_owned(),
            Shape::Line(Line::Id) => format!("{word}-{number}th"),
            Shape::Line(Line::Image) => format!("images/{word}.png"),
            Shape::Line(Line::Hue) => format!("{}", 40 + 160 * at),
            Shape::Choice(options) => options()[at].to_owned(),
            other => panic!("{name}: the form has no field for {other:?}"),
        };
        let value = match shape {
            Shape::Line(Line::Hue) => json!(text.parse::<u16>().unwrap()),
            _ => json!(text),
        };
        let is_text =
            matches!(shape, Shape::Text(_) | Shape::Line(Line::Any | Line::Email | Line::Date));
        self.leaves.push(Leaf { id: id.to_owned(), name: name.to_owned(), text, is_text });
        value
    }
}
