//! `perfil`: starts and checks profiles, builds sites from them and serves them.

mod ask;
mod build;
mod check;
mod cli;
mod completions;
mod default_folder;
mod examples;
mod exit;
mod host_flag;
mod import;
mod interrupt;
mod manual;
mod new;
mod open;
mod pdf;
mod progress;
mod report;
mod reporter;
mod serve;
mod understood;

fn main() -> std::process::ExitCode {
    interrupt::install_handlers();
    cli::run()
}
