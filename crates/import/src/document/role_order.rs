//! Agrees on which part of a head is the position and which the organisation: all entries of one document
//! have the same order, so those with a known word decide about those without.

use super::entries::{Entries, Entry};
use super::head::{Head, is_job};
use super::lengths::is_length;
use super::text::Text;
use super::towns::is_company;
use super::vocabulary::{Kind, has};

/// Endings of words for who does something, in languages that write them so.
const AGENTS: [&str; 22] = [
    "tor", "ter", "der", "ger", "ner", "ker", "rer", "ver", "cher", "ist", "ista", "iste", "ian",
    "ador", "adora", "ante", "eur", "euse", "rice", "ero", "era", "erin",
];

/// Words with such an ending that name places, things and organisations.
const THINGS: [&str; 20] = [
    "center", "centre", "theater", "theatre", "computer", "paper", "water", "tower", "border",
    "letter", "register", "order", "winter", "partner", "counter", "motor", "vector", "sector",
    "factor", "peter",
];

/// Swaps the position and the organisation where the other entries have them in the other order.
pub(super) fn agree(entries: &mut Entries) {
    let groups = entries.groups.iter().flat_map(|(_, group)| group);
    let orders = entries.items.iter().chain(groups).filter_map(|entry| known_order(&entry.head));
    let (mut position_first, mut name_first) = (0, 0);
    for is_position_first in orders {
        *if is_position_first { &mut position_first } else { &mut name_first } += 1;
    }
    let agreed = match (position_first, name_first) {
        (0, 0) => None,
        (_, 0) => Some(true),
        (0, _) => Some(false),
        (a, b) if a > 3 * b => Some(true),
        (a, b) if b > 3 * a => Some(false),
        // They have no order.
        _ => return,
    };
    let groups = entries.groups.iter_mut().flat_map(|(_, group)| group);
    for entry in entries.items.iter_mut().chain(groups) {
        put(entry, agreed);
    }
}

/// Puts the parts of an entry without a known word into an order.
fn put(entry: &mut Entry, agreed: Option<bool>) {
    let head = &mut entry.head;
    let (Some(position), Some(name)) = (&head.position, &head.name) else { return };
    if head.is_degree || !entry.roles.is_empty() || known_order(head).is_some() {
        return;
    }
    if is_job(position) || is_job(name) || is_organisation(name) {
        return;
    }
    // An address, a number, or how long it took is neither.
    let is_name = |part: &Text| {
        let plain = part.plain();
        plain.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !plain.contains("://")
            && !is_length(&plain)
    };
    if !is_name(position) || !is_name(name) {
        return;
    }
    let is_right = match agreed {
        _ if is_organisation(position) => false,
        Some(is_position_first) => is_before(position, name) == is_position_first,
        // Of two parts, who does something is the position.
        None => !is_agent(name) || is_agent(position),
    };
    if !is_right {
        std::mem::swap(&mut head.position, &mut head.name);
    }
}

/// Whether the position is first, if words say which part is what.
fn known_order(head: &Head) -> Option<bool> {
    let (position, name) = (head.position.as_ref()?, head.name.as_ref()?);
    let is_known = is_job(position) && !is_job(name) || is_organisation(name);
    let is_other = is_job(name) || is_organisation(position);
    (is_known && !is_other && position.span() != name.span()).then(|| is_before(position, name))
}

fn is_organisation(part: &Text) -> bool {
    is_company(&part.plain()) || has(&part.plain(), Kind::School)
}

fn is_before(first: &Text, second: &Text) -> bool {
    first.span().start < second.span().start
}

/// Whether the last word of a part says who does something: `Literary translator`.
fn is_agent(part: &Text) -> bool {
    let plain = part.plain().to_lowercase();
    let end = plain.find([',', '(', '/']).unwrap_or(plain.len());
    let Some(word) = plain.get(..end).and_then(|text| text.split_whitespace().next_back()) else {
        return false;
    };
    word.chars().count() > 4
        && AGENTS.iter().any(|ending| word.ends_with(ending))
        && !THINGS.contains(&word)
}
