//! The application's entry point in the browser; see `xtask/src/shell`.

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "hydrate")]
mod client;

/// Makes the page interactive; returns whether it is.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub async fn start() -> bool {
    client::start().await.is_some()
}

/// Does nothing: the page's script calls `start` in a task of its own.
fn main() {}
