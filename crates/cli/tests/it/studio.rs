//! Studio in what `perfil studio` and `perfil serve` show: only a page of the server reads and writes the
//! content folder, and nothing outside of it.

use perfil_cli::server::{ContentFolder, with_content};
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::thread;
use tokio::net::TcpListener;
use tokio::runtime::Builder;

/// Serves a content folder until the tests end.
fn serve(folder: &Path) -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    let content = ContentFolder::new(folder, "id", None);
    thread::spawn(move || {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = TcpListener::from_std(listener).unwrap();
            let router = with_content(axum::Router::new(), Some(content));
            axum::serve(listener, router).await.unwrap();
        });
    });
    address
}

/// The header of a page of the server.
const OWN: &str = "X-Perfil: studio\r\n";

/// Sends a request, and returns the status and the body of the answer.
fn send(address: SocketAddr, line: &str, headers: &str, body: &str) -> (u16, String) {
    let host = format!("Host: {address}\r\n");
    let host = if headers.contains("Host: ") { "" } else { &host };
    let length = body.len();
    let request = format!(
        "{line} HTTP/1.1\r\n{host}{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    );
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
}

/// A content folder with something beside it that nobody may read.
fn content() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("secret.txt", "secret");
    write("me/site.json", "{}");
    write("me/profiles/ada.json", "{ }");
    write("me/.git/config", "secret");
    write("me/dist/index.html", "built");
    write("me/out/.perfil-site", "built");
    folder
}

#[test]
fn the_files_of_the_folder_are_read_and_written() {
    let folder = content();
    let address = serve(&folder.path().join("me"));
    let (status, list) = send(address, "GET /.perfil/content", OWN, "");
    assert_eq!(status, 200);
    let expected = r#"{"id":"id","name":"me","paths":["profiles/ada.json","site.json"]}"#;
    assert_eq!(list, expected);
    let ada = "/.perfil/content/profiles/ada.json";
    assert_eq!(send(address, &format!("GET {ada}"), OWN, ""), (200, "{ }".to_owned()));
    assert_eq!(send(address, &format!("PUT {ada}"), OWN, "{  }").0, 204);
    let file = folder.path().join("me/profiles/ada.json");
    assert_eq!(fs::read_to_string(file).unwrap(), "{  }");
    let new = "/.perfil/content/locales/de.json";
    assert_eq!(send(address, &format!("PUT {new}"), OWN, "{}").0, 204);
    assert!(folder.path().join("me/locales/de.json").is_file());
    assert_eq!(send(address, &format!("DELETE {new}"), OWN, "").0, 204);
    assert_eq!(send(address, &format!("GET {new}"), OWN, "").0, 404);
}

/// A file is replaced whole, and whoever could read the old one can read the new one.
#[cfg(unix)]
#[test]
fn a_written_file_keeps_its_permissions() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let folder = content();
    let me = folder.path().join("me");
    let address = serve(&me);
    let site = me.join("site.json");
    fs::set_permissions(&site, fs::Permissions::from_mode(0o640)).unwrap();
    let before = fs::metadata(&site).unwrap();
    assert_eq!(send(address, "PUT /.perfil/content/site.json", OWN, "{  }").0, 204);
    let after = fs::metadata(&site).unwrap();
    assert_eq!(after.permissions(), before.permissions());
    assert_ne!(after.ino(), before.ino());
    assert_eq!(send(address, "PUT /.perfil/content/new.json", OWN, "{}").0, 204);
    fs::write(me.join("usual.json"), "{}").unwrap();
    let mode = |name: &str| fs::metadata(me.join(name)).unwrap().permissions().mode();
    assert_eq!(mode("new.json"), mode("usual.json"));
    let names = fs::read_dir(&me).unwrap().map(|it| it.unwrap().file_name());
    assert!(!names.into_iter().any(|it| it.to_string_lossy().starts_with(".perfil-")));
}

#[test]
fn only_a_page_of_the_server_may_ask() {
    let folder = content();
    let address = serve(&folder.path().join("me"));
    for (headers, expected) in [
        (String::new(), 403),
        (OWN.to_owned(), 200),
        (format!("{OWN}Sec-Fetch-Site: same-origin\r\nOrigin: http://{address}\r\n"), 200),
        (format!("{OWN}Sec-Fetch-Site: cross-site\r\n"), 403),
        (format!("{OWN}Sec-Fetch-Site: same-site\r\n"), 403),
        (format!("{OWN}Origin: https://evil.example\r\n"), 403),
        (format!("{OWN}Origin: null\r\n"), 403),
        (format!("{OWN}Host: localhost:{}\r\n", address.port()), 200),
        // A name that somebody else has made lead to this machine.
        (format!("{OWN}Host: evil.example\r\n"), 403),
        (format!("{OWN}Host: 192.168.1.2:8080\r\n"), 403),
    ] {
        for path in ["/.perfil/content", "/.perfil/content/site.json"] {
            let line = format!("GET {path}");
            assert_eq!(send(address, &line, &headers, "").0, expected, "{headers}");
        }
        let line = "PUT /.perfil/content/site.json";
        let expected = if expected == 200 { 204 } else { expected };
        assert_eq!(send(address, line, &headers, "{}").0, expected, "{headers}");
        let expected = if expected == 204 { 422 } else { expected };
        for path in ["/.perfil/print/site", "/.perfil/print/pdf?profile=profiles/ada.json"] {
            let (status, told) = send(address, &format!("POST {path}"), &headers, "{}");
            assert_eq!(status, expected, "{headers}");
            assert!(status == 403 || told == "it is not a ZIP", "{told}");
        }
    }
}

#[test]
fn nothing_outside_of_the_folder_is_read_or_written() {
    let folder = content();
    let me = folder.path().join("me");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(folder.path(), me.join("around")).unwrap();
        std::os::unix::fs::symlink(folder.path().join("secret.txt"), me.join("link")).unwrap();
    }
    let address = serve(&me);
    let mut paths =
        vec!["../secret.txt", "..%2Fsecret.txt", "%2Fetc%2Fpasswd", ".git/config", "%2e%2e/x"];
    if cfg!(unix) {
        paths.extend(["around/secret.txt", "around/new/file", "link"]);
    }
    for path in paths {
        for method in ["GET", "PUT", "DELETE"] {
            let line = format!("{method} /.perfil/content/{path}");
            let (status, body) = send(address, &line, OWN, "changed");
            assert!([403, 404].contains(&status), "{line}: {status} {body}");
            assert!(!body.contains("secret"), "{line}");
        }
    }
    assert_eq!(fs::read_to_string(folder.path().join("secret.txt")).unwrap(), "secret");
    assert!(!folder.path().join("new").exists());
}
