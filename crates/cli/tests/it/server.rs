//! `perfil serve` responds like the hosts that the site is made for.

use crate::content::{Content, replace, root, shell, shipped};
use perfil_cli::server::{self, Preview, Typesetter, Updates};
use perfil_cli::{machine, read_shell};
use perfil_site::{self as site, Input};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::thread;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Builder;

/// The response of a server.
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// Serves a folder on a port of its own until the tests end; its pages follow its updates, if there
/// are some.
pub(crate) fn serve(folder: TempDir, updates: Option<Updates>) -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = TcpListener::from_std(listener).unwrap();
            let site = folder.path().join("site");
            match updates {
                None => server::serve(listener, &site).await.unwrap(),
                Some(it) => {
                    let typesetter = Typesetter::default();
                    let preview = Some(preview(&it));
                    server::serve_reloading(listener, &site, &it, &typesetter, preview, None)
                        .await
                        .unwrap();
                }
            }
        });
    });
    address
}

/// Builds a site into a folder below a new one, and returns both.
pub(crate) fn written(content: &Content) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    replace(&content.build().tree, &out).unwrap();
    (folder, out)
}

/// The updates of a site that is there.
pub(crate) fn updates(out: &Path) -> Updates {
    let updates = Updates::default();
    updates.built(out);
    updates
}

/// The shipped site in every theme.
fn preview(updates: &Updates) -> Preview {
    let themes = site::themes().into_iter().map(str::to_owned).collect();
    let make = |theme: &str, base_url: &str| {
        let input = Input {
            content: root().join("public"),
            base_url: Some(base_url.to_owned()),
            theme: Some(theme.to_owned()),
            ..Input::default()
        };
        let built = site::build(machine(&()), &input, read_shell(Some(&shell())).unwrap());
        Ok(built.unwrap().tree)
    };
    Preview::new(themes, updates, Box::new(make))
}

/// Requests a path of the shipped site.
fn get(path: &str, languages: &str) -> Answer {
    static ADDRESS: LazyLock<SocketAddr> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        replace(shipped(), &folder.path().join("site")).unwrap();
        serve(folder, None)
    });
    ask(*ADDRESS, path, languages)
}

/// Requests a path of a server.
pub(crate) fn ask(address: SocketAddr, path: &str, languages: &str) -> Answer {
    let accept = format!("Accept-Language: {languages}\r\n");
    ask_with(address, path, if languages.is_empty() { "" } else { &accept })
}

/// Requests a path with further headers.
pub(crate) fn ask_with(address: SocketAddr, path: &str, headers: &str) -> Answer {
    let mut stream = TcpStream::connect(address).unwrap();
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n{headers}\r\n");
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
fn the_root_redirects_to_the_language_of_the_visitor() {
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
fn an_unknown_path_is_404_with_its_page() {
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
fn a_folder_without_a_slash_redirects_to_the_page() {
    let answer = get("/en/rodrigo-de-leon", "");
    assert_eq!((answer.status, answer.header("location")), (307, "/en/rodrigo-de-leon/"));
}

#[test]
fn a_new_build_is_served_at_once() {
    let content = Content::fixture("small");
    let (folder, out) = written(&content);
    let address = serve(folder, None);
    assert!(ask(address, "/en/", "").body.contains("Ada Lovelace"));
    content.edit("profiles/ada-lovelace.json", "Ada Lovelace", "Augusta Ada King");
    replace(&content.build().tree, &out).unwrap();
    assert!(ask(address, "/en/", "").body.contains("Augusta Ada King"));
}

#[test]
fn the_policy_is_that_of_the_served_build() {
    let content = Content::fixture("small");
    let (folder, out) = written(&content);
    let address = serve(folder, None);
    let policy = || ask(address, "/en/", "").header("content-security-policy").to_owned();
    let before = policy();
    let headers = std::fs::read_to_string(out.join("_headers")).unwrap();
    std::fs::write(out.join("_headers"), headers.replace("sha256-", "sha384-")).unwrap();
    assert_eq!(policy(), before.replace("sha256-", "sha384-"));
}

#[test]
fn the_site_is_there_in_every_theme() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    replace(shipped(), &out).unwrap();
    let address = serve(folder, Some(updates(&out)));
    let list = ask(address, "/themes/", "");
    for theme in site::themes() {
        assert!(list.body.contains(&format!("src=\"{theme}/\"")), "{}", list.body);
        let page = ask(address, &format!("/themes/{theme}/en/rodrigo-de-leon/"), "");
        assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"));
        assert!(page.body.contains(&format!("href=\"/themes/{theme}/en/\"")), "{theme}");
        assert!(page.header("content-security-policy").contains("frame-ancestors 'self'"));
    }
    assert_eq!(ask(address, "/themes/rail/en", "").header("location"), "/themes/rail/en/");
    assert_eq!(ask(address, "/themes/rail/none/", "").status, 404);
    assert_eq!(ask(address, "/themes/none/", "").status, 404);
    // A site may have pages of its own there.
    assert_eq!(ask(address, "/en/", "").status, 200);
}
