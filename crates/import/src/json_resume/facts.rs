//! Reads further facts about the person, which some programs let their users add.

use super::reader::Reader;
use crate::unmapped::{Unmapped, below};
use crate::{ImportContext, addresses, titles, tree, values};
use perfil_source::{Member, Node, Path, Step, privacy};

/// The key of the facts: a list of objects with a `label`, a `text` and a `url`.
pub(super) const KEY: &str = "customFields";

/// Reads the facts, and those of them that are addresses as links.
pub(super) fn read(
    node: &Node,
    path: &Path,
    context: &ImportContext,
    reader: &Reader,
    unmapped: &mut Unmapped,
) -> (Vec<Node>, Vec<Node>) {
    let (mut facts, mut links) = (Vec::new(), Vec::new());
    let is_private = privacy::wrapped(node).is_some();
    unmapped.convert(node, &mut |unmapped, list| {
        for (index, element) in values::list(list, &[]).elements().iter().enumerate() {
            let path = below(path, Step::Index(index));
            let mut is_link = false;
            let fact = unmapped.convert(element, &mut |unmapped, element| {
                fact(element, &path, context, reader, &mut is_link, unmapped)
            });
            let fact = fact.map(|fact| if is_private { privacy::wrap(fact) } else { fact });
            if is_link { &mut links } else { &mut facts }.extend(fact);
        }
        None
    });
    (facts, links)
}

/// Reads one fact, as a fact or as a link.
fn fact(
    element: &Node,
    path: &Path,
    context: &ImportContext,
    reader: &Reader,
    is_link: &mut bool,
    unmapped: &mut Unmapped,
) -> Option<Node> {
    let span = element.span.clone();
    let mut of = |names: &[&str]| {
        let mut found = names.iter().filter_map(|name| element.get(name));
        let found = found.find(|value| !tree::is_empty(value))?;
        reader.text(found, ", ", path, unmapped)
    };
    let (label, text) = (of(&["label", "name"]), of(&["text", "value"]));
    let address = of(&["url", "link", "href"]).as_ref().or(text.as_ref()).and_then(address);
    let mut members: Vec<Member> = privacy::mark(element).into_iter().collect();
    *is_link = address.is_some();
    let Some(value) = address.or(text.clone()) else {
        unmapped.leave_out(path, &span, "it says nothing");
        return None;
    };
    let label = match (label, text.filter(|_| *is_link)) {
        (Some(label), _) | (None, Some(label)) => label,
        (None, None) => titles::title("more", context, &span),
    };
    members.push(tree::member("label", label));
    members.push(tree::member(if *is_link { "url" } else { "text" }, value));
    Some(tree::object(members, span))
}

/// Returns the address that a text is, if it is one.
fn address(text: &Node) -> Option<Node> {
    let text = values::first_text(text)?;
    let written = text.as_str()?.trim();
    let address = addresses::of_page(written).ok().filter(|_| !written.contains(' '))?;
    Some(tree::text(address, text.span))
}
