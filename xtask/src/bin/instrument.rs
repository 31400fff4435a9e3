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

/// The name that cargo gives to the crate of a build script.
const BUILD_SCRIPT: &str = "build_script_build";

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let Some(compiler) = arguments.next() else {
        eprintln!("error: cargo calls this program, with the compiler to run");
        return ExitCode::FAILURE;
    };
    let arguments: Vec<_> = arguments.collect();
    // A build script is a program of its own, without libFuzzer.
    let is_script = arguments.iter().any(|argument| argument == BUILD_SCRIPT);
    let coverage: &[&str] = if is_script { &[] } else { &COVERAGE };
    match Command::new(compiler).args(arguments).args(coverage).status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: the compiler cannot be started: {error}");
            ExitCode::FAILURE
        }
    }
}
