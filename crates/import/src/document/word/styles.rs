//! The styles of a document, each with what it is based on.

use super::properties::{ParagraphProperties, RunProperties};
use super::xml::{Element, attribute, child, elements, name, value};
use std::collections::{HashMap, HashSet};

/// The size of text if nothing states one, in half points.
const DEFAULT_SIZE: u32 = 20;

/// The names of headings in programs that translate them.
const HEADINGS: [&str; 19] = [
    "heading",
    "überschrift",
    "berschrift",
    "titre",
    "título",
    "titulo",
    "ttulo",
    "titolo",
    "kop",
    "rubrik",
    "overskrift",
    "otsikko",
    "nagłówek",
    "nagwek",
    "nadpis",
    "заголовок",
    "标题",
    "見出し",
    "제목",
];

/// What a style is for, by its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    Text,
    Title,
    Subtitle,
    /// The continuation of an item of a list.
    Continuation,
}

/// A style with all that it is based on.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub(super) role: Role,
    pub(super) paragraph: ParagraphProperties,
    pub(super) run: RunProperties,
}

/// A style as it is written.
struct Written {
    name: String,
    based_on: Option<String>,
    style: Style,
}

/// The styles of a document.
#[derive(Default)]
pub(super) struct Styles {
    all: HashMap<String, Style>,
    /// The identifier of the style of paragraphs that name none.
    default: Option<String>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn of(root: Element) -> Self {
        let (mut written, mut default) = (HashMap::new(), None);
        let mut base = RunProperties::default();
        let mut base_paragraph = ParagraphProperties::default();
        for element in elements(root) {
            match name(element) {
                "docDefaults" => {
                    let of = |outer, inner| child(child(element, outer)?, inner);
                    base = RunProperties::of(of("rPrDefault", "rPr"));
                    base_paragraph = ParagraphProperties::of(of("pPrDefault", "pPr"));
                }
                "style" => {
                    let Some(id) = attribute(element, "styleId") else { continue };
                    let kind = attribute(element, "type").unwrap_or("paragraph");
                    let is_default =
                        matches!(attribute(element, "default"), Some("1" | "true" | "on"));
                    if kind == "paragraph" && is_default {
                        default = Some(id.to_owned());
                    }
                    let based_on = value(element, "basedOn").map(str::to_owned);
                    written.insert(id.to_owned(), self::written(element, id, based_on));
                }
                _ => {}
            }
        }
        let base = Style { run: base, paragraph: base_paragraph, role: Role::Text };
        let all = written.keys().map(|id| (id.clone(), resolved(id, &written, &base))).collect();
        let mut styles = Self { all, default };
        styles.all.insert(String::new(), base);
        styles
    }

    /// Returns the style of a paragraph.
    pub(super) fn paragraph(&self, id: Option<&str>) -> Style {
        let found = id.and_then(|id| self.all.get(id));
        let default = || self.all.get(self.default.as_deref().unwrap_or_default());
        let mut style = found.or_else(default).or_else(|| self.all.get("")).cloned();
        let mut style = style.take().unwrap_or_default();
        style.run.size = style.run.size.or(Some(DEFAULT_SIZE));
        style
    }

    /// Returns what a style of characters states.
    pub(super) fn run(&self, id: &str) -> Option<&RunProperties> {
        self.all.get(id).map(|style| &style.run)
    }
}

fn written(element: Element, id: &str, based_on: Option<String>) -> Written {
    let name = value(element, "name").unwrap_or(id).to_lowercase();
    let mut paragraph = ParagraphProperties::of(child(element, "pPr"));
    if paragraph.outline.is_none() {
        paragraph.outline = heading(&name).or_else(|| heading(&id.to_lowercase()));
    }
    let run = RunProperties::of(child(element, "rPr"));
    let role = match name.as_str() {
        "title" | "name" | "your name" | "titel" | "titre" | "título" | "titolo" => Role::Title,
        "subtitle" | "untertitel" | "sous-titre" | "subtítulo" | "sottotitolo" => Role::Subtitle,
        other if other.starts_with("list continue") => Role::Continuation,
        _ => Role::Text,
    };
    Written { name, based_on, style: Style { role, paragraph, run } }
}

/// Returns the level of a heading by the name of its style: `heading 1` is 0.
fn heading(name: &str) -> Option<u8> {
    let digits = name.trim_start_matches(|c: char| !c.is_ascii_digit());
    let word = name.strip_suffix(digits)?.trim();
    let level: u8 = digits.parse().ok()?;
    (HEADINGS.contains(&word) && (1..=9).contains(&level)).then(|| level - 1)
}

/// Returns a style with all that it is based on; a style that is based on itself ends there.
fn resolved(id: &str, written: &HashMap<String, Written>, base: &Style) -> Style {
    let (mut style, mut seen) = (Style::default(), HashSet::new());
    let mut next = Some(id);
    let mut is_text = false;
    while let Some(found) = next.filter(|id| seen.insert(*id)).and_then(|id| written.get(id)) {
        style.paragraph = style.paragraph.over(&found.style.paragraph);
        style.run = style.run.over(&found.style.run);
        is_text |= found.name == "normal";
        if style.role == Role::Text && !is_text {
            style.role = found.style.role;
        }
        next = found.based_on.as_deref();
    }
    style.paragraph = style.paragraph.over(&base.paragraph);
    style.run = style.run.over(&base.run);
    style
}
