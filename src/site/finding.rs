//! A problem with the file that it is in.

use crate::source::{Problem, Severity};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A problem, and all that is needed to show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file.
    pub file: PathBuf,
    /// What the file holds; empty where it could not be read or is too large to show.
    pub text: Arc<str>,
    /// The problem, its span counted in the bytes of `text`.
    pub problem: Problem,
}

/// A place in a file as editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

impl Finding {
    /// A problem at a place in a file.
    #[must_use]
    pub fn new(file: &Path, bytes: &[u8], problem: Problem) -> Self {
        Self::within(file, &text(bytes), problem)
    }

    /// Several problems of one file, which share its text.
    #[must_use]
    pub fn all(file: &Path, bytes: &[u8], problems: Vec<Problem>) -> Vec<Self> {
        let text = text(bytes);
        problems.into_iter().map(|problem| Self::within(file, &text, problem)).collect()
    }

    /// A problem of a file as a whole.
    #[must_use]
    pub fn of_file(file: &Path, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        let problem = Problem {
            severity: Severity::Error,
            path: crate::source::Path::default(),
            span: None,
            message: message.into(),
            remedy: remedy.into(),
        };
        Self::within(file, &Arc::from(""), problem)
    }

    fn within(file: &Path, text: &Arc<str>, problem: Problem) -> Self {
        Self { file: file.to_owned(), text: Arc::clone(text), problem }
    }

    /// Where the problem begins.
    #[must_use]
    pub fn place(&self) -> Place {
        let start = self.problem.span.as_ref().map_or(0, |span| span.start);
        let before = self.text.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Place {
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
        }
    }

    /// Whether it stops the build.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.problem.severity == Severity::Error
    }
}

/// The text to show; bytes that are none are replaced by as many question marks, so that places
/// stay true.
fn text(bytes: &[u8]) -> Arc<str> {
    if bytes.len() > crate::source::LIMIT {
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
