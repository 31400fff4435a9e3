//! Files that are newer than those in the folder of a site, because writing a large site takes longer
//! than making what has changed.

use super::media_type::media_type;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use perfil_site::Tree;
use std::sync::{Arc, Mutex, PoisonError};

/// The files that are served instead of those in the folder.
#[derive(Clone, Debug, Default)]
pub(super) struct Overlay(Arc<Mutex<Arc<Tree>>>);

impl Overlay {
    /// Returns the files that are newer now.
    pub(super) fn files(&self) -> Arc<Tree> {
        // It is replaced as a whole, so a poisoned lock is usable.
        Arc::clone(&self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn set(&self, files: Arc<Tree>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = files;
    }
}

/// What an address leads to within a site.
pub(super) enum Found {
    /// A file, at this path.
    File(String),
    /// A folder with a page, whose address ends with a slash.
    Folder,
}

/// Returns what a path leads to, if anything.
pub(super) fn find(files: &Tree, path: &str) -> Option<Found> {
    let page = |folder: &str| format!("{folder}index.html");
    let file = if path.is_empty() || path.ends_with('/') { page(path) } else { path.to_owned() };
    if files.get(&file).is_some() {
        return Some(Found::File(file));
    }
    files.get(&page(&format!("{path}/"))).map(|_| Found::Folder)
}

/// Answers with a file that is newer than the one in the folder, if there is one.
pub(super) async fn answer(
    State(overlay): State<Overlay>,
    request: Request,
    next: Next,
) -> Response {
    let files = overlay.files();
    let path = request.uri().path();
    match find(&files, path.trim_start_matches('/')) {
        Some(Found::File(file)) => {
            let bytes = files.get(&file).unwrap_or_default().to_vec();
            let headers = [(CONTENT_TYPE, media_type(&file)), (CACHE_CONTROL, "no-cache")];
            (headers, bytes).into_response()
        }
        // A folder that is there already redirects in the same way.
        Some(Found::Folder) => {
            (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, format!("{path}/"))]).into_response()
        }
        None => next.run(request).await,
    }
}
