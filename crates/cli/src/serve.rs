//! `perfil serve`: serves the site at a local address, and rebuilds it when its content changes.

use crate::build;
use crate::cli::{Serve, Site};
use crate::exit::Failure;
use crate::interrupt;
use crate::progress::Progress;
use crate::report;
use crate::reporter::Reporter;
use perfil_cli::server::{self, Preview, Revision};
use perfil_cli::{Published, machine, read_shell};
use perfil_site::{Finding, Input, OWN_THEME};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};
use walkdir::WalkDir;

/// Builds and serves until the process is stopped.
pub(crate) fn run(arguments: &Serve, reporter: Reporter) -> ExitCode {
    // Bind the port first, so that a request before the site is built waits instead of being
    // refused.
    let listener = match TcpListener::bind((arguments.host, arguments.port)) {
        Ok(listener) => listener,
        Err(error) => return refused(arguments, &error, reporter),
    };
    // The state before the build, so that a change during the build causes another one.
    let before = state(&arguments.site);
    let code = build::once(&arguments.site, reporter);
    // An existing site is served until the errors are corrected.
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
        if !arguments.no_watch {
            reporter.note(format_args!("In every theme: http://{address}/themes/"));
        }
        // Without watching there is no rebuild, so no page has to reload.
        if arguments.no_watch {
            server::serve(listener, out).await
        } else {
            let preview = preview(&arguments.site, revision);
            server::serve_reloading(listener, out, revision, Some(preview)).await
        }
    })
}

/// Returns the preview of the site in every theme, the owner's own included.
fn preview(site: &Site, revision: &Revision) -> Preview {
    let (own, folder) = OWN_THEME;
    let own = site.input().content.join(folder).is_dir().then_some(own);
    let themes = own.into_iter().chain(perfil_site::themes()).map(str::to_owned).collect();
    let site = site.clone();
    let make = move |theme: &str, base_url: &str| {
        let input = Input {
            base_url: Some(base_url.to_owned()),
            pdf: false,
            theme: Some(theme.to_owned()),
            ..site.input()
        };
        let told = |findings: Vec<Finding>| {
            let line = |it: &Finding| {
                format!("{}: {}\n", report::display_path(&it.file), it.problem.message)
            };
            findings.iter().map(line).collect::<String>()
        };
        let shell = read_shell(site.shell.as_deref()).map_err(|finding| told(vec![finding]))?;
        perfil_site::build(machine(&()), &input, shell).map(|built| built.tree).map_err(told)
    };
    Preview::new(themes, revision, Box::new(make))
}

/// How often the content is checked. After saving a file, the wait is no longer than for a page.
const POLL_INTERVAL: Duration = Duration::from_millis(200);

/// Rebuilds the site, in a thread of its own, whenever the content changes.
///
/// It compares names, sizes and times: that works the same on every system, also on network shares
/// and in containers, where systems report no changes, and takes milliseconds for a thousand
/// people.
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

/// Files, each with its size and modification time.
type State = Vec<(PathBuf, u64, Option<SystemTime>)>;

/// Returns the files of the content, without the site, whose folder may be inside it.
fn state(site: &Site) -> State {
    let canonical = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let (content, out) = (canonical(&site.input().content), canonical(&site.out));
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
