//! Values without a place in a profile: kept in a section of their own, and named in the report.

use super::{titles, tree};
use perfil_model::language::Tag;
use perfil_source::{Member, Node, Path, Problem, Step, Value, privacy};
use std::ops::Range;

/// The report of an import, and the values for the last section.
#[derive(Debug, Default)]
pub(super) struct Unmapped {
    terms: Vec<Node>,
    report: Vec<Problem>,
    is_private: bool,
}

impl Unmapped {
    /// Keeps a value that has no field in a profile.
    pub(super) fn keep(&mut self, path: &Path, node: &Node) {
        let span = node.span.clone();
        // A path is for the owner: a visitor sees the name of the value.
        let key = path.0.iter().rev().find_map(|step| match step {
            Step::Key(key) => Some(perfil_source::label(key)),
            Step::Index(_) => None,
        });
        let Some(key) = key.filter(|key| !key.is_empty()) else {
            return self.leave_out(path, &span, "its name says nothing to a reader");
        };
        let name = path.to_string();
        let name = name.trim_start_matches(['$', '.']);
        self.warn(
            path,
            &span,
            format!("a profile has no place for {name}, so it is in the last section"),
            "Move it to where it belongs, or remove it.",
        );
        let term = tree::text(key, span.clone());
        let members = vec![tree::member("term", term), tree::member("text", value(node))];
        let term = tree::object(members, span);
        let is_private = self.is_private || privacy::has_private(node);
        self.terms.push(if is_private { privacy::wrap(term) } else { term });
    }

    /// Converts a value, keeping it private if it is. Values kept during the conversion become
    /// private too, because they leave the object that is marked as private.
    pub(super) fn convert(
        &mut self,
        node: &Node,
        convert: &mut dyn FnMut(&mut Self, &Node) -> Option<Node>,
    ) -> Option<Node> {
        let before = self.is_private;
        let value = if let Some(inner) = privacy::wrapped(node) {
            self.is_private = true;
            self.convert(inner, convert).map(privacy::wrap)
        } else {
            self.is_private |= privacy::hides(node);
            convert(self, node)
        };
        self.is_private = before;
        value
    }

    /// Reports a value that stays in the owner's file and is in no output.
    pub(super) fn leave_out(&mut self, path: &Path, span: &Range<usize>, why: &str) {
        let name = path.to_string();
        let name = name.trim_start_matches(['$', '.']);
        let message = format!("{name} is left out: {why}");
        self.warn(path, span, message, "Nothing has to be done if it is not for readers.");
    }

    /// Returns a value that leaves its place, private if anything around that place is.
    pub(super) fn protected(&self, node: Node) -> Node {
        if self.is_private { privacy::wrap(node) } else { node }
    }

    /// Returns the report, of an import that keeps no other values.
    pub(super) fn into_report(self) -> Vec<Problem> {
        self.report
    }

    /// Reports a problem that does not stop the build.
    pub(super) fn warn(
        &mut self,
        path: &Path,
        span: &Range<usize>,
        message: impl Into<String>,
        remedy: &str,
    ) {
        self.report.push(Problem::warning(Some(span.clone()), message, remedy).at(path.clone()));
    }

    /// Reports something that cannot be read.
    pub(super) fn error(
        &mut self,
        path: &Path,
        span: &Range<usize>,
        message: impl Into<String>,
        remedy: &str,
    ) {
        self.report.push(Problem::error(Some(span.clone()), message, remedy).at(path.clone()));
    }

    /// Returns the section of the kept values, with this id, if there are any, and the report.
    pub(super) fn finish(self, id: &str, languages: &[Tag]) -> (Option<Node>, Vec<Problem>) {
        let section = self.terms.first().map(|first| first.span.clone()).map(|span| {
            let title = titles::title("more", languages, &span);
            let items = tree::list(self.terms, span.clone());
            section(id, title, "terms", vec![tree::member("items", items)], span)
        });
        (section, self.report)
    }
}

/// Returns a section of a profile.
pub(super) fn section(
    id: &str,
    title: Node,
    kind: &str,
    content: Vec<Member>,
    span: Range<usize>,
) -> Node {
    let mut members = vec![
        tree::member("id", tree::text(id, span.clone())),
        tree::member("title", title),
        tree::member("kind", tree::text(kind, span.clone())),
    ];
    members.extend(content);
    tree::object(members, span)
}

/// Returns the path one step further down.
pub(super) fn below(path: &Path, step: Step) -> Path {
    let mut path = path.clone();
    path.0.push(step);
    path
}

/// Returns a value as a text: texts in several languages are kept, anything else is written on one
/// line.
fn value(node: &Node) -> Node {
    if is_localized(node) {
        return node.clone();
    }
    tree::text(line(node), node.span.clone())
}

/// Whether an object is a text in several languages.
pub(super) fn is_localized(node: &Node) -> bool {
    let is_text =
        |member: &Member| member.value.as_str().is_some() && Tag::parse(&member.key).is_some();
    !node.members().is_empty() && node.members().iter().all(is_text)
}

fn line(node: &Node) -> String {
    let joined = |parts: Vec<String>, by: &str| parts.join(by);
    match &node.value {
        Value::Null => String::new(),
        Value::Bool(value) => value.to_string(),
        Value::Number(value) => value.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(elements) => joined(elements.iter().map(line).collect(), ", "),
        Value::Object(_) if privacy::wrapped(node).is_some() => {
            privacy::wrapped(node).map(line).unwrap_or_default()
        }
        Value::Object(members) => {
            let visible = members.iter().filter(|member| !privacy::is_mark(member));
            let part = |member: &Member| format!("{}: {}", member.key, line(&member.value));
            joined(visible.map(part).collect(), "; ")
        }
    }
}
