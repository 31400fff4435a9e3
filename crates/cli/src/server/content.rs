//! The content folder for Studio in the same browser: it reads the files, and writes those that were changed.
//!
//! Whoever may write here can change what this machine publishes, so only a page of this server may ask: a
//! page of another site cannot send the header without a question of its browser, which nobody answers, and
//! another name that leads to this machine is refused.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path as Asked, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::json;
use std::fs;
use std::io::{self, Write as _};
use std::net::IpAddr;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use walkdir::{DirEntry, WalkDir};

/// The path of the list of the files, in a folder that no site has.
const LIST: &str = "/.perfil/content";

/// The path of each file.
const FILE: &str = "/.perfil/content/{*path}";

/// The header that only a page of this server can send.
const OWN: &str = "x-perfil";

/// The largest file that is written, in bytes.
const MAX_BYTES: usize = 200 << 20;

/// The most files that are listed.
const MAX_FILES: usize = 5000;

/// What is beside content, and none of it.
const OTHER: [&str; 3] = ["dist", "node_modules", "target"];

/// A content folder that Studio may change.
#[derive(Clone)]
pub struct ContentFolder {
    folder: Arc<Path>,
    id: Arc<str>,
    /// The folder of the shell that sites are made with, if it is not the program's own.
    pub(super) shell: Option<Arc<Path>>,
}

impl ContentFolder {
    /// Offers a folder; `id` tells it from the other folders of this machine. `shell` is the folder of the
    /// shell that its site is made with, if it is not the program's own.
    #[must_use]
    pub fn new(folder: &Path, id: &str, shell: Option<&Path>) -> Self {
        Self { folder: folder.into(), id: id.into(), shell: shell.map(Into::into) }
    }

    /// Returns the place of a file, or `None` if it is not within the folder.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let relative = Path::new(path);
        let is_plain = |it: Component| matches!(it, Component::Normal(name) if !is_hidden(name));
        if path.is_empty() || !relative.components().all(is_plain) {
            return None;
        }
        let folder = fs::canonicalize(&self.folder).ok()?;
        let file = folder.join(relative);
        // A link would lead out of the folder.
        let there = file.parent()?.ancestors().find_map(|it| fs::canonicalize(it).ok())?;
        let is_link = fs::symlink_metadata(&file).is_ok_and(|it| it.is_symlink());
        (there.starts_with(&folder) && !is_link).then_some(file)
    }
}

fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.to_string_lossy().starts_with('.')
}

/// Returns the service of a content folder.
pub(super) fn routes(content: ContentFolder) -> Router {
    let routes =
        Router::new().route(LIST, get(list)).route(FILE, get(read).put(write).delete(remove));
    own(routes).with_state(content)
}

/// Limits a service to pages of this server, and what they send.
pub(super) fn own<S: Clone + Send + Sync + 'static>(routes: Router<S>) -> Router<S> {
    routes.layer(DefaultBodyLimit::max(MAX_BYTES)).layer(middleware::from_fn(refuse_others))
}

async fn refuse_others(request: Request, next: Next) -> Response {
    if !is_own(request.headers()) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut response = next.run(request).await;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Whether a request comes from a page of this server.
fn is_own(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let host = text(HOST.as_str()).unwrap_or_default();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|it| it.is_ascii_digit()) => name,
        _ => host,
    };
    let is_loopback = |ip: IpAddr| ip.is_loopback();
    let is_this_machine =
        name == "localhost" || name.trim_matches(['[', ']']).parse().is_ok_and(is_loopback);
    let is_same = text("sec-fetch-site").is_none_or(|site| site == "same-origin");
    let origin = text(ORIGIN.as_str());
    let is_origin = origin.is_none_or(|origin| origin == format!("http://{host}"));
    is_this_machine && is_same && is_origin && headers.contains_key(OWN)
}

async fn list(State(content): State<ContentFolder>) -> Response {
    let is_content = |entry: &DirEntry| {
        let name = entry.file_name();
        let is_other = entry.file_type().is_dir()
            && (OTHER.iter().any(|other| name == *other)
                || entry.path().join(crate::folder::MARK).exists());
        entry.depth() == 0 || !(is_hidden(name) || is_other)
    };
    let entries = WalkDir::new(&content.folder).sort_by_file_name().into_iter();
    let files = entries.filter_entry(is_content).flatten().filter(|it| it.file_type().is_file());
    let paths = files.filter_map(|entry| {
        let path = entry.path().strip_prefix(&content.folder).ok()?;
        let names = path.components().map(|it| it.as_os_str().to_str());
        Some(names.collect::<Option<Vec<_>>>()?.join("/"))
    });
    let paths: Vec<String> = paths.take(MAX_FILES).collect();
    let name = fs::canonicalize(&content.folder).ok();
    let name = name.as_deref().and_then(Path::file_name).unwrap_or_default();
    let list = json!({ "id": &*content.id, "name": name.to_string_lossy(), "paths": paths });
    ([(CONTENT_TYPE, "application/json")], list.to_string()).into_response()
}

async fn read(State(content): State<ContentFolder>, Asked(path): Asked<String>) -> Response {
    let Some(file) = content.file(&path) else { return StatusCode::FORBIDDEN.into_response() };
    match fs::read(file) {
        Ok(bytes) => bytes.into_response(),
        Err(error) => failed(&error),
    }
}

async fn write(
    State(content): State<ContentFolder>,
    Asked(path): Asked<String>,
    bytes: Bytes,
) -> Response {
    let Some(file) = content.file(&path) else { return StatusCode::FORBIDDEN.into_response() };
    match replace(&file, &bytes) {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => failed(&error),
    }
}

/// Writes a file, which is the old one or the new one at any moment, also if the disk is full.
fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    // Nobody takes a hidden file for content.
    builder.prefix(".perfil-");
    // Temporary files are their owner's alone otherwise.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut new = builder.tempfile_in(folder)?;
    new.write_all(bytes)?;
    if let Ok(old) = fs::metadata(file) {
        new.as_file().set_permissions(old.permissions())?;
    }
    new.persist(file)?;
    Ok(())
}

async fn remove(State(content): State<ContentFolder>, Asked(path): Asked<String>) -> Response {
    let Some(file) = content.file(&path) else { return StatusCode::FORBIDDEN.into_response() };
    match fs::remove_file(file) {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => failed(&error),
    }
}

fn failed(error: &io::Error) -> Response {
    let status = match error.kind() {
        io::ErrorKind::NotFound => StatusCode::NOT_FOUND,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    };
    (status, error.to_string()).into_response()
}
