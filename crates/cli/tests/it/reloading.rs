//! Open pages follow the site that `perfil serve` rebuilds: its revision, and the mistakes in it.

use crate::command::perfil;
use crate::content::{Content, replace, shell};
use crate::serve_process::{Process, Server, wait_until};
use crate::server::{ask, ask_with, serve, updates, written};
use perfil_site::Tree;
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::thread::{self, sleep};
use std::time::Duration;

/// The states that a server sends.
struct Events(BufReader<TcpStream>);

impl Events {
    fn open(address: SocketAddr) -> Self {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        write!(stream, "GET /.perfil/events HTTP/1.1\r\nHost: {address}\r\n\r\n").unwrap();
        Self(BufReader::new(stream))
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        assert!(self.0.read_line(&mut line).unwrap() > 0, "the stream has ended");
        line
    }

    /// The next state.
    fn next(&mut self) -> Value {
        loop {
            if let Some(json) = self.line().strip_prefix("data: ") {
                return serde_json::from_str(json).unwrap();
            }
        }
    }
}

fn state(address: SocketAddr) -> Value {
    serde_json::from_str(&ask(address, "/.perfil/state", "").body).unwrap()
}

fn has_problems(address: SocketAddr) -> bool {
    state(address)["problems"].as_array().is_some_and(|problems| !problems.is_empty())
}

/// The profile of the fixture, and a mistake in it.
const PROFILE: &str = "profiles/ada-lovelace.json";
const RIGHT: &str = "\"name\": \"Ada Lovelace\"";
const WRONG: &str = "\"nome\": \"Ada Lovelace\"";

#[test]
fn pages_contain_the_script_as_they_are_served() {
    let content = Content::fixture("small");
    let (folder, out) = written(&content);
    let file = fs::read_to_string(out.join("en/index.html")).unwrap();
    let address = serve(folder, Some(updates(&out)));

    let page = ask(address, "/en/", "");
    let revision = state(address)["revision"].clone();
    let script =
        format!("<script src=\"/.perfil/reload.js\" data-revision={revision}></script></body>");
    assert_eq!(page.body, file.replace("</body>", &script), "nothing else is added");
    for script in ["reload.js", "problems.js"] {
        let answer = ask(address, &format!("/.perfil/{script}"), "");
        assert_eq!((answer.status, answer.header("content-type")), (200, "text/javascript"));
    }
    let policy = page.header("content-security-policy");
    assert!(policy.contains("script-src 'self' ") && policy.contains("connect-src 'self'"));
    assert!(ask(address, "/nowhere", "").body.contains(&script), "a page may come there");
    assert!(!ask(address, "/data/en.json", "").body.contains("/.perfil/"));

    // A page from the browser's cache would have an old revision.
    let kept = "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT\r\nIf-None-Match: *\r\n";
    assert_eq!(ask_with(address, "/en/", kept).status, 200);
}

#[test]
fn each_change_is_an_event() {
    let content = Content::fixture("small");
    let (folder, out) = written(&content);
    let updates = updates(&out);
    let address = serve(folder, Some(updates.clone()));
    let mut events = Events::open(address);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        head += &events.line().to_lowercase();
    }
    assert!(head.contains("content-type: text/event-stream\r\n"), "{head}");

    let first = events.next();
    assert_eq!(first, state(address), "the current state is the first event");
    replace(&content.build().tree, &out).unwrap();
    updates.built(&out);
    assert_eq!(state(address), first, "what did not change loads nothing again");
    updates.failed(vec![json!({ "message": "a mistake" })]);
    let failed = events.next();
    assert_eq!(failed["revision"], first["revision"]);
    assert_eq!(failed["problems"], json!([{ "message": "a mistake" }]));
    assert_eq!(Events::open(address).next(), failed, "whoever comes now receives it too");
    updates.built(&out);
    assert_eq!(events.next(), first, "the mistake is gone, and the site as before");
    content.edit(PROFILE, "Ada Lovelace", "Augusta Ada King");
    replace(&content.build().tree, &out).unwrap();
    updates.built(&out);
    let last = events.next();
    assert_ne!(last["revision"], first["revision"]);
    assert_eq!(last["problems"], json!([]));
}

#[test]
fn a_mistake_is_announced_with_its_line_until_it_is_mended() {
    let content = Content::fixture("small");
    let server = Server::start(&content);
    let mut events = Events::open(server.address);
    let before = events.next();
    assert_eq!(before["problems"], json!([]));
    let page = ask(server.address, "/en/", "").body;
    content.edit(PROFILE, RIGHT, WRONG);
    let failed = events.next();
    assert_eq!(failed["revision"], before["revision"]);
    let problems = failed["problems"].as_array().unwrap();
    let problem = problems.iter().find(|it| it["source"]["marked"] == "\"nome\"").unwrap();
    let text = fs::read_to_string(content.path().join(PROFILE)).unwrap();
    let (number, line) = text.lines().enumerate().find(|(_, line)| line.contains(WRONG)).unwrap();
    assert_eq!(problem["file"], PROFILE, "as on the terminal");
    assert_eq!(problem["line"], number + 1);
    assert_eq!(problem["column"], line.find("\"nome\"").unwrap() + 1);
    assert_eq!(problem["severity"], "error");
    assert_eq!(problem["source"]["before"], line.split_once("\"nome\"").unwrap().0);
    assert_eq!(problem["source"]["after"], line.split_once("\"nome\"").unwrap().1);
    for key in ["message", "remedy", "file"] {
        let shown = problem[key].as_str().unwrap();
        assert!(!shown.is_empty());
        wait_until(shown, || server.process.log().contains(shown));
    }
    assert_eq!(ask(server.address, "/en/", "").body, page, "the site is as before");
    content.edit(PROFILE, WRONG, RIGHT);
    assert_eq!(events.next(), before);
}

#[test]
fn lines_of_the_content_are_for_this_machine_only() {
    let content = Content::fixture("small");
    let arguments = ["--port", "0", "--host", "0.0.0.0"];
    let server = Server::start_in(&content, Path::new("out"), &arguments);
    content.edit(PROFILE, RIGHT, WRONG);
    wait_until("the mistake", || has_problems(server.address));
    let state = state(server.address);
    assert_eq!(state["problems"][0]["source"], Value::Null);
    assert_eq!(state["problems"][0]["file"], PROFILE);
}

#[test]
fn without_a_site_a_page_waits_for_the_first_one() {
    let content = Content::fixture("small");
    content.edit(PROFILE, RIGHT, WRONG);
    let server = Server::start(&content);
    for path in ["/", "/en/", "/no/such/page"] {
        let page = ask(server.address, path, "es");
        assert_eq!((page.status, page.header("content-type")), (503, "text/html; charset=utf-8"));
        assert!(page.body.contains("<h1>There is no site yet</h1>"), "{}", page.body);
        assert!(page.body.contains("<script src=\"/.perfil/reload.js\" data-revision=\"\">"));
        assert!(page.body.contains(&format!("{PROFILE}:")), "{}", page.body);
    }
    assert_eq!(state(server.address)["revision"], "");
    assert!(has_problems(server.address));
    content.edit(PROFILE, WRONG, "\"nam\": \"Ada Lovelace\"");
    let other = || ask(server.address, "/", "").body.contains("\"nam\"");
    wait_until("the other mistake", other);
    content.edit(PROFILE, "\"nam\"", "\"name\"");
    wait_until("the site", || ask(server.address, "/en/", "").status == 200);
    assert_ne!(state(server.address)["revision"], "");
    assert!(!has_problems(server.address));
}

#[test]
fn a_site_is_served_with_the_mistakes_that_were_there_before() {
    let content = Content::fixture("small");
    let out = content.path().join("out");
    drop(Server::start_in(&content, Path::new("out"), &["--port", "0"]));
    content.edit(PROFILE, RIGHT, WRONG);
    let server = Server::start_in(&content, &out, &["--port", "0"]);
    assert!(ask(server.address, "/en/", "").body.contains("Ada Lovelace"));
    assert_ne!(state(server.address)["revision"], "");
    assert!(has_problems(server.address));
}

#[test]
fn what_no_change_of_the_content_corrects_ends_it() {
    let content = Content::fixture("small");
    let run = |arguments: &[&str]| {
        let shell = shell();
        let shell = ["--shell", shell.to_str().unwrap()];
        let outcome =
            perfil(content.path(), &[&["serve", "--port", "0"], arguments, &shell].concat());
        assert_eq!(outcome.code, 1, "{arguments:?}: {}", outcome.stderr);
    };
    run(&["--content", "nowhere", "--out", "out"]);
    run(&["--content", ".", "--out", "profiles"]);
    let without = ["serve", "--content", ".", "--out", "out", "--shell", "nowhere"];
    assert_eq!(perfil(content.path(), &without).code, 1);
    content.edit(PROFILE, RIGHT, WRONG);
    run(&["--content", ".", "--out", "out", "--no-watch"]);
    assert!(!content.path().join("out").exists());
}

#[test]
fn a_signal_ends_it_while_pages_follow() {
    let content = Content::fixture("small");
    content.edit(PROFILE, RIGHT, WRONG);
    let command = Process::command(&content, "serve", Path::new("out"), &["--port", "0"]);
    let server = Server::of(Process::run(command), &content.path().join("out"));
    let mut events = Events::open(server.address);
    events.next();
    let (code, time) = server.process.end("TERM");
    assert_eq!(code, Some(143));
    assert!(time < Duration::from_secs(5), "{time:?}");
}

#[test]
fn what_has_changed_is_served_before_it_is_written() {
    let content = Content::fixture("small");
    let (folder, out) = written(&content);
    let updates = updates(&out);
    let address = serve(folder, Some(updates.clone()));
    let before = ask(address, "/.perfil/state", "").body;
    let mut changed = Tree::default();
    changed.add("en/index.html", b"<body>newer</body>".to_vec());
    changed.add("en/new-one/index.html", b"<body>new</body>".to_vec());
    changed.add("_headers", b"/*\n  X-Build: newer\n".to_vec());
    updates.changed(&Arc::new(changed));
    let revision = ask(address, "/.perfil/state", "").body;
    assert_ne!(revision, before);
    let page = ask(address, "/en/", "");
    assert!(page.body.contains("newer") && page.body.contains("reload.js"), "{}", page.body);
    assert_eq!(page.header("x-build"), "newer", "what a host adds is of the same build");
    assert_eq!(ask(address, "/en/new-one", "").header("location"), "/en/new-one/");
    assert_eq!(ask(address, "/es/", "").status, 200, "the others are in the folder");
    updates.written();
    assert!(!ask(address, "/en/", "").body.contains("newer"));
    assert_eq!(ask(address, "/.perfil/state", "").body, revision, "no page reloads again");
}

#[test]
fn a_page_of_a_person_is_served_before_the_rest_is_known() {
    let content = Content::fixture("small");
    let (folder, out) = written(&content);
    let updates = updates(&out);
    let address = serve(folder, Some(updates.clone()));
    let before = state(address);
    let tree = |pages: &[&str]| {
        let mut tree = Tree::default();
        for path in pages {
            tree.add(path, b"<body>newer</body>".to_vec());
        }
        Arc::new(tree)
    };
    updates.begun(&tree(&["en/index.html"]));
    let revision = state(address);
    assert_ne!(revision, before);
    assert!(ask(address, "/en/", "").body.contains("newer"));
    let asset = fs::read_dir(out.join("assets")).unwrap().next().unwrap().unwrap().file_name();
    let asset = format!("/assets/{}", asset.to_str().unwrap());
    assert_eq!(ask(address, &asset, "").status, 200);
    let other = thread::spawn(move || ask(address, "/es/", "").body);
    sleep(Duration::from_millis(100));
    assert!(!other.is_finished(), "it may have changed");
    updates.changed(&tree(&["en/index.html", "es/index.html"]));
    assert!(other.join().unwrap().contains("newer"));
    assert_eq!(state(address), revision, "no page loads again");
    updates.written();

    updates.begun(&tree(&["en/index.html"]));
    updates.failed(vec![json!({ "message": "a mistake" })]);
    assert_eq!(state(address)["revision"], revision["revision"], "the site is that before");
    assert!(!ask(address, "/en/", "").body.contains("newer"));
}
