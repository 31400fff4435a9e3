//! The Leptos components: what the build writes as HTML, and what the browser takes over.
//!
//! The feature `ssr` writes pages and has the components that only the build renders; `hydrate` is
//! the browser's side. Each module uses only those above it.

pub mod parts;

#[cfg(feature = "ssr")]
pub mod sections;

pub mod pages;

pub mod app;

pub mod embed;
