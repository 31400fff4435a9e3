//! Runs `cargo test`, streams its output, and counts the results.

use std::io::{BufRead, BufReader, Write, stdout};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use xshell::Cmd;

use super::tally::Tally;

pub(crate) fn cargo_test(command: Cmd) -> Result<Tally> {
    let mut child = Command::from(command).stdout(Stdio::piped()).spawn()?;
    let mut output = BufReader::new(child.stdout.take().context("its output was not piped")?);
    let mut tally = Tally::default();
    let mut line = Vec::new();
    while output.read_until(b'\n', &mut line)? > 0 {
        stdout().write_all(&line)?;
        tally += Tally::of_line(&String::from_utf8_lossy(&line)).unwrap_or_default();
        line.clear();
    }
    Ok(tally.with_status(child.wait()?.success()))
}
