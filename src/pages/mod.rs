//! The pages: one file for each kind.

mod chooser;
mod directory;
mod not_found;
mod profile;

pub use chooser::{Choice, chooser};
pub use directory::{cards, directory};
pub use not_found::{Apology, not_found};
pub use profile::profile;
