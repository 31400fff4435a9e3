//! The card that other pages embed: what it shows at rest, and what it shows when it is opened.

#[cfg(not(target_arch = "wasm32"))]
mod card;
mod panel;

#[cfg(not(target_arch = "wasm32"))]
pub use card::{Person, card};
pub use panel::panel;
