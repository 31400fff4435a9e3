//! `site.json`: the title, base URL, profiles and languages of a site.

use crate::outputs::OutputKind;
use crate::urls::PAGE;
use perfil_export::PaperSize;
use perfil_model::language::{Prose, Tag, Text};
use perfil_model::profile::{FontPath, Hue, Id, Url};
use perfil_source::{Context, Decode, Node, Step, Value, record};
use std::collections::BTreeSet;
use std::fmt::Display;

/// The number of profiles up to which a site has every file of each of them by default.
const MANY: usize = 100;

record! {
    /// The settings of a site.
    pub struct Settings ("the site", skip = "$schema", check = check) {
        /// The title of the site.
        title: Text,
        /// A description of the site, in one or two sentences.
        description: Option<Prose>,
        /// The URL of the site. The environment variable `PERFIL_BASE_URL` overrides it.
        base_url: Url,
        /// The languages of the site (BCP 47), in the order in which pages list them.
        languages: Vec<Tag>,
        /// The language for visitors who prefer none of the site's languages.
        default_language: Tag,
        /// The profiles, in the order of the directory; each is a file `profiles/<name>.json`.
        profiles: Vec<Id>,
        /// The hue of the accent colour of profiles that do not set one.
        accent: Option<Hue>,
        /// The theme of pages whose profile names none: a shipped one, or `own` for the folder
        /// `theme` beside this file, which is also the default if that folder exists.
        theme: Option<Id>,
        /// The settings of PDFs.
        pdf: Option<Print>,
        /// Whether each page has a picture for links to it on other sites; the default is true, up to 100
        /// profiles.
        link_pictures: Option<bool>,
        /// The files of each profile in addition to its page and its card. The default is all of them
        /// up to 100 profiles, and above that `vcard`, because hosts limit the files of a site.
        outputs: Option<Vec<OutputKind>>,
        /// Whether the site has Studio, the editor of profiles in a browser, at `studio/`; the default is
        /// false.
        studio: Option<bool>,
        /// Whether browsers shall load every subdomain of the host by HTTPS only (HSTS); the default is
        /// false, because a site seldom speaks for its whole domain.
        include_sub_domains: Option<bool>,
    }
}

record! {
    /// The settings of PDFs.
    pub struct Print ("how profiles are set on paper") {
        /// The paper sizes. The default is both, up to 100 profiles; an empty list turns PDFs off.
        papers: Option<Vec<PaperSize>>,
        /// Additional fonts, for scripts other than Latin, Greek and Cyrillic.
        fonts: Vec<FontPath>,
    }
}

impl Settings {
    /// The paper sizes in which every profile is rendered.
    #[must_use]
    pub fn papers(&self) -> &[PaperSize] {
        let named = self.pdf.as_ref().and_then(|print| print.papers.as_deref());
        named.unwrap_or(if self.is_large() { &[] } else { &PaperSize::ALL })
    }

    /// Whether the site has so many profiles that by default it has less of each.
    #[must_use]
    pub fn is_large(&self) -> bool {
        self.profiles.len() > MANY
    }

    /// Whether each profile has a file of this kind.
    #[must_use]
    pub fn has(&self, kind: OutputKind) -> bool {
        match &self.outputs {
            Some(named) => named.contains(&kind),
            None => !self.is_large() || kind == OutputKind::Vcard,
        }
    }

    /// Whether there is a picture of each page for links to it.
    #[must_use]
    pub fn has_link_pictures(&self) -> bool {
        self.link_pictures.unwrap_or(!self.is_large())
    }

    /// Removes everything that Typst sets: all paper sizes, and the pictures of pages.
    pub(crate) fn without_typesetting(&mut self) {
        self.pdf = Some(Print { papers: Some(Vec::new()), fonts: Vec::new() });
        self.link_pictures = Some(false);
    }

    /// The owner's fonts.
    #[must_use]
    pub fn fonts(&self) -> &[FontPath] {
        self.pdf.as_ref().map_or(&[], |print| &print.fonts)
    }

    /// Reads the settings and reports every problem in them.
    pub fn read(node: &Node, context: &mut Context) -> Option<Self> {
        Self::decode(node, context)
    }
}

fn check(node: &Node, context: &mut Context) {
    if let Some(at) = node.get("baseUrl")
        && let Some(url) = at.as_str()
        && ["mailto:", "tel:"].iter().any(|scheme| url.starts_with(scheme))
    {
        context.within(Step::Key("baseUrl".into()), |context| {
            let message = format!("{url:?} cannot be the address of a site");
            context.error(at.span.clone(), message, "Write \"https://example.org/\".");
        });
    }
    let tag = |node: &Node| Tag::parse(node.as_str()?);
    let languages: Vec<Tag> = list("languages", tag, node, context);
    list("profiles", |node| node.as_str().map(str::to_owned), node, context);
    reserved(node, context);
    if let Some(at) = node.get("defaultLanguage")
        && let Some(default) = tag(at)
        && !languages.is_empty()
        && !languages.contains(&default)
    {
        context.within(Step::Key("defaultLanguage".into()), |context| {
            let message = format!("\"{default}\" is not one of the languages");
            let languages: Vec<_> = languages.iter().map(Tag::as_str).collect();
            let remedy = format!("Use one of: {}.", languages.join(", "));
            context.error(at.span.clone(), message, remedy);
        });
    }
}

/// Rejects a profile whose address is that of the further pages of the directory.
fn reserved(node: &Node, context: &mut Context) {
    let elements = node.get("profiles").map_or(&[][..], Node::elements);
    context.within(Step::Key("profiles".into()), |context| {
        for (index, element) in elements.iter().enumerate() {
            if element.as_str() == Some(PAGE) {
                context.within(Step::Index(index), |context| {
                    let message = format!("\"{PAGE}\" is reserved for the pages of the directory");
                    let remedy = "Rename the profile and its file.";
                    context.error(element.span.clone(), message, remedy);
                });
            }
        }
    });
}

/// Checks that a list is not empty and has no duplicates; returns the items that can be read.
fn list<T: Clone + Ord + Display>(
    key: &str,
    read: impl Fn(&Node) -> Option<T>,
    node: &Node,
    context: &mut Context,
) -> Vec<T> {
    let start = node.span.start;
    let span = node.get(key).map_or(start..start + 1, |list| list.span.clone());
    let elements = node.get(key).map_or(&[][..], Node::elements);
    let is_list = node.get(key).is_none_or(|list| matches!(list.value, Value::Array(_)));
    let (mut items, mut seen) = (Vec::new(), BTreeSet::new());
    context.within(Step::Key(key.into()), |context| {
        if elements.is_empty() && is_list {
            context.error(span, format!("the site has no {key}"), "List at least one.");
        }
        for (index, element) in elements.iter().enumerate() {
            let Some(item) = read(element) else { continue };
            if seen.insert(item.clone()) {
                items.push(item);
            } else {
                context.within(Step::Index(index), |context| {
                    let message = format!("\"{item}\" is listed twice");
                    context.error(element.span.clone(), message, "Keep one of the two.");
                });
            }
        }
    });
    items
}
