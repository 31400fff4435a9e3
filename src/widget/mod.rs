//! The card that other pages embed: what it shows at rest, what it shows when it is opened, and how
//! people are told to embed it.

#[cfg(not(target_arch = "wasm32"))]
mod card;
#[cfg(not(target_arch = "wasm32"))]
mod demo;
#[cfg(not(target_arch = "wasm32"))]
mod dialog;
mod panel;
#[cfg(not(target_arch = "wasm32"))]
mod playground;
#[cfg(not(target_arch = "wasm32"))]
mod tree;

#[cfg(not(target_arch = "wasm32"))]
pub use card::{Person, card};
#[cfg(not(target_arch = "wasm32"))]
pub use demo::{Demo, demo};
#[cfg(not(target_arch = "wasm32"))]
pub use dialog::{Markup, Ways, dialog};
pub use panel::panel;
#[cfg(not(target_arch = "wasm32"))]
pub use playground::{Choice, Playground};
#[cfg(not(target_arch = "wasm32"))]
pub use tree::Element;
