//! The list of files in which a profile can be downloaded.
//!
//! The build renders the list as HTML; the browser expands it and downloads the files without code
//! of ours.

use crate::parts::{Erase, ErasedView};
use leptos::prelude::*;

/// A file that can be downloaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Its name: "Contact card".
    pub name: String,
    /// The file name extension.
    pub extension: &'static str,
    /// The media type (RFC 6838).
    pub media_type: &'static str,
    /// Its path.
    pub path: String,
}

/// Renders the inside of the list. `title` is its label.
pub(super) fn downloads(all: &[Download], title: &str) -> ErasedView {
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
