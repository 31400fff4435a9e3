//! `perfil serve`: serves the site at a local address, and rebuilds it when its content changes.

use crate::build;
use crate::cli::{Serve, Site};
use crate::exit::Failure;
use crate::interrupt;
use crate::progress::Progress;
use crate::report;
use crate::reporter::Reporter;
use perfil_cli::server::{self, Preview, Revision};
use perfil_cli::{Published, Watcher, machine, read_shell};
use perfil_site::{Finding, Input, OWN_THEME};
use std::io::ErrorKind;
use std::net::TcpListener;
use std::path::Path;
use std::process::ExitCode;

/// The port if none is asked for.
const PORT: u16 = 8080;

/// The last port that is tried if that one is taken.
const LAST_PORT: u16 = 8099;

/// The path of the site in every theme.
const PREVIEW: &str = "/themes/";

/// Builds and serves until the process is stopped.
pub(crate) fn run(arguments: &Serve, reporter: Reporter) -> ExitCode {
    // Bind the port first, so that a request before the site is built waits instead of being
    // refused.
    let listener = match bind(arguments, reporter) {
        Ok(listener) => listener,
        Err(error) => return refused(arguments, &error, reporter),
    };
    // The state before the build, so that a change during the build causes another one.
    let watcher = Watcher::new(&arguments.site.input().content, &arguments.site.out);
    let code = build::once(&arguments.site, reporter);
    // An existing site is served until the errors are corrected.
    let has_site = arguments.site.out.join("_headers").is_file();
    let can_wait = has_site && !arguments.no_watch;
    if code != ExitCode::SUCCESS && !can_wait {
        return code;
    }
    if let Some(code) = interrupt::code() {
        return code.into();
    }
    let revision = Revision::default();
    revision.take(&arguments.site.out);
    if !arguments.no_watch {
        watch(arguments.site.clone(), watcher, revision.clone(), reporter);
    }
    match serve(arguments, listener, &revision, reporter) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refused(arguments, &error, reporter),
    }
}

/// Binds the port that was asked for, or the first free one.
fn bind(arguments: &Serve, reporter: Reporter) -> std::io::Result<TcpListener> {
    let bind = |port| TcpListener::bind((arguments.host, port));
    if let Some(port) = arguments.port {
        return bind(port);
    }
    let is_taken = |error: &std::io::Error| error.kind() == ErrorKind::AddrInUse;
    let first = bind(PORT);
    if !first.as_ref().is_err_and(is_taken) {
        return first;
    }
    let next = (PORT + 1..=LAST_PORT).find_map(|port| bind(port).ok());
    if let Some(Ok(address)) = next.as_ref().map(TcpListener::local_addr) {
        let port = address.port();
        reporter.note(format_args!("Port {PORT} is taken, so the site is on port {port}."));
    }
    next.map_or(first, Ok)
}

fn refused(arguments: &Serve, error: &std::io::Error, reporter: Reporter) -> ExitCode {
    let port = arguments.port.unwrap_or(PORT);
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
        let base = server::base_path(out);
        reporter.note(format_args!("Serving on http://{address}{base} (stop with Ctrl+C)"));
        // A site that is below that path itself has it alone.
        let has_preview = !arguments.no_watch && !base.starts_with(PREVIEW);
        if has_preview {
            reporter.note(format_args!("In every theme: http://{address}{PREVIEW}"));
        }
        // Without watching there is no rebuild, so no page has to reload.
        if arguments.no_watch {
            server::serve(listener, out).await
        } else {
            let preview = has_preview.then(|| preview(&arguments.site, revision));
            server::serve_reloading(listener, out, revision, preview).await
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

/// Rebuilds the site, in a thread of its own, whenever the content changes.
fn watch(site: Site, mut watcher: Watcher, revision: Revision, reporter: Reporter) {
    std::thread::spawn(move || {
        loop {
            watcher.wait();
            rebuild(&site, &revision, reporter);
            // The signal was kept until the build was complete or cancelled.
            if let Some(code) = interrupt::code() {
                std::process::exit(code.into());
            }
        }
    });
}

fn rebuild(site: &Site, revision: &Revision, reporter: Reporter) {
    let progress = Progress::new(reporter);
    let built = build::build(site, &progress);
    drop(progress);
    match built {
        Ok(Published { changes, findings: warnings, .. }) => {
            // Also if nothing was written: another process may have built the same change.
            revision.take(&site.out);
            if changes.written.is_empty() {
                return;
            }
            build::warned(&warnings, reporter);
            reporter.note(format_args!("Changed: {}", changes.written.join(", ")));
        }
        Err(failure) => {
            failure.end(reporter);
        }
    }
}
