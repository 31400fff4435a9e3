//! A server for a built site that behaves as its host will: headers, languages, 404.

use crate::site::{Header, headers};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, LOCATION};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use std::fs;
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
/// Says why connections can no longer be taken.
pub async fn serve(listener: TcpListener, folder: &Path) -> io::Result<()> {
    axum::serve(listener, router(folder)).await
}

/// The site in a folder as a service.
#[must_use]
pub fn router(folder: &Path) -> Router {
    let missing = ServeFile::new(folder.join("404.html"));
    let files = ServeDir::new(folder).not_found_service(missing);
    let languages = fs::read_to_string(folder.join("_redirects")).unwrap_or_default();
    Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn_with_state(Arc::from(languages), redirect))
        .layer(middleware::from_fn(add_headers))
        .layer(CompressionLayer::new())
}

/// Leads from the root to the visitor's language, by the rules of the site's `_redirects`.
async fn redirect(
    State(rules): State<Arc<str>>,
    headers: HeaderMap,
    request: Request,
    next: Next,
) -> Response {
    let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let target = wanted.and_then(|wanted| target(&rules, request.uri().path(), wanted));
    match target.and_then(|target| HeaderValue::from_str(target).ok()) {
        Some(target) => (StatusCode::FOUND, [(LOCATION, target)]).into_response(),
        None => next.run(request).await,
    }
}

fn target<'a>(rules: &'a str, path: &str, wanted: &str) -> Option<&'a str> {
    wanted.split(',').find_map(|range| {
        let tag = range.split(';').next()?.trim();
        let base = tag.split('-').next()?;
        rules.lines().find_map(|rule| {
            let parts: Vec<&str> = rule.split_whitespace().collect();
            let [from, to, _, condition] = parts.as_slice() else { return None };
            let language = condition.strip_prefix("Language=")?;
            (*from == path && (language.eq_ignore_ascii_case(tag) || language == base))
                .then_some(*to)
        })
    })
}

async fn add_headers(request: Request, next: Next) -> Response {
    let path = request.uri().path().trim_start_matches('/').to_owned();
    let mut response = next.run(request).await;
    for Header { path: pattern, name, value } in headers() {
        let applies = path.starts_with(pattern.trim_end_matches('*'));
        let header = HeaderName::try_from(name).ok().zip(HeaderValue::try_from(value).ok());
        if let (true, Some((name, value))) = (applies, header) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
