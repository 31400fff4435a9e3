//! The only place that asks the network.

use crate::view::FromJs;
use gloo_net::http::Request;
use wasm_bindgen_futures::JsFuture;

/// Why something could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The network or the server failed; another try may succeed.
    Passing,
    /// What came is not what was asked for: there is no such page, or the site has changed.
    Lasting,
}

/// Loads JSON.
///
/// # Errors
///
/// Tells whether another try makes sense.
pub async fn fetch<T: FromJs>(path: &str) -> Result<T, Failure> {
    let response = Request::get(path).send().await.map_err(|_| Failure::Passing)?;
    match response.status() {
        200..=299 => read(response.into()).await.ok_or(Failure::Lasting),
        500..=599 | 429 | 408 => Err(Failure::Passing),
        _ => Err(Failure::Lasting),
    }
}

async fn read<T: FromJs>(response: web_sys::Response) -> Option<T> {
    T::from_js(&JsFuture::from(response.json().ok()?).await.ok()?)
}
