//! `site.json`: what the site is called, where it stands, who is on it, and in which languages.

use crate::language::{Prose, Tag, Text};
use crate::profile::{Hue, Id, Url};
use crate::source::{Context, Decode, Node, Step, record};
use std::fmt::Display;

record! {
    /// The settings of a site.
    pub struct Settings ("the site", skip = "$schema", check = check) {
        /// What the site is called.
        title: Text,
        /// What the site is, in a sentence or two.
        description: Option<Prose>,
        /// Where the site stands on the Web. The variable `PERFIL_BASE_URL` overrides it.
        base_url: Url,
        /// The languages of the site (BCP 47), in the order in which they are offered.
        languages: Vec<Tag>,
        /// The language of what is written in none of the visitor's.
        default_language: Tag,
        /// The profiles, in the order of the directory: each is a file `profiles/<name>.json`.
        profiles: Vec<Id>,
        /// The hue of the accent colour where a profile has none of its own.
        accent: Option<Hue>,
    }
}

impl Settings {
    /// Reads the settings and finds every problem in them.
    pub fn read(node: &Node, context: &mut Context) -> Option<Self> {
        Self::decode(node, context)
    }
}

fn check(settings: &Settings, node: &Node, context: &mut Context) {
    let url = settings.base_url.to_string();
    if !url.starts_with("http")
        && let Some(at) = node.get("baseUrl")
    {
        context.within(Step::Key("baseUrl".into()), |context| {
            let message = format!("a site cannot stand at {url:?}");
            context.error(at.span.clone(), message, "Write \"https://example.org/\".");
        });
    }
    for (key, is_empty) in
        [("languages", settings.languages.is_empty()), ("profiles", settings.profiles.is_empty())]
    {
        if is_empty {
            let span =
                node.get(key).map_or(node.span.start..node.span.start + 1, |n| n.span.clone());
            context.within(Step::Key(key.into()), |context| {
                context.error(span, format!("the site has no {key}"), "List at least one.");
            });
        }
    }
    unique("languages", &settings.languages, node, context);
    unique("profiles", &settings.profiles, node, context);
    if !settings.languages.is_empty()
        && !settings.languages.contains(&settings.default_language)
        && let Some(at) = node.get("defaultLanguage")
    {
        context.within(Step::Key("defaultLanguage".into()), |context| {
            let message = format!("{} is not one of the languages", settings.default_language);
            let languages: Vec<_> = settings.languages.iter().map(Tag::as_str).collect();
            let remedy = format!("Use one of: {}.", languages.join(", "));
            context.error(at.span.clone(), message, remedy);
        });
    }
}

fn unique<T: PartialEq + Display>(key: &str, items: &[T], node: &Node, context: &mut Context) {
    let Some(list) = node.get(key) else { return };
    for (index, (item, at)) in items.iter().zip(list.elements()).enumerate() {
        if items[..index].contains(item) {
            context.within(Step::Key(key.into()), |context| {
                context.within(Step::Index(index), |context| {
                    let message = format!("\"{item}\" is listed twice");
                    context.error(at.span.clone(), message, "Keep one of the two.");
                });
            });
        }
    }
}
