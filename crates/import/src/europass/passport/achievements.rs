//! Reads achievements, each of which is a title with a text.

use crate::europass::element::Element;
use crate::europass::html::{self, Item};
use crate::europass::resume::{Entry, Resume};
use crate::tree;
use perfil_model::profile::ResumeList;
use perfil_source::{Node, label, privacy};

/// The codes of achievements that are a list of a résumé, with the field that an item is.
const LISTS: [(&str, ResumeList, &str); 7] = [
    ("projects", ResumeList::Projects, "name"),
    ("publications", ResumeList::Publications, "name"),
    ("honors_awards", ResumeList::Awards, "title"),
    ("certifications", ResumeList::Certificates, "name"),
    ("references", ResumeList::References, "name"),
    ("volunteering", ResumeList::Volunteer, "position"),
    ("interests", ResumeList::Interests, "name"),
];

/// What takes the place of a signature in a country, which an employer needs and no page.
const SIGNATURE: &str = "signature_equivalent";

/// Reads the achievements. A text that is only a list becomes entries, and any other a section.
pub(super) fn read(learner: Element, resume: &mut Resume) {
    for achievement in learner.listed("Achievement") {
        achievement.all("Documentation").for_each(Element::mark);
        let title = achievement.at("Title");
        let code = title.and_then(|title| title.line_at("Code"));
        if code.as_deref() == Some(SIGNATURE) {
            continue;
        }
        let Some(text) = achievement.rich("Description") else { continue };
        let list = LISTS.iter().find(|(name, ..)| Some(*name) == code.as_deref());
        let written = privacy::wrapped(&text).unwrap_or(&text).as_str();
        let items = list.and_then(|list| Some((list, html::items(written?)?)));
        if let Some(((_, list, field), items)) = items {
            title.into_iter().for_each(Element::mark);
            for item in items {
                resume.add(*list, entry(field, item, &text));
            }
            continue;
        }
        let has_label = title.is_some_and(|title| title.at("Label").is_some());
        let named = match (title, &code) {
            (Some(title), Some(code)) if !has_label => Some(title.value(label(code))),
            _ => achievement.label("Title"),
        };
        let title = named.unwrap_or_else(|| tree::text("—", text.span.clone()));
        resume.add_text(title, Some(text));
    }
}

fn entry(field: &str, item: Item, text: &Node) -> Option<Node> {
    let span = privacy::wrapped(text).unwrap_or(text).span.clone();
    let node = |value: String| {
        let node = tree::text(value, span.clone());
        if privacy::wrapped(text).is_some() { privacy::wrap(node) } else { node }
    };
    let mut entry = Entry::default();
    entry.put(field, Some(node(item.text))).put("url", item.url.map(node));
    entry.finish(span.clone())
}
