//! Serves the site while it is audited.

use std::net::{IpAddr, Ipv4Addr, TcpListener};

use anyhow::Result;
use xshell::Shell;

use crate::{perfil, places, server};

const HOST: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// Ends the server when it is dropped.
pub(crate) struct Server {
    _server: server::Server,
    pub(crate) origin: String,
}

pub(crate) fn start(sh: &Shell) -> Result<Server> {
    let port = TcpListener::bind((HOST, 0))?.local_addr()?.port();
    let (perfil, shell) = (perfil::compile(sh)?, places::shell()?);
    let command = perfil::serve(sh, &perfil, &shell, (HOST, port)).arg("--no-watch");
    let server = server::Server::start(command, (HOST, port))?;
    Ok(Server { _server: server, origin: format!("http://{HOST}:{port}") })
}
