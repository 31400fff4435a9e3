//! What is wrong with a file, said so that its owner can mend it.

use std::fmt;
use std::ops::Range;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site can be built, but a visitor will miss something.
    Warning,
    /// The site cannot be built.
    Error,
}

/// One problem, at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Whether it stops the build.
    pub severity: Severity,
    /// The place in the data.
    pub path: Path,
    /// The place in the file, in bytes; `None` where the file as a whole is meant.
    pub span: Option<Range<usize>>,
    /// What was found and why it cannot stay.
    pub message: String,
    /// What to write instead.
    pub remedy: String,
}

impl Problem {
    /// An error of the document as a whole; [`at`](Self::at) says where else.
    pub fn error(
        span: Option<Range<usize>>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        let severity = Severity::Error;
        let (message, remedy) = (message.into(), remedy.into());
        Self { severity, path: Path::default(), span, message, remedy }
    }

    /// A warning about the document as a whole; [`at`](Self::at) says where else.
    pub fn warning(
        span: Option<Range<usize>>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self { severity: Severity::Warning, ..Self::error(span, message, remedy) }
    }

    /// The same problem, at a place in the data.
    #[must_use]
    pub fn at(self, path: Path) -> Self {
        Self { path, ..self }
    }

    /// Whether it stops the build.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The same problem, of a file that stands so many bytes further on.
    #[must_use]
    pub fn moved(self, by: usize) -> Self {
        Self { span: self.span.map(|span| span.start + by..span.end + by), ..self }
    }
}

/// The way from the root of a document to a value.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(pub Vec<Step>);

/// One step down into a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Into the member of an object.
    Key(String),
    /// Into the element of an array, counted from 0.
    Index(usize),
}

impl fmt::Display for Path {
    /// Writes `JSONPath` (RFC 9535): `$.sections[2].title.en`.
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
