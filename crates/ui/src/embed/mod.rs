//! The card that other pages embed: its closed state, its open panel, and the instructions for
//! embedding it.

#[cfg(feature = "ssr")]
mod card;
#[cfg(feature = "ssr")]
mod demo;
#[cfg(feature = "ssr")]
mod dialog;
mod panel;
#[cfg(feature = "ssr")]
mod playground;
#[cfg(feature = "ssr")]
mod tree;

#[cfg(feature = "ssr")]
pub use card::{Person, card};
#[cfg(feature = "ssr")]
pub use demo::{Demo, demo};
#[cfg(feature = "ssr")]
pub use dialog::{EmbedOptions, Markup, dialog};
pub use panel::panel;
#[cfg(feature = "ssr")]
pub use playground::{Choice, Playground};
#[cfg(feature = "ssr")]
pub use tree::Element;
