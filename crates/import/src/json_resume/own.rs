//! Reads what our own export keeps in `meta.perfil`: what the schema has no place for, and every
//! section in the order of the page, with pointers (RFC 6901) to items in the lists of the file.
//!
//! Anything that our export would not write is passed on unchanged, so that the decoder of profiles
//! reports what is wrong with it.

use super::keywords::nested;
use super::reader::Reader;
use super::{entry, forms, period};
use crate::tree;
use crate::unmapped::{Unmapped, below};
use perfil_model::profile::{Ids, ResumeList};
use perfil_source::{Member, Node, Path, Step, Value, privacy};
use std::collections::{BTreeMap, BTreeSet};

/// Fields of a profile that the schema has no place for.
const FIELDS: [&str; 6] = ["language", "focus", "facts", "figures", "accent", "imageUrl"];

/// The fields of a position within an employment; it shares the others with the employment.
const ROLE: [&str; 8] = [
    privacy::PRIVATE,
    "position",
    "startDate",
    "endDate",
    "duration",
    "summary",
    "highlights",
    "skills",
];

/// The native part of a file.
#[derive(Default)]
pub(super) struct Extension<'a> {
    /// Whether there is a native part.
    pub(super) is_there: bool,
    /// The native fields that were found.
    pub(super) members: Vec<Member>,
    /// The native sections that were found.
    pub(super) sections: Vec<Node>,
    /// The name of the country, if its code says the same.
    pub(super) country: Option<Node>,
    lists: BTreeMap<ResumeList, &'a Node>,
    used: BTreeSet<(ResumeList, usize)>,
    ids: Ids,
}

/// Whether a part of `meta` is ours.
pub(super) fn is_own(member: &Member) -> bool {
    member.key == "perfil" && matches!(member.value.value, Value::Object(_))
}

impl<'a> Extension<'a> {
    /// Reads the native part, if there is one.
    pub(super) fn read(written: &'a Node, unmapped: &mut Unmapped) -> Self {
        let mut own = Self { ids: Ids::of_sections(), ..Self::default() };
        for member in written.members() {
            if let Some(list) = ResumeList::of(&member.key) {
                own.lists.entry(list).or_insert(&member.value);
            }
        }
        let Some(meta) = written.get("meta") else { return own };
        let path = ["meta", "perfil"]
            .iter()
            .fold(Path::default(), |path, key| below(&path, Step::Key((*key).to_owned())));
        let mut is_private = privacy::hides(meta);
        unmapped.convert(meta, &mut |unmapped, meta| {
            is_private |= privacy::hides(meta);
            let perfil = meta.members().iter().find(|member| is_own(member))?;
            is_private |= privacy::hides(&perfil.value);
            unmapped.convert(&perfil.value, &mut |unmapped, perfil| {
                is_private |= privacy::hides(perfil);
                own.is_there = true;
                own.parts(perfil, &path, unmapped);
                None
            })
        });
        if is_private {
            let values = own.members.iter_mut().map(|member| &mut member.value);
            for value in values.chain(&mut own.sections) {
                *value = privacy::wrap(value.clone());
            }
        }
        own
    }

    /// Whether an item of a list is already in a section. If a list is written twice, pointers
    /// refer to the first.
    pub(super) fn has(&self, list: ResumeList, written: &Node, index: usize) -> bool {
        let is_first = self.lists.get(&list).is_some_and(|first| std::ptr::eq(*first, written));
        is_first && self.used.contains(&(list, index))
    }

    /// Returns an id that no section has: this one, or else this one with a number.
    pub(super) fn section_id(&mut self, id: &str) -> String {
        self.ids.section(id)
    }

    fn parts(&mut self, perfil: &Node, path: &Path, unmapped: &mut Unmapped) {
        for member in perfil.members() {
            let path = below(path, Step::Key(member.key.clone()));
            let is_first = self.members.iter().all(|other| other.key != member.key);
            match &member.value.value {
                _ if privacy::is_mark(member) || tree::is_empty(&member.value) => {}
                _ if FIELDS.contains(&member.key.as_str()) && is_first => {
                    self.members.push(member.clone());
                }
                _ if member.key == "country" => self.country = Some(member.value.clone()),
                _ if member.key == "sections" && self.sections.is_empty() => {
                    let sections = unmapped.convert(&member.value, &mut |unmapped, list| {
                        Some(self.sections(list, &path, unmapped))
                    });
                    match sections.map(|list| (privacy::wrapped(&list).cloned(), list)) {
                        Some((None, Node { value: Value::Array(all), .. })) => self.sections = all,
                        Some((Some(Node { value: Value::Array(all), .. }), _)) => {
                            self.sections = all.into_iter().map(privacy::wrap).collect();
                        }
                        _ => {
                            let message = format!("expected a list of sections for {path}");
                            let remedy = "Put it in square brackets: [ … ].";
                            unmapped.error(&path, &member.value.span, message, remedy);
                        }
                    }
                }
                _ => {
                    let message = format!("{path} is no part of a profile, and no page shows it");
                    unmapped.warn(&path, &member.key_span, message, "Remove it.");
                }
            }
        }
    }

    fn sections(&mut self, list: &Node, path: &Path, unmapped: &mut Unmapped) -> Node {
        let sections = list.elements().iter().enumerate().filter_map(|(index, section)| {
            let path = below(path, Step::Index(index));
            unmapped.convert(section, &mut |unmapped, section| {
                Some(self.section(section, &path, unmapped))
            })
        });
        each(list, sections.collect())
    }

    fn section(&mut self, section: &Node, path: &Path, unmapped: &mut Unmapped) -> Node {
        let text = |key: &str| section.get(key).and_then(Node::as_str);
        if let Some(id) = text("id") {
            self.ids.take(id);
        }
        let Value::Object(members) = &section.value else { return section.clone() };
        let kind = text("kind").unwrap_or_default();
        let members = members.iter().map(|member| {
            let path = below(path, Step::Key(member.key.clone()));
            let made = match member.key.as_str() {
                "items" if forms::has(kind) => {
                    unmapped.convert(&member.value, &mut |unmapped, items| {
                        let made = items.elements().iter().enumerate();
                        let made = made.filter_map(|(index, item)| {
                            self.item(item, kind, &below(&path, Step::Index(index)), unmapped)
                        });
                        Some(each(items, made.collect()))
                    })
                }
                "sections" => unmapped.convert(&member.value, &mut |unmapped, sections| {
                    Some(self.sections(sections, &path, unmapped))
                }),
                _ => None,
            };
            Member { value: made.unwrap_or_else(|| member.value.clone()), ..member.clone() }
        });
        tree::object(members.collect(), section.span.clone())
    }

    /// Reads an item of a section: a pointer, a pointer with more fields, or the item itself.
    fn item(
        &mut self,
        item: &Node,
        kind: &str,
        path: &Path,
        unmapped: &mut Unmapped,
    ) -> Option<Node> {
        unmapped.convert(item, &mut |unmapped, item| {
            let Some(pointer) = pointer(item) else { return Some(item.clone()) };
            let entry = self.resolve(pointer, kind, path, unmapped)?;
            let others = item.members().iter().filter(|member| member.key != "entry");
            let others: Vec<Member> = others
                .map(|member| match &member.value.value {
                    Value::Array(roles) if member.key == "roles" => {
                        let path = below(path, Step::Key(member.key.clone()));
                        let roles = roles.iter().enumerate().filter_map(|(index, role)| {
                            let path = below(&path, Step::Index(index));
                            self.role(role, &entry, &path, unmapped)
                        });
                        Member { value: each(&member.value, roles.collect()), ..member.clone() }
                    }
                    _ => member.clone(),
                })
                .collect();
            Some(with(period::without_end_among_facts(entry, &others), others))
        })
    }

    /// Reads a position within an employment, which is stored in the list of work.
    fn role(
        &mut self,
        role: &Node,
        entry: &Node,
        path: &Path,
        unmapped: &mut Unmapped,
    ) -> Option<Node> {
        unmapped.convert(role, &mut |unmapped, role| {
            let Some(pointer) = pointer(role) else { return Some(role.clone()) };
            let found = self.resolve(pointer, "timeline", path, unmapped)?;
            let others = role.members().iter().filter(|member| member.key != "entry").cloned();
            let found = with(found, others.collect());
            let entry = privacy::wrapped(entry).unwrap_or(entry);
            unmapped.convert(&found, &mut |unmapped, found| {
                let (own, shared): (Vec<Member>, Vec<Member>) = found
                    .members()
                    .iter()
                    .cloned()
                    .partition(|member| ROLE.contains(&member.key.as_str()));
                for member in shared {
                    let is_same = |value: &Node| tree::same(value, &member.value);
                    if !entry.get(&member.key).is_some_and(is_same) {
                        let why = "the positions of an entry share it";
                        unmapped.leave_out(path, &member.key_span, why);
                    }
                }
                Some(tree::object(own, found.span.clone()))
            })
        })
    }

    /// Returns the item that a pointer leads to, in the native order.
    fn resolve(
        &mut self,
        pointer: &Node,
        kind: &str,
        path: &Path,
        unmapped: &mut Unmapped,
    ) -> Option<Node> {
        let found = pointer.as_str().and_then(|written| {
            let (key, index) = written.strip_prefix('/')?.split_once('/')?;
            let number: usize = index.parse().ok()?;
            let list = ResumeList::of(key)?;
            let written = *self.lists.get(&list)?;
            // A number has only one form: neither "+1" nor "01" is an index.
            let is_exact = number.to_string() == index;
            (is_exact && list.kind() == kind).then_some((list, written, number))
        });
        let item = found.and_then(|(list, written, index)| {
            if !self.used.insert((list, index)) {
                return None;
            }
            let place =
                below(&below(&Path::default(), Step::Key(list.to_string())), Step::Index(index));
            let form = forms::of(list);
            unmapped.convert(written, &mut |unmapped, written| {
                let element = written.elements().get(index).filter(|item| !tree::is_empty(item))?;
                unmapped.convert(element, &mut |unmapped, element| {
                    // Our export writes a name for every item, so an item without one gets a
                    // placeholder.
                    let title = tree::text("—", element.span.clone());
                    entry::read(form, element, &place, &title, &Reader::own(), unmapped).map(nested)
                })
            })
        });
        if item.is_none() {
            let found = &pointer.value;
            let message = format!("{path} leads to no item of {kind:?} that is free: {found}");
            let remedy = "Name each item of the lists once: \"/work/0\" is the first of \"work\".";
            unmapped.warn(path, &pointer.span, message, remedy);
        }
        item
    }
}

/// Returns the list with other elements; anything else is returned unchanged.
fn each(list: &Node, elements: Vec<Node>) -> Node {
    match list.value {
        Value::Array(_) => tree::list(elements, list.span.clone()),
        _ => list.clone(),
    }
}

/// Returns the text of a pointer, alone or next to what the list has no place for.
fn pointer(item: &Node) -> Option<&Node> {
    let pointer = if item.as_str().is_some() { Some(item) } else { item.get("entry") };
    pointer.filter(|pointer| pointer.as_str().is_some())
}

/// Returns an item with more fields, which replace fields of the same name.
fn with(item: Node, more: Vec<Member>) -> Node {
    if let Some(inner) = privacy::wrapped(&item) {
        return privacy::wrap(with(inner.clone(), more));
    }
    let Node { value: Value::Object(mut members), span } = item else { return item };
    members.retain(|member| more.iter().all(|other| other.key != member.key));
    members.extend(more);
    tree::object(members, span)
}
