//! A problem together with the file that contains it.

use crate::stored::{Reader as From, Stored, stored};
use perfil_source::Problem;
use std::fmt::{self, Display, Formatter};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A problem, and everything that is needed to display it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file.
    pub file: PathBuf,
    /// The content of the file; empty if it could not be read or is too large to display.
    pub text: Arc<str>,
    /// The problem; its span is in bytes of `text`.
    pub problem: Problem,
    /// Where the problem begins, unless it concerns the file as a whole.
    pub place: Option<Place>,
}

/// A position in a file as editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The character within the line, from 1.
    pub column: usize,
}

impl Finding {
    /// Creates a finding for a problem at a position in a file.
    #[must_use]
    pub fn new(file: &Path, bytes: &[u8], problem: Problem) -> Self {
        let text = text(bytes);
        let place = problem.span.as_ref().map(|span| Reader::new(&text).place(span.start));
        Self { file: file.to_owned(), problem: cover_characters(problem, &text), text, place }
    }

    /// Creates findings for several problems of one file, which share its text.
    #[must_use]
    pub fn all(file: &Path, bytes: &[u8], problems: Vec<Problem>) -> Vec<Self> {
        let text = text(bytes);
        let mut reader = Reader::new(&text);
        problems
            .into_iter()
            .map(|problem| {
                let problem = cover_characters(problem, &text);
                let place = problem.span.as_ref().map(|span| reader.place(span.start));
                Self { file: file.to_owned(), text: Arc::clone(&text), problem, place }
            })
            .collect()
    }

    /// Creates a finding for a problem of a file as a whole.
    #[must_use]
    pub fn of_file(file: &Path, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::without_place(file, Problem::error(None, message, remedy))
    }

    /// Creates a warning about a file as a whole.
    #[must_use]
    pub fn warning(file: &Path, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::without_place(file, Problem::warning(None, message, remedy))
    }

    /// Creates a finding for an internal error, which the owner cannot fix.
    pub(crate) fn defect(file: &Path, message: impl Into<String>) -> Self {
        Self::of_file(file, message, "Please report this.")
    }

    /// Returns findings as text, a line each.
    #[must_use]
    pub fn lines(findings: &[Self]) -> String {
        findings.iter().map(Self::to_string).collect::<Vec<_>>().join("\n")
    }

    fn without_place(file: &Path, problem: Problem) -> Self {
        Self { file: file.to_owned(), text: Arc::from(""), problem, place: None }
    }

    /// Whether this finding stops the build.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.problem.is_error()
    }
}

/// The finding on a line: where it is, what was found, and what to do.
impl Display for Finding {
    fn fmt(&self, to: &mut Formatter) -> fmt::Result {
        let Problem { message, remedy, .. } = &self.problem;
        write!(to, "{}", self.file.display())?;
        if let Some(Place { line, column }) = self.place {
            write!(to, ":{line}:{column}")?;
        }
        write!(to, ": {message}. {remedy}")
    }
}

/// The text is not stored: it is that of the owner's file, which has not changed if the finding still holds.
impl Stored for Finding {
    fn store(&self, to: &mut Vec<u8>) {
        let Self { file, text, problem, place } = self;
        file.store(to);
        (!text.is_empty()).store(to);
        problem.store(to);
        place.store(to);
    }

    fn restore(from: &mut From) -> Option<Self> {
        let file = PathBuf::restore(from)?;
        let has_text = bool::restore(from)?;
        let limit = perfil_source::MAX_FILE_BYTES as u64;
        let text = if has_text {
            from.text(&file, |files| Some(text(&files.read_at_most(&file, limit + 1).ok()?)))?
        } else {
            Arc::from("")
        };
        // Should the file have changed since, a span is still within the text.
        let problem = cover_characters(Problem::restore(from)?, &text);
        Some(Self { file, text, problem, place: Option::restore(from)? })
    }
}

stored!(Place { line, column });

/// Extends the span of a problem to whole characters.
fn cover_characters(problem: Problem, text: &str) -> Problem {
    let cover_characters = |span: Range<usize>| {
        let start = text.floor_char_boundary(span.start);
        start..text.ceil_char_boundary(span.end)
    };
    Problem { span: problem.span.map(cover_characters), ..problem }
}

/// Counts lines and characters. It continues from the previous position, because otherwise a file
/// with many problems would be read once for each of them.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    place: Place,
}

impl<'a> Reader<'a> {
    const START: Place = Place { line: 1, column: 1 };

    fn new(text: &'a str) -> Self {
        Self { text, at: 0, place: Self::START }
    }

    fn place(&mut self, at: usize) -> Place {
        if at < self.at {
            *self = Self::new(self.text);
        }
        for c in self.text.get(self.at..at).unwrap_or_default().chars() {
            match c {
                '\n' => self.place = Place { line: self.place.line + 1, column: 1 },
                // Editors do not count a byte order mark as a character.
                '\u{feff}' => {}
                _ => self.place.column += 1,
            }
        }
        self.at = at;
        self.place
    }
}

/// Returns the text to display. Each invalid byte is replaced by a question mark, so that positions
/// stay correct.
fn text(bytes: &[u8]) -> Arc<str> {
    if bytes.len() > perfil_source::MAX_FILE_BYTES {
        return Arc::from("");
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Arc::from(text),
        Err(_) => bytes
            .utf8_chunks()
            .flat_map(|chunk| [chunk.valid().to_owned(), "?".repeat(chunk.invalid().len())])
            .collect::<String>()
            .into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_covers_whole_characters() {
        let text = "né";
        let problem = Problem::error(Some(1..2), "", "");
        for finding in [
            Finding::new(Path::new("a.json"), text.as_bytes(), problem.clone()),
            Finding::all(Path::new("a.json"), text.as_bytes(), vec![problem]).remove(0),
        ] {
            assert_eq!(finding.problem.span, Some(1..3));
        }
    }

    #[test]
    fn lines_and_columns_are_counted_as_editors_do() {
        let text = "\u{feff}{\n  \"é\": 1\n}\n";
        let mut reader = Reader::new(text);
        for (part, line, column) in [("1", 2, 8), ("\"é\"", 2, 3), ("{", 1, 1), ("}", 3, 1)] {
            let at = text.find(part).expect("the part is there");
            assert_eq!(reader.place(at), Place { line, column }, "{part}");
        }
    }
}
