//! Problems of a file, described so that its owner can correct them.

use std::fmt;
use std::ops::Range;

/// The severity of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site can be built, but visitors will miss something.
    Warning,
    /// The site cannot be built.
    Error,
}

/// A problem at one position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Whether the problem stops the build.
    pub severity: Severity,
    /// Its path in the data.
    pub path: Path,
    /// Its position in the file, in bytes; `None` if it concerns the whole file.
    pub span: Option<Range<usize>>,
    /// What was found, and why it is not allowed.
    pub message: String,
    /// What to write instead.
    pub remedy: String,
}

impl Problem {
    /// An error about the whole document; [`at`](Self::at) sets another path.
    pub fn error(
        span: Option<Range<usize>>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        let severity = Severity::Error;
        let (message, remedy) = (message.into(), remedy.into());
        Self { severity, path: Path::default(), span, message, remedy }
    }

    /// A warning about the whole document; [`at`](Self::at) sets another path.
    pub fn warning(
        span: Option<Range<usize>>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self { severity: Severity::Warning, ..Self::error(span, message, remedy) }
    }

    /// Returns the same problem with another path.
    #[must_use]
    pub fn at(self, path: Path) -> Self {
        Self { path, ..self }
    }

    /// Whether the problem stops the build.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Returns the same problem with its position moved forward by this number of bytes.
    #[must_use]
    pub fn moved(self, by: usize) -> Self {
        Self { span: self.span.map(|span| span.start + by..span.end + by), ..self }
    }
}

/// The path from the root of a document to a value.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(pub Vec<Step>);

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// To a member of an object.
    Key(String),
    /// To an element of an array, counted from 0.
    Index(usize),
}

impl fmt::Display for Path {
    /// Writes the path as `JSONPath` (RFC 9535): `$.sections[2].title.en`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("$")?;
        for step in &self.0 {
            match step {
                Step::Key(key) if is_shorthand(key) => write!(f, ".{key}")?,
                Step::Key(key) => write!(f, "[{key:?}]")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

fn is_shorthand(key: &str) -> bool {
    key.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && key.chars().all(|c| c.is_alphanumeric() || c == '_')
}
