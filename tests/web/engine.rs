//! The browser engines, and what each does in its own way.
//!
//! Another engine is another variant and a file of its own; nothing else depends on which one is running.

use super::browser::Entry;
use super::webdriver::Session;
use super::{chromium, firefox};
use serde_json::{Map, Value};
use std::env;
use std::path::Path;
use std::process::Command;

/// A browser engine with its driver.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
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
            Ok("firefox") => Self::Firefox,
            Ok(other) => {
                panic!(
                    "PERFIL_ENGINE is {other:?}, but only \"chromium\" and \"firefox\" are known"
                )
            }
        }
    }

    /// The driver, listening on a port.
    pub(crate) fn driver(self, port: u16) -> Command {
        match self {
            Self::Chromium => chromium::driver(port),
            Self::Firefox => firefox::driver(port),
        }
    }

    /// Fills the empty folder of a browser that is to be started.
    pub(crate) async fn furnish(self, home: &Path) {
        match self {
            Self::Chromium => {}
            Self::Firefox => firefox::furnish(home).await,
        }
    }

    /// The capabilities that the driver is asked for when it starts the browser in its folder.
    pub(crate) fn capabilities(self, setup: Setup, home: &Path) -> Map<String, Value> {
        let Value::Object(capabilities) = (match self {
            Self::Chromium => chromium::capabilities(setup, home),
            Self::Firefox => firefox::capabilities(setup, home),
        }) else {
            unreachable!("capabilities are an object")
        };
        capabilities
    }

    /// Prepares a browser that has just started.
    pub(crate) async fn prepare(self, session: &Session) {
        match self {
            Self::Chromium => {}
            Self::Firefox => firefox::listen(session).await,
        }
    }

    /// The console messages since the last call. `WebDriver` has no command for them.
    pub(crate) async fn console(self, session: &Session) -> Vec<Entry> {
        match self {
            Self::Chromium => chromium::console(session).await,
            Self::Firefox => firefox::console(session).await,
        }
    }

    /// Gives the page a size in CSS pixels.
    pub(crate) async fn resize(self, session: &Session, width: u32, height: u32) {
        match self {
            Self::Chromium => chromium::resize(session, width, height).await,
            Self::Firefox => firefox::resize(session, width, height).await,
        }
    }

    /// Has a script run in every document from now on, before the document's own.
    pub(crate) async fn before(self, session: &Session, script: &str) {
        match self {
            Self::Chromium => chromium::before(session, script).await,
            Self::Firefox => firefox::before(session, script).await,
        }
    }

    /// Grants a permission that the browser asks its visitor for.
    pub(crate) async fn grant(self, session: &Session, permission: &str) {
        match self {
            Self::Chromium => chromium::grant(session, permission).await,
            // It is granted by a preference.
            Self::Firefox => {}
        }
    }

    /// Calls a command of Chromium's own protocol.
    pub(crate) async fn cdp(self, session: &Session, command: &str, parameters: Value) -> Value {
        let answer = match self {
            Self::Chromium => chromium::cdp(session, command, parameters).await,
            Self::Firefox => Err("only Chromium has this command".to_owned()),
        };
        answer.unwrap_or_else(|error| panic!("{command}: {error}"))
    }
}
