//! `perfil serve` answers with one build at a time, at the address that it names.

use crate::content::{Content, replace};
use crate::headers::hash;
use crate::page::Page;
use crate::serve_process::{PATIENCE, Server, wait_until};
use crate::server::{ask, serve, updates};
use std::collections::BTreeSet;
use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

#[test]
fn a_replaced_site_is_served_as_one_build_or_the_other() {
    let content = Content::fixture("small");
    let folder = tempfile::tempdir().unwrap();
    let [site, other, away] = ["site", "other", "away"].map(|name| folder.path().join(name));
    replace(&content.build().tree, &site).unwrap();
    content.edit("site.json", "\"title\"", "\"accent\": 20, \"title\"");
    replace(&content.build().tree, &other).unwrap();
    let address = serve(folder, None);
    // Between two of the renames there is no site at all.
    let swap = move || {
        std::fs::rename(&site, &away).unwrap();
        std::fs::rename(&other, &site).unwrap();
        std::fs::rename(&away, &other).unwrap();
    };
    let is_done = Arc::new(AtomicBool::new(false));
    let done = Arc::clone(&is_done);
    let swapping = thread::spawn(move || {
        while !done.load(Ordering::Relaxed) {
            swap();
            thread::sleep(Duration::from_millis(60));
        }
    });
    let mut policies = BTreeSet::new();
    for _ in 0..600 {
        let answer = ask(address, "/en/", "");
        assert_eq!(answer.status, 200);
        let policy = answer.header("content-security-policy");
        let page = Page::parse("en", &answer.body);
        for style in page.select("style") {
            assert!(policy.contains(&hash(&style.text().concat())), "a style is blocked");
        }
        policies.insert(policy.to_owned());
    }
    is_done.store(true, Ordering::Relaxed);
    swapping.join().unwrap();
    assert_eq!(policies.len(), 2);
}

#[test]
fn a_site_below_the_root_is_served_below_its_path() {
    let content = Content::fixture("small");
    content.edit("site.json", "https://ada.example/", "https://a.example/people/ada");
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    replace(&content.build().tree, &out).unwrap();
    let address = serve(folder, Some(updates(&out)));
    for (path, languages, status, target) in [
        ("/", "es", 302, "/people/ada/"),
        ("/?q=go", "", 302, "/people/ada/?q=go"),
        ("/people/ada", "", 302, "/people/ada/"),
        ("/people/ada/", "es", 302, "/people/ada/es/"),
        ("/people/ada/", "", 200, ""),
        ("/people/ada/en", "", 307, "/people/ada/en/"),
        ("/people/ada/en/?q=go", "", 200, ""),
        ("/people/ada/data/en.json", "", 200, ""),
        ("/people/ada/nowhere", "", 404, ""),
        ("/people/adam/en/", "", 404, ""),
        ("/people/", "", 404, ""),
        ("/en/", "", 404, ""),
        ("/people/ada/oembed?url=https://a.example/people/ada/es/", "", 200, ""),
        ("/people/ada/oembed?format=xml", "", 404, ""),
        ("/themes/", "", 200, ""),
    ] {
        let answer = ask(address, path, languages);
        let found = (answer.status, answer.header("location"));
        assert_eq!(found, (status, target), "{path} {languages}");
    }
    let page = ask(address, "/people/ada/en/", "");
    assert!(page.header("content-security-policy").contains("frame-ancestors 'none'"));
    assert!(page.body.contains("<script src=\"/.perfil/reload.js\""));
    let data = ask(address, "/people/ada/data/en.json", "");
    assert_eq!(data.header("access-control-allow-origin"), "*");
    // A page that is nowhere leads back to the site.
    assert!(ask(address, "/en/", "").body.contains("href=\"/people/ada/"));
}

#[test]
fn a_page_has_the_policy_of_its_own_build() {
    let content = Content::fixture("small");
    content.edit("site.json", "\"title\"", "\"accent\": 0, \"title\"");
    let server = Server::start(&content);
    let mut policies = BTreeSet::new();
    for accent in 1..8 {
        let (old, new) = (accent * 40 - 40, accent * 40);
        let before = server.build();
        let text = |number: usize| format!("\"accent\": {number},");
        content.edit("site.json", &text(old), &text(new));
        let start = Instant::now();
        let mut further = 0;
        // Ask from before the build until after it.
        while further < 20 {
            assert!(start.elapsed() < PATIENCE, "it is not built");
            further += usize::from(server.build() != before);
            let answer = ask(server.address, "/en/", "");
            let policy = answer.header("content-security-policy");
            assert_eq!(answer.status, 200);
            for style in Page::parse("en", &answer.body).select("style") {
                assert!(policy.contains(&hash(&style.text().concat())), "a style is blocked");
            }
            policies.insert(policy.to_owned());
        }
    }
    assert_eq!(policies.len(), 8);
}

#[test]
fn its_address_has_the_path_of_the_site() {
    let content = Content::fixture("small");
    content.edit("site.json", "https://ada.example/", "https://example.org/cv");
    let server = Server::start(&content);
    let log = server.process.log();
    assert!(log.contains(&format!("Serving on http://{}/cv/ ", server.address)), "{log}");
    assert_eq!(ask(server.address, "/", "").header("location"), "/cv/");
    assert_eq!(ask(server.address, "/cv/en/", "").status, 200);
    // The path is that of the build, too.
    content.edit("site.json", "example.org/cv", "example.org/ada");
    wait_until("the other path", || ask(server.address, "/ada/en/", "").status == 200);
    assert_eq!(ask(server.address, "/cv/en/", "").status, 404);
}

#[test]
fn the_next_free_port_is_taken() {
    let content = Content::fixture("small");
    // If it cannot be bound, somebody else has it.
    let _taken = TcpListener::bind("127.0.0.1:8080");
    let server = Server::start_in(&content, Path::new("out"), &[]);
    let port = server.address.port();
    assert!((8081..8100).contains(&port), "{port}");
    let log = server.process.log();
    assert!(log.contains(&format!("Port 8080 is taken, so the site is on port {port}.")), "{log}");
}
