//! The multilingual profile: plain data, without user interface, files, clock or threads.
//!
//! A module uses only the modules above it.

pub mod language;

pub mod profile;

#[cfg(feature = "schema")]
pub mod schema;
