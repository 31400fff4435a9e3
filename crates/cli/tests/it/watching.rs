//! When `perfil serve` builds: at each change of the content, and at nothing else.

use crate::content::Content;
use crate::serve_process::{Server, wait_until};
use crate::server::ask;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, sleep};
use std::time::Duration;

fn read_all(folder: &Path) {
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            fs::read(entry.path()).unwrap();
        }
    }
}

#[test]
fn reading_the_content_builds_nothing() {
    let content = Content::fixture("small");
    let server = Server::start(&content);
    let before = server.build();
    for _ in 0..10 {
        read_all(content.path());
        ask(server.address, "/en/", "");
        sleep(Duration::from_millis(150));
    }
    assert_eq!(server.build(), before);
}

/// Asserts that a change begins one build, after which something is true.
#[track_caller]
fn assert_builds(server: &Server, what: &str, change: impl Fn(), is_built: impl Fn() -> bool) {
    let before = server.build();
    change();
    wait_until(what, || server.build() != before);
    assert!(is_built(), "{what}");
    server.assert_rests(what);
}

#[test]
fn each_kind_of_change_builds_once() {
    let content = Content::fixture("small");
    content.write("static/removed.txt", "");
    content.write("static/replaced.txt", "old");
    let server = Server::start(&content);
    let at = |name: &str| content.path().join("static").join(name);
    let write = || content.edit("profiles/ada-lovelace.json", "\"Ada Lovelace\"", "\"Ada King\"");
    assert_builds(&server, "a write", write, || {
        server.file("en/index.html").is_some_and(|it| it.contains("Ada King"))
    });
    let replace = || {
        let folder = tempfile::tempdir().unwrap();
        let new = folder.path().join("new.txt");
        fs::write(&new, "new").unwrap();
        let time = fs::metadata(at("replaced.txt")).unwrap().modified().unwrap();
        fs::File::options().write(true).open(&new).unwrap().set_modified(time).unwrap();
        fs::rename(new, at("replaced.txt")).unwrap();
    };
    assert_builds(&server, "a file of the same size and time renamed over one", replace, || {
        server.file("replaced.txt").as_deref() == Some("new")
    });
    assert_builds(
        &server,
        "a removal",
        || fs::remove_file(at("removed.txt")).unwrap(),
        || server.file("removed.txt").is_none(),
    );
    assert_builds(
        &server,
        "a new file",
        || content.write("static/new/a.txt", ""),
        || server.file("new/a.txt").is_some(),
    );
    assert_builds(
        &server,
        "a renamed folder",
        || fs::rename(at("new"), at("newer")).unwrap(),
        || server.file("newer/a.txt").is_some() && server.file("new/a.txt").is_none(),
    );
}

/// Counts the builds of a site until it is stopped.
fn count_builds(out: &Path) -> (Arc<AtomicUsize>, Arc<AtomicBool>) {
    let (count, is_done) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
    let (counted, done, out) = (Arc::clone(&count), Arc::clone(&is_done), out.to_owned());
    thread::spawn(move || {
        let look = || fs::metadata(&out).ok().map(|found| found.ino());
        let mut last = look();
        while !done.load(Ordering::Relaxed) {
            let now = look();
            if now.is_some() && now != last {
                counted.fetch_add(1, Ordering::Relaxed);
                last = now;
            }
            sleep(Duration::from_millis(1));
        }
    });
    (count, is_done)
}

#[test]
fn many_changes_at_once_are_few_builds() {
    const FILES: usize = 10_000;
    let content = Content::fixture("small");
    let write = |text: &str| {
        for number in 0..FILES {
            content.write(&format!("static/many/{number}.txt"), text);
        }
    };
    write("old");
    let server = Server::start(&content);
    let (count, is_done) = count_builds(&server.out);
    write("new");
    let last = format!("many/{}.txt", FILES - 1);
    wait_until("the newest state", || server.file(&last).as_deref() == Some("new"));
    server.assert_rests("all of it is built");
    is_done.store(true, Ordering::Relaxed);
    let count = count.load(Ordering::Relaxed);
    assert!((1..=4).contains(&count), "{count} builds");
    for number in 0..FILES {
        assert_eq!(server.file(&format!("many/{number}.txt")).as_deref(), Some("new"), "{number}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn waiting_takes_no_hundredth_of_a_processor() {
    let content = Content::fixture("small");
    for number in 0..2000 {
        content.write(&format!("static/many/{number}.txt"), "");
    }
    let server = Server::start(&content);
    // The hundredths of a second that a process computed.
    let computed = || {
        let path = format!("/proc/{}/stat", server.process.child.id());
        let stat = fs::read_to_string(path).unwrap();
        let (_, fields) = stat.rsplit_once(") ").unwrap();
        let times = fields.split(' ').skip(11).take(2);
        times.map(|time| time.parse::<u64>().unwrap()).sum::<u64>()
    };
    // A machine that other tests keep busy counts some of their time as that of any process, and the server
    // may still finish what starting it left. What never rests exceeds the limit each time.
    let mut taken = (0..5).map(|_| {
        let before = computed();
        sleep(Duration::from_secs(4));
        computed() - before
    });
    assert!(
        taken.any(|hundredths| hundredths < 4),
        "more than a hundredth of the time, at any time"
    );
}

#[test]
fn two_servers_share_their_content() {
    for outs in [["one", "two"], ["one", "one"]] {
        let content = Content::fixture("small");
        let servers = outs.map(|out| Server::start_in(&content, Path::new(out), &["--port", "0"]));
        servers[0].assert_rests("the site of the other one is no content");
        let revisions = || servers.each_ref().map(|it| ask(it.address, "/.perfil/state", "").body);
        let before = revisions();
        content.edit("profiles/ada-lovelace.json", "\"Ada Lovelace\"", "\"Augusta King\"");
        wait_until("both have built it", || {
            revisions().iter().zip(&before).all(|(now, before)| now != before)
        });
        for server in &servers {
            assert!(ask(server.address, "/en/", "").body.contains("Augusta King"), "{outs:?}");
            let log = server.process.log();
            assert!(!log.contains("error"), "{log}");
        }
        let builds = || servers.each_ref().map(Server::build);
        wait_until("both have written it", || {
            let before = builds();
            sleep(Duration::from_millis(300));
            builds() == before
        });
        for server in &servers {
            server.assert_rests("neither of them rebuilds for the other");
        }
        let names = fs::read_dir(content.path()).unwrap().map(|it| it.unwrap().file_name());
        let left = names.filter(|name| name.to_string_lossy().starts_with(".perfil-new-"));
        assert_eq!(left.count(), 0, "nothing is left");
    }
}
