//! The multilingual profile, without user interface, files, clock or threads.
//!
//! A module uses only those above it.

pub mod language;

pub mod profile;
