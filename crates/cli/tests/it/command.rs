//! The `perfil` command, run as its users run it.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

/// What a run came to.
pub(crate) struct Outcome {
    /// The exit code.
    pub(crate) code: i32,
    /// What it wrote for people or tools to read.
    pub(crate) stdout: String,
    /// What it wrote on the side.
    pub(crate) stderr: String,
}

impl Outcome {
    /// Everything, as a snapshot holds it.
    pub(crate) fn whole(&self) -> String {
        format!("{}{}exit code {}\n", self.stderr, self.stdout, self.code)
    }
}

/// Runs `perfil` in a folder.
pub(crate) fn perfil<A: AsRef<OsStr>>(folder: &Path, arguments: &[A]) -> Outcome {
    perfil_with(folder, arguments, &[])
}

/// Runs `perfil` in a folder, with variables.
pub(crate) fn perfil_with<A: AsRef<OsStr>>(
    folder: &Path,
    arguments: &[A],
    variables: &[(&str, &str)],
) -> Outcome {
    let output = Command::new(env!("CARGO_BIN_EXE_perfil"))
        .current_dir(folder)
        .args(arguments)
        .env_remove("PERFIL_BASE_URL")
        .env_remove("CLICOLOR_FORCE")
        .env_remove("NO_COLOR")
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    Outcome {
        code: output.status.code().expect("perfil ends by itself"),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}
