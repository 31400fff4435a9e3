//! The card's entry point in the browser, which the custom element calls when a card is opened.
//!
//! It is compiled with the application; see `xtask/src/shell` and `element.js`.

#[cfg(feature = "hydrate")]
mod entry;
#[cfg(feature = "hydrate")]
mod mount;

fn main() {}
