//! `perfil serve`: the site at a local address, made again when its content changes.

use crate::build;
use crate::cli::Serve;
use crate::exit::Failure;
use crate::interrupt;
use crate::progress::Progress;
use crate::voice::Voice;
use notify_debouncer_mini::notify::RecursiveMode;
use notify_debouncer_mini::{Debouncer, new_debouncer, notify::RecommendedWatcher};
use perfil::server::{self, Revision};
use perfil::site::{Finding, Published};
use std::net::TcpListener;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

/// Builds and serves until the process is stopped.
pub(crate) fn run(arguments: &Serve, voice: Voice) -> ExitCode {
    // The port is taken first: whoever asks before the site is made waits for it, and is not refused.
    let listener = match TcpListener::bind((arguments.host, arguments.port)) {
        Ok(listener) => listener,
        Err(error) => return refused(arguments, &error, voice),
    };
    let code = build::once(&arguments.site, voice);
    // A site that was made before is served until the mistakes are corrected.
    let has_site = arguments.site.out.join("_headers").is_file();
    let can_wait = has_site && !arguments.no_watch && !interrupt::is_stopped();
    if code != ExitCode::SUCCESS && !can_wait {
        return code;
    }
    let revision = Revision::default();
    revision.take(&arguments.site.out);
    let watcher = if arguments.no_watch {
        Ok(None)
    } else {
        watch(arguments, revision.clone(), voice).map(Some)
    };
    let _watcher = match watcher {
        Ok(watcher) => watcher,
        Err(error) => {
            anstream::eprintln!("The content cannot be watched: {error}");
            None
        }
    };
    match serve(arguments, listener, &revision, voice) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refused(arguments, &error, voice),
    }
}

fn refused(arguments: &Serve, error: &std::io::Error, voice: Voice) -> ExitCode {
    let port = arguments.port;
    let message = format!("the site cannot be served on port {port}: {error}");
    let remedy = "Choose another with --port; 0 takes one that is free.";
    let address = arguments.host.to_string();
    Failure::Refused(Finding::of_file(Path::new(&address), message, remedy)).end(voice)
}

fn serve(
    arguments: &Serve,
    listener: TcpListener,
    revision: &Revision,
    voice: Voice,
) -> std::io::Result<()> {
    let out = &arguments.site.out;
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let address = listener.local_addr()?;
        voice.note(format_args!("Serving on http://{address}/ (stop with Ctrl+C)"));
        // Nothing is made again where nothing is watched.
        if arguments.no_watch {
            server::serve(listener, out).await
        } else {
            server::serve_reloading(listener, out, revision).await
        }
    })
}

fn watch(
    arguments: &Serve,
    revision: Revision,
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
                revision.take(&site.out);
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
