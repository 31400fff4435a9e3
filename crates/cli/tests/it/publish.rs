//! A site on disk, whose files are written one by one as they are built.

use crate::build::files;
use crate::content::{Content, shell};
use perfil_cli::{Changes, Prepared, Published, Unpublished};
use perfil_site::{Input, Stage, Watch};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

fn ready(content: &Content) -> Prepared {
    let content = content.path().to_owned();
    let input = Input { content, pdf: false, ..Input::default() };
    Prepared::read(&input, Some(&shell()), &(), None)
        .unwrap_or_else(|findings| panic!("{findings:?}"))
}

fn publish(content: &Content, out: &Path) -> Published {
    ready(content).publish(out, &(), None).unwrap_or_else(|error| panic!("{error:?}"))
}

#[test]
fn a_site_on_disk_equals_the_one_in_memory() {
    for content in [Content::fixture("small"), Content::crowd(70)] {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("a/dist");
        let built = content.build();

        let Published { pages, changes, .. } = publish(&content, &out);

        assert_eq!(pages, built.pages);
        assert_eq!(changes.unchanged, 0);
        let paths: Vec<_> = built.tree.iter().map(|(path, _)| path).collect();
        assert_eq!(changes.written, paths);
        let whole = built.tree.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
        assert_eq!(files(&out), whole.collect());
        let again = publish(&content, &out).changes;
        assert_eq!(again, Changes { written: Vec::new(), unchanged: paths.len() });
    }
}

#[test]
fn a_file_that_replaces_a_generated_one_keeps_the_old_site() {
    let content = Content::fixture("small");
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    let all = publish(&content, &out).changes.written.len();
    // A link to the old file, which the new site replaces before it is swapped in.
    let old = folder.path().join("old");
    fs::hard_link(out.join("robots.txt"), &old).unwrap();
    let before = fs::read(&old).unwrap();
    content.write("static/robots.txt", "User-agent: *\nDisallow: /\n");

    let changes = publish(&content, &out).changes;

    assert_eq!(changes, Changes { written: vec!["robots.txt".into()], unchanged: all - 1 });
    assert_eq!(fs::read(&old).unwrap(), before);
    assert_eq!(fs::read(out.join("robots.txt")).unwrap(), b"User-agent: *\nDisallow: /\n");
}

#[test]
fn a_profile_that_changes_meanwhile_is_not_published() {
    let content = Content::shipped();
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    let ready = ready(&content);
    content.edit("profiles/marcus-rodriguez.json", "\"name\": \"Marcus", "\"name\": \"Mark");

    let Err(Unpublished::Findings(findings)) = ready.publish(&out, &(), None) else {
        panic!("it was published");
    };

    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings[0].file.ends_with("profiles/marcus-rodriguez.json"));
    assert!(findings[0].problem.message.contains("was changed"), "{findings:?}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// Stops a build after some people.
#[derive(Default)]
struct Impatient(AtomicUsize);

impl Watch for Impatient {
    fn at(&self, stage: Stage, done: usize, all: usize) {
        assert!(done <= all);
        if stage == Stage::People {
            self.0.fetch_max(done, Ordering::Relaxed);
        }
    }

    fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed) >= 3
    }
}

#[test]
fn a_build_that_is_stopped_changes_nothing() {
    let content = Content::crowd(60);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    publish(&content, &out);
    let before = files(&out);
    content.edit("site.json", "\"title\"", "\"accent\": 20, \"title\"");
    let watch = Impatient::default();

    let Err(Unpublished::Unwritten(error)) = ready(&content).publish(&out, &watch, None) else {
        panic!("it was not stopped");
    };

    assert_eq!(error.kind(), ErrorKind::Interrupted);
    assert!(watch.0.load(Ordering::Relaxed) < 20, "{watch:?}", watch = watch.0);
    assert_eq!(files(&out), before);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing lies about");
}
