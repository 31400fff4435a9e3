//! The progress of long work, on a terminal.

use crate::interrupt;
use crate::reporter::Reporter;
use perfil_site::{Stage, Watch};
use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Work that takes less shows no progress, because nobody could read it in time.
const SHORT: Duration = Duration::from_secs(1);

/// The minimum time between two updates; nobody can read faster changes.
const STEP: Duration = Duration::from_millis(100);

/// A line that shows the progress, and is cleared when the work is done.
pub(crate) struct Progress {
    line: Option<Mutex<Line>>,
    start: Instant,
}

struct Line {
    next: Instant,
    width: usize,
}

impl Progress {
    /// Shows a line on the standard error, if that is a terminal and the command is not quiet.
    pub(crate) fn new(reporter: Reporter) -> Self {
        let is_shown = !reporter.is_quiet && io::stderr().is_terminal();
        let start = Instant::now();
        let line = Line { next: start + SHORT, width: 0 };
        Self { line: is_shown.then(|| Mutex::new(line)), start }
    }

    /// Returns the elapsed time in milliseconds.
    pub(crate) fn milliseconds(&self) -> u128 {
        self.start.elapsed().as_millis()
    }
}

impl Watch for Progress {
    fn at(&self, stage: Stage, done: usize, all: usize) {
        // If another thread is writing, this update is not newer, so skip it.
        let Some(Ok(mut line)) = self.line.as_ref().map(Mutex::try_lock) else { return };
        let now = Instant::now();
        if now < line.next {
            return;
        }
        line.next = now + STEP;
        line.write(&format!("{} {done} of {all}", doing(stage)));
    }

    fn is_stopped(&self) -> bool {
        interrupt::is_stopped()
    }
}

impl Line {
    /// Clears the previous line with spaces and a carriage return, which every terminal supports.
    fn write(&mut self, text: &str) {
        let width = text.len();
        let mut terminal = io::stderr();
        let _ = write!(terminal, "\r{text}{:1$}\r", "", self.width.saturating_sub(width));
        let _ = terminal.flush();
        self.width = width;
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        let line = self.line.as_mut().and_then(|line| line.get_mut().ok());
        if let Some(line) = line.filter(|line| line.width > 0) {
            line.write("");
        }
    }
}

fn doing(stage: Stage) -> &'static str {
    match stage {
        Stage::Profiles => "Reading profiles:",
        Stage::People => "Making pages:",
        Stage::Papers => "Setting CVs and pictures:",
    }
}
