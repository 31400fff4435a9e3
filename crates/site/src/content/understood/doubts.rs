//! What is unusual in a profile that was read from a document: often it was misunderstood.

use super::{CONTACT, Doubt, Places, first, items, period, place, title};
use perfil_source::Node;

/// The first years that a CV speaks of.
const CENTURIES: [&str; 2] = ["19", "20"];

/// Returns what its owner should look at.
pub(super) fn of(profile: &Node, places: Option<Places>) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut doubt = |message: String, node: Option<&Node>| {
        let place = node.and_then(|node| place(node, places));
        doubts.push(Doubt { message, place });
    };
    let name = profile.get("name");
    if name.is_none_or(|name| name.span.end == 0) {
        doubt(
            "no name was found, so it is that of the e-mail address or of the file".to_owned(),
            None,
        );
    }
    if CONTACT.iter().all(|field| *field == "location" || profile.get(field).is_none()) {
        doubt("no way to reach the person was found".to_owned(), None);
    }
    let sections = profile.get("sections").map(Node::elements).unwrap_or_default();
    for section in sections {
        let heading = section.get("title").and_then(first).unwrap_or_default();
        match section.get("kind").and_then(Node::as_str) {
            Some("timeline") => {
                for item in items(section) {
                    let what = title(item);
                    if what.is_empty() {
                        doubt(format!("an entry of {heading} has no name"), Some(item));
                    }
                    let has_duration = item.get("duration").is_some();
                    if period(&[item], "timeline").is_none() && !has_duration && !what.is_empty() {
                        doubt(format!("{what} has no dates"), Some(item));
                    }
                }
            }
            Some("prose") => {
                let text = section.get("text").and_then(first).unwrap_or_default();
                if years(&text) > 1 {
                    let what = if heading.is_empty() { "a text" } else { &heading };
                    doubt(format!("{what} has dates, and stays a text"), Some(section));
                }
            }
            _ => {}
        }
    }
    doubts
}

/// Returns how many years a text names.
fn years(text: &str) -> usize {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let is_year = |word: &&str| {
        word.len() == 4
            && word.bytes().all(|byte| byte.is_ascii_digit())
            && CENTURIES.iter().any(|century| word.starts_with(century))
    };
    words.filter(is_year).count()
}
