//! The card's entry in the browser: what the custom element calls when a card is opened.
//!
//! Trunk builds it beside the application; see `index.html` and `element.js`.

#[cfg(feature = "hydrate")]
mod entry;
#[cfg(feature = "hydrate")]
mod mount;

fn main() {}
