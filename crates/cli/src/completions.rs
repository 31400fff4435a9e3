//! `perfil completions`: scripts for shells to complete the command.

use clap::Command;
use clap_complete::{Shell, generate};
use std::io::{self, Write as _};
use std::process::ExitCode;

/// Writes the script for a shell.
pub(crate) fn run(shell: Shell, mut command: Command) -> ExitCode {
    let mut script = Vec::new();
    generate(shell, &mut command, "perfil", &mut script);
    // A reader that stops early, such as `head`, is not an error.
    let _ = io::stdout().write_all(&script);
    ExitCode::SUCCESS
}
