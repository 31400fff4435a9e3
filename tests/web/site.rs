//! The built site on a port of its own, with network conditions that a test sets.

use super::bodies::{broken, in_pieces};
use super::dist::{self, env_path};
use super::waiting::wait_until;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY,
};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use perfil_cli::server::{ContentFolder, with_content};
use perfil_cli::{Prepared, Published};
use perfil_site::Input;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;
use tokio::sync::watch;

/// How requests for the data of pages are answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Data {
    #[default]
    Served,
    /// They wait until the conditions change.
    Delayed,
    /// The server responds with an error.
    Unavailable,
    /// The connection ends before the response.
    Dropped,
    /// The connection ends within the response.
    Cut,
    /// The data does not exist.
    Missing,
    /// The data is of another revision of the site.
    Stale,
    /// It is of another revision in a cache on the way, which asks the server only if it is told to.
    Cached,
}

/// How requests for the WebAssembly are answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Module {
    #[default]
    Served,
    /// It does not exist.
    Missing,
    /// It exists, but the page's policy does not allow WebAssembly.
    Forbidden,
}

/// How requests for fonts are answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Fonts {
    #[default]
    Served,
    /// They wait until the conditions change.
    Delayed,
    /// They do not exist.
    Missing,
}

/// How requests for pages are answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Pages {
    #[default]
    Served,
    /// They come in pieces, so slowly that a browser paints each.
    InPieces,
}

#[derive(Clone, Copy, Debug, Default)]
struct Conditions {
    data: Data,
    module: Module,
    fonts: Fonts,
    pages: Pages,
}

#[derive(Clone)]
struct Server {
    conditions: Arc<watch::Sender<Conditions>>,
    requests: Arc<Mutex<Vec<String>>>,
}

/// A running site.
pub(crate) struct Site {
    /// Its origin: scheme, host and port.
    pub(crate) origin: String,
    server: Server,
}

impl Site {
    /// The shipped site.
    pub(crate) async fn start() -> Self {
        Self::of(&dist::folder()).await
    }

    /// A site in a folder.
    pub(crate) async fn of(folder: &Path) -> Self {
        Self::serve(perfil_cli::server::router(folder)).await
    }

    /// A site in a folder, with the content folder that Studio may change.
    pub(crate) async fn with_content(folder: &Path, content: &Path) -> Self {
        let content = Some(ContentFolder::new(content, "served", Some(&env_path("PERFIL_SHELL"))));
        Self::serve(with_content(perfil_cli::server::router(folder), content)).await
    }

    /// A site that a router serves.
    pub(crate) async fn serve(router: Router) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("there is a free port");
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let server = Server { conditions: Arc::default(), requests: Arc::default() };
        let layer = from_fn_with_state(server.clone(), answer);
        let router = router.layer(layer);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { origin, server }
    }

    /// Sets the conditions for the data.
    pub(crate) fn data(&self, data: Data) {
        self.server.conditions.send_modify(|conditions| conditions.data = data);
    }

    /// Sets the conditions for the WebAssembly.
    pub(crate) fn module(&self, module: Module) {
        self.server.conditions.send_modify(|conditions| conditions.module = module);
    }

    /// Sets the conditions for the fonts.
    pub(crate) fn fonts(&self, fonts: Fonts) {
        self.server.conditions.send_modify(|conditions| conditions.fonts = fonts);
    }

    /// Sets the conditions for the pages.
    pub(crate) fn pages(&self, pages: Pages) {
        self.server.conditions.send_modify(|conditions| conditions.pages = pages);
    }

    /// Waits until a path is requested.
    pub(crate) async fn is_asked_for(&self, path: &str) {
        let condition = async || self.requests(path) > 0;
        assert!(wait_until(condition).await, "nobody asks for {path}");
    }

    /// Waits until a path with this ending is requested.
    pub(crate) async fn is_asked_for_some(&self, end: &str) {
        let condition = async || self.asked().iter().any(|path| path.ends_with(end));
        assert!(wait_until(condition).await, "nobody asks for a path that ends in {end}");
    }

    /// Forgets the requests so far.
    pub(crate) fn forget(&self) {
        self.server.requests.lock().unwrap().clear();
    }

    /// All requests.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.server.requests.lock().unwrap().clone()
    }

    /// The requests of files with this extension.
    pub(crate) fn asked_for(&self, extension: &str) -> Vec<String> {
        self.asked().into_iter().filter(|path| has_extension(path, extension)).collect()
    }

    /// How often a path was requested.
    pub(crate) fn requests(&self, path: &str) -> usize {
        let requests = self.server.requests.lock().unwrap();
        requests.iter().filter(|asked| *asked == path).count()
    }
}

/// Whether a path is one of a file with this extension.
fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

async fn answer(State(server): State<Server>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    server.requests.lock().unwrap().push(path.clone());
    // The root's redirect would hide the chooser, and compression takes time.
    request.headers_mut().remove(ACCEPT_LANGUAGE);
    request.headers_mut().remove(ACCEPT_ENCODING);
    if path.starts_with("/data/") {
        match server.data().await {
            Data::Served | Data::Delayed => {}
            Data::Unavailable => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
            Data::Dropped => return broken(None),
            Data::Cut => return broken(Some("{\"revision\":")),
            Data::Missing => return StatusCode::NOT_FOUND.into_response(),
            Data::Cached if is_told_to_ask(&request) => {}
            Data::Stale | Data::Cached => *request.uri_mut() = Uri::from_static(other(&path)),
        }
    }
    if has_extension(&path, "woff2") && server.fonts().await == Fonts::Missing {
        return StatusCode::NOT_FOUND.into_response();
    }
    let Conditions { module, pages, .. } = *server.conditions.borrow();
    let is_module = has_extension(&path, "wasm");
    if is_module && module == Module::Missing {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut response = next.run(request).await;
    if module == Module::Forbidden {
        forbid_wasm(&mut response);
    }
    if pages == Pages::InPieces && path.ends_with('/') {
        response = response.map(in_pieces);
    }
    // As Netlify sends it for everything without a rule.
    let revalidate = HeaderValue::from_static("public, max-age=0, must-revalidate");
    response.headers_mut().entry(CACHE_CONTROL).or_insert(revalidate);
    response
}

impl Server {
    async fn fonts(&self) -> Fonts {
        let mut conditions = self.conditions.subscribe();
        let current = conditions.wait_for(|conditions| conditions.fonts != Fonts::Delayed).await;
        current.map(|conditions| conditions.fonts).unwrap_or_default()
    }

    async fn data(&self) -> Data {
        let mut conditions = self.conditions.subscribe();
        let settled = conditions.wait_for(|conditions| conditions.data != Data::Delayed).await;
        settled.map(|conditions| conditions.data).unwrap_or_default()
    }
}

/// Whether a request tells caches to ask the server.
fn is_told_to_ask(request: &Request) -> bool {
    request.headers().get(CACHE_CONTROL).is_some_and(|told| told == "no-cache")
}

/// The data of another page.
fn other(path: &str) -> &'static str {
    if path == "/data/es.json" { "/data/en.json" } else { "/data/es.json" }
}

fn forbid_wasm(response: &mut Response) {
    let Some(policy) = response.headers_mut().get_mut(CONTENT_SECURITY_POLICY) else { return };
    let stricter = policy.to_str().unwrap().replace("'wasm-unsafe-eval'", "");
    *policy = HeaderValue::from_str(&stricter).unwrap();
}

/// Builds the site of a content folder that has no locales of its own.
pub(crate) fn publish(content: &Path, dist: &Path) -> Published {
    publish_as(content, dist, None)
}

/// The same; with Studio, or without, whatever the settings say.
pub(crate) fn publish_as(
    content: &Path,
    dist: &Path,
    is_studio_offered: Option<bool>,
) -> Published {
    let locales = content.join("locales");
    fs::create_dir_all(&locales).unwrap();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/locales");
    for file in fs::read_dir(own).unwrap().map(Result::unwrap) {
        fs::copy(file.path(), locales.join(file.file_name())).unwrap();
    }
    let content = content.to_owned();
    let input = Input { content, pdf: false, is_studio_offered, ..Input::default() };
    let prepared = Prepared::read(&input, Some(&env_path("PERFIL_SHELL")), &(), None);
    let prepared = prepared.unwrap_or_else(|findings| panic!("{findings:?}"));
    prepared.publish(dist, &(), None).unwrap_or_else(|error| panic!("{error:?}"))
}
