//! Merges files of the same structure, each in one language, into a tree whose texts are in all of
//! them.

use super::matching::{self, Pair};
use super::unmapped::{below, is_localized};
use super::{detect, json_resume, tree};
use perfil_model::language::Tag;
use perfil_source::{Member, Node, Path, Problem, Step, Value};

/// Keys of values that are not texts, so they are the same in every language.
const SHARED_KEYS: [&str; 21] = [
    "$schema",
    "url",
    "website",
    "email",
    "phone",
    "image",
    "picture",
    "startDate",
    "endDate",
    "duration",
    "date",
    "releaseDate",
    "countryCode",
    "postalCode",
    "username",
    "start_date",
    "end_date",
    "doi",
    "version",
    LAST_MODIFIED,
    json_resume::LIST,
];

/// The same for what our own export keeps in `meta.perfil`.
const SHARED_EXTENSION_KEYS: [&str; 3] = ["id", "kind", "entry"];

/// Paths of information about the file itself, and not about the person.
const FILE_PATHS: [&[&str]; 4] =
    [&["meta", "perfil", "language"], &["language"], &["lang"], &["locale"]];

/// The key of the date on which a file was changed (ISO 8601, so texts compare as the dates do).
const LAST_MODIFIED: &str = "lastModified";

/// Keys of names, which are written once if they are the same in every language.
const NAME_KEYS: [&str; 16] = [
    "name",
    "company",
    "organization",
    "institution",
    "issuer",
    "publisher",
    "entity",
    "awarder",
    "network",
    "keywords",
    "skills",
    "city",
    "region",
    "address",
    "location",
    "authors",
];

/// Lists in which the `name` of an entry is a text, not a proper name.
const TEXT_LISTS: [&str; 3] = ["skills", "interests", "languages"];

/// The languages to merge, and the problems found.
pub(super) struct Merge<'a> {
    /// The language of the profile's main file.
    pub own: &'a Tag,
    /// The language of the other file.
    pub other: &'a Tag,
    /// Values that differ and should not.
    pub report: Vec<Problem>,
}

impl Merge<'_> {
    /// Adds the other language to a tree.
    pub(super) fn merge(&mut self, own: &Node, other: &Node, path: &Path) -> Node {
        let value = match (&own.value, &other.value) {
            (Value::String(a), Value::String(b)) => {
                return match is_shared(path) {
                    _ if is_about_file(path) => own.clone(),
                    // A profile is as new as the file that was changed last.
                    _ if key(path) == LAST_MODIFIED => (if a < b { other } else { own }).clone(),
                    true => self.same(own, other, path),
                    false if a == b && (is_name(path) || is_pointer(a, path)) => own.clone(),
                    false => self.in_both(own, other),
                };
            }
            (Value::Object(_), Value::String(_) | Value::Object(_))
            | (Value::String(_), Value::Object(_))
                if is_text(own) && is_text(other) =>
            {
                return self.texts(own, other, path);
            }
            (Value::Object(a), Value::Object(b)) => Value::Object(self.objects(a, b, path)),
            (Value::Array(a), Value::Array(b)) => {
                let pairs = matching::pairs(a, b);
                self.unmatched(&pairs, own, other, path);
                let merged = pairs.into_iter().filter_map(|pair| {
                    let at = |index| below(path, Step::Index(index));
                    match (pair.0.map(|i| (i, a.get(i))), pair.1.and_then(|j| Some((j, b.get(j)?))))
                    {
                        (Some((i, Some(a))), Some((_, b))) => Some(self.merge(a, b, &at(i))),
                        (Some((_, a)), None) => a.cloned(),
                        (_, Some((j, b))) => Some(self.only_other(b, &at(j))),
                        _ => None,
                    }
                });
                Value::Array(merged.collect())
            }
            (_, Value::Null) => return own.clone(),
            (Value::Null, _) => return self.only_other(other, path),
            _ => return self.same(own, other, path),
        };
        Node { value, span: own.span.clone() }
    }

    /// Reports the entries of a list that only one of the files has.
    fn unmatched(&mut self, pairs: &[Pair], own: &Node, other: &Node, path: &Path) {
        if pairs.iter().all(|(own, other)| own.is_some() && other.is_some()) {
            return;
        }
        let message = format!(
            "the list has {} here and {} in {}, so some are in one language only",
            entries(other.elements().len()),
            own.elements().len(),
            self.own
        );
        let remedy = "Every page shows all of them. Write the missing ones in both languages.";
        self.problem(other, path, message, remedy);
    }

    fn objects(&mut self, own: &[Member], other: &[Member], path: &Path) -> Vec<Member> {
        let mut members = Vec::new();
        for member in own {
            let inner = below(path, Step::Key(member.key.clone()));
            let counterpart = other.iter().find(|other| other.key == member.key);
            let value = counterpart
                .map(|counterpart| self.merge(&member.value, &counterpart.value, &inner));
            members.push(Member {
                value: value.unwrap_or_else(|| member.value.clone()),
                ..member.clone()
            });
        }
        for member in other {
            if own.iter().all(|own| own.key != member.key) {
                let path = below(path, Step::Key(member.key.clone()));
                let value = self.only_other(&member.value, &path);
                members.push(Member { value, ..member.clone() });
            }
        }
        members
    }

    /// Returns what only the other file has: its texts are in its language.
    fn only_other(&self, node: &Node, path: &Path) -> Node {
        let value = match &node.value {
            Value::String(_) if !is_shared(path) => {
                let text = tree::member(self.other.as_str(), node.clone());
                Value::Object(vec![text])
            }
            Value::Array(elements) => {
                let inner = |index| below(path, Step::Index(index));
                let elements = elements.iter().enumerate();
                Value::Array(elements.map(|(at, node)| self.only_other(node, &inner(at))).collect())
            }
            Value::Object(members) if !is_localized(node) => {
                let inner = |member: &Member| below(path, Step::Key(member.key.clone()));
                let only_other = |member: &Member| Member {
                    value: self.only_other(&member.value, &inner(member)),
                    ..member.clone()
                };
                Value::Object(members.iter().map(only_other).collect())
            }
            other => other.clone(),
        };
        Node { value, span: node.span.clone() }
    }

    /// Returns a text with the languages of both. What a file says in its own language is preferred
    /// to what the other one says in it.
    fn texts(&mut self, own: &Node, other: &Node, path: &Path) -> Node {
        let mut members: Vec<Member> = match own.members() {
            [] => vec![tree::member(self.own.as_str(), own.clone())],
            members => members.to_vec(),
        };
        let plain = [tree::member(self.other.as_str(), other.clone())];
        let others = if other.members().is_empty() { &plain } else { other.members() };
        for member in others {
            match members.iter_mut().find(|own| own.key == member.key) {
                None => members.push(member.clone()),
                Some(own) if member.key == self.other.as_str() => *own = member.clone(),
                Some(own) if member.key != self.own.as_str() => {
                    self.same(&own.value, &member.value, path);
                }
                Some(_) => {}
            }
        }
        tree::object(members, own.span.clone())
    }

    fn in_both(&self, own: &Node, other: &Node) -> Node {
        let texts = [(self.own, own), (self.other, other)];
        // A text that is empty in one language is written in the other alone.
        let present = texts.into_iter().filter(|(_, text)| !tree::is_empty(text));
        let members: Vec<_> =
            present.map(|(tag, text)| tree::member(tag.as_str(), text.clone())).collect();
        if members.is_empty() { own.clone() } else { tree::object(members, own.span.clone()) }
    }

    fn same(&mut self, own: &Node, other: &Node, path: &Path) -> Node {
        if !tree::same(own, other) {
            let (here, there) = (&other.value, &own.value);
            let message = format!("{path} is {here} here and {there} in {}", self.own);
            let remedy = "Write the same in every language, or leave it out here.";
            self.problem(other, path, message, remedy);
        }
        own.clone()
    }

    fn problem(&mut self, node: &Node, path: &Path, message: String, remedy: &str) {
        // One value is no reason to publish nothing.
        let problem = Problem::warning(Some(node.span.clone()), message, remedy);
        self.report.push(problem.at(path.clone()));
    }
}

fn entries(count: usize) -> String {
    if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") }
}

/// Whether a value is a text, in one language or in several.
fn is_text(node: &Node) -> bool {
    node.as_str().is_some() || is_localized(node)
}

fn key(path: &Path) -> &str {
    let keys = path.0.iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    });
    keys.unwrap_or_default()
}

fn is_shared(path: &Path) -> bool {
    let key = key(path);
    SHARED_KEYS.contains(&key) || (has_key(path, "perfil") && SHARED_EXTENSION_KEYS.contains(&key))
}

fn is_about_file(path: &Path) -> bool {
    let keys = path.0.iter().map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    });
    let is_meta = matches!(path.0.as_slice(), [Step::Key(meta), Step::Key(key), ..]
        if meta == "meta" && key != "perfil" && key != LAST_MODIFIED);
    is_meta || FILE_PATHS.iter().any(|of_file| keys.clone().eq(of_file.iter().copied().map(Some)))
}

/// Whether a text of our own export is a pointer (RFC 6901) to an entry of the file.
fn is_pointer(text: &str, path: &Path) -> bool {
    text.starts_with('/') && has_key(path, "perfil") && key(path) == "items"
}

fn has_key(path: &Path, key: &str) -> bool {
    path.0.iter().any(|step| matches!(step, Step::Key(other) if other == key))
}

/// The keys under which files state their language.
const LANGUAGE_KEYS: [&str; 3] = ["language", "lang", "locale"];

/// Whether a key of a whole file states its language.
pub(super) fn is_language_key(key: &str) -> bool {
    LANGUAGE_KEYS.contains(&key)
}

/// Returns the language of plain texts, if the file states it.
pub(super) fn of_file(file: &Node) -> Option<Tag> {
    let own = FILE_PATHS[0].iter().try_fold(file, |node, key| node.get(key));
    let stated = [Some(file), file.get("meta")].into_iter().flatten();
    let stated = stated.flat_map(|node| LANGUAGE_KEYS.iter().filter_map(|key| node.get(key)));
    // RenderCV states it in its wording: by its name, and formerly by its tag.
    let wording = ["locale", "locale_catalog"].into_iter().filter_map(|key| file.get(key));
    let wording = wording.filter_map(|wording| wording.get("language"));
    let mut names = own.into_iter().chain(stated).chain(wording).filter_map(Node::as_str);
    names.find_map(detect::named)
}

fn is_name(path: &Path) -> bool {
    let key = key(path);
    let is_text = || TEXT_LISTS.iter().any(|text| has_key(path, text));
    NAME_KEYS.contains(&key) && (key != "name" || !is_text())
}
