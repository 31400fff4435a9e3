//! `perfil serve`: the site at a local address, made again when its content changes.

use crate::build;
use crate::cli::{Serve, Site};
use crate::exit::Failure;
use crate::interrupt;
use crate::progress::Progress;
use crate::reporter::Reporter;
use perfil_cli::Published;
use perfil_cli::server::{self, Revision};
use perfil_site::Finding;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};
use walkdir::WalkDir;

/// Builds and serves until the process is stopped.
pub(crate) fn run(arguments: &Serve, reporter: Reporter) -> ExitCode {
    // The port is taken first: whoever asks before the site is made waits for it, and is not refused.
    let listener = match TcpListener::bind((arguments.host, arguments.port)) {
        Ok(listener) => listener,
        Err(error) => return refused(arguments, &error, reporter),
    };
    // What changes while the site is made is made again.
    let before = state(&arguments.site);
    let code = build::once(&arguments.site, reporter);
    // A site that was made before is served until the mistakes are corrected.
    let has_site = arguments.site.out.join("_headers").is_file();
    let can_wait = has_site && !arguments.no_watch && !interrupt::is_stopped();
    if code != ExitCode::SUCCESS && !can_wait {
        return code;
    }
    let revision = Revision::default();
    revision.take(&arguments.site.out);
    if !arguments.no_watch {
        watch(arguments.site.clone(), before, revision.clone(), reporter);
    }
    match serve(arguments, listener, &revision, reporter) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refused(arguments, &error, reporter),
    }
}

fn refused(arguments: &Serve, error: &std::io::Error, reporter: Reporter) -> ExitCode {
    let port = arguments.port;
    let message = format!("the site cannot be served on port {port}: {error}");
    let remedy = "Choose another with --port; 0 takes one that is free.";
    let address = arguments.host.to_string();
    Failure::Refused(Finding::of_file(Path::new(&address), message, remedy)).end(reporter)
}

fn serve(
    arguments: &Serve,
    listener: TcpListener,
    revision: &Revision,
    reporter: Reporter,
) -> std::io::Result<()> {
    let out = &arguments.site.out;
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let address = listener.local_addr()?;
        reporter.note(format_args!("Serving on http://{address}/ (stop with Ctrl+C)"));
        // Nothing is made again where nothing is watched.
        if arguments.no_watch {
            server::serve(listener, out).await
        } else {
            server::serve_reloading(listener, out, revision).await
        }
    })
}

/// How often the content is looked at. Whoever saves a file waits no longer than for a page.
const POLL_INTERVAL: Duration = Duration::from_millis(200);

/// Makes the site again, in a thread of its own, whenever the content is another.
///
/// It looks at names, sizes and times: that is the same on every system, sees through shares and
/// containers, of whose changes systems do not tell, and takes milliseconds for a thousand people.
fn watch(site: Site, mut built: State, revision: Revision, reporter: Reporter) {
    std::thread::spawn(move || {
        loop {
            let now = state(&site);
            if now != built {
                built = now;
                rebuild(&site, &revision, reporter);
            }
            std::thread::sleep(POLL_INTERVAL);
        }
    });
}

/// Files, each with its size and the time of its last change.
type State = Vec<(PathBuf, u64, Option<SystemTime>)>;

/// The files of the content, which may be around the site that is made of it.
fn state(site: &Site) -> State {
    let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let (content, out) = (whole(&site.input().content), whole(&site.out));
    let walk = WalkDir::new(content).follow_links(true).sort_by_file_name();
    let entries = walk.into_iter().filter_entry(|entry| entry.path() != out).flatten();
    entries
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|entry| {
            let found = entry.metadata().ok()?;
            Some((entry.into_path(), found.len(), found.modified().ok()))
        })
        .collect()
}

fn rebuild(site: &Site, revision: &Revision, reporter: Reporter) {
    let progress = Progress::new(reporter);
    let built = build::build(site, &progress);
    drop(progress);
    match built {
        Ok(Published { changes, .. }) if changes.written.is_empty() => {}
        Ok(Published { changes, findings: warnings, .. }) => {
            build::warned(&warnings, reporter);
            revision.take(&site.out);
            reporter.note(format_args!("Changed: {}", changes.written.join(", ")));
        }
        Err(failure) => {
            failure.end(reporter);
        }
    }
}
