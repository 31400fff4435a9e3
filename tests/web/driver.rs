//! The driver: a process of one test, which ends with it, together with its browser.

use super::engine::{Engine, Setup};
use super::webdriver::Session;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The maximum time for a driver to start, and for a browser to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often a browser is started before a test gives up: on a busy machine a driver may end at once.
const STARTS: usize = 3;

/// Starts a browser by a driver, with an empty folder.
pub(crate) async fn launched(engine: Engine, setup: Setup) -> (Session, Driver, TempDir) {
    let mut reason = String::new();
    for _ in 0..STARTS {
        let home = TempDir::new().expect("a browser needs a folder");
        engine.furnish(home.path()).await;
        let mut driver = Driver::start(engine);
        let capabilities = engine.capabilities(setup, home.path());
        match Session::start(&driver.url(), capabilities).await {
            Ok(session) => {
                driver.session = Some(session.id.clone());
                return (session, driver, home);
            }
            Err(error) => reason = error,
        }
    }
    panic!("the browser did not start: {reason}")
}

/// A running driver.
pub(crate) struct Driver {
    child: Child,
    address: SocketAddr,
    /// The session that is ended with the driver.
    pub(crate) session: Option<String>,
}

impl Driver {
    pub(crate) fn start(engine: Engine) -> Self {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, free_port()));
        let mut command = engine.driver(address.port());
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let child = child.unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let driver = Self { child, address, session: None };
        answers(address);
        driver
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Ends the session without the asynchronous client, which is gone if a test fails.
    fn end_session(&self) -> Option<()> {
        let session = self.session.as_ref()?;
        let mut stream = TcpStream::connect_timeout(&self.address, PATIENCE).ok()?;
        stream.set_read_timeout(Some(PATIENCE)).ok()?;
        let address = self.address;
        let head = format!("DELETE /session/{session} HTTP/1.1\r\nHost: {address}\r\n");
        let end = "Content-Length: 0\r\nConnection: close\r\n\r\n";
        stream.write_all((head + end).as_bytes()).ok()?;
        // A driver responds once the browser has ended, and may keep the connection open after
        // that.
        stream.read_exact(&mut [0]).ok()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.end_session();
        // It may have ended by itself, and there is nobody left to report an error to.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port on which nothing listens, and that no other test receives.
///
/// It is below the range of outgoing connections, so that none takes it before the program starts
/// to listen: not even one to this very port, which would then be connected to itself.
pub(crate) fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = 10_000 + u16::try_from(std::process::id() % 100).unwrap_or_default() * 200;
    loop {
        let port = first + NEXT.fetch_add(1, Ordering::Relaxed);
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return port;
        }
    }
}

/// The maximum time for a program to start: Netlify's emulator reads a thousand files first.
const STARTING: Duration = Duration::from_mins(2);

/// Waits until something listens.
pub(crate) fn answers(address: SocketAddr) {
    let start = Instant::now();
    while TcpStream::connect(address).is_err() {
        assert!(start.elapsed() < STARTING, "nothing listens at {address}");
        std::thread::sleep(Duration::from_millis(10));
    }
}
