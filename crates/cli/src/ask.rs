//! Questions on a terminal, one line each.
//!
//! The terminal itself edits the line, so they can be answered on every terminal, including a dumb
//! one or one with a screen reader.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

/// Returns whether a person can answer.
pub(crate) fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks until the answer can be parsed. An empty line means `default`; `None` is the end of the
/// input.
pub(crate) fn ask<T>(
    question: &str,
    default: &str,
    read: impl Fn(&str) -> Result<T, String>,
) -> io::Result<Option<T>> {
    loop {
        let hint = if default.is_empty() { String::new() } else { format!(" [{default}]") };
        let mut terminal = io::stderr();
        write!(terminal, "{question}{hint}: ")?;
        terminal.flush()?;
        let mut line = String::new();
        if io::stdin().lock().read_line(&mut line)? == 0 {
            writeln!(terminal)?;
            return Ok(None);
        }
        let line = line.trim();
        match read(if line.is_empty() { default } else { line }) {
            Ok(answer) => return Ok(Some(answer)),
            Err(problem) => writeln!(terminal, "  {problem}")?,
        }
    }
}
