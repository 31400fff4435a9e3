//! A server for a built site that behaves like its host: base path, headers, languages, 404.

mod content;
mod hosting;
mod media_type;
mod overlay;
mod preview;
mod print;
mod reload;
mod rules;
mod typesetter;
mod updates;
mod waiting;

pub use content::ContentFolder;
pub use hosting::{Build, base_path};
pub use preview::{Make, Preview};
pub use typesetter::Typesetter;
pub use updates::Updates;

use axum::Router;
use axum::middleware;
use hosting::Site;
use overlay::Overlay;
use std::io;
use std::path::Path;
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

/// Serves a folder as [`reloading_router`] does, until the process ends.
///
/// # Errors
///
/// Returns an error if connections can no longer be accepted.
pub async fn serve_reloading(
    listener: TcpListener,
    folder: &Path,
    updates: &Updates,
    typesetter: &Typesetter,
    preview: Option<Preview>,
    content: Option<ContentFolder>,
) -> io::Result<()> {
    let router = reloading_router(folder, updates, typesetter, preview);
    axum::serve(listener, with_content(router, content)).await
}

/// Adds a content folder to a service, for Studio.
pub fn with_content(router: Router, content: Option<ContentFolder>) -> Router {
    match content {
        Some(content) => {
            content::routes(content.clone()).merge(print::routes(content)).fallback_service(router)
        }
        None => router,
    }
}

/// Returns a service for the site in a folder whose pages follow its updates: they reload when it
/// was rebuilt, and show why it could not be. What the folder lacks because it takes long to set is set
/// when it is asked for. The site in every theme is below `/themes/`.
pub fn reloading_router(
    folder: &Path,
    updates: &Updates,
    typesetter: &Typesetter,
    preview: Option<Preview>,
) -> Router {
    let overlay = updates.overlay();
    let marked = files(folder)
        .layer(middleware::from_fn_with_state(overlay.clone(), overlay::answer))
        .layer(middleware::from_fn_with_state(typesetter.clone(), typesetter::set))
        .layer(middleware::from_fn_with_state(updates.clone(), reload::mark));
    let waiting = middleware::from_fn_with_state(updates.clone(), reload::wait);
    let mut all = reload::routes(updates);
    if let Some(preview) = preview {
        all = all.merge(preview::routes(preview));
    }
    all.fallback_service(as_hosted(marked, folder, overlay).layer(waiting))
}

/// Returns a service for the site in a folder.
pub fn router(folder: &Path) -> Router {
    as_hosted(files(folder), folder, &Overlay::default())
}

/// Serves the files of a folder, and the 404 page for all other paths.
fn files(folder: &Path) -> Router {
    let missing = ServeFile::new(folder.join("404.html"));
    Router::new().fallback_service(ServeDir::new(folder).not_found_service(missing))
}

/// Adds what a host adds to the files of the site in a folder.
fn as_hosted(files: Router, folder: &Path, overlay: &Overlay) -> Router {
    let site = Site::new(folder, overlay);
    files
        .layer(middleware::from_fn_with_state(site, hosting::respond))
        .layer(CompressionLayer::new())
}
