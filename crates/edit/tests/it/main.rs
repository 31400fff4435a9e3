//! The tests of edits: a text, an edit, and the text that it gives.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod check;

mod foreign;
mod foreign_json;
mod generated;
mod json;
mod private;
mod refused;
mod scalars;
mod yaml;
