//! The browser engines: how each is started and configured.
//!
//! A second engine is a second variant; nothing outside this file depends on which one is running.

use super::dist::env_path;
use serde_json::{Map, Value, json};
use std::env;
use std::path::Path;
use std::process::Command;

/// A browser engine with its driver.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Engine {
    Chromium,
}

/// The settings of the browser.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setup {
    /// Whether pages may run scripts.
    pub(crate) scripts: bool,
    /// The colours of the visitor's system.
    pub(crate) scheme: Scheme,
    /// The visitor's languages, separated by commas, the most preferred first.
    pub(crate) languages: &'static str,
    /// Whether the visitor prefers reduced motion.
    pub(crate) motion: bool,
}

/// The colours of a system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    Light,
    Dark,
}

impl Default for Setup {
    fn default() -> Self {
        Self { scripts: true, scheme: Scheme::Light, languages: "en", motion: false }
    }
}

impl Engine {
    /// The engine that `PERFIL_ENGINE` names; Chromium by default.
    pub(crate) fn chosen() -> Self {
        match env::var("PERFIL_ENGINE").as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok(other) => panic!("PERFIL_ENGINE is {other:?}, but only \"chromium\" is known"),
        }
    }

    /// The driver, listening on a port.
    pub(crate) fn driver(self, port: u16) -> Command {
        match self {
            Self::Chromium => {
                let mut command = Command::new(env_path("PERFIL_CHROMEDRIVER"));
                command.arg(format!("--port={port}")).arg("--log-level=OFF");
                command
            }
        }
    }

    /// The capabilities that the driver is asked for when it starts the browser. `home` is an empty
    /// folder.
    pub(crate) fn capabilities(self, setup: Setup, home: &Path) -> Map<String, Value> {
        let Value::Object(capabilities) = (match self {
            Self::Chromium => chromium(setup, home),
        }) else {
            unreachable!("capabilities are an object")
        };
        capabilities
    }

    /// The driver's command for console messages, and its arguments.
    ///
    /// `WebDriver` has no such command; an engine without one of its own would return `None`.
    #[expect(clippy::unnecessary_wraps, reason = "not every engine has such a command")]
    pub(crate) fn console(self) -> Option<(&'static str, Value)> {
        match self {
            Self::Chromium => Some(("se/log", json!({ "type": "browser" }))),
        }
    }
}

fn chromium(setup: Setup, home: &Path) -> Value {
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
