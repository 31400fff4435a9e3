//! The files that a profile can be taken along as.
//!
//! The build renders the list and hands it to the browser as HTML, and the browser opens it and
//! loads the files by itself.

use crate::parts::{Erase, ErasedView};
use leptos::prelude::*;

/// A file to be taken along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// What it is called: "Contact card".
    pub name: String,
    /// How the names of such files end.
    pub extension: &'static str,
    /// The media type (RFC 6838).
    pub media_type: &'static str,
    /// Its path.
    pub path: String,
}

/// The inside of the list. `title` names it.
pub fn downloads(all: &[Download], title: &str) -> ErasedView {
    let links = all
        .iter()
        .map(|file| {
            view! {
                <li>
                    <a href=file.path.clone() type=file.media_type download="">
                        {file.name.clone()}
                        " "
                        <span class="count">{file.extension}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    let title = title.to_owned();
    view! {
        <summary>{title}</summary>
        <ul>{links}</ul>
    }
    .erase()
}
