//! `perfil serve`: the site at a local address, made again when its content changes.

use crate::build;
use crate::cli::Serve;
use crate::exit::Failure;
use crate::progress::Progress;
use crate::voice::Voice;
use notify_debouncer_mini::notify::RecursiveMode;
use notify_debouncer_mini::{Debouncer, new_debouncer, notify::RecommendedWatcher};
use perfil_cli::{Published, server};
use perfil_site::Finding;
use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

/// Builds and serves until the process is stopped.
pub(crate) fn run(arguments: &Serve, voice: Voice) -> ExitCode {
    let code = build::once(&arguments.site, voice);
    if code != ExitCode::SUCCESS {
        return code;
    }
    let watcher = if arguments.no_watch { Ok(None) } else { watch(arguments, voice).map(Some) };
    let _watcher = match watcher {
        Ok(watcher) => watcher,
        Err(error) => {
            anstream::eprintln!("The content cannot be watched: {error}");
            None
        }
    };
    match serve(arguments, voice) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let port = arguments.port;
            let message = format!("the site cannot be served on port {port}: {error}");
            let remedy = "Choose another with --port; 0 takes one that is free.";
            let address = arguments.host.to_string();
            Failure::Refused(Finding::of_file(Path::new(&address), message, remedy)).end(voice)
        }
    }
}

fn serve(arguments: &Serve, voice: Voice) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let address = SocketAddr::new(arguments.host, arguments.port);
        let listener = tokio::net::TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        voice.note(format_args!("Serving on http://{address}/ (stop with Ctrl+C)"));
        server::serve(listener, &arguments.site.out).await
    })
}

fn watch(
    arguments: &Serve,
    voice: Voice,
) -> Result<Debouncer<RecommendedWatcher>, notify_debouncer_mini::notify::Error> {
    let content = arguments.site.input().content;
    let site = Arc::new(arguments.site.clone());
    let mut debouncer = new_debouncer(Duration::from_millis(100), move |_| {
        let progress = Progress::new(voice);
        let built = build::build(&site, &progress);
        drop(progress);
        match built {
            Ok(Published { changes, .. }) if changes.written.is_empty() => {}
            Ok(Published { changes, findings: warnings, .. }) => {
                build::warned(&warnings, voice);
                voice.note(format_args!("Changed: {}", changes.written.join(", ")));
            }
            Err(failure) => {
                failure.end(voice);
            }
        }
    })?;
    debouncer.watcher().watch(&content, RecursiveMode::Recursive)?;
    Ok(debouncer)
}
