//! The report of an import: what was read otherwise than it was written, and what was left out.

use super::tree;
use perfil_model::language::Tag;
use perfil_source::{Member, Node, Path, Problem, Step, privacy};
use std::ops::Range;

/// The report of an import.
#[derive(Debug, Default)]
pub(super) struct Unmapped {
    report: Vec<Problem>,
    is_private: bool,
}

impl Unmapped {
    /// Converts a value, keeping it private if it is.
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

    /// Returns the report.
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

/// Whether an object is a text in several languages.
pub(super) fn is_localized(node: &Node) -> bool {
    let is_text =
        |member: &Member| member.value.as_str().is_some() && Tag::parse(&member.key).is_some();
    !node.members().is_empty() && node.members().iter().all(is_text)
}
