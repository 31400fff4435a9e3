//! `perfil completions`: scripts for shells to complete the command.

use crate::report;
use clap::Command;
use clap_complete::{Shell, generate};
use std::process::ExitCode;

/// Writes the script for a shell.
pub(crate) fn run(shell: Shell, mut command: Command) -> ExitCode {
    let mut script = Vec::new();
    generate(shell, &mut command, "perfil", &mut script);
    report::write_out(&script);
    ExitCode::SUCCESS
}
