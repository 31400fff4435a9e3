//! The site in every theme, below `/themes/`: made in memory when somebody looks at it.

use super::media_type::media_type;
use super::overlay::{Found, find};
use super::reload;
use super::rules::{self, Header};
use super::updates::Updates;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use perfil_site::Tree;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

/// Makes the site in a theme, at a base URL, or returns why it cannot be made.
pub type Make = dyn Fn(&str, &str) -> Result<Tree, String> + Send + Sync;

/// The site in every theme.
#[derive(Clone)]
pub struct Preview {
    themes: Arc<[String]>,
    make: Arc<Make>,
    made: Arc<Mutex<BTreeMap<String, Made>>>,
    updates: Updates,
}

/// The site in a theme, with the revision of the content that it was made of.
#[derive(Clone)]
struct Made {
    revision: String,
    host: String,
    tree: Arc<Tree>,
}

impl Preview {
    /// Creates a preview of these themes; nothing is made yet.
    pub fn new(themes: Vec<String>, updates: &Updates, make: Box<Make>) -> Self {
        let updates = updates.clone();
        Self { themes: themes.into(), make: make.into(), made: Arc::default(), updates }
    }

    /// Returns the site in a theme; it is made if the content has changed since the last time.
    fn tree(&self, theme: &str, host: &str) -> Result<Arc<Tree>, String> {
        let revision = self.updates.state().revision();
        let made = || self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let last = made().get(theme).cloned();
        if let Some(last) = last.filter(|it| it.revision == revision && it.host == host) {
            return Ok(last.tree);
        }
        let base = format!("http://{host}/themes/{theme}/");
        let tree = Arc::new((self.make)(theme, &base)?);
        let new = Made { revision, host: host.to_owned(), tree: Arc::clone(&tree) };
        made().insert(theme.to_owned(), new);
        Ok(tree)
    }
}

/// Returns the service of the previews.
pub(super) fn routes(preview: Preview) -> Router {
    let updates = preview.updates.clone();
    Router::new()
        .route("/themes/", get(list))
        .route("/themes/{theme}/", get(file))
        .route("/themes/{theme}/{*path}", get(file))
        .with_state(preview)
        .layer(middleware::from_fn_with_state(updates, reload::mark))
}

/// The page that shows all themes side by side.
async fn list(State(preview): State<Preview>) -> Html<String> {
    let mut items = String::new();
    for theme in preview.themes.iter() {
        // Writing to a string cannot fail.
        let _ = write!(
            items,
            "<li><a href=\"{theme}/\"><span>{theme}</span><iframe src=\"{theme}/\" \
             title=\"{theme}\" tabindex=\"-1\" loading=\"lazy\"></iframe></a></li>"
        );
    }
    Html(include_str!("themes.html").replace("{items}", &items))
}

async fn file(
    State(preview): State<Preview>,
    path: Path<Vec<String>>,
    request: Request,
) -> Response {
    let Some(theme) = path.first().filter(|it| preview.themes.contains(it)).cloned() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let host = request.headers().get(HOST).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let (host, asked) = (host.to_owned(), request.uri().path().to_owned());
    let name = theme.clone();
    let made = tokio::task::spawn_blocking(move || preview.tree(&name, &host)).await;
    match made {
        Ok(Ok(tree)) => answer(&tree, &theme, &asked),
        Ok(Err(problem)) => (StatusCode::INTERNAL_SERVER_ERROR, problem).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Answers from a site in memory as its host would.
fn answer(tree: &Tree, theme: &str, asked: &str) -> Response {
    let path = asked.strip_prefix(&format!("/themes/{theme}/")).unwrap_or_default();
    let (status, found) = match find(tree, path) {
        Some(Found::File(file)) => (StatusCode::OK, file),
        Some(Found::Folder) => {
            let to = [(LOCATION, format!("{asked}/"))];
            return (StatusCode::FOUND, to).into_response();
        }
        None => (StatusCode::NOT_FOUND, "404.html".to_owned()),
    };
    let bytes = tree.get(&found).unwrap_or_default().to_vec();
    let mut response = (status, [(CONTENT_TYPE, media_type(&found))], bytes).into_response();
    let file = tree.get("_headers").map(String::from_utf8_lossy).unwrap_or_default();
    let headers = response.headers_mut();
    Header::add_all(&rules::headers(&file), asked, headers);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    // The page with all themes frames them.
    let policy = headers.get(CONTENT_SECURITY_POLICY).and_then(|it| it.to_str().ok());
    let policy = policy.map(|it| it.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
    if let Some(policy) = policy.and_then(|it| HeaderValue::try_from(it).ok()) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    headers.remove("x-frame-options");
    response
}
