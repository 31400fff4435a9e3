//! The Leptos components, which the build renders to HTML and the browser hydrates.
//!
//! The feature `ssr` renders pages and includes the components that only the build uses; `hydrate`
//! is the browser's side. Each module uses only the modules above it.

pub mod parts;

#[cfg(feature = "ssr")]
pub mod sections;

pub mod pages;

pub mod app;

pub mod embed;
