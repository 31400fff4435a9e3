//! A page of another site on another origin, with our cards in it.

use super::browser::Browser;
use super::dist;
use super::site::Site;
use axum::Router;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderName, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use tokio::net::TcpListener;

/// A page of another site.
#[derive(Clone, Debug, Default)]
pub(crate) struct Host {
    /// The content of its head, besides the title.
    pub(crate) head: String,
    /// The content of its body.
    pub(crate) body: String,
    /// Its Content Security Policy, if it has one.
    pub(crate) policy: Option<String>,
    /// Other files of the host, by their paths, with their media types.
    pub(crate) files: Vec<(&'static str, &'static str, String)>,
}

/// The script of the element, as other sites refer to it.
pub(crate) fn script(site: &Site) -> String {
    format!("<script type=\"module\" src=\"{}/widget.js\"></script>", site.origin)
}

/// Counts the events of the cards of a page.
pub(crate) const EVENTS: &str = "window.events = [];
for (const name of ['perfil-load', 'perfil-error', 'perfil-open'])
    document.addEventListener(name, event => window.events.push([name, event.detail]));
window.thrown = [];
addEventListener('error', event => window.thrown.push(event.message));
addEventListener('unhandledrejection', event => window.thrown.push(`${event.reason}`));
window.shifts = null;
if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    window.shifts = 0;
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) window.shifts += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
}";

impl Host {
    /// A page with these cards, which counts their events.
    pub(crate) fn of(site: &Site, body: &str) -> Self {
        let head = format!("<script src=\"/events.js\"></script>{}", script(site));
        let files = vec![("/events.js", "text/javascript", EVENTS.to_owned())];
        Self { head, body: body.to_owned(), policy: None, files }
    }

    /// Serves the page, and returns its URL.
    pub(crate) async fn start(self) -> String {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("there is a free port");
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let host = Arc::new(self);
        let router = Router::new().fallback(move |uri: Uri| {
            let host = Arc::clone(&host);
            async move { host.answer(uri.path()) }
        });
        tokio::spawn(async move { axum::serve(listener, router).await });
        origin
    }

    /// Serves the page, and opens it.
    pub(crate) async fn open(self, browser: &Browser) {
        let origin = self.start().await;
        browser.visit(&origin).await;
    }

    fn answer(&self, path: &str) -> Response {
        if let Some((_, kind, text)) = self.files.iter().find(|(known, ..)| *known == path) {
            return ([(CONTENT_TYPE, *kind)], text.clone()).into_response();
        }
        if let Some(file) = path.strip_prefix("/npm/") {
            let text = std::fs::read_to_string(dist::env_path("PERFIL_NPM").join(file)).unwrap();
            return ([(CONTENT_TYPE, "text/javascript")], text).into_response();
        }
        if path != "/" {
            return StatusCode::NOT_FOUND.into_response();
        }
        let Self { head, body, .. } = self;
        let html = format!(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>\
             <link rel=\"icon\" href=\"data:,\">{head}</head><body>{body}</body></html>"
        );
        let policy = self.policy.iter().map(|policy| (CONTENT_SECURITY_POLICY, policy.clone()));
        let headers: Vec<(HeaderName, String)> =
            policy.chain([(CONTENT_TYPE, "text/html".to_owned())]).collect();
        let mut response = html.into_response();
        for (name, value) in headers {
            response.headers_mut().insert(name, value.parse().unwrap());
        }
        response
    }
}
