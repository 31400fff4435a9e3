//! Where values are in a file that has no lines of text: in a row of a table of an archive, or on a
//! page of a document.

use perfil_source::{Path, Problem};
use std::ops::Range;

/// The places of the values, each with the first position of a tree that stands for it, ascending.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places(Vec<(usize, String)>);

impl Places {
    /// Adds a place, and returns the position that stands for it.
    pub(crate) fn add(&mut self, place: String) -> Range<usize> {
        let position = self.0.last().map_or(1, |(start, _)| start + 1);
        self.0.push((position, place));
        position..position + 1
    }

    /// Adds a place that begins at a position, which is not before that of any other.
    pub(crate) fn begin(&mut self, position: usize, place: String) {
        self.0.push((position, place));
    }

    /// Returns the place of a position.
    pub(crate) fn at(&self, position: usize) -> Option<&str> {
        let after = self.0.partition_point(|(start, _)| *start <= position);
        self.0.get(after.checked_sub(1)?).map(|(_, place)| place.as_str())
    }

    /// Names the place of a problem in its message, instead of a position that no owner can look up.
    pub(crate) fn name(&self, problem: Problem) -> Problem {
        let place = problem.span.as_ref().and_then(|span| self.at(span.start));
        let Some(place) = place else { return Problem { span: None, ..problem } };
        let path = problem.path.to_string();
        let path = path.trim_start_matches(['$', '.']);
        let message = if !path.is_empty() && problem.message.contains(path) {
            problem.message.replacen(&format!("$.{path}"), place, 1).replacen(path, place, 1)
        } else {
            format!("{place}: {}", problem.message)
        };
        Problem { span: None, path: Path::default(), message, ..problem }
    }
}
