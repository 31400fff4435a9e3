//! `perfil serve`: the site at a local address, made again when its content changes.

use crate::build;
use crate::cli::Serve;
use crate::report;
use notify_debouncer_mini::notify::RecursiveMode;
use notify_debouncer_mini::{Debouncer, new_debouncer, notify::RecommendedWatcher};
use perfil::server;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

/// Builds and serves until the process is stopped.
pub(crate) fn run(arguments: &Serve) -> ExitCode {
    let code = build::run(&arguments.build);
    if code != ExitCode::SUCCESS {
        return code;
    }
    let watcher = if arguments.no_watch { Ok(None) } else { watch(arguments).map(Some) };
    let _watcher = match watcher {
        Ok(watcher) => watcher,
        Err(error) => {
            anstream::eprintln!("The content cannot be watched: {error}");
            None
        }
    };
    match serve(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("The site cannot be served on port {}: {error}", arguments.port);
            ExitCode::FAILURE
        }
    }
}

fn serve(arguments: &Serve) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let address = SocketAddr::new(arguments.host, arguments.port);
        let listener = tokio::net::TcpListener::bind(address).await?;
        anstream::eprintln!("Serving on http://{}/ (stop with Ctrl+C)", listener.local_addr()?);
        server::serve(listener, &arguments.build.out).await
    })
}

fn watch(
    arguments: &Serve,
) -> Result<Debouncer<RecommendedWatcher>, notify_debouncer_mini::notify::Error> {
    let content = arguments.build.input().content;
    let build = Arc::new(arguments.build.clone());
    let mut debouncer =
        new_debouncer(Duration::from_millis(100), move |_| match build::build(&build) {
            Ok((_, changes)) if changes.written.is_empty() => {}
            Ok((_, changes)) => anstream::eprintln!("Changed: {}", changes.written.join(", ")),
            Err(findings) => report::text(&findings),
        })?;
    debouncer.watcher().watch(&content, RecursiveMode::Recursive)?;
    Ok(debouncer)
}
