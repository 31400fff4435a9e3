//! `perfil completions`: what shells know of the command.

use clap::Command;
use clap_complete::{Shell, generate};
use std::io::{self, Write as _};
use std::process::ExitCode;

/// Writes the script of a shell.
pub(crate) fn run(shell: Shell, mut command: Command) -> ExitCode {
    let mut script = Vec::new();
    generate(shell, &mut command, "perfil", &mut script);
    // A reader who has had enough, such as `head`, is no error.
    let _ = io::stdout().write_all(&script);
    ExitCode::SUCCESS
}
