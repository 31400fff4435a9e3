//! `perfil serve`: serves the site at a local address, and rebuilds it when its content changes.

use crate::build::{self, Known};
use crate::cli::{Serve, Site};
use crate::exit::Failure;
use crate::interrupt;
use crate::open;
use crate::progress::Progress;
use crate::report;
use crate::reporter::Reporter;
use perfil_cli::server::{self, Build, ContentFolder, Preview, Typesetter, Updates};
use perfil_cli::{Announce, Extent, Published, Watcher, cached_site, machine, read_shell};
use perfil_site::{Finding, Input, Memory, OWN_THEME, Ready, Tree};
use serde_json::Value;
use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The port if none is asked for.
const PORT: u16 = 8080;

/// The last port that is tried if that one is taken.
const LAST_PORT: u16 = 8099;

/// The path of the site in every theme.
const PREVIEW: &str = "/themes/";

/// A site that is served.
#[derive(Clone)]
struct Served {
    arguments: Serve,
    /// The folder of the site.
    out: PathBuf,
    updates: Updates,
    typesetter: Typesetter,
    memory: Memory,
    reporter: Reporter,
}

/// Builds and serves until the process is stopped.
pub(crate) fn run(mut arguments: Serve, reporter: Reporter) -> ExitCode {
    arguments.site.drafts = true;
    // Without watching, the folder is served as it is built.
    arguments.site.is_typeset_later = !arguments.no_watch;
    arguments.site.is_studio_offered = (!arguments.no_watch).then_some(true);
    let out = arguments.out.clone();
    let out = out.unwrap_or_else(|| cached_site(&arguments.site.input().content));
    let (updates, typesetter) = (Updates::default(), Typesetter::default());
    let memory = Memory::default();
    Served { arguments, out, updates, typesetter, memory, reporter }.run()
}

impl Served {
    fn run(&self) -> ExitCode {
        let &Self { ref arguments, ref out, ref updates, reporter, .. } = self;
        // Bind the port first, so that a request before the site is built waits instead of being
        // refused.
        let listener = match bind(arguments, reporter) {
            Ok(listener) => listener,
            Err(error) => return refused(arguments, &error, reporter),
        };
        // The state before the build, so that a change during the build causes another one.
        let watcher = Watcher::new(&arguments.site.input().content, out);
        let built = build::once(&arguments.site, out, Known::InMemory(&self.memory), reporter);
        if let Some(failure) = built.as_ref().err().filter(|failure| !self.can_wait(failure)) {
            return failure.code();
        }
        if let Some(code) = interrupt::code() {
            return code.into();
        }
        if self.has_site() {
            updates.built(out);
        }
        match built {
            Ok(ready) => self.typesetter.follow(&ready),
            Err(failure) => {
                updates.failed(page_problems(arguments, &failure));
                reporter.note("The site is made when a file of its content changes.");
            }
        }
        if !arguments.no_watch {
            self.clone().watch(watcher);
        }
        match self.serve(listener) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => refused(arguments, &error, reporter),
        }
    }

    fn has_site(&self) -> bool {
        self.out.join("_headers").is_file()
    }

    /// Returns whether the first build may fail: an existing site is served until the errors are
    /// corrected, and without one a page that says so, if it is the content that has them.
    fn can_wait(&self, failure: &Failure) -> bool {
        let content = self.arguments.site.input().content;
        let is_content = |finding: &Finding| finding.file.starts_with(&content);
        let can_be_mended = || {
            matches!(failure, Failure::Findings(_))
                && failure.findings().iter().all(is_content)
                && content.join("site.json").is_file()
        };
        !self.arguments.no_watch && (self.has_site() || can_be_mended())
    }

    fn serve(&self, listener: TcpListener) -> std::io::Result<()> {
        let &Self { ref arguments, ref out, ref updates, ref typesetter, reporter, .. } = self;
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
            let page = arguments.page;
            let own = format!("http://{}{base}{page}", reachable(address));
            match (page, out.join("studio").is_dir()) {
                ("", _) => {}
                (_, true) => reporter.note(format_args!("Studio: {own}")),
                (_, false) => reporter.note("This program was compiled without Studio."),
            }
            if arguments.open {
                open::open(own, reporter);
            }
            // Without watching there is no rebuild, so no page has to reload.
            if arguments.no_watch {
                server::serve(listener, out).await
            } else {
                let preview = has_preview.then(|| preview(&arguments.site, updates));
                let content = self.content();
                server::serve_reloading(listener, out, updates, typesetter, preview, content).await
            }
        })
    }

    /// Returns the content folder for Studio, which only this machine may change.
    fn content(&self) -> Option<ContentFolder> {
        let Serve { site, host, .. } = &self.arguments;
        let folder = site.input().content;
        let id = cached_site(&folder);
        let id = id.file_name().unwrap_or_default().to_string_lossy();
        host.is_loopback().then(|| ContentFolder::new(&folder, &id, site.shell.as_deref()))
    }

    /// Rebuilds the site, in a thread of its own, whenever the content changes.
    fn watch(self, mut watcher: Watcher) {
        let mut last = Build::of(&self.out);
        std::thread::spawn(move || {
            loop {
                let changed = watcher.wait();
                let is_own = last.is_some() && Build::of(&self.out) == last;
                if is_own {
                    self.memory.forget(changed.iter().map(PathBuf::as_path));
                } else {
                    // Somebody else has built the folder, perhaps from something else.
                    self.memory.clear();
                }
                self.rebuild(is_own);
                last = Build::of(&self.out);
                // The signal was kept until the build was complete or cancelled.
                if let Some(code) = interrupt::code() {
                    std::process::exit(code.into());
                }
            }
        });
    }

    /// Rebuilds the site; `is_own` if its folder is as this process has built it.
    fn rebuild(&self, is_own: bool) {
        let &Self { ref arguments, ref out, ref updates, reporter, .. } = self;
        let progress = Progress::new(reporter);
        let is_announced = AtomicBool::new(false);
        let announce = |extent, changed: &Arc<Tree>, ready: &Arc<Ready>| {
            self.typesetter.follow(ready);
            match extent {
                Extent::People => updates.begun(changed),
                Extent::Whole => {
                    updates.changed(changed);
                    is_announced.store(true, Ordering::Relaxed);
                }
            }
        };
        let again = is_own.then_some(&announce as &Announce);
        let built =
            build::build(&arguments.site, out, Known::InMemory(&self.memory), again, &progress);
        drop(progress);
        match built {
            Ok(Published { changes, ready, .. }) => {
                if is_announced.into_inner() {
                    updates.written();
                } else {
                    self.typesetter.follow(&ready);
                    // Also if nothing was written: another process may have built the same change.
                    updates.built(out);
                }
                if changes.written.is_empty() {
                    return;
                }
                build::warned(&ready.findings, reporter);
                reporter.note(format_args!("Changed: {}", listed(&changes.written)));
            }
            Err(failure) => {
                failure.end(reporter);
                updates.failed(page_problems(arguments, &failure));
            }
        }
    }
}

/// Returns the names of some files, pages first, and the number of the others.
fn listed(files: &[String]) -> String {
    const SHOWN: usize = 5;
    let is_page = |path: &String| path.ends_with("index.html") && !path.starts_with("embed/");
    let (pages, others): (Vec<_>, Vec<_>) = files.iter().partition(|path| is_page(path));
    let shown: Vec<&str> =
        pages.into_iter().chain(others).take(SHOWN).map(String::as_str).collect();
    let names = shown.join(", ");
    match files.len() - shown.len() {
        0 => names,
        more => format!("{names}, and {more} more"),
    }
}

/// Returns why a build failed, for open pages. Lines of the content, which may contain private
/// values, are for this machine only.
fn page_problems(arguments: &Serve, failure: &Failure) -> Vec<Value> {
    report::page_problems(failure.findings(), arguments.host.is_loopback())
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

/// Returns an address of this machine for one that stands for all of its addresses.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(ip) if ip.is_unspecified() => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    address
}

/// Returns the preview of the site in every theme, the owner's own included.
fn preview(site: &Site, updates: &Updates) -> Preview {
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
    Preview::new(themes, updates, Box::new(make))
}
