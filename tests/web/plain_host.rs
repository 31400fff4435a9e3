//! Hosts that send no headers of a site, such as Python's `http.server`: each page states its policy
//! itself.

use super::browser::Browser;
use super::dist;
use super::engine::Setup;
use super::site::Site;
use axum::Router;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

/// Tries what the policy forbids, and notes what it was stopped by.
const TRY: &str = "window.stopped = new Set();
document.addEventListener('securitypolicyviolation', event => stopped.add(event.effectiveDirective));
const put = (name, values) =>
    document.body.append(Object.assign(document.createElement(name), values));
put('script', { textContent: 'window.ran = true' });
put('style', { textContent: 'main { display: none }' });
put('img', { src: 'https://elsewhere.example/a.png' });
put('iframe', { src: 'https://elsewhere.example/' });
fetch('https://elsewhere.example/').catch(() => {});";

#[tokio::test]
async fn the_policy_is_in_force_without_headers() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let files = Router::new().fallback_service(ServeDir::new(dist::folder()));
    tokio::spawn(async move { axum::serve(listener, files).await });
    let browser = Browser::start(&Site::start().await, Setup::default()).await;
    for page in ["/", "/en/", "/es/marcus-rodriguez/", "/widget/", "/404.html"] {
        browser.visit(&format!("{origin}{page}")).await;
        if page.starts_with("/e") {
            browser.ready().await;
        }
        browser.run(TRY).await;
        let stopped = "[...stopped].sort().join(' ')";
        let expected = "connect-src frame-src img-src script-src-elem style-src-elem";
        browser.see(stopped, expected.to_owned()).await;
        let is_as_before = "window.ran === undefined && getComputedStyle(document.querySelector('main, #app')).display !== 'none'";
        browser.wait(is_as_before).await;
    }
}
