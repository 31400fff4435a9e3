//! Texts that the owner writes once, or once per language.

use super::Tag;
use perfil_source::{Context, Decode, Node, Shape, Step, Value, shape};

/// A text: a string in the profile's own language, or an object keyed by language tag.
#[derive(Clone, Debug, PartialEq)]
pub enum Text {
    /// In the language of the document.
    Plain(String),
    /// In each of these languages, in the order of the file.
    ByLanguage(Vec<(Tag, String)>),
}

/// A proper name, such as `PostgreSQL`: as a plain string it is the same in every language.
#[derive(Clone, Debug, PartialEq)]
pub struct Name(pub Text);

impl Decode for Text {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        if node.as_str().is_some() {
            context.record_text(node, Vec::new());
        }
        read(node, context)
    }

    fn shape() -> Shape {
        Shape::Text(shape::Text::Plain)
    }
}

impl Decode for Name {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        read(node, context).map(Self)
    }

    fn shape() -> Shape {
        Shape::Text(shape::Text::Name)
    }
}

fn read(node: &Node, context: &mut Context) -> Option<Text> {
    let members = match &node.value {
        Value::String(_) => return String::decode(node, context).map(Text::Plain),
        Value::Object(members) if !members.is_empty() => members,
        _ => {
            let remedy = r#"Write a string, or one for each language: { "en": "…", "es": "…" }."#;
            return context.mismatch(node, "a text", remedy);
        }
    };
    let mut texts: Vec<(Tag, String)> = Vec::new();
    let mut whole = true;
    for member in members {
        context.within(Step::Key(member.key.clone()), |context| {
            let tag = Tag::parse(&member.key);
            match &tag {
                None => context.unknown_language(member.key_span.clone(), &member.key),
                Some(tag) if texts.iter().any(|(earlier, _)| earlier == tag) => context.error(
                    member.key_span.clone(),
                    format!("the language {tag} occurs twice in the same text"),
                    "Keep one of the two.",
                ),
                Some(tag) => context.check_is_offered(member.key_span.clone(), tag.as_str()),
            }
            match (tag, String::decode(&member.value, context)) {
                (Some(tag), Some(text)) => texts.push((tag, text)),
                _ => whole = false,
            }
        });
    }
    context.record_text(node, members.iter().map(|member| member.key.clone()).collect());
    whole.then_some(Text::ByLanguage(texts))
}
