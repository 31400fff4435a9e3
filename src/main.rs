//! The application's entry point in the browser; see `xtask/src/shell`.

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "hydrate")]
mod client;

fn main() {
    #[cfg(feature = "hydrate")]
    client::start();
}
