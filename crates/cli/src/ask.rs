//! Questions on a terminal, a line each.
//!
//! The terminal itself edits the line, so that they can be answered on every one, a dumb one or one
//! that is read aloud included.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

/// Whether somebody is there to answer.
pub(crate) fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks until the answer can be read. An empty line stands for `default`; `None` is the end of the
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
