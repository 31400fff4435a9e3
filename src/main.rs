//! The application's entry in the browser. Trunk builds it; see `index.html`.

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "hydrate")]
mod client;

fn main() {
    #[cfg(feature = "hydrate")]
    client::start();
}
