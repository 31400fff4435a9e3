//! Reloads open pages when the site was rebuilt, and shows in them why it could not be.
//!
//! A script is added to pages as they are served; no file of a site contains it. It receives the
//! state of the site as server-sent events. A browser opens only six connections to a server, and a
//! stream occupies one, so all pages of a browser share one: the page that has a Web Lock holds the
//! stream, and passes each event on by a `BroadcastChannel`. When that page is closed, the browser
//! gives the lock to the next one. A shared worker could hold the stream too, but not every browser
//! has them.
//!
//! Browsers have no Web Locks at addresses other than this machine's own, unless they are HTTPS.
//! There, as on a phone in the same network, each page that is in sight asks once a second.

use super::updates::{State, Updates};
use super::waiting;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State as Shared};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH,
    LAST_MODIFIED, RANGE,
};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::sse::{Event, KeepAlive};
use axum::response::{IntoResponse, Response, Sse};
use axum::routing::get;
use futures_util::{Stream, stream};
use std::convert::Infallible;
use std::time::Duration;

/// The path of the script, in a folder that no site has.
const SCRIPT: &str = "/.perfil/reload.js";

/// The path of the module that shows problems, which the script imports when there are some.
const PROBLEMS: &str = "/.perfil/problems.js";

/// The path of the stream of states.
const EVENTS: &str = "/.perfil/events";

/// The path of the current state.
const STATE: &str = "/.perfil/state";

/// How long a page waits until it connects again, after the server was restarted.
const RETRY: Duration = Duration::from_millis(500);

/// Returns the service of the script and of the state that it follows.
pub(super) fn routes(updates: &Updates) -> Router {
    let script = "text/javascript";
    let (followed, asked) = (updates.clone(), updates.clone());
    Router::new()
        .route(SCRIPT, get(async || typed(script, include_str!("reload.js"))))
        .route(PROBLEMS, get(async || typed(script, include_str!("problems.js"))))
        .route(EVENTS, get(async move || Sse::new(events(&followed)).keep_alive(KeepAlive::new())))
        .route(STATE, get(async move || typed("application/json", asked.state().json())))
}

fn typed(form: &'static str, body: impl Into<Body>) -> Response {
    let headers = [(CONTENT_TYPE, form), (CACHE_CONTROL, "no-store")];
    (headers, body.into()).into_response()
}

/// Returns the current state, and each that follows, as events.
fn events(updates: &Updates) -> impl Stream<Item = Result<Event, Infallible>> + use<> {
    stream::unfold(updates.subscribe(), async |mut states| {
        states.changed().await.ok()?;
        let json = states.borrow_and_update().json();
        Some((Ok(Event::default().retry(RETRY).data(json)), states))
    })
}

/// Answers with a page that waits for the first site, as long as there is none.
pub(super) async fn wait(
    Shared(updates): Shared<Updates>,
    request: Request,
    next: Next,
) -> Response {
    let state = updates.state();
    if state.revision.is_some() {
        return next.run(request).await;
    }
    let page = marked(&waiting::page(&state.problems), &state);
    let headers = [(CONTENT_TYPE, "text/html; charset=utf-8"), (CACHE_CONTROL, "no-store")];
    (StatusCode::SERVICE_UNAVAILABLE, headers, page).into_response()
}

/// Adds the script to the end of a page, with the page's revision.
pub(super) async fn mark(
    Shared(updates): Shared<Updates>,
    mut request: Request,
    next: Next,
) -> Response {
    // Studio has changed the content itself, and would forget what is shown.
    if matches!(request.uri().path(), "/studio/" | "/studio/index.html") {
        return next.run(request).await;
    }
    // A cached page would have an old revision, and reload again.
    for condition in [IF_MODIFIED_SINCE, IF_NONE_MATCH, RANGE] {
        request.headers_mut().remove(condition);
    }
    // Read before the page: if it changes meanwhile, the page reloads once too often, not too rarely.
    let state = updates.state();
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
    Response::from_parts(parts, marked(&String::from_utf8_lossy(&page), &state).into())
}

fn marked(page: &str, state: &State) -> String {
    let (before, after) = page.split_at(page.rfind("</body>").unwrap_or(page.len()));
    let revision = state.revision();
    format!("{before}<script src=\"{SCRIPT}\" data-revision=\"{revision}\"></script>{after}")
}
