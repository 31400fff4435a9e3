//! `perfil`: checks profiles, builds sites from them and serves them.

mod build;
mod check;
mod cli;
mod import;
mod pdf;
mod report;
mod serve;

fn main() -> std::process::ExitCode {
    cli::run()
}
