//! A WebDriver client: a session, and its commands as JSON over HTTP.
//!
//! The names are those of <https://www.w3.org/TR/webdriver2/>, which also documents them.

use axum::body::{Body, to_bytes};
use axum::http::header::CONTENT_TYPE;
use axum::http::{Method, Request};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::{Map, Value, json};
use std::fmt::Display;

/// The key by which the protocol distinguishes an element from other objects.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The result of a command, or the driver's error.
pub(crate) type Answer = Result<Value, String>;

/// A browser that a driver has started.
pub(crate) struct Session {
    http: Client<HttpConnector, Body>,
    /// The URL of the session.
    url: String,
    /// The driver's id for it.
    pub(crate) id: String,
}

/// An element, as commands refer to it.
pub(crate) struct Element(String);

/// A key without a character.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Key {
    Control,
    Down,
    Enter,
    Escape,
    Right,
    Space,
    Tab,
    Up,
}

impl From<Key> for char {
    fn from(key: Key) -> Self {
        match key {
            Key::Tab => '\u{e004}',
            Key::Enter => '\u{e007}',
            Key::Control => '\u{e009}',
            Key::Escape => '\u{e00c}',
            Key::Space => '\u{e00d}',
            Key::Up => '\u{e013}',
            Key::Right => '\u{e014}',
            Key::Down => '\u{e015}',
        }
    }
}

impl Session {
    /// Starts a browser by a driver.
    pub(crate) async fn start(
        driver: &str,
        capabilities: Map<String, Value>,
    ) -> Result<Self, String> {
        // A driver closes idle connections, and a request on a closed one is lost.
        let http = Client::builder(TokioExecutor::new()).pool_max_idle_per_host(0).build_http();
        let url = format!("{driver}session");
        let mut session = Self { http, url, id: String::new() };
        let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let started = session.send(Method::POST, "", Some(wanted)).await?;
        let id = started["sessionId"].as_str().ok_or("the session has no name")?;
        id.clone_into(&mut session.id);
        session.url = format!("{}/{}", session.url, session.id);
        Ok(session)
    }

    /// Sends a GET command.
    pub(crate) async fn get(&self, command: &str) -> Answer {
        self.send(Method::GET, &format!("/{command}"), None).await
    }

    /// Sends a POST command.
    pub(crate) async fn post(&self, command: &str, body: Value) -> Answer {
        self.send(Method::POST, &format!("/{command}"), Some(body)).await
    }

    async fn send(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        let body = body.map_or_else(Body::empty, |body| body.to_string().into());
        let request = Request::builder().method(method).uri(format!("{}{path}", self.url));
        let request =
            request.header(CONTENT_TYPE, "application/json").body(body).map_err(to_text)?;
        let response = self.http.request(request).await.map_err(to_text)?;
        let is_good = response.status().is_success();
        let bytes = to_bytes(Body::new(response.into_body()), usize::MAX).await.map_err(to_text)?;
        let mut answer: Value = serde_json::from_slice(&bytes).map_err(to_text)?;
        let value = answer["value"].take();
        if is_good {
            return Ok(value);
        }
        let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        Err(format!("{}: {}", text("error"), text("message")))
    }

    /// Runs a script, and awaits its promise if it returns one.
    pub(crate) async fn execute(&self, script: &str, arguments: Vec<Value>) -> Answer {
        self.post("execute/sync", json!({ "script": script, "args": arguments })).await
    }

    /// The first element that a selector finds.
    pub(crate) async fn find(&self, selector: &str) -> Result<Element, String> {
        let wanted = json!({ "using": "css selector", "value": selector });
        let found = self.post("element", wanted).await?;
        Ok(Element(found[ELEMENT].as_str().ok_or("this is no element")?.to_owned()))
    }

    /// Clicks in the middle of an element.
    pub(crate) async fn click(&self, element: &Element) -> Answer {
        self.post(&format!("element/{}/click", element.0), json!({})).await
    }

    /// Types into an element.
    pub(crate) async fn send_keys(&self, element: &Element, text: &str) -> Answer {
        self.post(&format!("element/{}/value", element.0), json!({ "text": text })).await
    }

    /// Performs the actions of a keyboard and a mouse, one of each per tick.
    pub(crate) async fn act(&self, keyboard: Vec<Value>, mouse: Vec<Value>) -> Answer {
        // A device without actions ends Chromium's driver if another device has some.
        let devices = [("key", "keyboard", keyboard), ("pointer", "mouse", mouse)];
        let sources: Vec<Value> = devices
            .into_iter()
            .filter(|(_, _, actions)| !actions.is_empty())
            .map(|(kind, id, actions)| json!({ "type": kind, "id": id, "actions": actions }))
            .collect();
        self.post("actions", json!({ "actions": sources })).await
    }
}

fn to_text(error: impl Display) -> String {
    error.to_string()
}

/// Presses a key.
pub(crate) fn key_down(key: impl Into<char>) -> Value {
    json!({ "type": "keyDown", "value": key.into() })
}

/// Releases a key.
pub(crate) fn key_up(key: impl Into<char>) -> Value {
    json!({ "type": "keyUp", "value": key.into() })
}

/// Waits for the other device.
pub(crate) fn pause() -> Value {
    json!({ "type": "pause", "duration": 0 })
}

/// Moves the mouse over the middle of an element.
pub(crate) fn move_to(element: &Element) -> Value {
    let origin = json!({ ELEMENT: element.0 });
    json!({ "type": "pointerMove", "origin": origin, "x": 0, "y": 0 })
}

/// Presses or releases the main button of the mouse.
pub(crate) fn button(kind: &str) -> Value {
    json!({ "type": kind, "button": 0 })
}
