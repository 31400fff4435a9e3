//! `instrument rustc …`: compiles a program with coverage instrumentation for libFuzzer.
//!
//! Cargo calls it instead of the compiler, only for the packages of this workspace.

use std::process::{Command, ExitCode};

/// The flags of cargo-fuzz without the sanitizers, which need another compiler.
const COVERAGE: [&str; 5] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let Some(compiler) = arguments.next() else {
        eprintln!("error: cargo calls this program, with the compiler to run");
        return ExitCode::FAILURE;
    };
    match Command::new(compiler).args(arguments).args(COVERAGE).status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: the compiler cannot be started: {error}");
            ExitCode::FAILURE
        }
    }
}
