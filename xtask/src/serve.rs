//! `cargo xtask serve`: serves the site on this machine, and rebuilds it as the owner edits.
//!
//! On a machine where nothing is compiled yet, it starts in three stages, each of which replaces
//! the one before: pages that are complete without the application; the application; the PDFs.

use std::net::{IpAddr, TcpListener};
use std::ops::RangeInclusive;
use std::thread;

use anyhow::{Context, Result};
use clap::Args;
use xshell::Shell;

use crate::server::Server;
use crate::{perfil, places, shell, studio};

#[derive(Args)]
pub(crate) struct Flags {
    /// The port to listen on [default: 8080, or the next one that is free]
    #[arg(long)]
    port: Option<u16>,
    /// The address to listen on; 0.0.0.0 lets a phone in the same network see the site
    #[arg(long, default_value = "127.0.0.1")]
    host: IpAddr,
}

pub(crate) fn run(sh: &Shell, flags: &Flags) -> Result<()> {
    let address = (flags.host, free_port(flags)?);
    let has_pdf = perfil::has_typst()?;
    let has_app = shell::is_current(sh)?;
    let other = sh.clone();
    let (mut perfil, mut shell) = thread::scope(|scope| {
        let shell =
            scope.spawn(move || if has_app { places::shell() } else { shell::stand_in(&other) });
        let perfil = if has_pdf { perfil::compile(sh) } else { perfil::compile_without_pdf(sh) };
        anyhow::Ok((perfil?, shell::joined(shell)?))
    })?;
    let mut server = Server::start(perfil::serve(sh, &perfil, &shell, address), address)?;
    if !(has_app && has_pdf) {
        println!("{}", what_follows(has_app, has_pdf));
    }
    if !has_app && let Some(()) = report_error(shell::build(sh)) {
        shell = places::shell()?;
        server = server.replaced(perfil::serve(sh, &perfil, &shell, address), address)?;
    }
    if !has_pdf && let Some(complete) = report_error(perfil::compile(sh)) {
        perfil = complete;
        server = server.replaced(perfil::serve(sh, &perfil, &shell, address), address)?;
    }
    // Studio comes last, because a newcomer looks at pages first.
    let has_shell = shell == places::shell()?;
    if has_shell && report_error(studio::add(sh)) == Some(true) {
        server = server.replaced(perfil::serve(sh, &perfil, &shell, address), address)?;
    }
    server.wait()
}

/// The ports of which the first free one is used if none is asked for.
const PORTS: RangeInclusive<u16> = 8080..=8099;

/// Returns the port that was asked for, if it is free: better to fail now than when everything is
/// compiled. If none was asked for, returns the first free one.
fn free_port(flags: &Flags) -> Result<u16> {
    let host = flags.host;
    let bind = |port| {
        let listener = TcpListener::bind((host, port)).with_context(|| {
            format!("port {port} of {host} cannot be had: choose another with --port")
        })?;
        anyhow::Ok(listener.local_addr()?.port())
    };
    match flags.port {
        Some(port) => bind(port),
        None => PORTS.map(bind).find(Result::is_ok).unwrap_or_else(|| bind(*PORTS.start())),
    }
}

/// Returns a message about what the pages still lack.
fn what_follows(has_app: bool, has_pdf: bool) -> String {
    let missing = match (has_app, has_pdf) {
        (false, false) => "the application (search, commands) and then the PDFs are compiled",
        (false, true) => "the application (search, commands) is compiled",
        (true, _) => "what sets the PDFs is compiled",
    };
    format!(
        "Every page reads whole, and changes with each word that you write. Meanwhile {missing}; \
         open pages load themselves again when it is there."
    )
}

/// Returns the result of a stage. An error is reported, and the previous stage stays.
fn report_error<T>(stage: Result<T>) -> Option<T> {
    stage
        .inspect_err(|error| {
            eprintln!("error: {error:#}");
            eprintln!("The site is served without it. Start again when the mistake is corrected.");
        })
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_reported_before_compiling() -> Result<()> {
        let host = IpAddr::from([127, 0, 0, 1]);
        let taken = TcpListener::bind((host, 0))?;
        let port = taken.local_addr()?.port();
        let error = free_port(&Flags { port: Some(port), host }).expect_err("the port is taken");
        assert!(error.to_string().contains("--port"), "{error}");
        drop(taken);
        assert_eq!(free_port(&Flags { port: Some(port), host })?, port);
        let any = free_port(&Flags { host, port: Some(0) })?;
        assert_ne!(any, 0, "it is the one that is served on");
        Ok(())
    }

    #[test]
    fn the_next_free_port_is_used_if_none_is_asked_for() -> Result<()> {
        let host = IpAddr::from([127, 0, 0, 1]);
        // If it cannot be bound, somebody else has it.
        let _taken = TcpListener::bind((host, *PORTS.start()));
        let port = free_port(&Flags { port: None, host })?;
        assert!(PORTS.contains(&port) && port != *PORTS.start(), "{port}");
        Ok(())
    }

    #[test]
    fn missing_parts_are_named() {
        assert!(what_follows(false, false).contains("and then the PDFs"));
        assert!(!what_follows(false, true).contains("PDFs"));
        assert!(!what_follows(true, false).contains("application"));
    }
}
