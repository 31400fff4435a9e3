//! A server for a built site that behaves like its host: headers, languages, 404.

mod preview;
mod reload;

pub use preview::{Make, Preview};
pub use reload::Revision;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, LOCATION};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};
use url::form_urlencoded::parse;

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
    let site = as_hosted(reload::layer(files(folder), revision), folder);
    let all = match preview {
        Some(preview) => preview::routes(preview).fallback_service(site),
        None => site,
    };
    axum::serve(listener, all).await
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

/// Adds what a host adds from the site's `_redirects` and `_headers`. They are read at each
/// request, because the site may be rebuilt: a policy names the styles of its own build.
fn as_hosted(files: Router, folder: &Path) -> Router {
    let folder: Arc<Path> = Arc::from(folder);
    files
        .layer(middleware::from_fn_with_state(folder.clone(), redirect))
        .layer(middleware::from_fn_with_state(folder, add_headers))
        .layer(CompressionLayer::new())
}

/// Redirects the root to the visitor's language, and rewrites queries, by the rules of the site's
/// `_redirects`.
async fn redirect(
    State(folder): State<Arc<Path>>,
    headers: HeaderMap,
    mut request: Request,
    next: Next,
) -> Response {
    let rules = fs::read_to_string(folder.join("_redirects")).unwrap_or_default();
    let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let target = wanted.and_then(|wanted| target(&rules, request.uri().path(), wanted));
    if let Some(target) = target.and_then(|target| HeaderValue::from_str(target).ok()) {
        return (StatusCode::FOUND, [(LOCATION, target)]).into_response();
    }
    let Some((to, status)) = answer(&rules, request.uri()) else { return next.run(request).await };
    *request.uri_mut() = to;
    let mut response = next.run(request).await;
    if status != StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}

/// Returns the target of a path whose query has the rule's parameter, and the status.
fn answer(rules: &str, uri: &Uri) -> Option<(Uri, StatusCode)> {
    let query: Vec<_> = parse(uri.query()?.as_bytes()).collect();
    rules.lines().find_map(|rule| {
        let parts: Vec<&str> = rule.split_whitespace().collect();
        let [from, asked, to, status] = parts.as_slice() else { return None };
        let (name, value) = asked.split_once('=')?;
        let is_asked = query.iter().any(|(key, given)| key == name && given == value);
        (*from == uri.path() && is_asked).then_some((to.parse().ok()?, status.parse().ok()?))
    })
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

/// A header and the path that it applies to, as in the site's `_headers`.
#[derive(Clone, Debug)]
struct Rule {
    path: String,
    name: HeaderName,
    value: HeaderValue,
}

/// Reads the site's `_headers`, so that a local preview equals what is published.
fn headers(folder: &Path) -> Vec<Rule> {
    rules(&fs::read_to_string(folder.join("_headers")).unwrap_or_default())
}

/// Reads the rules of such a file.
fn rules(file: &str) -> Vec<Rule> {
    let mut path = "";
    let mut rules = Vec::new();
    for line in file.lines() {
        match line.strip_prefix("  ").and_then(|header| header.split_once(": ")) {
            None => path = line,
            Some((name, value)) => {
                let name = HeaderName::try_from(name).ok();
                let value = HeaderValue::try_from(value).ok();
                rules.extend(name.zip(value).map(|(name, value)| Rule {
                    path: path.to_owned(),
                    name,
                    value,
                }));
            }
        }
    }
    rules
}

impl Rule {
    fn applies(&self, path: &str) -> bool {
        match self.path.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == self.path,
        }
    }
}

/// Adds the headers of the rules for a path.
fn apply(rules: Vec<Rule>, path: &str, headers: &mut HeaderMap) {
    for rule in rules.into_iter().filter(|rule| rule.applies(path)) {
        headers.insert(rule.name, rule.value);
    }
}

async fn add_headers(State(folder): State<Arc<Path>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    apply(headers(&folder), &path, response.headers_mut());
    response
}
