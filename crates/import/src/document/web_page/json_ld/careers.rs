//! The jobs and schools of a person in JSON-LD (<https://schema.org/worksFor>, `alumniOf` and
//! `hasOccupation`) that the page says nowhere else, as sections of entries that know their parts.

use super::{Graph, text};
use crate::document::blocks::Block;
use crate::document::lines;
use crate::document::text::{Part, Text};
use perfil_model::language::{Tag, known_word};
use perfil_model::profile::ResumeList;
use perfil_source::{Node, Value};
use std::ops::Range;

/// The properties of a person, with the list that their values belong to.
const PROPERTIES: [(&str, ResumeList); 3] = [
    ("worksFor", ResumeList::Work),
    ("hasOccupation", ResumeList::Work),
    ("alumniOf", ResumeList::Education),
];

/// The most entries of a property: each is looked for in the whole text.
const MOST: usize = 60;

/// Returns sections of what blocks do not say.
pub(in crate::document::web_page) fn sections(
    graph: Option<&Graph>,
    blocks: &[Block],
    language: Option<&Tag>,
) -> Vec<Block> {
    let Some(graph) = graph else { return Vec::new() };
    let said = perfil_text::fold(&lines(blocks).join("\n"));
    let is_said = |name: &str| said.contains(&perfil_text::fold(name));
    let mut sections: Vec<Block> = Vec::new();
    for list in [ResumeList::Work, ResumeList::Education] {
        let properties = PROPERTIES.iter().filter(|(_, of)| *of == list);
        let values = properties.filter_map(|(key, _)| Some((*key, graph.person.get(key)?)));
        let heads = values.flat_map(|(key, value)| {
            let all = match &value.value {
                Value::Array(all) => all.iter().collect(),
                _ => vec![value],
            };
            all.into_iter().take(MOST).map(move |it| (key, it))
        });
        let heads = heads.filter_map(|(key, node)| head(key, node, list, graph.span(node)));
        let heads: Vec<Text> = heads.filter(|(name, _)| !is_said(name)).map(|it| it.1).collect();
        let Some(first) = heads.first() else { continue };
        let english = Tag::parse("en");
        let title = language.and_then(|tag| known_word(list.key(), tag));
        let title = title.or_else(|| known_word(list.key(), english.as_ref()?));
        let text = Text::of(title.unwrap_or(list.key()), first.span());
        sections.push(Block::Heading { level: 2, text });
        sections.extend(heads.into_iter().map(|text| Block::Heading { level: 3, text }));
    }
    sections
}

/// Returns the name that tells an entry from others, and its head. An occupation without an organisation
/// and dates is only what the person does.
fn head(key: &str, node: &Node, list: ResumeList, span: Range<usize>) -> Option<(String, Text)> {
    // A role is between the person and the organisation.
    let inner = node.get(key);
    let of = inner.unwrap_or(node);
    let own = |name: &str| node.get(name).map(text).filter(|it| !it.is_empty());
    let name = text(of);
    let (organization, position) = if key == "hasOccupation" {
        let place = of.get("occupationLocation").or_else(|| node.get("occupationLocation"));
        (
            own("worksFor").or_else(|| own("memberOf")),
            Some(name).filter(|_| place.is_some() || inner.is_some()),
        )
    } else {
        (Some(name), own("roleName").or_else(|| own("jobTitle")))
    };
    let [organization, position] =
        [organization, position].map(|it| it.filter(|it| !it.is_empty()));
    let told = organization.clone().or_else(|| position.clone())?;
    let period = match (own("startDate"), own("endDate")) {
        (Some(start), Some(end)) if start == end => Some(start),
        (Some(start), Some(end)) => Some(format!("{start} – {end}")),
        (Some(start), None) => Some(format!("{start} – present")),
        (None, end) => end,
    };
    let role = if list == ResumeList::Education { Part::Degree } else { Part::Position };
    let mut head = Text::default();
    for (part, said) in [(Part::Name, organization), (role, position), (Part::Period, period)] {
        if let Some(said) = said {
            let text = Text::of(&said, span.clone());
            head.append("\t", &text);
            head.parts.push((part, text));
        }
    }
    Some((told, head))
}
