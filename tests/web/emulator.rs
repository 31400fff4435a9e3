//! Netlify's own emulator, serving a copy of the built site.

use super::dist;
use super::driver::{answers, free_port};
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;
use walkdir::WalkDir;

/// A running emulator. It ends when it is dropped.
pub(crate) struct Emulator {
    child: Child,
    address: SocketAddr,
    // Dropped after the process that uses it.
    _folder: TempDir,
}

/// Its response.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Emulator {
    pub(crate) fn start() -> Self {
        let folder = TempDir::new().expect("the emulator needs a folder");
        let site = folder.path().join("site");
        copy(&dist::folder(), &site.join("dist"));
        fs::write(site.join("netlify.toml"), "[build]\n  publish = \"dist\"\n").unwrap();
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, free_port()));
        let child = Command::new(dist::npm_program("netlify"))
            .args(["dev", "--offline", "--no-open", "--internal-disable-edge-functions"])
            .args(["--dir", "dist", "--port"])
            .arg(address.port().to_string())
            .current_dir(&site)
            // Its settings are separate from the developer's, and it sends no telemetry.
            .env("HOME", folder.path())
            .env("XDG_CONFIG_HOME", folder.path().join("config"))
            .env("CI", "1")
            .env("NO_UPDATE_NOTIFIER", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("netlify-cli starts");
        let emulator = Self { child, address, _folder: folder };
        answers(address);
        emulator
    }

    /// Requests a path, with headers in addition to the usual ones.
    pub(crate) fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let host = self.address.to_string();
        let usual = [("Host", host.as_str()), ("Connection", "close")];
        let lines = usual.iter().chain(headers).map(|(name, value)| format!("{name}: {value}\r\n"));
        let request = format!("GET {path} HTTP/1.1\r\n{}\r\n", lines.collect::<String>());
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        Answer::read(&String::from_utf8_lossy(&bytes))
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        // It may have ended by itself, and there is nobody left to report an error to.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    fn read(answer: &str) -> Self {
        let (head, body) = answer.split_once("\r\n\r\n").expect("an answer has a head");
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(": "));
        Self {
            status: status.unwrap_or_else(|| panic!("no status: {head}")),
            headers: headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect(),
            body: body.to_owned(),
        }
    }

    /// The value of a header, whose name is in lowercase.
    pub(crate) fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from) {
        let entry = entry.expect("the built site can be read");
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
