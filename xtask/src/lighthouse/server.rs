//! The site, served while it is audited.

use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use xshell::Shell;

use crate::perfil;

const HOST: &str = "127.0.0.1";

/// `perfil` may have to be compiled first.
const PATIENCE: Duration = Duration::from_mins(10);

/// Ends the server when it is dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) origin: String,
}

pub(crate) fn start(sh: &Shell) -> Result<Server> {
    let port = TcpListener::bind((HOST, 0))?.local_addr()?.port();
    let command = perfil::serve(sh, HOST, port)?.arg("--no-watch").quiet();
    let child = Command::from(command).spawn()?;
    let mut server = Server { child, origin: format!("http://{HOST}:{port}") };
    let start = Instant::now();
    while TcpStream::connect((HOST, port)).is_err() {
        if let Some(status) = server.child.try_wait()? {
            bail!("`perfil serve` ended with {status}");
        }
        if start.elapsed() > PATIENCE {
            bail!("`perfil serve` does not answer at {}", server.origin);
        }
        sleep(Duration::from_millis(100));
    }
    Ok(server)
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; there is nobody left to tell either way.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
