//! What an import understood of a file, for its owner to compare with what they meant.

mod doubts;

use perfil_model::language::Tag;
use perfil_source::{Node, Value, privacy, reveal};

/// What was read of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// The name of the person.
    pub name: String,
    /// The headline.
    pub headline: Option<String>,
    /// The language of its plain texts.
    pub language: Option<Tag>,
    /// The ways to reach the person.
    pub contact: Vec<Contact>,
    /// The sections, in their order.
    pub sections: Vec<Part>,
    /// Where the name is in a document.
    pub place: Option<String>,
    /// What its owner should compare with the document, because it is unusual for a CV.
    pub unsure: Vec<Doubt>,
}

/// What is unusual, and may therefore be misunderstood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// A whole statement: "no dates for Kestrel".
    pub message: String,
    /// Where to look in the document.
    pub place: Option<String>,
}

/// A way to reach the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The native field: `email`, `phone`, `location`, `url` or `links`.
    pub field: &'static str,
    /// How many there are.
    pub count: usize,
    /// Whether it is private, so that it is in no output.
    pub is_private: bool,
    /// Where it is in a document.
    pub place: Option<String>,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its title, in its first language.
    pub title: String,
    /// Its kind, as in a profile.
    pub kind: String,
    /// The number of its entries; 0 for a section of prose.
    pub entries: usize,
    /// The first date and the last (ISO 8601) of its entries, if they have any.
    pub dates: Option<(String, End)>,
    /// Where it begins in a document.
    pub place: Option<String>,
    /// Its dated entries, if they were read from a document, whose structure is only understood.
    pub found: Vec<Found>,
}

/// An entry that was found in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The position or title, and the organisation.
    pub title: String,
    /// The first date and the last (ISO 8601).
    pub dates: Option<(String, End)>,
    /// Where it is.
    pub place: Option<String>,
}

/// The end of the time of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// A date (ISO 8601).
    Date(String),
    /// An entry goes on.
    Open,
}

/// The native fields by which a person can be reached.
const CONTACT: [&str; 5] = ["email", "phone", "location", "url", "links"];

/// The kinds of section whose entries may go on.
const PERIODS: [&str; 2] = ["timeline", "projects"];

/// Says where a position of a document is, in words that its owner knows: "line 12", "page 2, line 4".
pub(crate) type Places<'a> = &'a dyn Fn(usize) -> Option<String>;

impl Understood {
    /// Reads a native profile, private values included. Plain texts are in this language, unless the
    /// profile states another. `places` are those of a document.
    pub(crate) fn of(profile: &Node, default: Option<&Tag>, places: Option<Places>) -> Self {
        let contact = CONTACT.iter().filter_map(|field| {
            let value = profile.get(field)?;
            let inner = privacy::wrapped(value).unwrap_or(value);
            let count = inner.elements().len().max(1);
            let place = place(inner, places);
            Some(Contact { field, count, is_private: privacy::hides(value), place })
        });
        let contact: Vec<Contact> = contact.collect();
        let shown = reveal(profile.clone());
        let language = shown.get("language").and_then(Node::as_str).and_then(Tag::parse);
        let sections = shown.get("sections").map(Node::elements).unwrap_or_default();
        Self {
            name: shown.get("name").and_then(first).unwrap_or_default(),
            headline: shown.get("headline").and_then(first),
            language: language.or_else(|| default.cloned()),
            sections: sections.iter().map(|section| part(section, places)).collect(),
            place: shown.get("name").and_then(|name| place(name, places)),
            unsure: places.map(|_| doubts::of(&shown, places)).unwrap_or_default(),
            contact,
        }
    }
}

/// Returns the place of a value. What a document does not say has none.
fn place(node: &Node, places: Option<Places>) -> Option<String> {
    let position = (node.span.end > 0).then_some(node.span.start)?;
    places?(position)
}

/// Returns the entries of a section; those of a group are those of its parts.
fn items(section: &Node) -> Vec<&Node> {
    let inner = section.get("sections").map(Node::elements).unwrap_or_default();
    let lists = std::iter::once(section).chain(inner).filter_map(|part| part.get("items"));
    lists.flat_map(Node::elements).collect()
}

fn part(section: &Node, places: Option<Places>) -> Part {
    let kind = section.get("kind").and_then(Node::as_str).unwrap_or_default().to_owned();
    let items = items(section);
    let found = items.iter().filter_map(|item| {
        let dates = period(std::slice::from_ref(item), &kind);
        dates.is_some().then(|| Found { title: title(item), dates, place: place(item, places) })
    });
    let found = if places.is_some() { found.collect() } else { Vec::new() };
    let title = section.get("title").and_then(first).unwrap_or_default();
    let dates = period(&items, &kind);
    let whole = section.get("title").and_then(|title| place(title, places));
    Part { title, dates, entries: items.len(), place: whole, found, kind }
}

/// Returns the first date and the last of entries, with those of their roles.
fn period(items: &[&Node], kind: &str) -> Option<(String, End)> {
    let mut dates: Vec<&str> = Vec::new();
    let mut is_open = false;
    for item in items {
        let roles = item.get("roles").map(Node::elements).unwrap_or_default();
        for entry in std::iter::once(*item).chain(roles) {
            let of = |keys: &[&str]| keys.iter().find_map(|key| entry.get(key)?.as_str());
            let (start, end) = (of(&["startDate"]), of(&["endDate"]));
            if PERIODS.contains(&kind) {
                is_open |= start.is_some() && end.is_none();
                dates.extend([start, end].into_iter().flatten());
            } else {
                dates.extend(of(&["date", "releaseDate"]));
            }
        }
    }
    let (first_date, last) = (dates.iter().min()?, dates.iter().max()?);
    let end = if is_open { End::Open } else { End::Date((*last).to_owned()) };
    Some(((*first_date).to_owned(), end))
}

/// Returns what an entry is called: "Developer, Kestrel".
fn title(item: &Node) -> String {
    let roles = item.get("roles").map(Node::elements).unwrap_or_default();
    let positions = std::iter::once(item).chain(roles).filter_map(|it| it.get("position"));
    let names = ["area", "name", "title", "issuer", "awarder", "publisher"];
    let names = names.iter().filter_map(|key| item.get(key));
    positions.chain(names).filter_map(first).collect::<Vec<_>>().join(", ")
}

/// Returns a text, in its first language if it has several.
fn first(node: &Node) -> Option<String> {
    match &node.value {
        Value::String(text) => Some(text.clone()),
        Value::Object(members) => members.first()?.value.as_str().map(str::to_owned),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_source::parse;

    #[test]
    fn a_profile_is_summed_up() {
        let json = r#"{ "name": "Ada", "email": { "private": "ada@ada.example" },
            "links": [{ "label": "A" }, { "label": "B" }], "language": "es",
            "sections": [
                { "title": { "es": "Experiencia", "en": "Work" }, "kind": "timeline", "items": [
                    { "name": "A", "startDate": "2018-02", "endDate": "2019" },
                    { "name": "B", "roles": [{ "startDate": "2020" }] }] },
                { "title": "Papers", "kind": "publications", "items": [{ "releaseDate": "1843" }] },
                { "title": "About", "kind": "prose", "text": "x" }] }"#;
        let understood = Understood::of(&parse(json.as_bytes()).expect("this is JSON"), None, None);
        assert_eq!(understood.language.as_ref().map(Tag::as_str), Some("es"));
        let contact: Vec<_> =
            understood.contact.iter().map(|it| (it.field, it.count, it.is_private)).collect();
        assert_eq!(contact, [("email", 1, true), ("links", 2, false)]);
        let part = |title: &str, kind: &str, entries, dates: Option<(&str, End)>| Part {
            title: title.to_owned(),
            kind: kind.to_owned(),
            entries,
            dates: dates.map(|(start, end)| (start.to_owned(), end)),
            place: None,
            found: Vec::new(),
        };
        let sections = [
            part("Experiencia", "timeline", 2, Some(("2018-02", End::Open))),
            part("Papers", "publications", 1, Some(("1843", End::Date("1843".to_owned())))),
            part("About", "prose", 0, None),
        ];
        assert_eq!(understood.sections, sections);
    }
}
