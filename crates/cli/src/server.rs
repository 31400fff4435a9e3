//! A server for a built site that behaves like its host: base path, headers, languages, 404.

mod hosting;
mod preview;
mod reload;
mod rules;

pub use hosting::base_path;
pub use preview::{Make, Preview};
pub use reload::Revision;

use axum::Router;
use axum::middleware;
use std::io;
use std::path::Path;
use std::sync::Arc;
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};

/// Serves a folder until the process ends.
///
/// # Errors
///
/// Returns an error if connections can no longer be accepted.
pub async fn serve(listener: TcpListener, folder: &Path) -> io::Result<()> {
    axum::serve(listener, router(folder)).await
}

/// Serves a folder until the process ends; its pages reload at each new revision. The site in every
/// theme is below `/themes/`.
///
/// # Errors
///
/// Returns an error if connections can no longer be accepted.
pub async fn serve_reloading(
    listener: TcpListener,
    folder: &Path,
    revision: &Revision,
    preview: Option<Preview>,
) -> io::Result<()> {
    let marked =
        files(folder).layer(middleware::from_fn_with_state(revision.clone(), reload::mark));
    let mut all = reload::routes(revision);
    if let Some(preview) = preview {
        all = all.merge(preview::routes(preview));
    }
    axum::serve(listener, all.fallback_service(as_hosted(marked, folder))).await
}

/// Returns a service for the site in a folder.
pub fn router(folder: &Path) -> Router {
    as_hosted(files(folder), folder)
}

/// Serves the files of a folder, and the 404 page for all other paths.
fn files(folder: &Path) -> Router {
    let missing = ServeFile::new(folder.join("404.html"));
    Router::new().fallback_service(ServeDir::new(folder).not_found_service(missing))
}

/// Adds what a host adds to the files of the site in a folder.
fn as_hosted(files: Router, folder: &Path) -> Router {
    let folder: Arc<Path> = Arc::from(folder);
    files
        .layer(middleware::from_fn_with_state(folder, hosting::respond))
        .layer(CompressionLayer::new())
}
