//! Chromium: how it is started, and what only its own protocol can do.

use super::browser::Entry;
use super::dist::env_path;
use super::engine::{Scheme, Setup};
use super::webdriver::{Answer, Session};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

pub(super) fn driver(port: u16) -> Command {
    let mut command = Command::new(env_path("PERFIL_CHROMEDRIVER"));
    command.arg(format!("--port={port}")).arg("--log-level=OFF");
    command
}

pub(super) fn capabilities(setup: Setup, home: &Path) -> Value {
    let scheme = match setup.scheme {
        Scheme::Dark => 0,
        Scheme::Light => 1,
    };
    let scripts = if setup.scripts { 1 } else { 2 };
    json!({
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "binary": env_path("PERFIL_CHROMIUM"),
            "args": [
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                // A window without tabs and a toolbar, which are pages too, starts in half the time.
                "--app=data:,",
                // A transition covers the page while it runs, and receives its clicks.
                if setup.motion { "--no-pings" } else { "--force-prefers-reduced-motion" },
                format!("--blink-settings=preferredColorScheme={scheme}"),
                format!("--user-data-dir={}", home.display()),
            ],
            "prefs": {
                "intl.accept_languages": setup.languages,
                "profile.default_content_setting_values.javascript": scripts,
            },
        },
    })
}

pub(super) async fn console(session: &Session) -> Vec<Entry> {
    let entries = session.post("se/log", json!({ "type": "browser" })).await;
    serde_json::from_value(entries.unwrap_or_default()).unwrap_or_default()
}

pub(super) async fn resize(session: &Session, width: u32, height: u32) {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    cdp(session, "Emulation.setDeviceMetricsOverride", size).await.unwrap();
}

pub(super) async fn before(session: &Session, script: &str) {
    let source = json!({ "source": script });
    cdp(session, "Page.addScriptToEvaluateOnNewDocument", source).await.unwrap();
}

pub(super) async fn grant(session: &Session, permission: &str) {
    let body = json!({ "descriptor": { "name": permission }, "state": "granted" });
    session.post("permissions", body).await.unwrap();
}

/// Calls a command of Chromium's own protocol.
pub(super) async fn cdp(session: &Session, command: &str, parameters: Value) -> Answer {
    session.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
}
