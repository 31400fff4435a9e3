//! What a host adds to the files of a site: its base path, redirects and headers.
//!
//! All of it is read from the site at each request, because the site may be rebuilt: a policy names
//! the styles of its own build.

use super::overlay::Overlay;
use super::rules::{Header, headers, language, rewrite};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, CACHE_CONTROL, LOCATION};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use std::fs::{self, Metadata};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::time::sleep;

/// The file that says where on its host a site is.
const MANIFEST: &str = "site.webmanifest";

/// How often a request is answered at most, because the site was replaced meanwhile.
const ATTEMPTS: usize = 50;

/// The pause before that, in which a replacement is complete.
const PAUSE: Duration = Duration::from_millis(20);

/// Answers as the host of the site in a folder. The file and everything that is added to it belong
/// to the same build.
pub(super) async fn respond(State(site): State<Site>, request: Request, next: Next) -> Response {
    let (parts, _) = request.into_parts();
    for _ in 1..ATTEMPTS {
        let (build, newer) = (Build::of(&site.folder), site.overlay.files());
        let response = Hosting::of(&site).respond(parts.clone(), next.clone()).await;
        let is_same = build.is_some() && build == Build::of(&site.folder);
        if is_same && Arc::ptr_eq(&newer, &site.overlay.files()) {
            return response;
        }
        sleep(PAUSE).await;
    }
    Hosting::of(&site).respond(parts, next).await
}

/// A site in a folder, and what is newer than it.
#[derive(Clone)]
pub(super) struct Site {
    folder: Arc<Path>,
    overlay: Overlay,
}

impl Site {
    pub(super) fn new(folder: &Path, overlay: &Overlay) -> Self {
        Self { folder: folder.into(), overlay: overlay.clone() }
    }

    /// Returns a file; an empty one if there is none.
    fn read(&self, name: &str) -> Vec<u8> {
        let newer = self.overlay.files().get(name).map(<[u8]>::to_vec);
        newer.unwrap_or_else(|| fs::read(self.folder.join(name)).unwrap_or_default())
    }
}

/// Identifies the build that a folder has: each build replaces the folder by another one.
#[derive(PartialEq, Eq)]
pub struct Build {
    modified: Option<SystemTime>,
    created: Option<SystemTime>,
    renamed: Renamed,
}

/// The number of a folder, and when it was renamed, in seconds and nanoseconds; zeros where the
/// system does not say.
type Renamed = (u64, i64, i64);

impl Build {
    /// Returns the build that a folder has now, if there is one.
    #[must_use]
    pub fn of(folder: &Path) -> Option<Self> {
        let found = fs::metadata(folder).ok()?;
        let (modified, created) = (found.modified().ok(), found.created().ok());
        Some(Self { modified, created, renamed: renamed(&found) })
    }
}

#[cfg(unix)]
fn renamed(found: &Metadata) -> Renamed {
    use std::os::unix::fs::MetadataExt as _;
    (found.ino(), found.ctime(), found.ctime_nsec())
}

#[cfg(not(unix))]
fn renamed(_: &Metadata) -> Renamed {
    Renamed::default()
}

/// Returns the path of a site's root on its host, with a slash at both ends: the scope in its
/// manifest.
#[must_use]
pub fn base_path(folder: &Path) -> String {
    scope(&fs::read(folder.join(MANIFEST)).unwrap_or_default())
}

fn scope(manifest: &[u8]) -> String {
    let manifest: Value = serde_json::from_slice(manifest).unwrap_or_default();
    let scope = manifest["scope"].as_str().filter(|scope| scope.starts_with('/'));
    format!("{}/", scope.unwrap_or_default().trim_end_matches('/'))
}

/// What the host of a site adds to its files.
struct Hosting {
    /// The path of its root, with a slash at both ends.
    base: String,
    redirects: String,
    headers: Vec<Header>,
}

impl Hosting {
    fn of(site: &Site) -> Self {
        let text = |name: &str| String::from_utf8(site.read(name)).unwrap_or_default();
        Self {
            base: scope(&site.read(MANIFEST)),
            redirects: text("_redirects"),
            headers: headers(&text("_headers")),
        }
    }

    async fn respond(&self, parts: Parts, next: Next) -> Response {
        let path = parts.uri.path().to_owned();
        let mut response = self.redirected(parts, next).await;
        Header::add_all(&self.headers, &path, response.headers_mut());
        // Browsers would keep what nothing is said of for a tenth of its age.
        let no_cache = HeaderValue::from_static("no-cache");
        response.headers_mut().entry(CACHE_CONTROL).or_insert(no_cache);
        response
    }

    /// Redirects to the base path and, from there, to the visitor's language; rewrites queries, by
    /// the rules of the site's `_redirects`.
    async fn redirected(&self, mut parts: Parts, next: Next) -> Response {
        let path = parts.uri.path();
        if self.is_above(path) {
            let query = parts.uri.query().map_or_else(String::new, |query| format!("?{query}"));
            return redirect(&format!("{}{query}", self.base));
        }
        let wanted = preferred(&parts.headers);
        if let Some(target) = wanted.and_then(|wanted| language(&self.redirects, path, wanted)) {
            return redirect(target);
        }
        let rewritten = rewrite(&self.redirects, &parts.uri);
        let (uri, status) = rewritten.unwrap_or_else(|| (parts.uri.clone(), StatusCode::OK));
        let (uri, status) = match self.inside(&uri) {
            Some(uri) => (uri, status),
            None => (Uri::from_static("/404.html"), StatusCode::NOT_FOUND),
        };
        parts.uri = uri;
        let mut response = next.run(Request::from_parts(parts, Body::empty())).await;
        self.prepend_base(response.headers_mut());
        if status != StatusCode::OK {
            *response.status_mut() = status;
        }
        response
    }

    /// Returns whether a path leads to a site that is below the root of its host.
    fn is_above(&self, path: &str) -> bool {
        self.base != "/" && (path == "/" || self.base.strip_suffix('/') == Some(path))
    }

    /// Returns an address as that of a file of the site, or `None` if it is not within its base path.
    fn inside(&self, uri: &Uri) -> Option<Uri> {
        let whole = uri.path_and_query()?.as_str();
        let inner = whole.strip_prefix(self.base.trim_end_matches('/'))?;
        if inner.starts_with('/') { inner.parse().ok() } else { None }
    }

    /// Corrects the target of a redirect from a folder to its page, which knows no base path.
    fn prepend_base(&self, headers: &mut HeaderMap) {
        let target = headers.get(LOCATION).and_then(|target| target.to_str().ok());
        let whole = target.map(|target| format!("{}{target}", self.base.trim_end_matches('/')));
        if let Some(whole) = whole.and_then(|whole| HeaderValue::try_from(whole).ok()) {
            headers.insert(LOCATION, whole);
        }
    }
}

/// Returns the languages that a visitor prefers.
fn preferred(headers: &HeaderMap) -> Option<&str> {
    headers.get(ACCEPT_LANGUAGE)?.to_str().ok()
}

fn redirect(target: &str) -> Response {
    (StatusCode::FOUND, [(LOCATION, target)]).into_response()
}
