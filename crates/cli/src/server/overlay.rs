//! Files that are newer than those in the folder of a site, because writing a large site takes longer
//! than making what has changed.

use super::media_type::media_type;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use perfil_site::Tree;
use std::sync::Arc;
use tokio::sync::watch;

/// The files that are served instead of those in the folder.
#[derive(Clone, Debug, Default)]
pub(super) struct Overlay(Arc<watch::Sender<Newer>>);

/// The files that are newer than those in the folder, as far as they are known.
#[derive(Clone, Debug, Default)]
struct Newer {
    files: Arc<Tree>,
    /// Whether others follow.
    is_part: bool,
}

impl Overlay {
    /// Returns the files that are newer now.
    pub(super) fn files(&self) -> Arc<Tree> {
        Arc::clone(&self.0.borrow().files)
    }

    /// Whether others follow.
    pub(super) fn is_part(&self) -> bool {
        self.0.borrow().is_part
    }

    pub(super) fn set(&self, files: Arc<Tree>) {
        self.0.send_replace(Newer { files, is_part: false });
    }

    /// Sets the first files of several. Whoever asks for another one waits for all of them.
    pub(super) fn begin(&self, files: Arc<Tree>) {
        self.0.send_replace(Newer { files, is_part: true });
    }

    /// Returns the files that are newer when it is known whether the file at a path is one of them.
    async fn for_path(&self, path: &str) -> Arc<Tree> {
        let mut newer = self.0.subscribe();
        // The name of an asset changes with its content.
        let is_known = |newer: &Newer| {
            !newer.is_part || path.starts_with("assets/") || find(&newer.files, path).is_some()
        };
        match newer.wait_for(is_known).await {
            Ok(newer) => Arc::clone(&newer.files),
            // There is a sender as long as there is this.
            Err(_) => self.files(),
        }
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
    let path = request.uri().path();
    let inner = path.trim_start_matches('/');
    let files = overlay.for_path(inner).await;
    match find(&files, inner) {
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
