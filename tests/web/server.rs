//! `perfil serve` in the process of the tests, without the builds.

use super::browser::Browser;
use super::dist;
use super::engine::Setup;
use super::site::Site;
use super::waiting::PATIENCE;
use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use perfil_cli::server::{Typesetter, Updates, reloading_router};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};

/// A running `perfil serve`, without the builds.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    /// How many streams were opened.
    streams: Arc<AtomicUsize>,
    runtime: Option<Runtime>,
}

impl Server {
    /// Serves a folder, at an address where nothing listens, or soon nothing will.
    pub(crate) fn start(address: SocketAddr, folder: &Path, updates: &Updates) -> Self {
        let start = Instant::now();
        let listener = loop {
            // A server that was stopped before may still be about to release its port.
            match std::net::TcpListener::bind(address) {
                Ok(listener) => break listener,
                Err(error) => assert!(start.elapsed() < PATIENCE, "{address}: {error}"),
            }
            std::thread::sleep(Duration::from_millis(10));
        };
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let streams = Arc::default();
        let router =
            counted(reloading_router(folder, updates, &Typesetter::default(), None), &streams);
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.spawn(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            axum::serve(listener, router).await
        });
        Self { address, streams, runtime: Some(runtime) }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(crate) fn streams(&self) -> usize {
        self.streams.load(Ordering::Relaxed)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A test may not wait for it, and connections must not survive it.
        self.runtime.take().into_iter().for_each(Runtime::shutdown_background);
    }
}

fn counted(router: Router, streams: &Arc<AtomicUsize>) -> Router {
    let streams = Arc::clone(streams);
    router.layer(from_fn(move |request: Request, next: Next| {
        let is_stream = request.uri().path() == "/.perfil/events";
        streams.fetch_add(usize::from(is_stream), Ordering::Relaxed);
        next.run(request)
    }))
}

/// An address with a port that is free.
pub(crate) fn any_port() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 0))
}

/// Announces another revision of the site: that of a folder with another file.
pub(crate) fn rebuild(updates: &Updates) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("new"), "").unwrap();
    updates.built(folder.path());
}

/// The shipped site, its updates, its server, and a browser.
pub(crate) async fn started(setup: Setup) -> (Updates, Server, Browser) {
    let updates = Updates::default();
    updates.built(&dist::folder());
    let server = Server::start(any_port(), &dist::folder(), &updates);
    let browser = Browser::start(&Site::start().await, setup).await;
    (updates, server, browser)
}
