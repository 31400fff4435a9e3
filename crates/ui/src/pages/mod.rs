//! The pages, with one file for each kind or large part.

mod chooser;
mod directory;
#[cfg(feature = "ssr")]
mod downloads;
#[cfg(feature = "ssr")]
mod field;
#[cfg(feature = "ssr")]
mod finder;
#[cfg(feature = "ssr")]
mod footer;
#[cfg(feature = "ssr")]
mod hero;
mod not_found;
#[cfg(feature = "ssr")]
mod palette;
#[cfg(feature = "ssr")]
mod people;
mod profile;

pub use chooser::{Choice, chooser};
pub use directory::{directory, person};
#[cfg(feature = "ssr")]
pub use downloads::Download;
#[cfg(feature = "ssr")]
pub use finder::finder;
#[cfg(feature = "ssr")]
pub use footer::{Invitation, footer};
#[cfg(feature = "ssr")]
pub use hero::{Hero, HeroLabels, hero};
pub use not_found::{NotFoundText, not_found};
#[cfg(feature = "ssr")]
pub use palette::{PersonLink, Reachable, palette};
#[cfg(feature = "ssr")]
pub use people::{Facet, people};
pub use profile::profile;
