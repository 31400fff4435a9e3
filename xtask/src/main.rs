//! `cargo xtask …`: the tasks of the repository, one file or folder per verb.

mod bench;
mod bench_build;
mod bench_documents;
mod bench_serve;
mod browser;
mod build;
mod builder;
mod embedded;
mod fuzz;
mod lighthouse;
mod packages;
mod perfil;
mod places;
mod prerender;
mod printer;
mod progress;
mod release;
mod resumes;
mod serve;
mod server;
mod shell;
mod size;
mod studio;
mod table;
mod test;
mod tools;

use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;
use xshell::Shell;

/// Installs, builds, serves, measures and tests Perfil.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
enum Verb {
    /// Install what `build` needs into a per-user cache; it is silent when all is there
    Tools(tools::Flags),
    /// Build the site into dist/
    Build(build::Flags),
    /// Serve the site, and rebuild its pages whenever the content changes
    Serve(serve::Flags),
    /// Print what a visitor downloads, and fail when it is over the limits
    Size,
    /// Run every check; the last line says how many passed
    Test(test::Flags),
    /// Make the packages by which people install Perfil, and try each of them
    Release(release::Flags),
    /// Measure how fast sites are built and answer, on people that are made for it
    Bench(bench::Flags),
    /// Give every reader of what an owner brings inputs that nobody thought of
    Fuzz(fuzz::Flags),
    /// Count how well the JSON Resumes of a folder are read
    Resumes(resumes::Flags),
    /// Audit the profile pages with Lighthouse, as a phone sees them
    Lighthouse(lighthouse::Flags),
    /// Trunk's hook: turn its output into the prerendered site
    #[command(hide = true)]
    Prerender,
}

fn main() -> ExitCode {
    run(&Verb::parse()).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

fn run(verb: &Verb) -> Result<ExitCode> {
    let started_in = std::env::current_dir()?;
    let root = places::checkout();
    std::env::set_current_dir(root)
        .with_context(|| format!("the checkout is not at {}", root.display()))?;
    let sh = Shell::new()?;
    match verb {
        Verb::Tools(flags) => tools::run(&sh, flags)?,
        Verb::Build(flags) => build::run(&sh, flags)?,
        Verb::Serve(flags) => serve::run(&sh, flags)?,
        Verb::Size => size::run()?,
        Verb::Test(flags) => return Ok(test::run(&sh, flags)),
        Verb::Release(flags) => release::run(&sh, flags)?,
        Verb::Bench(flags) => bench::run(&sh, flags, &started_in)?,
        Verb::Fuzz(flags) => fuzz::run(&sh, flags)?,
        Verb::Resumes(flags) => resumes::run(&sh, flags, &started_in)?,
        Verb::Lighthouse(flags) => lighthouse::run(&sh, flags)?,
        Verb::Prerender => prerender::run(&sh)?,
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_flags_are_consistent() {
        super::Verb::command().debug_assert();
    }
}
