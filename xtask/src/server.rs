//! A running `perfil serve`.

use std::io::{Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Result, bail, ensure};
use xshell::Cmd;

/// How often the server is polled until it answers.
const POLL: Duration = Duration::from_millis(100);

/// Ends the server when it is dropped.
pub(crate) struct Server {
    child: Child,
}

impl Server {
    /// Starts the command, and waits until it answers at its address.
    pub(crate) fn start(command: Cmd, (host, port): (IpAddr, u16)) -> Result<Self> {
        let mut server = Self { child: Command::from(command).spawn()? };
        let host = match host {
            IpAddr::V4(host) if host.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(host) if host.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            host => host,
        };
        loop {
            let is_there = answers(SocketAddr::new(host, port));
            if let Some(status) = server.child.try_wait()? {
                bail!("`perfil serve` ended with {status}");
            }
            if is_there {
                return Ok(server);
            }
            sleep(POLL);
        }
    }

    /// Starts another command at the same address. Requests in between wait, or are retried.
    pub(crate) fn replaced(self, command: Cmd, address: (IpAddr, u16)) -> Result<Self> {
        drop(self);
        Self::start(command, address)
    }

    /// Waits until the server exits.
    pub(crate) fn wait(mut self) -> Result<()> {
        let status = self.child.wait()?;
        ensure!(status.success(), "`perfil serve` ended with {status}");
        Ok(())
    }
}

/// Returns whether the server answers. Connecting is not enough, because the port is bound before
/// the site is built.
fn answers(address: SocketAddr) -> bool {
    let ask = || {
        let mut stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(POLL))?;
        write!(stream, "HEAD /404.html HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
        stream.read(&mut [0])
    };
    ask().is_ok_and(|bytes| bytes > 0)
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have exited already; either way, nobody is left to report to.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
