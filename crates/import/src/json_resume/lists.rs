//! Lists of a résumé under other names, and written as something else: an object, a text, or one
//! entry alone.

use super::forms::Form;
use crate::tree;
use perfil_model::profile::ResumeList;
use perfil_source::{Node, Value, label, privacy};

/// Names that people use for the lists, each with the official one.
const NAMES: &[(&str, ResumeList)] = &[
    ("experience", ResumeList::Work),
    ("experiences", ResumeList::Work),
    ("workExperience", ResumeList::Work),
    ("work_experience", ResumeList::Work),
    ("employment", ResumeList::Work),
    ("employmentHistory", ResumeList::Work),
    ("jobs", ResumeList::Work),
    ("volunteering", ResumeList::Volunteer),
    ("volunteerWork", ResumeList::Volunteer),
    ("volunteerExperience", ResumeList::Volunteer),
    ("educations", ResumeList::Education),
    ("honors", ResumeList::Awards),
    ("honours", ResumeList::Awards),
    ("award", ResumeList::Awards),
    ("certifications", ResumeList::Certificates),
    ("certification", ResumeList::Certificates),
    ("certificate", ResumeList::Certificates),
    ("licenses", ResumeList::Certificates),
    ("publication", ResumeList::Publications),
    ("papers", ResumeList::Publications),
    ("technicalSkills", ResumeList::Skills),
    ("technologies", ResumeList::Skills),
    ("spokenLanguages", ResumeList::Languages),
    ("hobbies", ResumeList::Interests),
    ("interest", ResumeList::Interests),
    ("recommendations", ResumeList::References),
    ("testimonials", ResumeList::References),
    ("reference", ResumeList::References),
    ("project", ResumeList::Projects),
    ("personalProjects", ResumeList::Projects),
    ("sideProjects", ResumeList::Projects),
    ("openSource", ResumeList::Projects),
    ("portfolio", ResumeList::Projects),
];

/// Returns the list that a key names, in the schema or as people name it.
pub(crate) fn named_by(key: &str) -> Option<ResumeList> {
    let named = NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(key));
    ResumeList::of(key).or_else(|| Some(named?.1))
}

/// Texts in the place of a list that say that there is nothing in it.
const NOTHING: &[&str] = &["none", "no", "n/a", "na", "nil", "null", "tbd", "todo", "-", "–", "—"];

/// Returns the entries of a list; `None` if the value says nothing.
pub(super) fn entries(form: &Form, value: &Node) -> Option<Node> {
    let span = value.span.clone();
    let list = |elements| Some(tree::list(elements, span.clone()));
    match &value.value {
        Value::Array(_) => Some(value.clone()),
        Value::Object(members) => {
            let is_field = |key: &str| form.fields.iter().any(|(_, names)| names.contains(&key));
            let is_entry = form.needs.iter().any(|need| {
                let names = form.fields.iter().find(|(field, _)| field == need);
                names.is_some_and(|(_, names)| names.iter().any(|name| value.get(name).is_some()))
            });
            if is_entry
                || members.iter().any(|member| is_field(&member.key) && !is_group(&member.value))
            {
                return list(vec![value.clone()]);
            }
            let others = members.iter().filter(|member| !privacy::is_mark(member));
            list(others.map(|member| named(form, &member.key, &member.value)).collect())
        }
        Value::String(text) if NOTHING.contains(&text.trim().to_lowercase().as_str()) => None,
        Value::String(text) => {
            let separators: &[char] = match form.list {
                ResumeList::Skills | ResumeList::Languages | ResumeList::Interests => {
                    &[',', ';', '\n']
                }
                _ => &['\n'],
            };
            let parts = text.split(separators).map(str::trim).filter(|part| !part.is_empty());
            list(parts.map(|part| tree::text(part, span.clone())).collect())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

fn is_group(value: &Node) -> bool {
    matches!(value.value, Value::Array(_) | Value::Object(_))
}

/// Returns an entry whose name is the key of an object: `"Languages": ["Rust", "Go"]`.
fn named(form: &Form, key: &str, value: &Node) -> Node {
    let span = value.span.clone();
    let name = tree::text(label(key), span.clone());
    let (naming, content) = match form.list {
        ResumeList::Languages => ("language", "fluency"),
        ResumeList::Skills | ResumeList::Interests => ("name", "keywords"),
        ResumeList::Awards => ("title", "summary"),
        ResumeList::References => ("name", "reference"),
        _ => ("name", "summary"),
    };
    let mut members = vec![tree::member(naming, name)];
    match &value.value {
        Value::Object(inner) if privacy::wrapped(value).is_none() => {
            members.retain(|member| inner.iter().all(|other| other.key != member.key));
            members.extend(inner.iter().cloned());
        }
        _ => members.push(tree::member(content, value.clone())),
    }
    tree::object(members, span)
}
