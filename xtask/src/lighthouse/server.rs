//! Serves the site while it is audited.

use std::net::{IpAddr, Ipv4Addr, TcpListener};
use std::path::Path;

use anyhow::Result;
use xshell::Shell;

use crate::{perfil, places, server};

const HOST: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// Ends the server when it is dropped.
pub(crate) struct Server {
    _server: server::Server,
    pub(crate) origin: String,
}

/// Builds the site into a folder, in a theme if one is named, and serves it.
pub(crate) fn start(sh: &Shell, out: &Path, theme: Option<&str>) -> Result<Server> {
    let port = TcpListener::bind((HOST, 0))?.local_addr()?.port();
    let (perfil, shell) = (perfil::compile(sh)?, places::shell()?);
    let command = perfil::serve(sh, &perfil, &shell, (HOST, port));
    let command = command.arg("--no-watch").arg("--out").arg(out);
    let command = theme.into_iter().fold(command, |it, theme| it.args(["--theme", theme]));
    let server = server::Server::start(command, (HOST, port))?;
    Ok(Server { _server: server, origin: format!("http://{HOST}:{port}") })
}
