//! Firefox: how it is started, and what only its privileged scripts can do.
//!
//! Those scripts run in the context of Firefox's own windows, as its interface does; `WebDriver` knows only that
//! of a page, which cannot read its console.

use super::browser::Entry;
use super::dist::env_path;
use super::driver::Driver;
use super::engine::{Engine, Scheme, Setup};
use super::webdriver::{Answer, Session};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::UNIX_EPOCH;
use tempfile::TempDir;
use tokio::sync::Mutex;
use walkdir::WalkDir;

/// Collects what the console of a page would show.
///
/// Messages by which a page calls the console exist only in its own process, which sends them. A process sends its
/// messages in order, so whatever a page has logged is there before the answer to a later command is.
const LISTEN: &str = r#"
    window.perfilEntries = [];
    Services.ppmm.addMessageListener("perfil:console", ({ data }) => window.perfilEntries.push(data));
    const listen = () => {
        if (Services.appinfo.processType == Ci.nsIXULRuntime.PROCESS_TYPE_DEFAULT) return;
        Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage).addLogEventListener(
            event => {
                const { arguments: values, filename, level } = event.wrappedJSObject ?? event;
                if (/^(chrome|resource):/.test(filename)) return;
                const message = `${filename} ${level}: ${Array.from(values, String).join(" ")}`;
                Services.cpmm.sendAsyncMessage("perfil:console", { source: "console-api", message });
            },
            Cc["@mozilla.org/systemprincipal;1"].createInstance(Ci.nsIPrincipal));
    };
    Services.ppmm.loadProcessScript(`data:,(${encodeURIComponent(listen)})()`, true);
    Services.obs.addObserver(channel => {
        channel.QueryInterface(Ci.nsIHttpChannel);
        if (channel.responseStatus < 400) return;
        const message = `${channel.URI.spec} answers ${channel.responseStatus}`;
        window.perfilEntries.push({ source: "network", message });
    }, "http-on-examine-response");
    Services.console.reset();
"#;

/// What Firefox says of a download that it has ended itself (`NS_BINDING_ABORTED`).
const ABORTED: u32 = 2_152_398_850;

/// Returns what has been collected, and the errors and warnings of pages, and forgets them.
const CONSOLE: &str = r#"
    const entries = window.perfilEntries.splice(0);
    for (const it of Services.console.getMessageArray()) {
        if (!(it instanceof Ci.nsIScriptError) || it.isFromChromeContext) continue;
        if (/^(chrome|resource|moz-extension):/.test(it.sourceName)) continue;
        const source = /javascript/.test(it.category) ? "javascript" : it.category;
        entries.push({ source, message: `${it.sourceName}:${it.lineNumber} ${it.errorMessage}` });
    }
    Services.console.reset();
    return entries;
"#;

/// Gives the page a size, as its own responsive design mode does.
const RESIZE: &str = r#"
    const [width, height] = arguments;
    for (const [name, size] of [["width", width], ["height", height]]) {
        for (const bound of ["", "min-", "max-"])
            gBrowser.selectedBrowser.style.setProperty(bound + name, `${size}px`);
    }
"#;

/// Runs a script in every document, before the document's own.
const BEFORE: &str = r#"
    const run = source => Services.obs.addObserver(window => {
        const sandbox = Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: false });
        Cu.evalInSandbox(source, sandbox);
    }, "content-document-global-created");
    const call = `(${run})(${JSON.stringify(arguments[0])})`;
    Services.ppmm.loadProcessScript(`data:,${encodeURIComponent(call)}`, true);
"#;

pub(super) fn driver(port: u16) -> Command {
    let mut command = Command::new(env_path("PERFIL_GECKODRIVER"));
    command.arg("--binary").arg(env_path("PERFIL_FIREFOX"));
    // Privileged scripts are a right of their own.
    command.args(["--log=fatal", "--allow-system-access"]).arg(format!("--port={port}"));
    command
}

pub(super) fn capabilities(setup: Setup, home: &Path) -> Value {
    let is_dark = setup.scheme == Scheme::Dark;
    json!({
        "moz:firefoxOptions": {
            "args": ["-headless", "-profile", home],
            "prefs": {
                "layout.css.prefers-color-scheme.content-override": u8::from(!is_dark),
                "ui.systemUsesDarkTheme": u8::from(is_dark),
                "ui.prefersReducedMotion": u8::from(!setup.motion),
                "intl.accept_languages": setup.languages,
                "javascript.enabled": setup.scripts,
                // Firefox ends at once, instead of after four seconds of tidying a folder that nobody uses again.
                "toolkit.shutdown.fastShutdownStage": 3,
                // A page reads and writes the clipboard without asking its visitor.
                "dom.events.testing.asyncClipboard": true,
                // The driver switches off most of what Firefox asks of Mozilla by itself. Whatever is left goes
                // to a proxy that does not exist, so no test depends on a network.
                "network.proxy.type": 1,
                "network.proxy.http": "127.0.0.1",
                "network.proxy.http_port": 9,
                "network.proxy.ssl": "127.0.0.1",
                "network.proxy.ssl_port": 9,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                "datareporting.healthreport.uploadEnabled": false,
                "datareporting.policy.dataSubmissionEnabled": false,
                "toolkit.telemetry.enabled": false,
                "app.normandy.enabled": false,
                "browser.region.network.url": "",
                "dom.push.connection.enabled": false,
            },
        },
    })
}

/// Fills the folder of a browser with what a first start leaves there, as that takes most of the time of a start.
pub(super) async fn furnish(home: &Path) {
    let started = started_once().await;
    for entry in WalkDir::new(&started).min_depth(1) {
        let entry = entry.unwrap();
        let to = home.join(entry.path().strip_prefix(&started).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir(to).unwrap();
        } else if entry.file_type().is_file() {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// The folder of a browser that was started and has shown nothing, made once for each version of it.
async fn started_once() -> PathBuf {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());
    let _guard = ONE_AT_A_TIME.lock().await;
    let program = env_path("PERFIL_FIREFOX").canonicalize().unwrap();
    let changed = program.metadata().unwrap().modified().unwrap();
    let version = changed.duration_since(UNIX_EPOCH).unwrap().as_secs();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let started = folder.join(format!("firefox-{version}"));
    if !started.is_dir() {
        fs::create_dir_all(folder).unwrap();
        let home = TempDir::new_in(folder).unwrap();
        let mut driver = Driver::start(Engine::Firefox);
        let capabilities = Engine::Firefox.capabilities(Setup::default(), home.path());
        driver.session = Some(Session::start(&driver.url(), capabilities).await.unwrap().id);
        drop(driver);
        // Another process may have been faster.
        let _ = fs::rename(home.path(), &started);
    }
    started
}

pub(super) async fn listen(session: &Session) {
    privileged(session, LISTEN, Vec::new()).await.unwrap();
}

pub(super) async fn console(session: &Session) -> Vec<Entry> {
    let entries = privileged(session, CONSOLE, Vec::new()).await;
    let entries = serde_json::from_value(entries.unwrap_or_default());
    let mut entries: Vec<Entry> = entries.unwrap_or_default();
    // A document that is left while its font is loaded ends that, which is no fault of the page.
    entries.retain(|entry| {
        entry.source != "CSS Loader" || !entry.message.contains(&format!("status={ABORTED}"))
    });
    entries
}

pub(super) async fn resize(session: &Session, width: u32, height: u32) {
    privileged(session, RESIZE, vec![width.into(), height.into()]).await.unwrap();
}

pub(super) async fn before(session: &Session, script: &str) {
    privileged(session, BEFORE, vec![script.into()]).await.unwrap();
}

/// Runs a script as a part of Firefox.
async fn privileged(session: &Session, script: &str, arguments: Vec<Value>) -> Answer {
    session.post("moz/context", json!({ "context": "chrome" })).await?;
    let answer = session.execute(script, arguments).await;
    session.post("moz/context", json!({ "context": "content" })).await?;
    answer
}
