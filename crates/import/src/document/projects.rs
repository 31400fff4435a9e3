//! Reads projects in the items of a list.

use super::blocks::Block;
use super::entries::Entry;
use super::head::Head;
use super::head_parts::clean;
use super::text::joined;
use super::timeline;
use perfil_model::profile::ResumeList;
use perfil_source::Node;

/// Reads a project in an item of a list: `**Atlas** – a map`, `[Atlas](…): a map`.
pub(super) fn project(item: &[Block]) -> Option<Node> {
    let Some((Block::Paragraph(lines), below)) = item.split_first() else { return None };
    let whole = joined(lines);
    let plain = whole.plain();
    let strong = whole.strong_start();
    let link = whole.runs.iter().take_while(|run| run.link.is_some());
    let link: usize = link.map(|run| run.text.len()).sum();
    let pair = [": ", " - ", " – ", " — "].iter().filter_map(|it| plain.find(it)).min();
    let end = match (strong, link, pair) {
        (1.., _, _) => strong,
        (0, 1.., _) => link,
        (_, _, Some(at)) if at < 60 => at,
        _ if plain.split_whitespace().count() <= 6 => plain.len(),
        _ => return None,
    };
    let name = clean(&whole.part(0..end))?;
    let rest = whole.part(end..plain.len());
    let rest_plain = rest.plain();
    let start = rest_plain.find(|c: char| c.is_alphanumeric() || "([\"“'".contains(c));
    let description = start.map(|start| rest.part(start..rest_plain.len()));
    let is_page = |address: &str| address.starts_with("http");
    let url = whole.links().into_iter().map(|(address, _)| address).find(|it| is_page(it));
    let entry = Entry {
        head: Head { name: Some(name), url, ..Head::default() },
        body: description
            .into_iter()
            .map(|it| Block::Paragraph(vec![it]))
            .chain(below.iter().cloned())
            .collect(),
        roles: Vec::new(),
        span: whole.span(),
    };
    Some(timeline::item(&entry, ResumeList::Projects))
}
