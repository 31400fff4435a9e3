//! The `perfil` command, run as its users run it.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

/// The result of a run.
pub(crate) struct Outcome {
    /// The exit code.
    pub(crate) code: i32,
    /// The standard output.
    pub(crate) stdout: String,
    /// The standard error.
    pub(crate) stderr: String,
}

impl Outcome {
    /// Everything, as snapshots contain it.
    pub(crate) fn snapshot(&self) -> String {
        format!("{}{}exit code {}\n", self.stderr, self.stdout, self.code)
    }
}

/// Runs `perfil` in a folder.
pub(crate) fn perfil<A: AsRef<OsStr>>(folder: &Path, arguments: &[A]) -> Outcome {
    perfil_with(folder, arguments, &[])
}

/// Runs `perfil` in a folder, with environment variables.
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
