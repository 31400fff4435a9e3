//! `perfil serve` sets PDFs and pictures when somebody asks for them, and serves from a folder that
//! nobody publishes.

use crate::command::perfil;
use crate::content::{Content, shell};
use crate::serve_process::{Process, Server, wait_until};
use crate::server::ask;
use std::fs;

const CV: &str = "/export/pdf/a4/en/ada-lovelace.pdf";
const PICTURE: &str = "/export/png/en/ada-lovelace.png";

#[test]
fn what_is_set_is_made_when_it_is_asked_for() {
    let content = Content::fixture("small");
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let server =
        Server::of(Process::start_printing(&content, "serve", &out, &["--port", "0"]), &out);
    let page = ask(server.address, "/en/", "").body;
    for path in [CV, PICTURE] {
        assert!(page.contains(path), "the page names {path}");
        assert!(!out.join(&path[1..]).exists(), "{path} is not set before");
    }
    let [paper, picture] = [CV, PICTURE].map(|path| ask(server.address, path, ""));
    assert_eq!((paper.status, paper.header("content-type")), (200, "application/pdf"));
    assert_eq!((picture.status, picture.header("content-type")), (200, "image/png"));
    assert!(paper.header("content-security-policy").contains("default-src 'none'"));
    assert!(ask(server.address, CV, "").body == paper.body, "it is the same each time");
    for path in ["/export/pdf/a4/en/nobody.pdf", "/export/pdf/a5/en/ada-lovelace.pdf"] {
        assert_eq!(ask(server.address, path, "").status, 404, "{path}");
    }

    content.edit("profiles/ada-lovelace.json", "Ada Lovelace", "Augusta Ada King");
    wait_until("the change", || ask(server.address, "/en/", "").body.contains("Augusta Ada King"));
    wait_until("the CV", || ask(server.address, CV, "").body != paper.body);

    // What is built at once is the same.
    let made = folder.path().join("built");
    let shell = shell();
    let arguments = ["build", ".", "--shell", shell.to_str().unwrap(), "--out"];
    let built = perfil(content.path(), &[&arguments[..], &[made.to_str().unwrap()]].concat());
    assert_eq!(built.code, 0, "{}", built.stderr);
    let whole = fs::read(made.join(&CV[1..])).unwrap();
    assert!(ask(server.address, CV, "").body == String::from_utf8_lossy(&whole));
}

#[test]
fn without_a_folder_of_its_own_nothing_is_written_beside_the_content() {
    let content = Content::fixture("small");
    let caches = tempfile::tempdir().unwrap();
    let before = fs::read_dir(content.path()).unwrap().count();
    let mut command = Process::command(&content, "serve", content.path(), &["--port", "0"]);
    let arguments: Vec<_> = command.get_args().map(ToOwned::to_owned).collect();
    let place = arguments.iter().position(|it| it == "--out").unwrap();
    command = std::process::Command::new(env!("CARGO_BIN_EXE_perfil"));
    command.args(&arguments[..place]).args(&arguments[place + 2..]).current_dir(content.path());
    command.env("XDG_CACHE_HOME", caches.path()).env("HOME", caches.path());
    let server = Server::of(Process::run(command), caches.path());
    assert_eq!(ask(server.address, "/en/", "").status, 200);
    assert_eq!(fs::read_dir(content.path()).unwrap().count(), before);
    let mut found = walkdir::WalkDir::new(caches.path()).into_iter().flatten();
    assert!(found.any(|it| it.file_name() == "sitemap.xml"), "the site is in the caches");
}
