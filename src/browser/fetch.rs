//! The only place that asks the network.

use gloo_net::http::Request;
use serde::de::DeserializeOwned;

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
pub async fn fetch<T: DeserializeOwned>(path: &str) -> Result<T, Failure> {
    let response = Request::get(path).send().await.map_err(|_| Failure::Passing)?;
    match response.status() {
        200..=299 => response.json().await.map_err(|_| Failure::Lasting),
        500..=599 | 429 | 408 => Err(Failure::Passing),
        _ => Err(Failure::Lasting),
    }
}
