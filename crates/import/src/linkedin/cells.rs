//! Where values are in an archive: in a table, a row and a column, and not at a byte.

use perfil_source::{Path, Problem};
use std::ops::Range;

/// The places of the values, by the number that stands for a position in the tree.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cells(Vec<String>);

impl Cells {
    /// Adds a place, and returns the position that stands for it.
    pub(super) fn add(&mut self, table: &str, row: usize, column: Option<&str>) -> Range<usize> {
        let column = column.map(|column| format!(", {column}")).unwrap_or_default();
        self.0.push(format!("{table}, row {row}{column}"));
        self.0.len()..self.0.len() + 1
    }

    /// Names the place of a problem in its message, instead of a position that no owner can look up.
    pub(crate) fn name(&self, problem: Problem) -> Problem {
        let place = problem.span.as_ref().and_then(|span| self.0.get(span.start.checked_sub(1)?));
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
