//! The exit codes, and what they mean.

use crate::interrupt;
use crate::reporter::Reporter;
use perfil_site::Finding;
use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::slice;

/// The codes as the help documents them.
pub(crate) const CODES: &str = "\
Exit codes:
  0    Everything is well; there may be warnings.
  1    A file has errors (with --strict, warnings too) or is missing, or a place is taken.
  2    The command line is not understood.
  3    The system refused: something could not be written, or not be served.
  130  It was interrupted (Ctrl+C).
  143  It was terminated (SIGTERM).";

/// The exit code of an interrupted process: 128 and the number of the signal, as in shells.
pub(crate) const INTERRUPTED: u8 = 130;

/// The exit code of a process that was asked to end.
pub(crate) const TERMINATED: u8 = 143;

const REFUSED: u8 = 3;

/// Why a command failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// What the owner can change: errors in files, and paths that are taken.
    Findings(Vec<Finding>),
    /// What the system refused.
    Refused(Finding),
    /// The command was interrupted.
    Interrupted,
}

impl Failure {
    /// Creates the failure for something that could not be written.
    pub(crate) fn written(file: &Path, what: &str, error: &io::Error, remedy: &str) -> Self {
        let finding = Finding::of_file(file, format!("{what} cannot be written: {error}"), remedy);
        match error.kind() {
            io::ErrorKind::AlreadyExists => Self::Findings(vec![finding]),
            io::ErrorKind::Interrupted => Self::Interrupted,
            _ => Self::Refused(finding),
        }
    }

    /// Reports the failure and returns its exit code.
    pub(crate) fn end(&self, reporter: Reporter) -> ExitCode {
        if !matches!(self, Self::Interrupted) {
            reporter.failed(self.findings());
        }
        self.code()
    }

    /// Returns what is wrong; nothing if the command was interrupted.
    pub(crate) fn findings(&self) -> &[Finding] {
        match self {
            Self::Findings(findings) => findings,
            Self::Refused(finding) => slice::from_ref(finding),
            Self::Interrupted => &[],
        }
    }

    /// Returns the exit code.
    pub(crate) fn code(&self) -> ExitCode {
        match self {
            Self::Findings(_) => ExitCode::FAILURE,
            Self::Refused(_) => ExitCode::from(REFUSED),
            Self::Interrupted => ExitCode::from(interrupt::code().unwrap_or(INTERRUPTED)),
        }
    }
}

impl From<Vec<Finding>> for Failure {
    fn from(findings: Vec<Finding>) -> Self {
        Self::Findings(findings)
    }
}
