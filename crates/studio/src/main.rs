//! Studio: makes and changes a profile in a browser, where nothing is installed and nothing uploaded.
//!
//! The page shows forms, and a worker has the files and the builder. What the page shows of a site is made by
//! the builder, so it is what the command would build.

#[cfg(feature = "csr")]
mod alike;
#[cfg(feature = "csr")]
mod app;
#[cfg(feature = "csr")]
mod bridge;
#[cfg(feature = "csr")]
mod coverage;
#[cfg(feature = "csr")]
mod documents;
#[cfg(feature = "csr")]
mod fields;
#[cfg(feature = "csr")]
mod folder;
#[cfg(feature = "csr")]
mod follow;
#[cfg(feature = "csr")]
mod frame;
#[cfg(feature = "csr")]
mod github;
#[cfg(feature = "csr")]
mod github_dialog;
#[cfg(feature = "csr")]
mod github_plan;
#[cfg(feature = "csr")]
mod head;
#[cfg(feature = "csr")]
mod history;
#[cfg(feature = "csr")]
mod inputs;
#[cfg(feature = "csr")]
mod items;
#[cfg(feature = "csr")]
mod link;
#[cfg(feature = "csr")]
mod outline;
#[cfg(feature = "csr")]
mod palette;
#[cfg(feature = "csr")]
mod picture;
#[cfg(feature = "csr")]
mod print;
#[cfg(feature = "csr")]
mod problems;
#[cfg(feature = "csr")]
mod source;
#[cfg(feature = "csr")]
mod start;
#[cfg(feature = "csr")]
mod steps;
#[cfg(feature = "csr")]
mod storage;
#[cfg(feature = "csr")]
mod studio;
#[cfg(feature = "csr")]
mod ways_out;
#[cfg(feature = "csr")]
mod words;
#[cfg(feature = "csr")]
mod work;

#[cfg(feature = "csr")]
fn main() {
    leptos::mount::mount_to_body(app::app);
}

#[cfg(not(feature = "csr"))]
fn main() {}
