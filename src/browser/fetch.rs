//! The only module that uses the network.

use gloo_net::http::Request;
use js_sys::SyntaxError;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Why something could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The network or the server failed; a retry may succeed.
    Passing,
    /// The response is not what was requested: there is no such page, or the site has changed.
    Lasting,
}

/// Loads JSON.
///
/// # Errors
///
/// Returns whether a retry makes sense.
pub(crate) async fn fetch(path: &str) -> Result<JsValue, Failure> {
    let response = Request::get(path).send().await.map_err(|_| Failure::Passing)?;
    match response.status() {
        200..=299 => read(response.into()).await,
        500..=599 | 429 | 408 => Err(Failure::Passing),
        _ => Err(Failure::Lasting),
    }
}

async fn read(response: web_sys::Response) -> Result<JsValue, Failure> {
    let json = response.json().map_err(|_| Failure::Passing)?;
    // An error other than a syntax error means that the connection ended during the response.
    JsFuture::from(json).await.map_err(|error| {
        if error.is_instance_of::<SyntaxError>() { Failure::Lasting } else { Failure::Passing }
    })
}
