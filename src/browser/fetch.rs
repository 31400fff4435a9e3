//! The only module that uses the network.

use gloo_net::http::{Request, RequestBuilder};
use js_sys::{Promise, SyntaxError};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, Response};

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
    read(Request::get(path), Response::json).await
}

/// Loads JSON that whatever is cached of it differs from.
///
/// # Errors
///
/// Returns whether a retry makes sense.
pub(crate) async fn fetch_anew(path: &str) -> Result<JsValue, Failure> {
    read(Request::get(path).cache(RequestCache::Reload), Response::json).await
}

/// Loads the HTML of a page, as a text that is not copied into this program. The browser need not ask
/// the server again for one that it has shown.
///
/// # Errors
///
/// Returns whether a retry makes sense.
pub(crate) async fn fetch_page(path: &str) -> Result<JsValue, Failure> {
    read(Request::get(path).cache(RequestCache::ForceCache), Response::text).await
}

async fn read(
    request: RequestBuilder,
    body: fn(&Response) -> Result<Promise, JsValue>,
) -> Result<JsValue, Failure> {
    let response = request.send().await.map_err(|_| Failure::Passing)?;
    match response.status() {
        200..=299 => {}
        500..=599 | 429 | 408 => return Err(Failure::Passing),
        _ => return Err(Failure::Lasting),
    }
    let body = body(&response.into()).map_err(|_| Failure::Passing)?;
    // An error other than a syntax error means that the connection ended during the response.
    JsFuture::from(body).await.map_err(|error| {
        if error.is_instance_of::<SyntaxError>() { Failure::Lasting } else { Failure::Passing }
    })
}
