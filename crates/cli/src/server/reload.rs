//! Reloads open pages when the site was rebuilt.
//!
//! The script is added to pages as they are served; no file of a site contains it. It polls instead
//! of holding a connection, of which a browser has only six per server: so any number of pages can
//! be open, and they reconnect after the server was restarted.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH,
    LAST_MODIFIED, RANGE,
};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use walkdir::WalkDir;

/// The path of the script, in a folder that no site has.
const SCRIPT: &str = "/.perfil/reload.js";

/// The path at which the script polls the revision of the site.
const REVISION: &str = "/.perfil/revision";

/// A number for the state of a site on disk, which is equal in two processes.
#[derive(Clone, Debug, Default)]
pub struct Revision(Arc<AtomicU64>);

impl Revision {
    /// Updates the revision from the site in a folder: the paths and modification times of its
    /// files. A build keeps the time of an unchanged file.
    pub fn take(&self, folder: &Path) {
        let mut hasher = DefaultHasher::new();
        for entry in WalkDir::new(folder).sort_by_file_name().into_iter().flatten() {
            if let Some(file) = entry.metadata().ok().filter(std::fs::Metadata::is_file) {
                entry.path().hash(&mut hasher);
                file.modified().ok().hash(&mut hasher);
            }
        }
        self.0.store(hasher.finish(), Ordering::Relaxed);
    }

    pub(super) fn text(&self) -> String {
        self.0.load(Ordering::Relaxed).to_string()
    }
}

/// Returns the service of the script and of the revision that it polls.
pub(super) fn routes(revision: &Revision) -> Router {
    let asked = revision.clone();
    Router::new()
        .route(SCRIPT, get(|| async { typed("text/javascript", include_str!("reload.js")) }))
        .route(REVISION, get(|| async move { typed("text/plain", asked.text()) }))
}

fn typed(form: &'static str, body: impl Into<Body>) -> Response {
    let headers = [(CONTENT_TYPE, form), (CACHE_CONTROL, "no-store")];
    (headers, body.into()).into_response()
}

/// Adds the script to the end of a page, with the page's revision.
pub(super) async fn mark(
    State(revision): State<Revision>,
    mut request: Request,
    next: Next,
) -> Response {
    // A cached page would have an old revision, and reload forever.
    for condition in [IF_MODIFIED_SINCE, IF_NONE_MATCH, RANGE] {
        request.headers_mut().remove(condition);
    }
    let revision = revision.text();
    let response = next.run(request).await;
    let form = response.headers().get(CONTENT_TYPE).and_then(|form| form.to_str().ok());
    if !form.is_some_and(|form| form.starts_with("text/html")) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(page) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    for stale in [CONTENT_LENGTH, ETAG, LAST_MODIFIED] {
        parts.headers.remove(stale);
    }
    parts.headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    let page = String::from_utf8_lossy(&page);
    let (before, after) = page.split_at(page.rfind("</body>").unwrap_or(page.len()));
    let script = format!("<script src=\"{SCRIPT}\" data-revision=\"{revision}\"></script>");
    Response::from_parts(parts, [before, &script, after].concat().into())
}
