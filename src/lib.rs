//! Perfil turns one data file per person into a fast, multilingual, accessible engineer profile.
//!
//! The modules stand in the order of their dependence: each uses only those above it. The first
//! ones are compiled twice, for the host and for the browser; the rest runs on one of the two.

pub mod text;

pub mod view;

pub mod people;

pub mod ui;

#[cfg(not(target_arch = "wasm32"))]
pub mod sections;

pub mod pages;

pub mod app;

#[cfg(target_arch = "wasm32")]
pub mod browser;

#[cfg(target_arch = "wasm32")]
pub mod client;

#[cfg(not(target_arch = "wasm32"))]
pub mod source;

#[cfg(not(target_arch = "wasm32"))]
pub mod language;

#[cfg(not(target_arch = "wasm32"))]
pub mod profile;

#[cfg(not(target_arch = "wasm32"))]
pub mod evidence;

#[cfg(not(target_arch = "wasm32"))]
pub mod import;

#[cfg(not(target_arch = "wasm32"))]
pub mod localize;

#[cfg(not(target_arch = "wasm32"))]
pub mod export;

#[cfg(all(not(target_arch = "wasm32"), feature = "pdf"))]
pub mod pdf;

pub mod widget;

#[cfg(not(target_arch = "wasm32"))]
pub mod site;

#[cfg(not(target_arch = "wasm32"))]
pub mod server;
