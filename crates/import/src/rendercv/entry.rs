//! Reads the entries of a section of `RenderCV`, of which there are nine types.

use crate::tree;
use crate::unmapped::{Unmapped, below};
use perfil_model::language::Date;
use perfil_source::{Member, Node, Path, Step, Value, privacy};

/// A type of entry: the key that identifies it, the kind of its section, and the mapping of its
/// fields.
pub(super) struct Form {
    sign: &'static str,
    pub(super) kind: &'static str,
    fields: &'static [(&'static str, &'static str)],
}

/// The fields that all entries of a timeline share.
macro_rules! time {
    ($sign:literal, $($field:expr),*) => {
        Form {
            sign: $sign,
            kind: "timeline",
            fields: &[
                $($field,)*
                ("start_date", "startDate"),
                ("end_date", "endDate"),
                ("location", "location"),
                ("url", "url"),
                ("summary", "summary"),
                ("highlights", "highlights"),
            ],
        }
    };
}

const FORMS: &[Form] = &[
    time!(
        "institution",
        ("institution", "name"),
        ("degree", "studyType"),
        ("area", "area"),
        ("grade", "score")
    ),
    time!("company", ("company", "name"), ("position", "position")),
    Form {
        sign: "title",
        kind: "publications",
        fields: &[
            ("title", "name"),
            ("journal", "publisher"),
            ("url", "url"),
            ("summary", "summary"),
        ],
    },
    Form { sign: "label", kind: "terms", fields: &[("label", "term"), ("details", "text")] },
    Form { sign: "bullet", kind: "list", fields: &[("bullet", "text")] },
    Form { sign: "number", kind: "list", fields: &[("number", "text")] },
    Form { sign: "reversed_number", kind: "list", fields: &[("reversed_number", "text")] },
    time!("name", ("name", "name")),
];

/// A line of text, which is the entry itself.
const TEXT: Form = Form { sign: "", kind: "list", fields: &[] };

/// Returns the type of an entry.
pub(super) fn form(entry: &Node) -> &'static Form {
    FORMS.iter().find(|form| entry.get(form.sign).is_some()).unwrap_or(&TEXT)
}

/// Reads an entry of a section.
pub(super) fn read(
    form: &Form,
    entry: &Node,
    path: &Path,
    unmapped: &mut Unmapped,
) -> Option<Node> {
    let span = entry.span.clone();
    if form.kind == "list" && (entry.as_str().is_some() || self::form(entry).sign.is_empty()) {
        return Some(tree::object(vec![tree::member("text", entry.clone())], span));
    }
    if self::form(entry).kind != form.kind || entry.as_str().is_some() {
        // A section has entries of one kind.
        unmapped.keep(path, entry);
        return None;
    }
    let form = self::form(entry);
    let mut members: Vec<Member> = privacy::mark(entry).into_iter().collect();
    let mut notes: Vec<Node> = Vec::new();
    for member in entry.members().iter().filter(|member| !tree::is_empty(&member.value)) {
        let value = tree::filled(&member.value);
        let key = member.key.as_str();
        if let Some((_, field)) = form.fields.iter().find(|(name, _)| *name == key) {
            let key_span = member.key_span.clone();
            members.push(Member { key: (*field).into(), key_span, value });
            continue;
        }
        match (form.kind, key) {
            ("timeline", "date") if Date::of(&value).is_some() => {
                members.push(tree::member("endDate", value));
            }
            ("publications", "date") if Date::of(&value).is_some() => {
                members.push(tree::member("releaseDate", value));
            }
            ("timeline" | "publications", "date") if value.as_str().is_some() => notes.push(value),
            ("publications", "authors") if line(&value).is_some() => notes.extend(line(&value)),
            ("publications", "doi") if value.as_str().is_some() => {
                let address = value.as_str().map(|doi| format!("https://doi.org/{doi}"));
                let address = tree::text(address.unwrap_or_default(), value.span.clone());
                match entry.get("url") {
                    None => members.push(tree::member("url", address)),
                    Some(_) => notes.push(tree::text(
                        format!("<{}>", address.as_str().unwrap_or_default()),
                        value.span.clone(),
                    )),
                }
            }
            _ if privacy::is_mark(member) => {}
            _ => unmapped.keep(&below(path, Step::Key(key.to_owned())), &member.value),
        }
    }
    linked(&mut members);
    note(&mut members, notes, path, unmapped);
    Some(tree::object(members, span))
}

/// Extracts the link from a name of the form `[Name](address)`, because names have no markup.
fn linked(members: &mut Vec<Member>) {
    if members.iter().any(|member| member.key == "url") {
        return;
    }
    let Some(name) = members.iter_mut().find(|member| member.key == "name") else { return };
    let span = name.value.span.clone();
    let parts = name.value.as_str().and_then(|text| {
        let (label, address) =
            text.trim().strip_prefix('[')?.strip_suffix(')')?.split_once("](")?;
        Some((label.to_owned(), address.to_owned()))
    });
    if let Some((label, address)) = parts {
        name.value = tree::text(label, span.clone());
        members.push(tree::member("url", tree::text(address, span)));
    }
}

/// Returns the authors on one line, if they are texts.
fn line(authors: &Node) -> Option<Node> {
    let names: Option<Vec<_>> = authors.elements().iter().map(Node::as_str).collect();
    let names = names.filter(|names| !names.is_empty())?;
    Some(tree::text(names.join(", "), authors.span.clone()))
}

/// Inserts notes before the summary.
fn note(members: &mut Vec<Member>, notes: Vec<Node>, path: &Path, unmapped: &mut Unmapped) {
    let Some(span) = notes.first().map(|note| note.span.clone()) else { return };
    let summary = members.iter_mut().find(|member| member.key == "summary");
    let mut texts: Vec<_> = notes.iter().filter_map(Node::as_str).map(str::to_owned).collect();
    match summary {
        None => members.push(tree::member("summary", tree::text(texts.join("\n\n"), span))),
        Some(Member { value: Node { value: Value::String(text), .. }, .. }) => {
            texts.push(text.clone());
            *text = texts.join("\n\n");
        }
        Some(_) => notes.iter().for_each(|note| unmapped.keep(path, note)),
    }
}
