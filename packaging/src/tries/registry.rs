//! A registry of npm on this machine that has the packages of a release, so that npm chooses among them
//! as it will when they are published.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use xshell::{Shell, cmd};

pub(crate) struct Registry {
    pub(crate) url: String,
}

/// What is answered to each path.
type Answers = BTreeMap<String, Vec<u8>>;

impl Registry {
    /// Answers until the process ends.
    pub(crate) fn serve(packages: &Path) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let url = format!("http://{}", listener.local_addr()?);
        let mut answers = Answers::new();
        for file in fs::read_dir(packages)? {
            let file = file?.path();
            if file.extension().is_some_and(|end| end == "tgz") {
                add(&mut answers, &file, &url)?;
            }
        }
        let answers = Arc::new(answers);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let answers = Arc::clone(&answers);
                thread::spawn(move || answer(stream, &answers));
            }
        });
        Ok(Self { url })
    }
}

/// Adds a package: its versions, and the file of its only one.
fn add(answers: &mut Answers, file: &PathBuf, url: &str) -> Result<()> {
    let sh = Shell::new()?;
    let manifest = cmd!(sh, "tar -xzOf {file} package/package.json").quiet().read()?;
    let mut manifest: Value = serde_json::from_str(&manifest)?;
    let text = |key: &str| Some(manifest[key].as_str()?.to_owned());
    let name = text("name").context("a package has no name")?;
    let version = text("version").context("a package has no version")?;
    let path = format!("/{name}/-/{version}.tgz");
    manifest["dist"] = json!({ "tarball": format!("{url}{path}") });
    let versions = json!({
        "name": name,
        "dist-tags": { "latest": version },
        "versions": { version: manifest },
    });
    answers.insert(format!("/{name}"), versions.to_string().into_bytes());
    answers.insert(path, fs::read(file)?);
    Ok(())
}

/// Answers one request. A client that goes away is nothing to tell anybody.
fn answer(mut stream: TcpStream, answers: &Answers) {
    let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
    let request = lines.next().unwrap_or_default();
    // The rest of the head, so that the client finds its request read.
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let path = request.split(' ').nth(1).unwrap_or_default();
    let (status, body) = match answers.get(path) {
        Some(body) => ("200 OK", body.as_slice()),
        None => ("404 Not Found", b"{}".as_slice()),
    };
    let head =
        format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
}
