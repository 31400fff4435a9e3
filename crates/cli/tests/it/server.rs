//! `perfil serve` answers as the hosts do that the site is made for.

use crate::content::{Content, replace, shell, shipped};
use perfil_cli::server;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Builder;

/// What a server answered.
struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// Serves a folder on a port of its own for as long as the tests run.
fn serve(folder: TempDir) -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = TcpListener::from_std(listener).unwrap();
            server::serve(listener, &folder.path().join("site")).await.unwrap();
        });
    });
    address
}

/// Asks the shipped site for a path.
fn get(path: &str, languages: &str) -> Answer {
    static ADDRESS: LazyLock<SocketAddr> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        replace(shipped(), &folder.path().join("site")).unwrap();
        serve(folder)
    });
    ask(*ADDRESS, path, languages)
}

fn ask(address: SocketAddr, path: &str, languages: &str) -> Answer {
    let mut stream = TcpStream::connect(address).unwrap();
    let accept = if languages.is_empty() { "" } else { "Accept-Language: " };
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n{accept}{languages}{}\r\n",
        if languages.is_empty() { "" } else { "\r\n" },
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8_lossy(&answer);
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
    Answer { status, headers, body: body.to_owned() }
}

#[test]
fn the_root_leads_to_the_language_of_the_visitor() {
    for (languages, expected) in [
        ("es", "/es/"),
        ("es-MX,es;q=0.9,en;q=0.8", "/es/"),
        ("en-GB", "/en/"),
        ("de,es;q=0.5", "/es/"),
        ("de", ""),
        ("", ""),
        ("*", ""),
        ("\u{fe}", ""),
    ] {
        let answer = get("/", languages);
        let status = if expected.is_empty() { 200 } else { 302 };
        assert_eq!((answer.status, answer.header("location")), (status, expected), "{languages}");
    }
    assert_eq!(get("/en/", "es").status, 200, "only the root leads elsewhere");
}

#[test]
fn an_address_that_has_no_page_is_404_with_the_page_for_it() {
    for path in ["/nowhere", "/en/nowhere/", "/data/en/nowhere.json", "/../Cargo.toml"] {
        let answer = get(path, "");
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body.contains("Página no encontrada"), "{path}");
        assert_eq!(answer.header("content-type"), "text/html", "{path}");
    }
}

#[test]
fn files_have_the_headers_of_the_site() {
    let page = get("/en/marcus-rodriguez/", "");
    assert_eq!((page.status, page.header("content-type")), (200, "text/html"));
    assert!(page.header("content-security-policy").starts_with("default-src 'none'; "));
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    assert_eq!(page.header("access-control-allow-origin"), "");

    let data = get("/data/en/marcus-rodriguez.json", "");
    assert_eq!(data.header("content-type"), "application/json");
    assert_eq!(data.header("access-control-allow-origin"), "*");

    for (path, _) in shipped().iter().filter(|(path, _)| path.starts_with("assets/")) {
        let asset = get(&format!("/{path}"), "");
        assert!(asset.header("cache-control").ends_with("immutable"), "{path}");
        let expected = match path.rsplit('.').next() {
            Some("js") => "text/javascript",
            Some("wasm") => "application/wasm",
            _ => continue,
        };
        assert_eq!(asset.header("content-type"), expected, "{path}");
    }
}

#[test]
fn the_query_form_of_oembed_is_answered() {
    let page = "https%3A%2F%2Fperfil.example%2Fes%2Fmarcus-rodriguez%2F";
    for query in [format!("url={page}"), format!("maxwidth=600&format=json&url={page}")] {
        let answer = get(&format!("/oembed?{query}"), "es");
        assert_eq!((answer.status, answer.header("content-type")), (200, "application/json"));
        assert!(
            answer.body.contains("https://perfil.example/embed/es/marcus-rodriguez/"),
            "{query}"
        );
    }
    for query in [format!("format=xml&url={page}"), format!("url={page}x"), "url=".to_owned()] {
        assert_eq!(get(&format!("/oembed?{query}"), "es").status, 404, "{query}");
    }
}

#[test]
fn a_folder_without_its_slash_leads_to_the_page() {
    let answer = get("/en/rodrigo-de-leon", "");
    assert_eq!((answer.status, answer.header("location")), (307, "/en/rodrigo-de-leon/"));
}

#[test]
fn a_new_build_is_served_at_once() {
    let content = Content::fixture("small");
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    replace(&content.build().tree, &out).unwrap();
    let address = serve(folder);
    assert!(ask(address, "/en/", "").body.contains("Ada Lovelace"));
    content.edit("profiles/ada-lovelace.json", "Ada Lovelace", "Augusta Ada King");
    replace(&content.build().tree, &out).unwrap();
    assert!(ask(address, "/en/", "").body.contains("Augusta Ada King"));
}

/// A process that ends with its test.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

#[test]
fn a_changed_word_is_built_while_the_site_is_served() {
    let content = Content::fixture("small");
    let arguments = ["serve", "--port", "0", "--content", ".", "--out", "out", "--shell"];
    let mut command = Command::new(env!("CARGO_BIN_EXE_perfil"));
    command.args(arguments).arg(shell()).current_dir(content.path());
    let _process = Process(command.stderr(Stdio::null()).spawn().unwrap());
    let page = content.path().join("out/en/index.html");
    let shows = |name: &str| {
        let start = Instant::now();
        while !fs::read_to_string(&page).is_ok_and(|text| text.contains(name)) {
            assert!(start.elapsed() < Duration::from_secs(60), "{name} is not shown");
            thread::sleep(Duration::from_millis(20));
        }
    };
    shows("Ada Lovelace");
    content.edit("profiles/ada-lovelace.json", "\"Ada Lovelace\"", "\"Augusta King\"");
    shows("Augusta King");
    let made = || content.path().join("out").metadata().unwrap().modified().unwrap();
    let before = made();
    thread::sleep(Duration::from_secs(1));
    assert_eq!(made(), before, "what is made makes nothing again");
}
