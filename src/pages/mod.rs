//! The pages: one file for each kind.

mod chooser;
mod directory;
#[cfg(not(target_arch = "wasm32"))]
mod downloads;
#[cfg(not(target_arch = "wasm32"))]
mod field;
#[cfg(not(target_arch = "wasm32"))]
mod finder;
#[cfg(not(target_arch = "wasm32"))]
mod footer;
mod not_found;
#[cfg(not(target_arch = "wasm32"))]
mod palette;
#[cfg(not(target_arch = "wasm32"))]
mod people;
mod profile;

pub use chooser::{Choice, chooser};
pub use directory::{directory, person};
#[cfg(not(target_arch = "wasm32"))]
pub use downloads::{Download, downloads};
#[cfg(not(target_arch = "wasm32"))]
pub use finder::finder;
#[cfg(not(target_arch = "wasm32"))]
pub use footer::{Invitation, footer};
pub use not_found::{Apology, not_found};
#[cfg(not(target_arch = "wasm32"))]
pub use palette::{Reachable, Someone, palette};
#[cfg(not(target_arch = "wasm32"))]
pub use people::{Facet, people};
pub use profile::profile;
