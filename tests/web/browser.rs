//! A visitor's browser: one window, and a visitor's actions in it.

use super::dist::NOWHERE;
use super::driver::{Driver, launched};
use super::engine::{Engine, Setup};
use super::site::Site;
use super::waiting::wait_until;
use super::webdriver::{Key, Session, button, key_down, key_up, move_to, pause};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt::Debug;
use tempfile::TempDir;

/// A browser on a site. It closes when it is dropped.
pub(crate) struct Browser {
    session: Session,
    engine: Engine,
    origin: String,
    // Dropped before its folder.
    _driver: Driver,
    _home: TempDir,
}

/// The usual start: a site, and a browser that has opened a page of it.
///
/// `marker` shows later whether the document is still the same, and `heading` whether the page is.
pub(crate) async fn opened(page: &str) -> (Site, Browser) {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    browser.open(page).await;
    browser.mark().await;
    (site, browser)
}

impl Browser {
    /// A new browser, with empty storage.
    pub(crate) async fn start(site: &Site, setup: Setup) -> Self {
        let engine = Engine::chosen();
        let (session, driver, home) = launched(engine, setup).await;
        let origin = site.origin.clone();
        let browser = Self { session, engine, origin, _driver: driver, _home: home };
        let size = json!({ "width": 1280, "height": 900 });
        browser.session.post("window/rect", size).await.unwrap();
        engine.prepare(&browser.session).await;
        browser
    }

    /// Gives the page a size in CSS pixels, also one that no window of a desktop can have.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        self.engine.resize(&self.session, width, height).await;
        // A page that is loaded before would get the size while it starts.
        self.see("innerWidth", width).await;
    }

    /// Loads the document at a path.
    pub(crate) async fn load(&self, path: &str) {
        self.visit(&format!("{}{path}", self.origin)).await;
    }

    /// Loads the document at a URL of any site.
    pub(crate) async fn visit(&self, url: &str) {
        let visited = self.session.post("url", json!({ "url": url })).await;
        visited.unwrap_or_else(|error| panic!("{url}: {error}"));
    }

    /// Loads the document at a path, and waits until it is hydrated.
    pub(crate) async fn open(&self, path: &str) {
        self.load(path).await;
        self.ready().await;
    }

    /// Marks the document and the heading of its page, to detect later whether they are the same.
    pub(crate) async fn mark(&self) {
        self.run("window.marker = true; window.heading = document.querySelector('h1')").await;
    }

    /// Stores a theme, as if it had been chosen on an earlier visit.
    pub(crate) async fn remember_theme(&self, theme: &str) {
        self.load(NOWHERE).await;
        self.run_with("localStorage.theme = arguments[0]", json!([theme])).await;
        // The browser logs the status of the missing page.
        self.console().await;
    }

    pub(crate) async fn reload(&self) {
        self.session.post("refresh", json!({})).await.unwrap();
    }

    pub(crate) async fn ready(&self) {
        self.wait("'ready' in document.documentElement.dataset").await;
    }

    pub(crate) async fn back(&self) {
        self.session.post("back", json!({})).await.unwrap();
    }

    pub(crate) async fn forward(&self) {
        self.session.post("forward", json!({})).await.unwrap();
    }

    /// Runs a script, and awaits its promise if it returns one.
    pub(crate) async fn run(&self, script: &str) -> Value {
        self.run_with(script, json!([])).await
    }

    /// Runs a script with arguments.
    pub(crate) async fn run_with(&self, script: &str, arguments: Value) -> Value {
        let Value::Array(arguments) = arguments else { panic!("arguments are a list") };
        let result = self.session.execute(script, arguments).await;
        result.unwrap_or_else(|error| panic!("{error}\nin the script: {}", shortened(script)))
    }

    /// The value of an expression.
    pub(crate) async fn get<T: DeserializeOwned>(&self, expression: &str) -> T {
        let value = self.run(&format!("return ({expression})")).await;
        serde_json::from_value(value).unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// Waits until an expression is true.
    pub(crate) async fn wait(&self, expression: &str) {
        self.see(&format!("Boolean({expression})"), true).await;
    }

    /// Waits until an expression has a value.
    pub(crate) async fn see<T>(&self, expression: &str, expected: T)
    where
        T: DeserializeOwned + PartialEq + Debug,
    {
        let script = format!("return ({expression})");
        let mut found = None;
        let is_met = wait_until(async || {
            // While one document replaces another, scripts cannot run.
            let answer = self.session.execute(&script, Vec::new()).await;
            let typed = answer.as_ref().ok().and_then(|value| T::deserialize(value).ok());
            found = Some(answer);
            typed.as_ref() == Some(&expected)
        });
        if !is_met.await {
            let address = self.session.get("url").await;
            let console = self.console().await;
            panic!(
                "{expression}\nexpected: {expected:?}\n   found: {found:?}\n      at: {address:?}\n \
                 console: {console:#?}",
            );
        }
    }

    /// Waits until a page is shown, in the document that was opened first.
    pub(crate) async fn follows(&self, page: &str) {
        self.see("location.pathname", page.to_owned()).await;
        // The URL of a history entry changes before its page is shown.
        self.see("document.querySelector('.languages a[aria-current]')?.pathname", page.to_owned())
            .await;
        let is_same: bool = self.get("Boolean(window.marker)").await;
        assert!(is_same, "{page} was loaded as a document");
    }

    /// Clicks on an element, as with a mouse. The driver scrolls to the element first, and refuses to
    /// click if what is laid out then has moved it.
    pub(crate) async fn click(&self, selector: &str) {
        let element = self.session.find(selector).await;
        let element = element.unwrap_or_else(|error| panic!("{selector}: {error}"));
        let mut refused = String::new();
        let is_clicked = wait_until(async || {
            let clicked = self.session.click(&element).await;
            refused = clicked.as_ref().err().map(ToString::to_string).unwrap_or_default();
            clicked.is_ok() || !refused.contains("click intercepted")
        });
        assert!(is_clicked.await && refused.is_empty(), "{selector}: {refused}");
    }

    /// Clicks on an element while the control key is held down.
    pub(crate) async fn control_click(&self, selector: &str) {
        let element = self.session.find(selector).await.unwrap();
        self.scroll_to(selector).await;
        let keyboard =
            vec![key_down(Key::Control), pause(), pause(), pause(), key_up(Key::Control)];
        let mouse = vec![pause(), move_to(&element), button("pointerDown"), button("pointerUp")];
        self.session.act(keyboard, mouse).await.unwrap();
    }

    /// Scrolls to an element: no mouse can be moved out of the window.
    async fn scroll_to(&self, selector: &str) {
        let scroll = "document.querySelector(arguments[0]).scrollIntoView({ block: 'nearest' })";
        self.run_with(scroll, json!([selector])).await;
    }

    /// Moves the mouse over an element.
    pub(crate) async fn point_at(&self, selector: &str) {
        let element = self.session.find(selector).await.unwrap();
        self.scroll_to(selector).await;
        self.session.act(Vec::new(), vec![move_to(&element)]).await.unwrap();
    }

    /// Drags an element by the mouse onto the middle of another one.
    pub(crate) async fn drag(&self, from: &str, to: &str) {
        let from = self.session.find(from).await.unwrap();
        let to = self.session.find(to).await.unwrap();
        let (down, up) = (button("pointerDown"), button("pointerUp"));
        let mouse = vec![move_to(&from), down, move_to(&to), up];
        self.session.act(Vec::new(), mouse).await.unwrap();
    }

    /// Prints the page on paper of this size, in centimetres, and returns the PDF.
    pub(crate) async fn print(&self, width: f64, height: f64) -> Vec<u8> {
        // The stylesheet has margins of its own.
        let page = json!({
            "page": { "width": width, "height": height },
            "margin": { "top": 0, "right": 0, "bottom": 0, "left": 0 },
        });
        let printed = self.session.post("print", page).await.unwrap();
        STANDARD.decode(printed.as_str().expect("a PDF comes as text")).unwrap()
    }

    /// Presses and releases a key.
    pub(crate) async fn press(&self, key: impl Into<char>) {
        let key = key.into();
        self.session.act(vec![key_down(key), key_up(key)], Vec::new()).await.unwrap();
    }

    /// Presses the key of a character while the control key is held down.
    pub(crate) async fn control(&self, value: char) {
        let keyboard =
            vec![key_down(Key::Control), key_down(value), key_up(value), key_up(Key::Control)];
        self.session.act(keyboard, Vec::new()).await.unwrap();
    }

    /// Types into a field.
    pub(crate) async fn write(&self, selector: &str, text: &str) {
        let field = self.session.find(selector).await;
        let field = field.unwrap_or_else(|error| panic!("{selector}: {error}"));
        let written = self.session.send_keys(&field, text).await;
        written.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Has a script run in every document from now on, before the document's own.
    pub(crate) async fn before(&self, script: &str) {
        self.engine.before(&self.session, script).await;
    }

    /// Calls a command of Chromium's own protocol, for what only Chromium can do.
    pub(crate) async fn cdp(&self, command: &str, parameters: Value) -> Value {
        self.engine.cdp(&self.session, command, parameters).await
    }

    /// Waits until there is this number of windows.
    pub(crate) async fn has_windows(&self, expected: usize) {
        let condition = async || {
            let windows = self.session.get("window/handles").await.unwrap();
            windows.as_array().map(Vec::len) == Some(expected)
        };
        assert!(wait_until(condition).await, "there are not {expected} windows");
    }

    /// Grants the permissions that a browser asks its visitor for.
    pub(crate) async fn grant(&self, permission: &str) {
        self.engine.grant(&self.session, permission).await;
    }

    /// The new console messages.
    pub(crate) async fn console(&self) -> Vec<Entry> {
        self.engine.console(&self.session).await
    }

    /// Asserts that there are no new console messages.
    pub(crate) async fn is_silent(&self, where_: &str) {
        let entries = self.console().await;
        assert!(entries.is_empty(), "{where_} is not silent: {entries:#?}");
    }
}

/// A console message.
#[derive(Clone, Debug, serde::Deserialize)]
pub(crate) struct Entry {
    /// Its source: `javascript` for what a script throws, `network` for a bad answer, and others.
    pub(crate) source: String,
    pub(crate) message: String,
}

fn shortened(script: &str) -> String {
    script.chars().take(300).collect()
}
